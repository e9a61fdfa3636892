/// A value for each field, found by the field's place in the list: faster than a dictionary.
struct FieldTable<Value: Sendable>: Sendable {
  private var values = [Value?](repeating: nil, count: ColumnField.allCases.count)

  /// The value of a field, or nil.
  subscript(field: ColumnField) -> Value? {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }
}
