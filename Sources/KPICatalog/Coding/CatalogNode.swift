/// A value of a catalog file, JSON or YAML alike, with its place there.
struct CatalogNode: Sendable {
  /// What stands there.
  enum Content: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    /// A YAML scalar without quotes, or a JSON number with more digits than a double holds, as
    /// written: what it is depends on who asks.
    case plain(String)
    case list([CatalogNode])
    case map([Member])
  }

  /// A key with its value.
  struct Member: Sendable {
    let key: String
    let place: Place
    let value: CatalogNode
  }

  /// Line and column from 1; zero when there is no file.
  struct Place: Sendable {
    var line: Int32 = 0
    var column: Int32 = 0

    init() {}

    init(line: Int, column: Int) {
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
    }
  }

  var content: Content
  var place: Place

  init(_ content: Content, at place: Place = Place()) {
    self.content = content
    self.place = place
  }

  /// The line from 1, or nil.
  var line: Int? { place.line > 0 ? Int(place.line) : nil }
  /// The column from 1, or nil.
  var column: Int? { place.column > 0 ? Int(place.column) : nil }

  /// Whether nothing stands here: `null`, or an empty YAML scalar without quotes.
  var isNull: Bool {
    switch content {
    case .null: true
    case .plain(let text): CoreSchema.isNull(text)
    default: false
    }
  }

  /// The kind of thing, for errors.
  var form: CatalogFault.Form {
    switch content {
    case .null: .nothing
    case .boolean: .boolean
    case .number: .number
    case .text: .text
    case .plain(let text):
      if CoreSchema.isNull(text) {
        .nothing
      } else if CoreSchema.boolean(text) != nil {
        .boolean
      } else if CoreSchema.number(text) != nil {
        .number
      } else {
        .text
      }
    case .list: .list
    case .map: .map
    }
  }

  func wrongType(expected: CatalogFault.Form) -> CatalogError {
    CatalogError(.wrongType(expected: expected, found: form), at: self)
  }

  /// The text here.
  ///
  /// A YAML scalar without quotes is taken as written: `007` is the text 007.
  func text() throws(CatalogError) -> String {
    switch content {
    case .text(let text): return text
    case .plain(let text) where !CoreSchema.isNull(text): return text
    default: throw wrongType(expected: .text)
    }
  }

  /// The number here.
  func number() throws(CatalogError) -> FiniteNumber {
    let double: Double?
    switch content {
    case .number(let number): double = number
    case .plain(let text): double = CoreSchema.number(text)
    default: double = nil
    }
    guard let double else { throw wrongType(expected: .number) }
    guard let number = FiniteNumber(double) else { throw CatalogError(.notFinite, at: self) }
    return number
  }

  /// The truth value here.
  func boolean() throws(CatalogError) -> Bool {
    switch content {
    case .boolean(let value): return value
    case .plain(let text):
      guard let value = CoreSchema.boolean(text) else { throw wrongType(expected: .boolean) }
      return value
    default: throw wrongType(expected: .boolean)
    }
  }

  /// The members of the map here.
  func members() throws(CatalogError) -> [Member] {
    guard case .map(let members) = content else { throw wrongType(expected: .map) }
    return members
  }

  /// The items of the list here.
  func items() throws(CatalogError) -> [CatalogNode] {
    guard case .list(let items) = content else { throw wrongType(expected: .list) }
    return items
  }
}
