import Yams

/// Reads YAML into a tree of values with places.
///
/// The one file that knows Yams.
///
/// Nothing of Yams runs before the first YAML file is read. A catalog is one document of plain
/// data: aliases, anchors, tags and further documents are errors, keys are unique, depth and size
/// bounded.
enum YAMLReader {
  static func read(_ bytes: [UInt8], limits: CatalogLimits) throws(CatalogError) -> CatalogNode {
    let start = try TextBytes.check(bytes, limits: limits)
    try YAMLGuard.check(bytes, limits: limits)
    // Yams keeps a pointer into the text, which is only right for texts too long to be stored
    // inline.
    let preface = "# The text begins below.\n"
    let text = preface + String(decoding: bytes[start...], as: UTF8.self)
    let converter = Converter(limits: limits, marks: YAMLByteOrderMarks(in: Array(text.utf8)))
    do {
      let parser = try Parser(
        yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      // The parser must outlive the tree, which refers to its anchors weakly.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else {
          throw CatalogError(.empty, line: 1, column: 1)
        }
        return try converter.node(root, depth: 1)
      }
    } catch let error as CatalogError {
      throw error
    } catch {
      throw catalogError(error, in: text, limits: limits)
    }
  }

  /// What a Yams error means here.
  private static func catalogError(
    _ error: any Error, in text: String, limits: CatalogLimits
  ) -> CatalogError {
    guard let error = error as? YamlError else {
      return CatalogError(.yamlSyntax("it cannot be read"), cause: error)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      if problem.hasPrefix("Maximum nesting level") {
        return located(.tooDeep(limit: limits.depth), mark)
      }
      let sentence = (context.map { $0.text + ", " } ?? "") + problem
      return located(.yamlSyntax(sentence), mark)
    case .composer(_, let problem, let mark, _):
      if problem.contains("another document") { return located(.yamlDocuments, mark) }
      return located(.yamlUndefinedAlias, mark)
    case .duplicatedKeysInMapping(let keys, let context):
      // Yams has no text for keys that are lists or maps.
      let key = keys.first ?? ""
      return located(
        key == "<uncovertable>" ? .yamlKeyNotText : .duplicateKey(key), context.mark)
    case .reader(let problem, let offset, _, _):
      // The offset counts characters.
      let before = offset.map { text.prefix($0) }?.unicodeScalars
      let lines = before?.filter { $0 == "\n" }.count
      return CatalogError(.yamlSyntax(problem), line: lines)
    default:
      return CatalogError(.yamlSyntax("it cannot be read"), cause: error)
    }
  }

  private static func located(_ fault: CatalogFault, _ mark: Mark) -> CatalogError {
    // One line was put before the text.
    CatalogError(fault, line: max(1, mark.line - 1), column: mark.column)
  }

  /// Turns the nodes of Yams into ours.
  private struct Converter {
    let limits: CatalogLimits
    let marks: YAMLByteOrderMarks

    func node(_ node: Node, depth: Int) throws(CatalogError) -> CatalogNode {
      let place = place(of: node)
      func fault(_ fault: CatalogFault) -> CatalogError {
        CatalogError(fault, line: Int(place.line), column: Int(place.column))
      }
      if let anchor = node.anchor { throw fault(.yamlAnchor(anchor.rawValue)) }
      switch node {
      case .scalar(let scalar):
        return CatalogNode(try content(of: scalar, fault), at: place)
      case .sequence(let sequence):
        guard depth <= limits.depth else { throw fault(.tooDeep(limit: limits.depth)) }
        try check(sequence.tag, expected: "tag:yaml.org,2002:seq", fault)
        var items: [CatalogNode] = []
        items.reserveCapacity(sequence.count)
        for item in sequence { items.append(try self.node(item, depth: depth + 1)) }
        return CatalogNode(.list(items), at: place)
      case .mapping(let mapping):
        guard depth <= limits.depth else { throw fault(.tooDeep(limit: limits.depth)) }
        try check(mapping.tag, expected: "tag:yaml.org,2002:map", fault)
        var members: [CatalogNode.Member] = []
        members.reserveCapacity(mapping.count)
        for (key, value) in mapping {
          members.append(
            .init(
              key: try self.key(key, depth: depth), place: self.place(of: key),
              value: try self.node(value, depth: depth + 1)))
        }
        return CatalogNode(.map(members), at: place)
      case .alias(let alias):
        throw fault(.yamlAlias(alias.anchor.rawValue))
      }
    }

    private func key(_ node: Node, depth: Int) throws(CatalogError) -> String {
      let key = try self.node(node, depth: depth)
      switch key.content {
      case .text(let text), .plain(let text): return text
      default: throw CatalogError(.yamlKeyNotText, at: key)
      }
    }

    private func content(
      of scalar: Node.Scalar, _ fault: (CatalogFault) -> CatalogError
    ) throws(CatalogError) -> CatalogNode.Content {
      let text = marks.restored(
        scalar.string, line: scalar.mark?.line ?? 0, column: scalar.mark?.column ?? 0)
      switch scalar.tag.rawValue {
      case "" where scalar.style == .plain || scalar.style == .any: return .plain(text)
      case "", "!", "tag:yaml.org,2002:str": return .text(text)
      case let tag: throw fault(.yamlTag(tag))
      }
    }

    private func check(
      _ tag: Tag, expected: String, _ fault: (CatalogFault) -> CatalogError
    ) throws(CatalogError) {
      guard tag.rawValue.isEmpty || tag.rawValue == "!" || tag.rawValue == expected else {
        throw fault(.yamlTag(tag.rawValue))
      }
    }

    private func place(of node: Node) -> CatalogNode.Place {
      guard let mark = node.mark else { return CatalogNode.Place() }
      return CatalogNode.Place(line: max(1, mark.line - 1), column: mark.column)
    }
  }
}
