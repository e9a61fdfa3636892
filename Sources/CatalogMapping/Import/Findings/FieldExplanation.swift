public import KPICatalog
public import SpreadsheetML

/// Where a field of a measure came from and how it was read.
public struct FieldExplanation: Hashable, Sendable {
  /// The field, lists counted from 1 as in ``KPIDefinition/fields``: `name`, `targets[1]`,
  /// `thresholds.green`, `custom.Cost centre`.
  public var field: String
  /// The value as it stands in the catalog; of several parts each with its name; nil if the cell
  /// gave none.
  public var value: String?
  /// The same value with its type; nil if the cell gave none.
  public var typedValue: FieldValue?
  /// The sheet and cell; without a cell where the sheet's name says it.
  public var place: Place
  /// The heading of its column, or its label; empty where there is none.
  public var heading: String
  /// What the cell holds: the text, the number in its shortest decimals, the error's word; nil
  /// without a cell.
  public var rawText: String?
  /// The code of the cell's number format, such as `0%`; nil without a cell.
  public var numberFormat: String?
  /// The rule that read it, in a clause.
  public var rule: String
  /// How sure it is, 0 to 1.
  public var certainty: Double
  /// Why the column was taken for this field, in clauses.
  public var reasons: [String]
  /// What the import found doubtful or wrong in the cell, in the order it was found.
  public var findings: [Diagnostic] = []
}
