extension String {
  /// The text in UTF-16.
  ///
  /// - Parameters:
  ///   - bigEndian: whether the high byte of a unit comes first.
  ///   - mark: whether a byte order mark stands before it.
  /// - Returns: the bytes.
  public func utf16Bytes(bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in ((mark ? "\u{feff}" : "") + self).utf16 {
      bytes.append(littleEndian: bigEndian ? unit.byteSwapped : unit)
    }
    return bytes
  }
}
