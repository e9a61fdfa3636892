internal import KPICatalog
internal import SpreadsheetML

/// A measure as a region gave it, before it has an id and a place in the catalog.
struct DraftMeasure: Sendable {
  /// What was read; the id is provisional.
  var definition: KPIDefinition
  /// The id that a column of ids states.
  var statedID: KPIIdentifier?
  /// The group as the workbook writes it.
  var group: String?
  /// The name of the group in the definition, where the workbook has an id for it.
  var groupName: LocalizedText?
  /// A perspective that is none of the four, as the workbook writes it.
  var perspective: String?
  /// The languages of its texts beside that of its region.
  var languages: [LanguageTag] = []
  /// The language the row's texts are in by a column of its own.
  var rowLanguage: LanguageTag?
  /// Names or ids of measures under *paired with* and *derived from*, with the cells they stand in.
  var pairedWith: [Reference] = []
  var derivedFrom: [Reference] = []
  /// The cell of the name, for findings.
  var nameCell: CellReference?
  var codeCell: CellReference?
  /// The region and the record the measure was read from, by their indexes.
  var region = 0
  var record = 0
  /// The other rows that give the same measure in other languages.
  var others: [CatalogAssembly.Source] = []

  struct Reference: Sendable {
    var text: String
    var cell: CellReference?
    var heading: String
  }

  /// Forgets all but the definition.
  mutating func forgetFacts() {
    statedID = nil
    group = nil
    groupName = nil
    perspective = nil
    languages = []
    rowLanguage = nil
    pairedWith = []
    derivedFrom = []
    nameCell = nil
    codeCell = nil
    region = 0
    record = 0
    others = []
  }
}

/// The measures of a book before they have their places in the catalog.
///
/// The definitions stand in an array of their own, which becomes the catalog's: of a long table
/// nothing else takes as much memory.
struct DraftMeasures {
  var definitions: [KPIDefinition] = []
  /// What takes the place of a definition that is moved.
  private static let blank = KPIDefinition(id: .provisional, name: LocalizedText())
  private(set) var facts: [Facts] = []

  /// What is known of a measure beside its definition.
  struct Facts: Sendable {
    let statedID: KPIIdentifier?
    let group: String?
    let groupName: LocalizedText?
    let perspective: String?
    let languages: [LanguageTag]
    let pairedWith: [DraftMeasure.Reference]
    let derivedFrom: [DraftMeasure.Reference]
    let nameCell: CellReference?
    let codeCell: CellReference?
    let region: Int
    let record: Int
    let others: [CatalogAssembly.Source]
    /// The language of the row, which only the joining of rows asks for.
    let rowLanguage: LanguageTag?
  }

  var indices: Range<Int> { facts.indices }
  var count: Int { facts.count }
  var isEmpty: Bool { facts.isEmpty }

  mutating func reserveCapacity(_ count: Int) {
    definitions.reserveCapacity(count)
    facts.reserveCapacity(count)
  }

  /// Adds a measure that is whole; its definition is moved, not copied, as it holds dozens of
  /// references.
  ///
  /// - Parameters:
  ///   - draft: The measure; blank afterwards.
  ///   - region: The region it was read from, if the draft does not say it.
  mutating func move(_ draft: inout DraftMeasure, region: Int? = nil) {
    facts.append(
      Facts(
        statedID: draft.statedID, group: draft.group, groupName: draft.groupName,
        perspective: draft.perspective, languages: draft.languages, pairedWith: draft.pairedWith,
        derivedFrom: draft.derivedFrom, nameCell: draft.nameCell, codeCell: draft.codeCell,
        region: region ?? draft.region, record: draft.record,
        others: draft.others, rowLanguage: draft.rowLanguage))
    definitions.append(Self.blank)
    swap(&definitions[definitions.count - 1], &draft.definition)
    draft.forgetFacts()
  }

  /// Each measure as it was read, for those who join them.
  var drafts: [DraftMeasure] {
    get {
      indices.map { index in
        let known = facts[index]
        var draft = DraftMeasure(definition: definitions[index])
        draft.statedID = known.statedID
        draft.group = known.group
        draft.groupName = known.groupName
        draft.perspective = known.perspective
        draft.languages = known.languages
        draft.rowLanguage = known.rowLanguage
        draft.pairedWith = known.pairedWith
        draft.derivedFrom = known.derivedFrom
        draft.nameCell = known.nameCell
        draft.codeCell = known.codeCell
        draft.region = known.region
        draft.record = known.record
        draft.others = known.others
        return draft
      }
    }
    set {
      self = DraftMeasures()
      reserveCapacity(newValue.count)
      for var draft in newValue { move(&draft) }
    }
  }
}

/// One field of a measure with the cell it came from and how it was read.
struct FieldTrace: Sendable {
  var field: String
  var cell: CellReference?
  var rule: ReadingRule
  var certainty: Double
  /// The plan of its column by its index in the region; nil for what banners and sheets say.
  var plan: Int?
}
