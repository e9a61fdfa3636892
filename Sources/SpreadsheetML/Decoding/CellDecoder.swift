/// One cell as the standard library's decoding sees it: a single value.
struct CellDecoder: Decoder, SingleValueDecodingContainer {
  let value: CellValue
  let format: NumberFormat?
  let heading: String
  let hasColumn: Bool
  let place: Place
  let dateSystem: DateSystem

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw fault("a group of values")
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw fault("a list") }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { value == .blank }
  func decode(_ type: Bool.Type) throws -> Bool { try boolean() }
  func decode(_ type: String.Type) throws -> String { try text() }
  func decode(_ type: Double.Type) throws -> Double { try number() }
  func decode(_ type: Float.Type) throws -> Float { Float(try number()) }
  func decode(_ type: Int.Type) throws -> Int { try integer() }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
  func decode(_ type: UInt.Type) throws -> UInt { try integer() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: self) }

  func number() throws -> Double {
    guard case .number(let number) = value else { throw fault("a number") }
    return number
  }

  func integer<T: FixedWidthInteger>() throws -> T {
    guard case .number(let number) = value, let whole = T(exactly: number) else {
      throw fault("a whole number from \(T.min) to \(T.max)")
    }
    return whole
  }

  func boolean() throws -> Bool {
    guard case .boolean(let truth) = value else { throw fault("TRUE or FALSE") }
    return truth
  }

  func text() throws -> String {
    switch value {
    case .text(let text), .isoDate(let text): return text
    case .number(let number):
      var bytes: [UInt8] = []
      if let kind = format?.kind,
        SerialDate.appendISO8601(number, as: kind, in: dateSystem, to: &bytes)
      {
        return String(decoding: bytes, as: UTF8.self)
      }
      return ShortestDecimal.text(number)
    case .boolean(let truth): return truth ? "TRUE" : "FALSE"
    case .blank, .error: throw fault("a text")
    }
  }

  func date() throws -> SerialDate {
    guard case .number(let number) = value, let date = SerialDate(serial: number, in: dateSystem)
    else { throw fault("a date") }
    return date
  }

  /// What stands in the way of decoding the cell as something.
  func fault(_ wanted: String) -> WorkbookError {
    guard hasColumn else {
      return WorkbookError(
        .undecodable, "no column is headed '\(heading)', which must hold \(wanted)",
        at: Place(file: place.file, sheet: place.sheet))
    }
    let found =
      switch value {
      case .blank: "nothing"
      case .number(let number): "the number \(number)"
      case .text(let text), .isoDate(let text): "'\(text.prefix(40))'"
      case .boolean(let truth): truth ? "TRUE" : "FALSE"
      case .error(let error): "the error \(error)"
      }
    return WorkbookError(
      .undecodable, "under '\(heading)' stands \(found), not \(wanted)", at: place)
  }
}

extension SerialDate: Decodable {
  /// Decodes a cell that holds a date; see ``Sheet/decode(_:headerRow:in:)``.
  public init(from decoder: any Decoder) throws {
    guard let cell = decoder as? CellDecoder else {
      throw DecodingError.typeMismatch(
        SerialDate.self,
        .init(codingPath: decoder.codingPath, debugDescription: "A serial date comes from a sheet"))
    }
    self = try cell.date()
  }
}
