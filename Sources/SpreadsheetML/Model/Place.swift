/// Where in a workbook something is: as much of it as is known.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file's path, or `-` for a standard stream.
  public var file: String?
  /// The part inside the package, such as `xl/workbook.xml`; shown only without a sheet.
  public var part: String?
  /// The sheet's name.
  public var sheet: String?
  /// The cell.
  public var cell: CellReference?

  /// Makes a place.
  public init(
    file: String? = nil, part: String? = nil, sheet: String? = nil, cell: CellReference? = nil
  ) {
    self.file = file
    self.part = part
    self.sheet = sheet
    self.cell = cell
  }

  /// The place as Excel would write it: `book.xlsx: 'FY 24'!AA2`; of a file without sheets the cell
  /// alone, `measures.csv: AA2`.
  public var description: String {
    var inside = ""
    if let sheet {
      inside = Place.quoted(sheet)
      if let cell { inside += "!\(cell)" }
    } else if let part {
      inside = part
    } else if let cell {
      inside = cell.description
    }
    guard let file else { return inside }
    return inside.isEmpty ? file : "\(file): \(inside)"
  }

  /// A sheet's name as it stands in an address: in quotes unless it is a plain word.
  ///
  /// A plain word holds only letters, digits, underscores and dots, does not begin with a digit or
  /// a dot, and could not be read as a cell (`Q1`, `R1C1`) or a truth value.
  public static func quoted(_ sheet: String) -> String {
    let isWord = sheet.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "."
    }
    let startsWell = sheet.unicodeScalars.first.map {
      $0.properties.isAlphabetic || $0 == "_"
    }
    if isWord, startsWell == true, CellReference(sheet) == nil, !looksLikeR1C1(sheet),
      !["TRUE", "FALSE"].contains(sheet.uppercased())
    {
      return sheet
    }
    return "'"
      + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }

  /// `R`, `C`, `R1`, `C5`, `R1C1` and the like, which Excel reads as addresses.
  private static func looksLikeR1C1(_ text: String) -> Bool {
    var rest = Substring(text.uppercased())
    guard rest.first == "R" || rest.first == "C" else { return false }
    if rest.first == "R" {
      rest = rest.dropFirst().drop { $0.isNumber }
    }
    if rest.first == "C" {
      rest = rest.dropFirst().drop { $0.isNumber }
    }
    return rest.isEmpty
  }
}
