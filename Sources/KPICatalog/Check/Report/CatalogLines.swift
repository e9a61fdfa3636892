/// The lines of a catalog file at which measures and fields stand.
public struct CatalogLines: Sendable {
  private let root: CatalogNode
  private let measures: [String: CatalogNode]

  /// Finds the lines of a YAML file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` if it is no YAML.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(yaml bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    self.init(try YAMLReader.read(bytes, limits: limits))
  }

  /// Finds the lines of a JSON file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` if it is no JSON.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(json bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    self.init(try JSONReader.read(bytes, limits: limits))
  }

  /// Finds the lines of a file of JSON lines.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` if a line is no JSON.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(ndjson bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    let list = CatalogNode(.list(try JSONReader.readLines(bytes, limits: limits)))
    self.init(CatalogNode(.map([.init(key: "measures", place: .init(), value: list)])))
  }

  private init(_ root: CatalogNode) {
    self.root = root
    var measures: [String: CatalogNode] = [:]
    if case .list(let items)? = root.member("measures")?.value.content {
      for item in items {
        guard let id = try? item.member("id")?.value.text() else { continue }
        measures[id] = measures[id] ?? item
      }
    }
    self.measures = measures
  }

  /// The line, from 1, of what a finding is about: its field, or what comes nearest above it.
  ///
  /// - Parameter finding: A finding about the catalog in the file.
  /// - Returns: nil if the file does not have the measure.
  public func line(of finding: CheckFinding) -> Int? {
    var node = root
    if let id = finding.measure {
      guard let measure = measures[id.text] else { return nil }
      node = measure
    }
    var line = node.line
    for step in Self.steps(finding.field ?? "") {
      guard let (next, place) = node.child(step) else { break }
      node = next
      if place.line > 0 { line = Int(place.line) }
    }
    return line
  }

  /// The keys and, from 1, indices of a field's path; a custom column's header is one key.
  private static func steps(_ field: String) -> [Substring] {
    let header = "custom."
    if field.hasPrefix(header) { return ["custom", field.dropFirst(header.count)] }
    return field.split { $0 == "." || $0 == "[" || $0 == "]" }
  }
}

extension CatalogNode {
  /// The member of a map, or nil.
  fileprivate func member(_ key: Substring) -> Member? {
    guard case .map(let members) = content else { return nil }
    return members.first { $0.key == key }
  }

  /// The value under a key or, from 1, index, and where it begins.
  fileprivate func child(_ step: Substring) -> (CatalogNode, Place)? {
    switch content {
    case .map: return member(step).map { ($0.value, $0.place) }
    case .list(let items):
      guard let index = Int(step), items.indices.contains(index - 1) else { return nil }
      return (items[index - 1], items[index - 1].place)
    default: return nil
    }
  }
}
