import KPICatalog
import Testing

@Suite("Overlays on overlays")
struct OverlayBasesTests {
  private func resolve(_ files: [String: String], _ name: String = "main.yaml") throws -> [String] {
    var asked: [String] = []
    guard case .overlay(let overlay) = try CatalogDocument(yaml: (files[name] ?? "").bytes) else {
      return []
    }
    let resolution = try overlay.resolve(named: RelativePath(name)) { reference in
      asked.append(reference.description)
      if case .builtIn = reference { return .catalog(try BuiltInCatalog.customerMeasures()) }
      return try CatalogDocument(yaml: (files[reference.description] ?? "x").bytes)
    }
    return asked + resolution.catalog.measures.map { "\($0.id) \($0.owner ?? "-")" }
  }

  @Test func eachStartsInItsOwnFolder() throws {
    let files = [
      "main.yaml": "extends: lib/mid.yaml\nmeasures: [{id: a, owner: Ada}]",
      "lib/mid.yaml": "extends: deep/low.yaml\nremove: [b]",
      "lib/deep/low.yaml": "measures: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]",
    ]
    #expect(try resolve(files) == ["lib/mid.yaml", "lib/deep/low.yaml", "a Ada", "c -"])
  }

  @Test func theBuiltInCatalogIsNamedAlone() throws {
    let result = try resolve([
      "main.yaml": "extends: customer-measures\nselect: [net-promoter-score]"
    ])
    #expect(result == ["customer-measures", "net-promoter-score -"])
  }

  @Test(
    arguments: [
      (
        ["main.yaml": "extends: main.yaml"],
        "extends: the overlay builds on itself through 'main.yaml'; name another base"
      ),
      (
        ["main.yaml": "extends: a.yaml", "a.yaml": "extends: ./main.yaml"],
        "extends: the overlay builds on itself through 'main.yaml'; name another base"
      ),
      (
        [
          "main.yaml": "extends: a/b.yaml", "a/b.yaml": "extends: c.yaml",
          "a/c.yaml": "extends: b.yaml",
        ], "extends: the overlay builds on itself through 'a/b.yaml'; name another base"
      ),
    ])
  func loopsAreRefused(files: [String: String], message: String) {
    let error = #expect(throws: CatalogError.self) { try resolve(files) }
    #expect(error?.description == message && error?.code == .base)
  }

  @Test func noMoreThanSixteenBuildOnEachOther() throws {
    var files = ["main.yaml": "extends: d/x.yaml"]
    var path = "d/x.yaml"
    for _ in 0..<20 {
      files[path] = "extends: d/x.yaml"
      path = "d/" + path
    }
    let error = #expect(throws: CatalogError.self) { try resolve(files) }
    #expect(error?.description == "extends: more than 16 overlays build on each other")
  }

  @Test func aChangedBaseIsBroughtInAndSaid() throws {
    let base = try Catalog(yaml: "measures: [{id: a, name: A, owner: x}, {id: b, name: B}]".bytes)
    let target = try base.setting([FieldAssignment("a.owner", "Ada")])
    let overlay = Overlay.difference(from: base, to: target, reference: try BaseReference("b.yaml"))
    let changed = try base.setting([
      FieldAssignment("a.owner", "y"), FieldAssignment("b.owner", "z"),
    ])
    let same = try overlay.resolve { _ in .catalog(base) }
    #expect(same.conflicts.isEmpty && same.overlay == overlay && same.catalog == target)
    let other = try overlay.resolve { _ in .catalog(changed) }
    #expect(other.catalog.measures.map(\.owner) == ["Ada", "z"])
    #expect(
      other.conflicts.map { $0.sentence(.overlayAndBase) } == [
        "a.owner: the base changed it too: was x; the overlay says Ada, the base y; the overlay's word is kept"
      ])
    // The overlay against the changed base has taken note of it.
    let again = try other.overlay.resolve { _ in .catalog(changed) }
    #expect(again.conflicts.isEmpty && again.catalog == other.catalog)
  }
}

@Suite("An overlay on a base that changed")
struct OverlayUpgradingTests {
  private func upgrade(_ old: String, _ target: String, _ new: String, withOld: Bool) throws
    -> OverlayUpgrade
  {
    let catalogs = try [old, target, new].map { try Catalog(yaml: "measures: [\($0)]".bytes) }
    let overlay = Overlay.difference(
      from: catalogs[0], to: catalogs[1], reference: try BaseReference("b.yaml"))
    let upgrade = try Overlay(json: overlay.json()).upgrade(
      to: catalogs[2], from: withOld ? catalogs[0] : nil)
    #expect(try upgrade.overlay.resolve(base: catalogs[2]) == upgrade.catalog)
    #expect(upgrade.overlay.isCurrent(for: catalogs[2]))
    return upgrade
  }

