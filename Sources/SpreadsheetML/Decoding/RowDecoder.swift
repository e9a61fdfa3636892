/// A row as the standard library's decoding sees it: a keyed container of cells.
struct RowDecoder: Decoder {
  let row: Row
  let headings: ColumnHeadings
  let styles: StyleSheet
  let sheet: Sheet

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowContainer<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw WorkbookError(
      .undecodable, "a row decodes by its headings, not as a list", at: place(nil))
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    throw WorkbookError(
      .undecodable, "a row decodes by its headings, not as one value", at: place(nil))
  }

  func place(_ column: Int?) -> Place {
    Place(
      file: sheet.book.file, sheet: sheet.name,
      cell: CellReference(row: row.number, column: column ?? row.cells.first?.reference.column ?? 1)
    )
  }
}

/// The cells of a row by heading.
private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: RowDecoder

  var codingPath: [any CodingKey] { [] }
  /// The headings whose cells hold a value.
  var allKeys: [Key] {
    decoder.headings.names.compactMap { Key(stringValue: $0) }.filter { !decodeNil(forKey: $0) }
  }

  func contains(_ key: Key) -> Bool { decoder.headings.column(key.stringValue) != nil }

  func decodeNil(forKey key: Key) -> Bool { cell(key).value == .blank }

  private func cell(_ key: Key) -> CellDecoder {
    let column = decoder.headings.column(key.stringValue)
    let cell = column.flatMap { decoder.row.cell(column: $0) }
    return CellDecoder(
      value: cell?.value ?? .blank, format: cell.map { decoder.styles.numberFormat($0.style) },
      heading: key.stringValue, hasColumn: column != nil, place: decoder.place(column),
      dateSystem: decoder.sheet.dateSystem)
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try cell(key).boolean() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try cell(key).text() }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try cell(key).number() }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { Float(try cell(key).number()) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try cell(key).integer() }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try cell(key).integer() }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try cell(key).integer() }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try cell(key).integer() }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try cell(key).integer() }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try cell(key).integer() }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try cell(key).integer() }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try cell(key).integer() }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try cell(key).integer() }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try cell(key).integer() }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try T(from: cell(key))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> { throw cell(key).fault("a group of values") }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw cell(key).fault("a list")
  }

  func superDecoder() throws -> any Decoder { decoder }

  func superDecoder(forKey key: Key) throws -> any Decoder { decoder }
}
