extension LocalizedText: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    switch node.content {
    case .map(let members):
      var entries: [Entry] = []
      entries.reserveCapacity(members.count)
      for member in members where !member.value.isNull {
        entries.append(try Self.entry(member, after: entries))
      }
      self.init(distinct: entries)
    default:
      self.init(try node.text())
    }
  }

  private static func entry(
    _ member: CatalogNode.Member, after entries: [Entry]
  ) throws(CatalogError) -> Entry {
    let line = Int(member.place.line)
    let column = Int(member.place.column)
    guard let language = LanguageTag(member.key) else {
      throw CatalogError(.notLanguage(member.key), line: line, column: column).inside(member.key)
    }
    guard !entries.contains(where: { $0.language == language }) else {
      throw CatalogError(.duplicateKey(language.text), line: line, column: column)
        .inside(member.key)
    }
    do throws(CatalogError) {
      return Entry(language: language, text: try member.value.text())
    } catch {
      throw error.inside(member.key)
    }
  }

  func encode(to encoder: inout some CatalogEncoder) {
    if let plain {
      encoder.text(plain)
      return
    }
    encoder.beginMap()
    let entries = entries.span
    for index in 0..<entries.count {
      encoder.member(entries[index].language.text, entries[index].text)
    }
    encoder.endMap()
  }
}
