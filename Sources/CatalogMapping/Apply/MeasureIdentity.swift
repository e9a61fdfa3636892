internal import KPICatalog
internal import SpreadsheetML

/// Which measure of the catalog is which of the book.
struct MeasureIdentity {
  /// The measures both have, in the order of the book: indexes into book and catalog.
  private(set) var pairs: [(book: Int, catalog: Int)] = []
  /// The measures of the catalog that are not in the book.
  private(set) var added: [Int] = []
  /// The measures of the book that are not in the catalog.
  private(set) var removed: [Int] = []
  /// Measures that could be more than one of the other side.
  private(set) var doubts: [(catalog: Int, book: [Int], reason: String)] = []

  /// Matches by id, then code, name, alias and definition.
  init(book: Catalog, catalog: Catalog) {
    let matching = MeasureMatching(book, catalog)
    let places = Dictionary(
      catalog.measures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var used: Set<Int> = []
    for (index, measure) in book.measures.enumerated() {
      if let id = matching.successor(of: measure.id), let place = places[id],
        used.insert(place).inserted
      {
        pairs.append((index, place))
      } else {
        removed.append(index)
      }
    }
    added = catalog.measures.indices.filter { !used.contains($0) }
    findDoubts(book, catalog)
  }

  private mutating func findDoubts(_ book: Catalog, _ catalog: Catalog) {
    var byName: [String: [Int]] = [:]
    var byCode: [String: [Int]] = [:]
    for (index, measure) in book.measures.enumerated() {
      for name in Set(measure.name.entries.map { Folding.fold($0.text) }) {
        byName[name, default: []].append(index)
      }
      if let code = measure.code { byCode[code, default: []].append(index) }
    }
    // A measure that is not in the book by any means, though its name or code stands there.
    for place in added {
      let measure = catalog.measures[place]
      let named = Set(measure.name.entries.flatMap { byName[Folding.fold($0.text)] ?? [] })
      let coded = Set(measure.code.flatMap { byCode[$0] } ?? [])
      let candidates = named.union(coded).sorted()
      if candidates.count > 1 {
        doubts.append((place, candidates, "its name or code stands in several rows"))
      } else if let only = candidates.first, !removed.contains(only), !coded.isEmpty {
        doubts.append((place, candidates, "the row with its code is another measure by its id"))
      }
    }
    // An id that fits while name and code say another row.
    for pair in pairs {
      let old = book.measures[pair.book]
      let new = catalog.measures[pair.catalog]
      let oldNames = Set(old.name.entries.map { Folding.fold($0.text) })
      let newNames = Set(new.name.entries.map { Folding.fold($0.text) })
      guard oldNames.isDisjoint(with: newNames), old.code == nil || old.code != new.code else {
        continue
      }
      let others = Set(newNames.flatMap { byName[$0] ?? [] }).subtracting([pair.book])
      guard let other = others.first, others.count == 1,
        !(pairs.first { $0.book == other }.map { partner in
          // The other row's own measure still has its name.
          let names = Set(
            catalog.measures[partner.catalog].name.entries.map { Folding.fold($0.text) })
          return !names.isDisjoint(
            with: Set(book.measures[other].name.entries.map { Folding.fold($0.text) }))
        } ?? false)
      else { continue }
      doubts.append(
        (
          pair.catalog, [pair.book, other], "its id is that of one row and its name that of another"
        ))
    }
  }
}
