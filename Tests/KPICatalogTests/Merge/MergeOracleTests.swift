import Testing

@testable import KPICatalog

@Suite("The merge, compared with a slow and simple one")
struct MergeOracleTests {
  /// A conflict in the words of the oracle.
  private func word(_ conflict: MergeConflict) -> String? {
    let measure = conflict.measure?.text ?? ""
    switch conflict.kind {
    case .orderedByBoth: return nil
    case .removedByUs, .removedByThem: return measure + ": removed"
    case .addedByBoth: return measure + ": added"
    case .sameID: return measure + ": same id"
    case .changedByBoth: break
    }
    var field = conflict.field ?? ""
    for whole in ["unit", "lifecycle"] where field.hasPrefix(whole + ".") { field = whole }
    for part in [".value", ".period", ".date", ".low", ".high", ".by", ".min", ".max", ".step"] {
      if field.hasSuffix(part) { field.removeLast(part.count) }
    }
    // A target due at no time is known by its number here, by nothing there.
    for number in ["[1]", "[2]", "[3]", "[4]"] where field == "targets" + number {
      field = "targets[]"
    }
    return measure + ": " + field
  }

  /// A path of the oracle as the merge writes it: where items are known by number, by number.
  private func field(_ path: String, ours: KPIDefinition?) -> String {
    var path = path
    if path.hasSuffix("/und") { path.removeLast(4) }
    return String(path.map { $0 == "/" ? "." : $0 })
  }

  private func check(_ base: Catalog, _ ours: Catalog, _ theirs: Catalog, _ comment: Comment) {
    func matching(_ side: Catalog) -> MeasureMatching {
      MeasureMatching(common: Set(base.measures.map(\.id)).intersection(side.measures.map(\.id)))
    }
    let merge = CatalogMerge(
      base: base, ours: ours, theirs: theirs, matchingOurs: matching(ours),
      matchingTheirs: matching(theirs))
    let oracle = MergeOracle(base: base, ours: ours, theirs: theirs)
    let result = merge.catalog
    #expect(
      Set(result.measures.map(\.id.text)) == Set(oracle.leaves.keys.filter { !$0.isEmpty }), comment
    )
    #expect(MergeOracle.level(result) == oracle.leaves[""], comment)
    for measure in result.measures {
      #expect(MergeOracle.leaves(of: measure) == oracle.leaves[measure.id.text], comment)
    }
    let expected = Set(
      oracle.conflicts.map { conflict in
        let parts = conflict.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return parts[0] + ":" + field(String(parts[1]), ours: nil)
      })
    #expect(Set(merge.conflicts.compactMap(word)) == expected, comment)
    checkOrder(base, ours, theirs, merge, comment)
  }

  /// Every pair whose order one side alone changed stands as that side has it, or the order is
  /// named as a conflict.
  private func checkOrder(
    _ base: Catalog, _ ours: Catalog, _ theirs: Catalog, _ merge: CatalogMerge, _ comment: Comment
  ) {
    func check(_ lists: [[String]], _ field: String?, _ measure: KPIIdentifier?) {
      let places = lists.map { list in
        Dictionary(list.enumerated().map { ($1, $0) }) { first, _ in first }
      }
      var holds = true
      for one in lists[3] {
        for other in lists[3] {
          let orders = places.map { places in
            places[one].flatMap { place in places[other].map { place < $0 } }
          }
          guard one != other, let old = orders[0], let our = orders[1], let their = orders[2],
            let now = orders[3]
          else { continue }
          if now != (our == old ? their : our) { holds = false }
        }
      }
      let isNamed = merge.conflicts.contains {
        $0.kind == .orderedByBoth && $0.field == field && $0.measure == measure
      }
      #expect(holds != isNamed, "\(comment) \(field ?? "measures") \(lists)")
      // What they added stands in their order unless what it follows stands elsewhere with us; what
      // we have stands in ours.
      let added = lists[3].filter { places[1][$0] == nil }
      let common = lists[0].filter { places[1][$0] != nil }
      let addedByBoth = lists[1].filter { places[0][$0] == nil && places[2][$0] != nil }
      if common == lists[1].filter({ places[0][$0] != nil }), addedByBoth.isEmpty {
        #expect(added == lists[2].filter(added.contains), comment)
      }
      if lists[0] == lists[2] {
        #expect(
          lists[3].filter { places[1][$0] != nil } == lists[1].filter(lists[3].contains), comment)
      }
    }
    let catalogs = [base, ours, theirs, merge.catalog]
    check(catalogs.map { $0.measures.map(\.id.text) }, nil, nil)
    check(catalogs.map { $0.groups.map(\.id) }, "groups", nil)
    check(catalogs.map { $0.customFields.keys }, "customFields", nil)
    for measure in merge.catalog.measures {
      let versions = catalogs.compactMap { $0.measure(measure.id) }
      guard versions.count == 4 else { continue }
      check(versions.map(\.tags), "tags", measure.id)
      check(versions.map { $0.custom.keys }, "custom", measure.id)
      check(versions.map { $0.targets.map { "\($0.by, default: "")" } }, "targets", measure.id)
      check(versions.map { $0.variants.map(\.id) }, "variants", measure.id)
    }
  }

  @Test("A thousand random cases agree field by field", arguments: 0..<20)
  func agreesWithTheOracle(seed: UInt64) {
    var random = RandomCatalog(seed: seed)
    for round in 0..<50 {
      let base = random.catalog()
      let ours = random.changed(base, times: round % 9)
      let theirs = random.changed(base, times: (round * 5) % 11)
      check(base, ours, theirs, "seed \(seed), round \(round)")
    }
  }
}
