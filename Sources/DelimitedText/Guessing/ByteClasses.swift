/// What each byte means to the scanner.
///
/// The class of a delimiter is one, so that it can be added to a count of fields without a branch;
/// every class above it ends the run of plain bytes.
struct ByteClasses {
  static let text: UInt8 = 0
  static let delimiter: UInt8 = 1
  static let quote: UInt8 = 2
  static let lineFeed: UInt8 = 3
  static let carriageReturn: UInt8 = 5

  /// The class of each of the 256 bytes.
  let table: InlineArray<256, UInt8>

  init(_ dialect: Dialect) {
    var table = InlineArray<256, UInt8>(repeating: Self.text)
    table[Int(ASCII.lineFeed)] = Self.lineFeed
    table[Int(ASCII.carriageReturn)] = Self.carriageReturn
    table[Int(dialect.delimiter)] = Self.delimiter
    if let quote = dialect.quote { table[Int(quote)] = Self.quote }
    self.table = table
  }
}
