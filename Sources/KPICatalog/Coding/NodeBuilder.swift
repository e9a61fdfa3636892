/// Makes a tree of what it takes.
struct NodeBuilder: CatalogEncoder {
  /// A list or a map that is not ended.
  private struct Frame {
    var items: [CatalogNode] = []
    var members: [CatalogNode.Member] = []
    /// The key of the member begun.
    var key = ""
    let isMap: Bool
  }

  private var frames: [Frame] = []
  /// The tree; null before anything was taken.
  private(set) var root = CatalogNode(.null)

  mutating func null() { node(CatalogNode(.null)) }
  mutating func boolean(_ value: Bool) { node(CatalogNode(.boolean(value))) }
  mutating func number(_ value: Double) { node(CatalogNode(.number(value))) }
  mutating func text(_ text: String) { node(CatalogNode(.text(text))) }
  mutating func beginList() { frames.append(Frame(isMap: false)) }
  mutating func beginMap() { frames.append(Frame(isMap: true)) }

  mutating func endList() {
    if let frame = frames.popLast() { node(CatalogNode(.list(frame.items))) }
  }

  mutating func endMap() {
    if let frame = frames.popLast() { node(CatalogNode(.map(frame.members))) }
  }

  mutating func beginMember(_ key: String) {
    if let last = frames.indices.last { frames[last].key = key }
  }

  mutating func endMember(keepsEmptyMap: Bool) {
    guard !keepsEmptyMap, let last = frames.indices.last,
      case .map(let members)? = frames[last].members.last?.value.content, members.isEmpty
    else { return }
    frames[last].members.removeLast()
  }

  mutating func node(_ node: CatalogNode) {
    guard let last = frames.indices.last else {
      root = node
      return
    }
    if frames[last].isMap {
      frames[last].members.append(.init(key: frames[last].key, place: .init(), value: node))
    } else {
      frames[last].items.append(node)
    }
  }
}
