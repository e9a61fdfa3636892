extension FieldShape {
  /// Reads a patch and gives it in the form it is written in, at its place.
  ///
  /// - Parameter node: The patch as it stands in a file.
  /// - Returns: The patch as it is written.
  /// - Throws: ``CatalogError`` with line, column and field.
  func canonicalPatch(_ node: CatalogNode) throws(CatalogError) -> CatalogNode {
    if node.isNull { return CatalogNode(.null, at: node.place) }
    switch self {
    case .value, .unknown: return try canonical(node)
    case .custom:
      if case .map(let members) = node.content, members.first?.key == Self.emptyKey {
        guard members.count == 1, let value = members.first?.value, try value.boolean() else {
          throw CatalogError(.emptyMeansTrue, at: node)
        }
        return CatalogNode(
          .map([.init(key: Self.emptyKey, value: CatalogNode(.boolean(true)))]), at: node.place)
      }
      return try canonical(node)
    case .text:
      guard case .map(let members) = node.content else { return try canonical(node) }
      var changes: [CatalogNode.Member] = []
      for member in members {
        guard let language = LanguageTag(member.key) else {
          throw CatalogError(.notLanguage(member.key), at: member).inside(member.key)
        }
        guard !changes.contains(where: { $0.key == language.text }) else {
          throw CatalogError(.duplicateKey(language.text), at: member).inside(member.key)
        }
        changes.append(try .init(member, named: language.text, .value(String.self)))
      }
      return CatalogNode(.map(changes), at: node.place)
    case .record(let record):
      guard case .map(let members) = node.content else {
        // A word alone stays one: it replaces the record instead of changing a part of it.
        let whole = try canonical(node)
        return CatalogNode(
          .text(whole[record.word ?? ""]?.firstText ?? whole.firstText), at: node.place)
      }
      var changes: [CatalogNode.Member] = []
      for member in members {
        guard let shape = record[member.key] else {
          let nearest = SpellingSuggestion.nearest(to: member.key, among: record.keys)
          throw CatalogError(.unknownKey(member.key, nearest: nearest), at: member)
            .inside(member.key)
        }
        changes.append(try .init(member, named: member.key, shape))
      }
      return CatalogNode(.map(changes), at: node.place)
    case .list(let list):
      guard case .map(let members) = node.content, list.nameKey != nil else {
        return try canonical(node)
      }
      return CatalogNode(.map(try Self.changes(members, list.item)), at: node.place)
    case .map(let shape):
      return CatalogNode(.map(try Self.changes(try node.members(), shape)), at: node.place)
    }
  }

  private static func changes(
    _ members: [CatalogNode.Member], _ shape: FieldShape
  ) throws(CatalogError) -> [CatalogNode.Member] {
    var changes: [CatalogNode.Member] = []
    for member in members { changes.append(try .init(member, named: member.key, shape)) }
    return changes
  }
}

extension CatalogNode.Member {
  /// Reads the patch of one key.
  fileprivate init(
    _ member: CatalogNode.Member, named key: String, _ shape: FieldShape
  ) throws(CatalogError) {
    do throws(CatalogError) {
      self.init(key: key, place: member.place, value: try shape.canonicalPatch(member.value))
    } catch {
      throw error.inside(member.key)
    }
  }
}

extension CatalogError {
  /// An error at a key.
  init(_ fault: CatalogFault, at member: CatalogNode.Member) {
    self.init(fault, at: CatalogNode(.null, at: member.place))
  }
}