  @Test(
    "Base, what we made of it, new base: measures, conflicts, notes",
    arguments: [true, false],
    [
      // Ours and theirs combine.
      ("{id: a, name: A}", "{id: a, name: A, owner: x}", "{id: a, name: A2}", "a", 0, ""),
      // Both alike.
      ("{id: a, name: A}", "{id: a, name: A, owner: x}", "{id: a, name: A, owner: x}", "a", 0, ""),
      // The base adds a measure we have added.
      (
        "{id: a, name: A}", "{id: a, name: A}, {id: n, name: N}",
        "{id: a, name: A}, {id: n, name: M}", "a n", 1, ""
      ),
      (
        "{id: a, name: A}", "{id: a, name: A}, {id: n, name: N}",
        "{id: a, name: A}, {id: n, name: N}", "a n", 0, ""
      ),
      // A removed one, changed by the base, stays out without a word.
      (
        "{id: a, name: A}, {id: b, name: B}, {id: c, name: C}",
        "{id: a, name: A}, {id: c, name: C}",
        "{id: a, name: A}, {id: b, name: B2}, {id: c, name: C}", "a c", 0, ""
      ),
      // One removed by both.
      (
        "{id: a, name: A}, {id: b, name: B}, {id: c, name: C}",
        "{id: a, name: A}, {id: c, name: C}", "{id: a, name: A}, {id: c, name: C}", "a c", 0, ""
      ),
      // A removed one under another name stays out.
      (
        "{id: a, name: A}, {id: b, name: B}, {id: c, name: C}",
        "{id: a, name: A}, {id: c, name: C}",
        "{id: a, name: A}, {id: z, name: Z, aliases: [b]}, {id: c, name: C}", "a c", 0, ""
      ),
      // And so do the parts of one.
      (
        "{id: a, name: A}, {id: b, name: B}, {id: c, name: C}",
        "{id: a, name: A}, {id: c, name: C}",
        "{id: a, name: A}, {id: y, name: Y, derivedFrom: [b]}, {id: z, name: Z, derivedFrom: [b]}, {id: c, name: C}",
        "a c", 0, ""
      ),
      // Renamed under our own name for it.
      (
        "{id: a, name: A}, {id: b, name: B}", "{id: our-a, name: A}, {id: b, name: B}",
        "{id: z, name: A, aliases: [a]}, {id: b, name: B}", "our-a b", 1, "renamed"
      ),
      // Our order stays.
      (
        "{id: a, name: A}, {id: b, name: B}, {id: c, name: C}",
        "{id: c, name: C}, {id: a, name: A}, {id: b, name: B}",
        "{id: a, name: A}, {id: n, name: N}, {id: b, name: B}, {id: c, name: C}", "c a n b", 0, ""
      ),
    ] as [(String, String, String, String, Int, String)])
  func combines(
    withOld: Bool,
    story: (old: String, ours: String, new: String, ids: String, conflicts: Int, notes: String)
  ) throws {
    let upgrade = try upgrade(story.old, story.ours, story.new, withOld: withOld)
    #expect(upgrade.catalog.measures.map(\.id.text).joined(separator: " ") == story.ids)
    #expect(upgrade.conflicts.count == story.conflicts, "\(upgrade.conflicts)")
    #expect(upgrade.notes.map(\.kind.rawValue).joined(separator: " ") == story.notes)
  }

  @Test func anOverlayWithoutNotesIsResolvedAsItIs() throws {
    let overlay = try Overlay(yaml: "extends: b\nmeasures: [{id: a, owner: x}]".bytes)
    let base = try Catalog(yaml: "version: '3'\nmeasures: [{id: a, name: A}]".bytes)
    #expect(overlay.isCurrent(for: base))
    let upgrade = try overlay.upgrade(to: base)
    #expect(upgrade.catalog.measures.first?.owner == "x" && upgrade.conflicts.isEmpty)
    #expect(upgrade.overlay.baseVersion == "3")
    #expect(throws: CatalogError.self) {
      try overlay.upgrade(to: try Catalog(yaml: "measures: [{id: b, name: B}]".bytes))
    }
  }

  @Test("Nothing changed in the base means nothing changes", arguments: 0..<10)
  func staysTheSame(seed: UInt64) throws {
    var random = RandomCatalog(seed: seed)
    random.renames = true
    for times in [1, 4, 9] {
      let base = random.catalog()
      let target = random.changed(base, times: times)
      for style in [Overlay.SelectionStyle.naming, .leavingOut] {
        let overlay = Overlay.difference(
          from: base, to: target, reference: .builtIn("x"), style: style)
        #expect(overlay.isCurrent(for: base))
        for old in [base, nil] {
          let upgrade = try overlay.upgrade(to: base, from: old)
          #expect(upgrade.catalog.yaml() == target.yaml() && upgrade.conflicts.isEmpty)
        }
      }
    }
  }

  @Test("With or without the old base, what is carried is the same", arguments: 0..<15)
  func notesDoForTheOldBase(seed: UInt64) throws {
    var random = RandomCatalog(seed: seed)
    for round in 0..<6 {
      let base = random.catalog()
      let target = random.changed(base, times: 4)
      var edition = random.changed(base, times: 4)
      // Measures that came or went are known only with the old base at hand.
      edition.measures = base.measures.map { old in edition.measure(old.id) ?? old }
      let overlay = Overlay.difference(
        from: base, to: target, reference: .builtIn("x"), style: .leavingOut)
      let known = try overlay.upgrade(to: edition, from: base)
      let noted = try overlay.upgrade(to: edition)
      #expect(
        CatalogDiff(from: known.catalog, to: noted.catalog).isEmpty,
        "seed \(seed), round \(round)\n\(CatalogDiff(from: known.catalog, to: noted.catalog).text())"
      )
    }
  }
}
