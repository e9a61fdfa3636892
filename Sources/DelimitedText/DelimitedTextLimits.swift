/// How much of a delimited text is taken before it is refused.
///
/// They keep memory bounded whatever the file says: a quote that is never closed would otherwise
/// read the whole file as one field. Bytes are counted in UTF-8, as the text stands, quotes included.
public struct DelimitedTextLimits: Sendable, Hashable {
  /// The most bytes of one field; 16 MiB by default.
  public var fieldBytes: Int

  /// The most fields of one record; 1,048,576 by default.
  public var fieldsPerRecord: Int

  /// The most bytes of one record; 64 MiB by default.
  public var recordBytes: Int

  /// The highest value any limit can have: 512 MiB, so that offsets fit into thirty bits.
  public static let utmost = 1 << 29

  /// Sets the limits.
  ///
  /// Values below one are taken as one, values above ``utmost`` as ``utmost``.
  ///
  /// - Parameters:
  ///   - fieldBytes: The most bytes of one field.
  ///   - fieldsPerRecord: The most fields of one record.
  ///   - recordBytes: The most bytes of one record, its line end not counted.
  public init(
    fieldBytes: Int = 16 << 20, fieldsPerRecord: Int = 1 << 20, recordBytes: Int = 64 << 20
  ) {
    self.fieldBytes = fieldBytes
    self.fieldsPerRecord = fieldsPerRecord
    self.recordBytes = recordBytes
  }

  /// The same limits brought within one and ``utmost``.
  var clamped: DelimitedTextLimits {
    func clamp(_ value: Int) -> Int { min(max(value, 1), Self.utmost) }
    return DelimitedTextLimits(
      fieldBytes: clamp(fieldBytes), fieldsPerRecord: clamp(fieldsPerRecord),
      recordBytes: clamp(recordBytes))
  }
}
