/// Where a measure was read from.
public struct Origin: Hashable, Sendable {
  /// The sheet's name; nil for a file without sheets.
  public var sheet: String?
  /// The row, from 1, as the sheet counts.
  public var row: Int?
  /// The cell of each field, such as `name` to `B14`; a custom column has its header after
  /// `custom.`.
  public var cells: OrderedMap<String, String>

  /// Makes an origin.
  ///
  /// - Parameters:
  ///   - sheet: The sheet's name; nil for a file without sheets.
  ///   - row: The row, from 1.
  ///   - cells: The cell of each field.
  public init(sheet: String? = nil, row: Int? = nil, cells: OrderedMap<String, String> = [:]) {
    self.sheet = sheet
    self.row = row
    self.cells = cells
  }
}
