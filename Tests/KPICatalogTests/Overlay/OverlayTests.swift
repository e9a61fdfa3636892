import TestSupport
import Testing

@testable import KPICatalog

@Suite("Overlays")
struct OverlayTests {
  private static let base = """
    version: "1.0"
    title: {en: Base, fr: Base}
    currency: EUR
    groups:
      - {id: g, name: {en: G, fr: G}}
      - {id: h, name: {en: H}}
    measures:
      - id: a
        name: {en: A, fr: A}
        owner: Ada
        unit: {kind: currency, currency: EUR}
        targets: [{value: 1, by: 2026}]
        custom: {Ref: "007", Cost: 4}
      - {id: b, name: B, lifecycle: draft}
      - {id: c, name: C, thresholds: {green: 5, amber: 3}}
      - {id: d, name: D}
    """

  private func resolved(_ yaml: String) throws -> String {
    let overlay = try Overlay(yaml: ("extends: base.yaml\n" + yaml).bytes)
    let base = try Catalog(yaml: Self.base.bytes)
    return String(bytes: try overlay.resolve(base: base).yaml())
  }

  @Test func anOverlayThatSaysNothingGivesTheBase() throws {
    #expect(try resolved("") == String(bytes: Catalog(yaml: Self.base.bytes).yaml()))
  }

  @Test(
    "Fields: what an overlay says, what becomes of the field",
    arguments: [
      ("owner: Bob", "owner", ["Bob"]),
      ("owner: null", "owner", []),
      ("owner: ~", "owner", []),
      ("name: {fr: Autre}", "name", ["A", "Autre"]),
      ("name: {fr: null}", "name", ["A"]),
      ("name: {it: I}", "name", ["A", "A", "I"]),
      ("name: {it: I, fr: F, en: E}", "name", ["I", "F", "E"]),
      ("name: Z", "name", ["Z"]),
      ("unit: {symbol: k€}", "unit", ["currency", "k€", "EUR"]),
      ("unit: {kind: score, currency: null}", "unit", ["score"]),
      ("unit: score", "unit", ["score"]),
      ("targets: [{value: 2}]", "targets", ["2"]),
      ("custom: {Cost: null}", "custom", ["007"]),
      ("custom: {Cost: {empty: true}, New: 5}", "custom", ["007", "5"]),
      ("baseline: {value: 3, period: 2024}", "baseline", ["3", "2024"]),
      ("scope: {}", "scope", []),
    ])
  func patchesAField(written: String, field: String, expected: [String]) throws {
    let overlay = try Overlay(
      yaml: "extends: base.yaml\nmeasures:\n  - id: a\n    \(written)".bytes)
    let catalog = try overlay.resolve(base: Catalog(yaml: Self.base.bytes))
    #expect(try #require(catalog.measures.first).texts(at: field) == expected)
    #expect(try Overlay(yaml: overlay.yaml()) == overlay)
    #expect(try Overlay(json: overlay.json()) == overlay)
  }

