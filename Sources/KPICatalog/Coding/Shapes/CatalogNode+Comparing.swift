extension CatalogNode: Hashable {
  /// Whether two values are the same to the last byte; where they stand is not looked at.
  static func == (left: CatalogNode, right: CatalogNode) -> Bool {
    switch (left.content, right.content) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)), (.plain(let left), .plain(let right)):
      left.utf8.elementsEqual(right.utf8)
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)):
      left.elementsEqual(right) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch content {
    case .null: hasher.combine(0)
    case .boolean(let truth): hasher.combine(truth)
    case .number(let number): hasher.combine(number)
    case .text(let text), .plain(let text): hasher.combine(text)
    case .list(let items): hasher.combine(items)
    case .map(let members):
      for member in members {
        hasher.combine(member.key)
        hasher.combine(member.value)
      }
    }
  }

  /// Whether two values say the same: texts that differ only in how Unicode spells their characters
  /// do, as they do for `==` on strings.
  func means(_ other: CatalogNode) -> Bool {
    switch (content, other.content) {
    case (.text(let left), .text(let right)): left == right
    case (.list(let left), .list(let right)): left.elementsEqual(right) { $0.means($1) }
    case (.map(let left), .map(let right)):
      left.elementsEqual(right) { $0.key == $1.key && $0.value.means($1.value) }
    default: self == other
    }
  }
}

extension CatalogNode? {
  /// Whether both are absent, or present and say the same.
  func means(_ other: CatalogNode?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let left?, let right?): left.means(right)
    default: false
    }
  }
}

extension CatalogNode {
  /// The members of the map here; none for anything else.
  var pairs: [Member] {
    guard case .map(let members) = content else { return [] }
    return members
  }

  /// The items of the list here; none for anything else.
  var elements: [CatalogNode] {
    guard case .list(let items) = content else { return [] }
    return items
  }

  /// The value of a key of the map here, or nil.
  subscript(key: String) -> CatalogNode? {
    pairs.first { $0.key == key }?.value
  }

  /// The first text, number or truth value here or below, as text; empty if there is none.
  var firstText: String {
    switch content {
    case .null: ""
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let number): FiniteNumber(number)?.description ?? ""
    case .text(let text), .plain(let text): text
    case .list(let items): items.first?.firstText ?? ""
    case .map(let members): members.first?.value.firstText ?? ""
    }
  }
}
