/// Which measure of one catalog is which of another.
///
/// First by id; what is left over by code, then by name, then by aliases, then by having the same
/// definition. A match must be the only one for both measures.
public struct MeasureMatching: Hashable, Sendable {
  /// By what a measure was recognized under another id.
  public enum Evidence: String, Hashable, Sendable {
    /// The same code, and enough else alike that the code was not given to another measure.
    case code
    /// A name in common, whatever its case, accents and punctuation.
    case name
    /// One has the other's id or name among its aliases.
    case alias
    /// The same description, formula or question, and most else alike.
    case definition
  }

  /// A measure under two ids.
  public struct Renaming: Hashable, Sendable {
    /// The id in the first catalog.
    public let old: KPIIdentifier
    /// The id in the second catalog.
    public let new: KPIIdentifier
    /// By what it was recognized.
    public let evidence: Evidence
  }

  /// The measures under another id, in the order of the first catalog.
  public private(set) var renamings: [Renaming]
  private var successors: [KPIIdentifier: KPIIdentifier]
  private var originals: [KPIIdentifier: KPIIdentifier]

  /// Matches the measures of two catalogs.
  ///
  /// - Parameters:
  ///   - old: The first catalog.
  ///   - new: The second catalog.
  /// - Complexity: O(*n*) in the number of measures, squared for those without a match by id.
  public init(_ old: Catalog, _ new: Catalog) {
    let oldIDs = Set(old.measures.map(\.id))
    let newIDs = Set(new.measures.map(\.id))
    self.init(common: oldIDs.intersection(newIDs))
    var left = old.measures.filter { !newIDs.contains($0.id) }
    var right = new.measures.filter { !oldIDs.contains($0.id) }
    guard !left.isEmpty, !right.isEmpty else { return }
    let order = Dictionary(old.measures.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for evidence in [Evidence.code, .name, .alias, .definition] {
      for (old, new) in Self.pairs(left, right, by: evidence) {
        note(Renaming(old: old, new: new, evidence: evidence))
        left.removeAll { $0.id == old }
        right.removeAll { $0.id == new }
      }
    }
    renamings.sort { order[$0.old, default: 0] < order[$1.old, default: 0] }
  }

  /// Makes a matching of measures that have the same id in both catalogs.
  init(common: Set<KPIIdentifier>) {
    renamings = []
    successors = Dictionary(common.map { ($0, $0) }) { first, _ in first }
    originals = successors
  }

  /// Notes a measure under two ids.
  mutating func note(_ renaming: Renaming) {
    if renaming.old != renaming.new { renamings.append(renaming) }
    // An id that was another measure's in the first catalog is that no more.
    if successors[renaming.new] == renaming.new, renaming.old != renaming.new {
      successors[renaming.new] = nil
    }
    successors[renaming.old] = renaming.new
    originals[renaming.new] = renaming.old
  }

  /// Takes back that a measure is another one under its new id.
  mutating func forget(_ renaming: Renaming) {
    renamings.removeAll { $0 == renaming }
    successors[renaming.old] = nil
    originals[renaming.new] = nil
  }

  /// The id in the second catalog of a measure of the first, or nil.
  public func successor(of id: KPIIdentifier) -> KPIIdentifier? { successors[id] }

  /// The id in the first catalog of a measure of the second, or nil.
  public func original(of id: KPIIdentifier) -> KPIIdentifier? { originals[id] }

  // MARK: Evidence

  private typealias Pair = (old: KPIIdentifier, new: KPIIdentifier)

  /// The pairs for which the evidence speaks, and speaks for no other partner of either.
  private static func pairs(
    _ left: [KPIDefinition], _ right: [KPIDefinition], by evidence: Evidence
  ) -> [Pair] {
    // Comparing all with all is for the few that are left over; thousands are matched by id only.
    guard left.count.multipliedReportingOverflow(by: right.count).partialValue <= 250_000 else {
      return []
    }
    let leftFacts = left.map(MeasureFacts.init)
    let rightFacts = right.map(MeasureFacts.init)
    var pairs: [Pair] = []
    var leftCount: [KPIIdentifier: Int] = [:]
    var rightCount: [KPIIdentifier: Int] = [:]
    for one in leftFacts {
      for other in rightFacts where one.matches(other, by: evidence) {
        pairs.append((one.id, other.id))
        leftCount[one.id, default: 0] += 1
        rightCount[other.id, default: 0] += 1
      }
    }
    return pairs.filter { leftCount[$0.old] == 1 && rightCount[$0.new] == 1 }
  }
}

/// What tells a measure from others, beside its id.
struct MeasureFacts {
  let id: KPIIdentifier
  private let code: String?
  private let names: Set<String>
  private let aliases: Set<String>
  private let fields: [String: CatalogNode]

  init(_ measure: KPIDefinition) {
    id = measure.id
    code = measure.code
    names = Set(measure.name.entries.map { NameFolding.fold($0.text) }).subtracting([""])
    aliases = Set(measure.aliases.map(NameFolding.fold)).subtracting([""])
    fields = Dictionary(
      measure.content.pairs.filter { !Self.namesOnly.contains($0.key) }
        .map { ($0.key, $0.value) }
    ) { first, _ in first }
  }

  /// Fields that say how a measure is called rather than what it is.
  private static let namesOnly: Set<String> = ["id", "code", "name", "aliases", "version"]
  /// Fields hardly alike by chance.
  private static let definingFields = ["description", "formula", "question"]

  func matches(_ other: MeasureFacts, by evidence: MeasureMatching.Evidence) -> Bool {
    switch evidence {
    case .code: code != nil && code == other.code && agreement(with: other) >= 0.5
    case .name: !names.isDisjoint(with: other.names)
    case .alias: isAliased(as: other) || other.isAliased(as: self)
    case .definition:
      Self.definingFields.contains { fields[$0] != nil && fields[$0].means(other.fields[$0]) }
        && agreement(with: other) >= 0.6
    }
  }

  /// Whether the other one's id or one of its names is among the aliases of this one.
  func isAliased(as other: MeasureFacts) -> Bool {
    aliases.contains(NameFolding.fold(other.id.text)) || !aliases.isDisjoint(with: other.names)
  }

  /// The share of the fields either has that are alike, 0 to 1; 1 if neither has any.
  private func agreement(with other: MeasureFacts) -> Double {
    let keys = Set(fields.keys).union(other.fields.keys)
    guard !keys.isEmpty else { return 1 }
    let same = keys.count { fields[$0].means(other.fields[$0]) }
    return Double(same) / Double(keys.count)
  }
}
