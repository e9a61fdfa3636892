/// Something a rule has found in a catalog.
public struct CheckFinding: Hashable, Sendable {
  /// Where in a workbook the value at fault stands.
  public struct Origin: Hashable, Sendable {
    /// The sheet's name; nil for a file without sheets.
    public var sheet: String?
    /// The cell, such as `D14`.
    public var cell: String

    /// Makes a place.
    ///
    /// - Parameters:
    ///   - sheet: The sheet's name; nil for a file without sheets.
    ///   - cell: The cell, such as `D14`.
    public init(sheet: String?, cell: String) {
      self.sheet = sheet
      self.cell = cell
    }
  }

  /// The rule.
  public var rule: CheckRule
  /// The measure, or nil if the finding is about the catalog.
  public var measure: KPIIdentifier?
  /// The field, lists counted from 1 as in ``KPIDefinition/fields``: `targets[2].value`; nil if the
  /// finding is about the whole measure or catalog.
  public var field: String?
  /// What is wrong and what to do, with a semicolon between; no full stop at the end.
  public var message: String
  /// The cell the field was read from, or the measure's name if the field has no cell; nil if the
  /// catalog does not know.
  public var origin: Origin?

  /// How much it matters.
  public var severity: CheckSeverity { rule.severity }

  /// Makes a finding of its parts; see each property.
  public init(
    rule: CheckRule, measure: KPIIdentifier? = nil, field: String? = nil, message: String,
    origin: Origin? = nil
  ) {
    self.rule = rule
    self.measure = measure
    self.field = field
    self.message = message
    self.origin = origin
  }
}
