/// Where a field ends, counted in bytes from the start of its record, and how it was written.
///
/// Thirty bits of offset and two marks share four bytes, so that the scanner stores one number for
/// every field and none for the fields' starts: a field starts one byte after the end of the last.
@usableFromInline
enum FieldEnd {
  /// The bits of the offset of the delimiter or line end after the field.
  @usableFromInline
  static let offset: UInt32 = 0x3FFF_FFFF

  /// Set when the field is written in quotes.
  @usableFromInline
  static let isQuoted: UInt32 = 0x8000_0000

  /// Set when the field's text differs from the bytes between its quotes, so that it had to be copied.
  @usableFromInline
  static let isCopied: UInt32 = 0x4000_0000
}