  @Test func namedItemsOfAListArePatchedByName() throws {
    let text = try resolved("groups: {h: {name: {fr: Ache}}, g: null, i: {name: I, kind: opinion}}")
    #expect(
      text.contains(
        """
        groups:
          - id: h
            name:
              en: H
              fr: Ache
          - id: i
            name: I
            kind: opinion

        """))
  }

  @Test(
    "Which measures there are, and in which order",
    arguments: [
      ("select: [c, a]", "c a"),
      ("select: [c, n, a]\nmeasures: [{id: n, name: N}]", "c n a"),
      ("select: [c, a]\nmeasures: [{id: n, name: N}, {id: d, owner: x}]", "c a n"),
      ("select: []", ""),
      ("remove: [b, d]", "a c"),
      ("measures: [{id: n, name: N}]", "a b c d n"),
      ("order: {d: a}", "a d b c"),
      ("order: {d: null}", "d a b c"),
      ("order: {n: a, b: n}\nmeasures: [{id: n, name: N}]", "a n b c d"),
      ("order: {b: d, a: b}", "c d b a"),
      ("order: {a: b, b: d}", "c d b a"),
      ("remove: [c]\norder: {d: c}", "a b d"),
      ("measures: [{id: z, from: b}]", "a z c d"),
      ("select: [c, z]\nmeasures: [{id: z, from: b}]", "c z"),
      ("select: [c, b]\nmeasures: [{id: z, from: b}]", "c z"),
      ("remove: [b]\nmeasures: [{id: z, from: b}]", "a c d"),
      ("order: {a: b, b: a}", "c d a b"),
    ])
  func sequences(written: String, expected: String) throws {
    let overlay = try Overlay(yaml: "extends: base.yaml\n\(written)".bytes)
    let catalog = try overlay.resolve(base: Catalog(yaml: Self.base.bytes))
    #expect(catalog.measures.map(\.id.text).joined(separator: " ") == expected)
    #expect(try Overlay(yaml: overlay.yaml()) == overlay)
  }

  @Test(
    "What is wrong is said with line, column and field",
    arguments: [
      (
        "extends: ../x.yaml",
        "1:10: extends: '../x.yaml' cannot be a base; name a built-in catalog, or a file in the overlay's folder or below it, with '/' and without '..'"
      ),
      ("title: x", "1:1: 'extends' is missing; add it"),
      ("extends: b\nselct: [a]", "2:1: selct: 'selct' is not a known key; did you mean 'select'?"),
      (
        "extends: b\nselect: [a, zzz]",
        "2:13: select[1]: the base has no measure 'zzz', and a new one needs a name; add it or take the measure out"
      ),
      ("extends: b\nselect: [a, a]", "2:13: select[1]: 'a' is named at [0] already; keep one"),
      (
        "extends: b\nremove:\n  - zzz",
        "3:5: remove[0]: the base has no measure 'zzz', and a new one needs a name; add it or take the measure out"
      ),
      (
        "extends: b\norder: {a: zzz}",
        "2:12: order.a: the base has no measure 'zzz', and a new one needs a name; add it or take the measure out"
      ),
      (
        "extends: b\nmeasures:\n  - id: aa\n    owner: x",
        "3:5: measures[0].id: the base has no measure 'aa'; did you mean 'a'? A new measure needs a name"
      ),
      (
        "extends: b\nmeasures:\n  - id: a\n    unit: {kind: percnt}",
        "4:18: measures[0].unit.kind: 'percnt' is not a unit kind; did you mean 'percent'?"
      ),
      (
        "extends: b\nmeasures:\n  - id: a\n    ownr: x",
        "4:5: measures[0].ownr: 'ownr' is not a known key; did you mean 'owner'?"
      ),
      (
        "extends: b\nmeasures:\n  - id: c\n    thresholds: {green: {low: 1, high: 2}}",
        "4:17: measures[0].thresholds: 'green' and 'amber' must both be numbers or both be ranges"
      ),
      (
        "extends: b\nmeasures:\n  - id: a\n    name: null",
        "3:5: measures[0]: 'name' is missing; add it"
      ),
      (
        "extends: b\nmeasures: [{id: a}, {id: a}]",
        "2:21: measures[1].id: the id 'a' is already that of measures[0]; give each measure its own"
      ),
      (
        "extends: b\nmeasures: [{id: z, from: qqq}]",
        "2:26: measures[0].from: the base has no measure 'qqq', and a new one needs a name; add it or take the measure out"
      ),
      (
        "extends: b\nmeasures: [{id: c, from: b}]",
        "2:12: measures[0].id: the id 'c' is already that of another measure of the base; give each measure its own"
      ),
      (
        "extends: b\nname: {en: x}",
        "2:1: name: 'name' is not a known key; remove it or put it in 'custom'"
      ),
      (
        "extends: b\ntitle: {english: x}",
        "2:9: title.english: 'english' is not a language tag; use one such as 'en' or 'fr-CA'"
      ),
      (
        "extends: b\ngroups: {g: {kind: x}}",
        "2:20: groups.g.kind: 'x' is not a kind; use opinion or activity"
      ),
    ])
  func saysWhatIsWrong(text: String, message: String) throws {
    let error = #expect(throws: CatalogError.self) {
      try Overlay(yaml: text.bytes).resolve(base: Catalog(yaml: Self.base.bytes))
    }
    #expect(error?.description == message)
  }

  @Test func holdsOnlyWhatDiffersAndWhatItWas() throws {
    let base = try Catalog(yaml: Self.base.bytes)
    var target = try base.setting([
      FieldAssignment("a.owner", ""), FieldAssignment("a.name.fr", "Autre"),
      FieldAssignment("a.unit.symbol", "k€"), FieldAssignment("title.en", "Ours"),
      FieldAssignment("groups[h].name.fr", "Ache"), FieldAssignment("c.custom.Done", "null"),
    ])
    target.measures.swapAt(2, 3)
    target.measures.remove(at: 1)
    target.measures.insert(
      KPIDefinition(id: try #require(KPIIdentifier("new")), name: "New", owner: "Nora"), at: 1)
    let overlay = Overlay.difference(
      from: base, to: target, reference: try BaseReference("base.yaml"))
    #expect(
      String(bytes: overlay.yaml()) == """
        extends: base.yaml
        title:
          en: Ours
        groups:
          h:
            name:
              fr: Ache
        remove: [b]
        order:
          new: a
          d: new
        measures:
          - id: a
            name:
              fr: Autre
            unit:
              kind: currency
              symbol: k€
              currency: EUR
            owner: null
          - id: new
            name: New
            owner: Nora
          - id: c
            custom:
              Done:
                empty: true
        base:
          version: "1.0"
          title:
            en: Base
          groups:
            h:
              name:
                fr: null
          measures:
            - id: a
              name:
                fr: A
              unit:
                kind: currency
                symbol: null
                currency: EUR
              owner: Ada
            - id: c
              custom: null

        """)
    #expect(try overlay.resolve(base: base) == target)
    #expect(overlay.baseVersion == "1.0")
  }

  @Test func aMeasureUnderAnotherIDKeepsItsBase() throws {
    let base = try Catalog(yaml: Self.base.bytes)
    let target = try base.setting([FieldAssignment("a.id", "aa")])
    let overlay = Overlay.difference(
      from: base, to: target, reference: try BaseReference("base.yaml"))
    #expect(String(bytes: overlay.yaml()).contains("measures:\n  - id: aa\n    from: a\nbase:\n"))
    #expect(try overlay.resolve(base: base) == target)
  }

  @Test("The difference of two catalogs, resolved, is the second again", arguments: 0..<20)
  func differenceAndResolvingAreInverse(seed: UInt64) throws {
    var random = RandomCatalog(seed: seed)
    random.renames = true
    for style in [Overlay.SelectionStyle.shortest, .naming, .leavingOut] {
      for times in [0, 1, 3, 12] {
        let base = random.catalog()
        let target = random.changed(base, times: times)
        let overlay = Overlay.difference(
          from: base, to: target, reference: .builtIn("x"), style: style)
        let again = try overlay.resolve(base: base)
        #expect(again.yaml() == target.yaml(), "\(String(bytes: overlay.yaml()))")
        if times == 0, style != .naming {
          #expect(overlay.changed.isEmpty && overlay.remove.isEmpty && overlay.select == nil)
        }
        let read = try Overlay(yaml: overlay.yaml())
        #expect(read.yaml() == overlay.yaml())
        #expect(try read.resolve(base: base).yaml() == target.yaml())
        #expect(try Overlay(json: overlay.json()).json() == overlay.json())
        // The way back leads back.
        for entry in overlay.snapshot?.entries ?? [] {
          let original = try #require(base.measure(entry.measure.id))
          let patched = FieldShape.record(.measure).applying(entry.patch, to: original.content)
          #expect(try KPIDefinition(node: try #require(patched)) == original)
        }
      }
    }
  }

  @Test("Corrupted overlays never trap", arguments: 0..<4)
  func corruptedBytesNeverTrap(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var catalogs = RandomCatalog(seed: seed)
    let marks = Array("{}[]\",:&*-#~ \n'0eun".utf8)
    for _ in 0..<12 {
      let base = catalogs.catalog()
      let target = catalogs.changed(base, times: 6)
      let overlay = Overlay.difference(from: base, to: target, reference: .builtIn("x"))
      let words = ["null", "{}", "[]", "a", "m-0", "m-1", "1", "true"].map { Array($0.utf8) }
      for source in [overlay.yaml(), overlay.json()] {
        for _ in 0..<12 {
          var bytes = source
          for _ in 0...Int.random(in: 0..<3, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
            default:
              bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
            }
          }
          for read in [try? Overlay(yaml: bytes), try? Overlay(json: bytes)] {
            guard let read else { continue }
            #expect(try Overlay(yaml: read.yaml()) == read)
            _ = try? read.resolve(base: base)
            _ = try? read.resolve(on: target)
            _ = try? read.upgrade(to: target, from: base)
          }
        }
      }
    }
  }

  @Test func theOriginOfAMeasureStaysThatOfTheBase() throws {
    let base = try Samples.full()
    let target = try base.setting([FieldAssignment("net-promoter-score.owner", "Bob")])
    let overlay = Overlay.difference(from: base, to: target, reference: try BaseReference("b.xlsx"))
    #expect(!String(bytes: overlay.yaml()).contains("origin"))
    #expect(try overlay.resolve(base: base).measures.first?.origin?.row == 14)
  }

  @Test func textsThatDifferOnlyInTheirBytesAreCarried() throws {
    let id = try #require(KPIIdentifier("a"))
    let base = Catalog(measures: [KPIDefinition(id: id, name: "caf\u{E9}")])
    let target = Catalog(measures: [KPIDefinition(id: id, name: "cafe\u{301}")])
    let overlay = Overlay.difference(from: base, to: target, reference: .builtIn("x"))
    let name = try overlay.resolve(base: base).measures.first?.name.plain
    #expect(name?.bytes == "cafe\u{301}".bytes)
  }
}

