internal import SpreadsheetML

/// Leaves out regions that only repeat the measures of another: dashboards, summaries, sheets of
/// actual values.
enum OverlappingRegions {
  /// How many regions with the same measure are weighed.
  private static let most = 200

  static func remove(
    from found: inout [BookSurvey.Found], leftOut: inout [BookSurvey.LeftOut], _ book: BookContent
  ) {
    guard found.count > 1 else { return }
    let names = found.map { Self.names($0, book) }
    let weights = found.map { weight($0.region) }
    var isDropped = [Bool](repeating: false, count: found.count)
    // The regions that have a name, those that say most of it first.
    var holders: [String: [Int]] = [:]
    for place in found.indices.sorted(by: { (weights[$1], $0) < (weights[$0], $1) }) {
      for name in names[place] { holders[name, default: []].append(place) }
    }
    for (index, own) in names.enumerated() where !own.isEmpty {
      // All regions that say more of their measures, taken together.
      var counts: [Int: Int] = [:]
      var shared = 0
      for name in own {
        let others = holders[name]?.prefix { weights[$0] > weights[index] } ?? []
        if !others.isEmpty { shared += 1 }
        for other in others.prefix(most) { counts[other, default: 0] += 1 }
      }
      guard shared * 10 >= own.count * 7,
        let main = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key
      else { continue }
      isDropped[index] = true
      leftOut.append(
        BookSurvey.LeftOut(
          sheet: found[index].sheet,
          reason:
            "it repeats the measures of the sheet '\(book.sheets[found[main].sheet].name)' with less about them"
        ))
    }
    found = found.enumerated().filter { !isDropped[$0.offset] }.map(\.element)
  }

  private static func names(_ found: BookSurvey.Found, _ book: BookContent) -> Set<String> {
    guard let index = found.region.plans.firstIndex(where: { $0.field == .name }) else { return [] }
    let sheet = book.sheets[found.sheet]
    var names: Set<String> = []
    for record in found.region.records {
      let cell = found.region.place(index, of: record).flatMap {
        sheet.cell(row: $0.row, column: $0.column)
      }
      if let text = cell?.text { names.insert(Folding.fold(text)) }
    }
    return names
  }

  /// How much a region says about its measures.
  private static func weight(_ region: TableRegion) -> Int {
    region.plans.reduce(0) { sum, plan in
      sum + (plan.field == .current || plan.field.isCustom ? 0 : 1 + plan.field.evidence)
    }
  }
}
