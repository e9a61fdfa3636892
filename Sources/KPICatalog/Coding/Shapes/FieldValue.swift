/// A value of a field, as a difference or conflict shows it.
public struct FieldValue: Hashable, Sendable {
  /// The value as a file has it.
  let node: CatalogNode
  /// The value in a line or, if it holds line breaks, in several: `45 by 2026-12-31`.
  public let text: String

  init(_ node: CatalogNode, _ shape: FieldShape) {
    self.node = node
    text = shape.text(of: node)
  }

  /// Makes a value of what a file has, or nil of nothing.
  init?(_ node: CatalogNode?, _ shape: FieldShape) {
    guard let node else { return nil }
    self.init(node, shape)
  }

  /// The value as JSON on one line, without a line break at the end.
  public var json: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(node)
    return String(decoding: writer.output.dropLast(), as: UTF8.self)
  }

  /// Whether two values are the same to the last byte.
  public static func == (left: FieldValue, right: FieldValue) -> Bool { left.node == right.node }

  /// Takes the value into a hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}

extension FieldValue: CustomStringConvertible {
  /// The value as text.
  public var description: String { text }
}

extension FieldShape {
  /// A value as people read it.
  func text(of node: CatalogNode) -> String {
    switch self {
    case .value(let type): shortText(of: node, type) ?? node.plainText
    case .custom:
      switch node.content {
      case .null: "(an empty cell)"
      case .map(let members): members.first?.value.firstText ?? ""
      // A text that looks like something else would be taken for that.
      case .text(let text) where CoreSchema.number(text) != nil || CoreSchema.boolean(text) != nil:
        "\"" + text + "\""
      default: node.firstText
      }
    case .text:
      switch node.content {
      case .map(let members):
        members.map { $0.key + ": " + $0.value.firstText }.joined(separator: "; ")
      default: node.firstText
      }
    case .record(let record):
      shortText(of: node, record.type)
        ?? node.pairs.map { member in
          member.key + " " + (record[member.key]?.text(of: member.value) ?? member.value.plainText)
        }.joined(separator: ", ")
    case .list(let list):
      node.elements.map(list.item.text(of:)).joined(separator: list.isOfRecords ? "; " : ", ")
    case .map(let shape):
      node.pairs.map { $0.key + ": " + shape.text(of: $0.value) }.joined(separator: ", ")
    case .unknown: node.plainText
    }
  }

  private func shortText(of node: CatalogNode, _ type: any CatalogCodable.Type) -> String? {
    guard let type = type as? any ShortForm.Type, let value = try? type.init(node: node) else {
      return nil
    }
    return value.short
  }
}

extension ListShape {
  /// Whether the items are maps.
  var isOfRecords: Bool {
    if case .record = item { true } else { false }
  }
}

extension CatalogNode {
  /// A value as text when nothing is known of its field.
  fileprivate var plainText: String {
    switch content {
    case .list(let items): items.map(\.plainText).joined(separator: ", ")
    case .map(let members):
      members.map { $0.key + " " + $0.value.plainText }.joined(separator: ", ")
    default: firstText
    }
  }
}
