public import KPICatalog

extension MeasureUnit {
  /// Reads a unit as people write it in a workbook, in any language that workbooks are understood
  /// in: `h`, `Tage`, `k€`, `Mio. €`, `per 1,000 customers`.
  ///
  /// Gives nil where the words are not known.
  ///
  /// - Parameter text: The words.
  public init?(words text: String) {
    guard let words = UnitWords(text, allowsRemark: false) else { return nil }
    self = words.unit
  }
}