@Suite("Catalog files with and without a base")
struct CatalogDocumentTests {
  @Test func extendsMakesAnOverlay() throws {
    guard case .overlay(let overlay) = try CatalogDocument(yaml: "extends: a/b.yaml".bytes) else {
      Issue.record("not an overlay")
      return
    }
    #expect(overlay.base.description == "a/b.yaml")
    guard case .overlay = try CatalogDocument(json: #"{"extends": "customer-measures"}"#.bytes)
    else {
      Issue.record("not an overlay")
      return
    }
    guard case .catalog = try CatalogDocument(yaml: "extends: null\nmeasures: []".bytes) else {
      Issue.record("not a catalog")
      return
    }
  }

  @Test(
    "Paths that stay in the folder",
    arguments: [
      ("a.yaml", "a.yaml"), ("./a.yaml", "a.yaml"), ("a//b/./c.xlsx", "a/b/c.xlsx"), ("..a", "..a"),
      ("./customer-measures", "./customer-measures"), ("customer-measures", "customer-measures"),
    ])
  func readsAPath(text: String, expected: String) throws {
    #expect(try BaseReference(text).description == expected)
  }

  @Test(arguments: ["", "/a", "..", "../a", "a/../b", "a/..", "a\\b", "a\u{0}b", ".", "a/", "//x"])
  func refusesAPathThatMayLeaveIt(text: String) {
    let error = #expect(throws: CatalogError.self) { try BaseReference(text) }
    #expect(error?.code == .base)
  }

  @Test func aSiblingsPathStartsWhereTheFirstOneDoes() throws {
    let path = try RelativePath("a/b.yaml").sibling(RelativePath("c/d.yaml"))
    #expect(path.description == "a/c/d.yaml")
  }
}
