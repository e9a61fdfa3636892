import KPICatalog
import Testing

@Suite("Merging two versions of a catalog")
struct CatalogMergeTests {
  private static let base = """
    title: {en: T, fr: T}
    groups: [{id: g, name: G}]
    measures:
      - id: a
        code: C-1
        name: {en: A, fr: A}
        unit: {kind: currency, currency: EUR, symbol: k€}
        scale: {min: 1, max: 7}
        baseline: {value: 31, period: 2024, note: first}
        thresholds: {green: 45, amber: 35}
        targets: [{value: 40, by: 2026}, {value: 50, by: 2027}]
        tags: [s, t]
        pairedWith: [b]
        custom: {Ref: "007", Cost: 4}
        origin: {sheet: Sales & Care, row: 4, cells: {owner: D4, name: B4}}
      - {id: b, name: B, owner: Ada}
      - {id: c, name: C}
    """

  private func merge(_ ours: [String], _ theirs: [String]) throws -> CatalogMerge {
    let base = try Catalog(yaml: Self.base.bytes)
    func changed(_ texts: [String]) throws -> Catalog {
      var catalog = try base.setting(
        try texts.filter { $0.contains("=") }.map { try #require(FieldAssignment($0)) })
      for text in texts where !text.contains("=") {
        let id = String(text.dropFirst())
        switch text.first {
        case "-": catalog.measures.removeAll { $0.id.text == id }
        case "+":
          catalog.measures.append(KPIDefinition(id: try #require(KPIIdentifier(id)), name: "New"))
        default:
          let place = try #require(catalog.measures.firstIndex { $0.id.text == id })
          catalog.measures.insert(catalog.measures.remove(at: place), at: 0)
        }
      }
      return catalog
    }
    return CatalogMerge(base: base, ours: try changed(ours), theirs: try changed(theirs))
  }

  @Test(
    "Changes of different fields are both there",
    arguments: [
      (["a.owner=Bob"], ["a.kind=opinion"], "a", "owner", ["Bob"]),
      (["a.name.en=X"], ["a.name.fr=Y"], "a", "name", ["X", "Y"]),
      (["a.name.it=X"], ["a.name.de=Y"], "a", "name", ["A", "A", "X", "Y"]),
      (["a.scale.hard=true"], ["a.scale.max=5"], "a", "scale", ["1", "5", "true"]),
      (
        ["a.baseline.note=second"], ["a.baseline.value=33"], "a", "baseline",
        ["33", "2024", "second"]
      ),
      (
        ["a.thresholds.green=50"], ["a.thresholds.amber=30"], "a", "thresholds",
        ["50", "30", "absolute"]
      ),
      (
        ["a.targets[1].value=41"], ["a.targets[3]=60 by 2028"], "a", "targets",
        ["41", "2026", "50", "2027", "60", "2028"]
      ),
      (["a.targets[1]="], ["a.targets[2].value=51"], "a", "targets", ["51", "2027"]),
      (["a.tags=s, t, u"], ["a.tags=t, v"], "a", "tags", ["t", "u", "v"]),
      (
        ["a.custom.Cost=5"], ["a.custom.Ref=008", "a.custom.New=x"], "a", "custom",
        ["008", "5", "x"]
      ),
      (["b.owner=Bob"], ["b.owner=Bob"], "b", "owner", ["Bob"]),
      (["b.owner="], ["b.owner="], "b", "owner", []),
      (["b.lifecycle=draft"], ["b.owner="], "b", "lifecycle", ["draft"]),
      // Renamed on one side, changed on the other.
      (["b.id=bee"], ["b.owner=Bob"], "bee", "owner", ["Bob"]),
      (["b.owner=Bob"], ["b.id=bee"], "bee", "owner", ["Bob"]),
      (["b.id=bee"], ["b.id=bee", "b.kind=opinion"], "bee", "kind", ["opinion"]),
    ])
  func combines(
    ours: [String], theirs: [String], id: String, field: String, expected: [String]
  ) throws {
    let merge = try merge(ours, theirs)
    let measure = try #require(merge.catalog.measures.first { $0.id.text == id })
    #expect(measure.texts(at: field) == expected)
    #expect(merge.conflicts.isEmpty)
  }

  @Test(
    "Conflicts are named with all three values, and ours is kept",
    arguments: [
      (
        ["a.owner=Bob"], ["a.owner=Cid"],
        "a.owner: both changed it: was nothing; ours is Bob ('Sales & Care'!D4), theirs is Cid ('Sales & Care'!D4); ours is kept"
      ),
      (
        ["a.name.fr=X"], ["a.name.fr=Y"],
        "a.name.fr: both changed it: was A; ours is X ('Sales & Care'!B4), theirs is Y ('Sales & Care'!B4); ours is kept"
      ),
      (
        ["b.owner=Bob"], ["b.owner="],
        "b.owner: both changed it: was Ada; ours is Bob, theirs is nothing; ours is kept"
      ),
      // A unit, a scale, a value and when it held are one statement each.
      (
        ["a.unit.kind=score"], ["a.unit.symbol=M€"],
        "a.unit: both changed it: was “kind currency, symbol k€, currency EUR”; ours is “kind score, symbol k€, currency EUR” ('Sales & Care'!row 4), theirs is “kind currency, symbol M€, currency EUR” ('Sales & Care'!row 4); ours is kept"
      ),
      (
        ["a.scale.min=0"], ["a.scale.max=5"],
        "a.scale: both changed it: was “1 to 7”; ours is “0 to 7” ('Sales & Care'!row 4), theirs is “1 to 5” ('Sales & Care'!row 4); ours is kept"
      ),
      (
        ["a.baseline.value=32"], ["a.baseline.period=2025"],
        "a.baseline: both changed it: was “31 in 2024”; ours is “32 in 2024” ('Sales & Care'!row 4), theirs is “31 in 2025” ('Sales & Care'!row 4); ours is kept"
      ),
      (
        ["a.baseline.value=32"], ["a.baseline.value=33"],
        "a.baseline.value: both changed it: was 31; ours is 32 ('Sales & Care'!row 4), theirs is 33 ('Sales & Care'!row 4); ours is kept"
      ),
      (
        ["a.targets[1].value=41"], ["a.targets[1].value=42"],
        "a.targets[2026].value: both changed it: was 40; ours is 41 ('Sales & Care'!row 4), theirs is 42 ('Sales & Care'!row 4); ours is kept"
      ),
      (
        ["a.targets[1]="], ["a.targets[1].value=42"],
        "a.targets[2026]: both changed it: was “40 by 2026”; ours is nothing ('Sales & Care'!row 4), theirs is “42 by 2026” ('Sales & Care'!row 4); ours is kept"
      ),
      // What does not fit together is in conflict as a whole.
      (
        ["b.thresholds=green 1 to 2"], ["b.thresholds=amber 5"],
        "b.thresholds: both changed it: was nothing; ours is “green 1 to 2”, theirs is “amber 5”; ours is kept"
      ),
      (
        ["a.name={en: A}"], ["a.name={fr: A}"],
        "a.name: both changed it: was “en: A; fr: A”; ours is “en: A” ('Sales & Care'!B4), theirs is “fr: A” ('Sales & Care'!B4); ours is kept"
      ),
      (["-b"], ["b.owner=Bob"], "b: we removed it, they changed owner; it stays removed"),
      (
        ["b.owner=Bob", "b.kind=opinion"], ["-b"],
        "b: they removed it, we changed kind, owner; it stays"
      ),
      (
        ["+n", "n.owner=x"], ["+n", "n.owner=y"],
        "n.owner: both added the measure: ours is x, theirs is y; ours is kept"
      ),
      (
        ["b.id=x-y"], ["b.id=y-x"],
        "b.id: both changed it: was b; ours is x-y, theirs is y-x; ours is kept"
      ),
      (["b.id=n"], ["+n"], "n: two different measures would have this id; ours has it"),
      (
        ["title.en=X"], ["title.en=Y"],
        "title.en: both changed it: was T; ours is X, theirs is Y; ours is kept"
      ),
      (
        ["groups[g].kind=opinion"], ["groups[g].kind=activity"],
        "groups[g].kind: both changed it: was nothing; ours is opinion, theirs is activity; ours is kept"
      ),
      (
        ["^c"], ["^b"],
        "measures: both changed the order: was “a, b, c”; ours is “c, a, b”, theirs is “b, a, c”; ours is kept"
      ),
    ])
  func namesConflicts(ours: [String], theirs: [String], message: String) throws {
    // A field of a measure that is added first has to be set afterwards.
    func split(_ texts: [String]) -> [String] { texts.filter { !$0.hasPrefix("n.") } }
    var merge = try merge(split(ours), split(theirs))
    if split(ours) != ours {
      func added(_ owner: String) throws -> Catalog {
        var catalog = try Catalog(yaml: Self.base.bytes)
        catalog.measures.append(
          KPIDefinition(id: try #require(KPIIdentifier("n")), name: "New", owner: owner))
        return catalog
      }
      merge = CatalogMerge(
        base: try Catalog(yaml: Self.base.bytes), ours: try added("x"), theirs: try added("y"))
    }
    var first = try #require(merge.conflicts.first).description
    // Their id in the message, ours in the field.
    first = first.replacing("x-y.id", with: "b.id")
    #expect(first == message)
    #expect(merge.conflicts.count == 1)
  }

  @Test func referencesFollowARenamedMeasure() throws {
    let merge = try merge(
      ["b.id=bee", "a.pairedWith=bee"],
      ["c.derivedFrom=b", "c.lifecycle=retired, replaced by b", "a.pairedWith=b, c"])
    let last = try #require(merge.catalog.measures.last)
    #expect(last.derivedFrom.map(\.text) == ["bee"])
    #expect(last.lifecycle?.replacedBy?.text == "bee")
    #expect(merge.catalog.measures.first?.pairedWith.map(\.text) == ["bee", "c"])
  }

  @Test func aMeasureTheyRenamedToAnIDWeGaveAnotherKeepsItsOwn() throws {
    let merge = try merge(["b.id=n"], ["c.id=n"])
    #expect(merge.catalog.measures.map(\.id.text) == ["a", "n", "c"])
    #expect(merge.conflicts.map(\.kind) == [.sameID])
  }

  @Test func ourOriginStays() throws {
    let merge = try merge([], ["a.owner=Bob"])
    #expect(merge.catalog.measures.first?.origin?.row == 4)
    #expect(merge.catalog.measures.first?.owner == "Bob")
  }

  @Test func whatNobodyChangedStaysToTheLastByte() throws {
    let base = try Samples.full()
    let merge = CatalogMerge(base: base, ours: base, theirs: base)
    #expect(merge.catalog.json() == base.json() && merge.conflicts.isEmpty)
  }

  @Test("One side alone gives that side", arguments: 0..<6)
  func oneSideAlone(seed: UInt64) {
    var random = RandomCatalog(seed: seed)
    random.renames = true
    for times in [1, 4, 9] {
      let base = random.catalog()
      let changed = random.changed(base, times: times)
      let ours = CatalogMerge(base: base, ours: changed, theirs: base)
      #expect(ours.catalog.json() == changed.json() && ours.conflicts.isEmpty)
      let theirs = CatalogMerge(base: base, ours: base, theirs: changed)
      #expect(CatalogDiff(from: changed, to: theirs.catalog).isEmpty && theirs.conflicts.isEmpty)
      let both = CatalogMerge(base: base, ours: changed, theirs: changed)
      #expect(both.catalog.json() == changed.json() && both.conflicts.isEmpty)
    }
  }

  @Test func conflictsAsJSONHoldTheValues() throws {
    let merge = try merge(["b.owner=Bob", "a.tags="], ["b.owner=Cid", "-a"])
    #expect(
      String(bytes: MergeConflict.json(merge.conflicts.filter { $0.kind == .changedByBoth })) == """
        {
          "conflicts": [
            {
              "kind": "changedByBoth",
              "measure": "b",
              "field": "owner",
              "base": "Ada",
              "ours": "Bob",
              "theirs": "Cid"
            }
          ]
        }

        """)
    let removed = try #require(merge.conflicts.first { $0.kind == .removedByThem })
    #expect(removed.changes.map(\.field) == ["tags"] && removed.oursAt == "'Sales & Care'!row 4")
  }

  @Test(
    "names the cell of a target by its date",
    arguments: [("2025", "S!C4"), ("2026", "S!D4"), ("2030", "S!row 4")])
  func cellsOfTargets(by: String, place: String) throws {
    func catalog(_ value: FiniteNumber) throws -> Catalog {
      var measure = KPIDefinition(
        id: try #require(KPIIdentifier("a")), name: LocalizedText("A", language: .english))
      measure.targets = ["2025", "2026", "2030"].map { date in
        Target(date == by ? value : 1, by: Moment(date))
      }
      measure.origin = Origin(
        sheet: "S", row: 4, cells: ["targets[0]": "C4", "targets[1]": "D4"])
      return Catalog(measures: [measure])
    }
    let merge = CatalogMerge(base: try catalog(5), ours: try catalog(6), theirs: try catalog(7))
    #expect(merge.conflicts.map(\.oursAt) == [place])
    #expect(merge.conflicts.map(\.theirsAt) == [place])
  }
}
