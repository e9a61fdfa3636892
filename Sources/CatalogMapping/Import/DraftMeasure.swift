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
