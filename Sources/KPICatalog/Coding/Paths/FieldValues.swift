/// The values of a row's fields, set one after the other.
///
/// Items of lists are put where they stand: a row of many items is not copied for each of them.
struct FieldValues {
  /// The values by the keys of the fields.
  private(set) var nodes: [String: CatalogNode] = [:]

  /// Sets a value within a field.
  ///
  /// - Parameters:
  ///   - key: The field.
  ///   - shape: What the field holds.
  ///   - steps: The way to the place within it.
  ///   - input: What to put there.
  /// - Throws: ``CatalogError`` without a field; the field stays as it is.
  /// - Complexity: O(1) for a numbered item of a list, else O(*n*) in what the field holds.
  mutating func set(
    _ key: String, _ shape: FieldShape, _ steps: ArraySlice<FieldPath.Step>, to input: FieldInput
  ) throws(CatalogError) {
    guard case .list(let list) = shape, case .item(let name)? = steps.first,
      let number = Int(name), var items = takeItems(key)
    else {
      nodes[key] = try shape.setting(steps, to: input, in: nodes[key])
      return
    }
    defer { if !items.isEmpty { nodes[key] = CatalogNode(.list(items)) } }
    try list.set(item: number, steps.dropFirst(), to: input, in: &items)
  }

  /// Takes the items of a list out; nil if something else stands there.
  private mutating func takeItems(_ key: String) -> [CatalogNode]? {
    guard let content = nodes[key]?.content else { return [] }
    guard case .list(let items) = content else { return nil }
    nodes[key] = nil
    return items
  }
}
