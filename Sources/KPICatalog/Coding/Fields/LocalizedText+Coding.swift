extension LocalizedText: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    switch node.content {
    case .map(let members):
      var entries: [Entry] = []
      entries.reserveCapacity(members.count)
      // A handful is gone through faster than a set is made.
      var known = members.count > 16 ? Set<LanguageTag>() : nil
      for member in members where !member.value.isNull {
        let entry = try Self.entry(member) { language in
          known.map { $0.contains(language) } ?? entries.contains { $0.language == language }
        }
        known?.insert(entry.language)
        entries.append(entry)
      }
      self.init(distinct: entries)
    default:
      self.init(try node.text())
    }
  }

  private static func entry(
    _ member: CatalogNode.Member, isKnown: (LanguageTag) -> Bool
  ) throws(CatalogError) -> Entry {
    let line = Int(member.place.line)
    let column = Int(member.place.column)
    guard let language = LanguageTag(member.key) else {
      throw CatalogError(.notLanguage(member.key), line: line, column: column).inside(member.key)
    }
    guard !isKnown(language) else {
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
