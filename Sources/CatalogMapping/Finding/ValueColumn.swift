internal import SpreadsheetML

/// Tells whether a value is such as a column of a field holds.
enum ValueColumn {
  /// Whether a value reads as one of the field; nil for fields that hold any text, and for values
  /// that stand for none.
  static func reads(_ value: CellValue, as field: ColumnField) -> Bool? {
    switch value {
    case .text(let text):
      if text.trimmed.isEmpty || MissingWords.contains(text) { return nil }
      switch field {
      case .frequency, .reportingFrequency: return WordList.frequency.value(of: text) != nil
      case .direction: return WordList.direction.value(of: text) != nil
      case .leadLag: return WordList.leadLag.value(of: text) != nil
      case .unit: return UnitWords(text) != nil
      case .weight: return QuantityText(text) != nil
      default: return field.isQuantity ? QuantityText(text) != nil : nil
      }
    case .number: return field.isQuantity || field == .weight ? true : nil
    default: return nil
    }
  }
}
