/// Why a catalog, or a formula in one, cannot be read.
public struct CatalogError: Error, Sendable {
  /// The kind of fault.
  ///
  /// New kinds may be added.
  public struct Code: Hashable, Sendable {
    private enum Kind: Hashable, Sendable {
      case encoding, limit, syntax, unsupported, duplicateKey, unknownKey, missingKey
      case wrongType, unknownWord, invalidValue, duplicateIdentifier, expression, unit, builtIn
      case unknownMeasure, base
    }

    private let kind: Kind

    /// The bytes are not UTF-8.
    public static let encoding = Code(kind: .encoding)
    /// The file is larger or deeper than allowed.
    public static let limit = Code(kind: .limit)
    /// The file is not JSON or not YAML.
    public static let syntax = Code(kind: .syntax)
    /// The file uses a part of YAML a catalog may not use: aliases, tags, several documents.
    public static let unsupported = Code(kind: .unsupported)
    /// A key stands twice in one map.
    public static let duplicateKey = Code(kind: .duplicateKey)
    /// A key that is not known here.
    public static let unknownKey = Code(kind: .unknownKey)
    /// A key that must be there is not.
    public static let missingKey = Code(kind: .missingKey)
    /// A text where a number belongs, and the like.
    public static let wrongType = Code(kind: .wrongType)
    /// A word that is not in the list it must come from.
    public static let unknownWord = Code(kind: .unknownWord)
    /// A value that cannot be: a date that does not exist, a scale turned over.
    public static let invalidValue = Code(kind: .invalidValue)
    /// Two measures with one id.
    public static let duplicateIdentifier = Code(kind: .duplicateIdentifier)
    /// A formula that cannot be read.
    public static let expression = Code(kind: .expression)
    /// A formula whose units do not fit.
    public static let unit = Code(kind: .unit)
    /// A measure that is not there.
    public static let unknownMeasure = Code(kind: .unknownMeasure)
    /// The base of an overlay that may not be used, or refers back to the overlay.
    public static let base = Code(kind: .base)
    /// The built-in catalog is not there or not whole.
    public static let builtIn = Code(kind: .builtIn)
  }

  /// The kind of fault.
  public var code: Code
  /// What is wrong and what to do, one sentence.
  public var message: String
  /// The line, from 1, or nil if there is no file.
  public var line: Int?
  /// The column, from 1, counted in Unicode scalars; for a formula outside a file, its column in
  /// the formula's text.
  public var column: Int?
  /// The field, lists counted from 0, such as `measures[3].unit.kind`; nil outside any field.
  public var field: String?
  /// The error below, kept whole.
  public var cause: (any Error)?

  init(_ fault: CatalogFault, line: Int? = nil, column: Int? = nil, cause: (any Error)? = nil) {
    self.code = fault.code
    self.message = fault.sentence
    self.line = line
    self.column = column
    self.cause = cause
  }

  init(_ fault: CatalogFault, at node: CatalogNode) {
    self.init(fault, line: node.line, column: node.column)
  }

  /// The same error at the place of a value.
  init(_ error: CatalogError, at node: CatalogNode) {
    self = error
    line = node.line
    column = node.column
  }

  /// The same error seen from the map that holds the field.
  func inside(_ key: String) -> CatalogError {
    var error = self
    if let field {
      error.field = field.hasPrefix("[") ? key + field : key + "." + field
    } else {
      error.field = key
    }
    return error
  }

  /// The same error seen from the list that holds the item.
  func inside(_ index: Int) -> CatalogError {
    inside("[" + String(index) + "]")
  }
}

extension CatalogError: CustomStringConvertible {
  /// Place, field and message in one line, as in `12:5: measures[3].unit.kind: 'percnt' is not a
  /// unit kind; …`.
  public var description: String {
    var text = ""
    if let line {
      text += String(line) + ":"
      if let column { text += String(column) + ":" }
      text += " "
    }
    if let field { text += CatalogFault.shown(field) + ": " }
    return text + message
  }
}
