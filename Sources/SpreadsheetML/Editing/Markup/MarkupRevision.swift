internal import XMLStream

/// Changes to the elements of a small part, gathered until they are made into splices.
///
/// Tags and texts that were not set stay byte for byte; a list that loses its last item goes too.
struct MarkupRevision {
  let outline: MarkupOutline
  private var tags: [Int: StartTag] = [:]
  private var texts: [Int: String] = [:]
  private var removed: Set<Int> = []
  private var inserted: [(place: Int, bytes: [UInt8])] = []
  private var known: [[Int]]

  init(_ outline: MarkupOutline) {
    self.outline = outline
    known = Array(repeating: [], count: outline.elements.count)
    for (index, element) in outline.elements.enumerated() {
      if let parent = element.parent { known[parent].append(index) }
    }
  }

  var isEmpty: Bool { tags.isEmpty && texts.isEmpty && removed.isEmpty && inserted.isEmpty }

  func children(of element: Int) -> [Int] { known[element] }

  func child(_ local: String, of element: Int) -> Int? {
    known[element].first { outline.elements[$0].local == local }
  }

  func local(_ element: Int) -> String { outline.elements[element].local }

  /// The name of the element's parent; empty for the root.
  func parentLocal(_ element: Int) -> String {
    outline.elements[element].parent.map { outline.elements[$0].local } ?? ""
  }

  /// The start tag as it is now.
  func tag(_ element: Int) -> StartTag { tags[element] ?? outline.startTag(element) }

  /// The decoded text of an element without children; nil for one with some.
  func text(_ element: Int) throws(XMLError) -> String? {
    if let text = texts[element] { return text }
    guard known[element].isEmpty else { return nil }
    let place = outline.elements[element]
    guard place.endTag.lowerBound > place.tag.upperBound else { return "" }
    let raw = outline.bytes[place.tag.upperBound..<place.endTag.lowerBound]
    var text: [UInt8] = []
    if raw.contains(UInt8(ascii: "<")) {
      // Comments and CDATA are for the tokenizer.
      let whole = Array("<x>".utf8) + raw + Array("</x>".utf8)
      let xml = try XMLScanner(
        ByteWindow(XMLMemorySource(whole), limit: whole.count + 64), depth: 2, attributes: 1)
      while true {
        let token = try xml.next()
        if token == .finished { break }
        if token == .text { try xml.appendText(to: &text) }
      }
    } else {
      try XMLText.append(Array(raw).span, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Gives an attribute another value.
  mutating func set(_ attribute: String, of element: Int, to value: String) {
    var tag = tag(element)
    guard tag[attribute] != value else { return }
    tag.set(attribute, to: value)
    tags[element] = tag
  }

  mutating func removeAttribute(_ attribute: String, of element: Int) {
    var tag = tag(element)
    guard tag[attribute] != nil else { return }
    tag.remove(attribute)
    tags[element] = tag
  }

  /// Gives an element without children another text.
  mutating func setText(_ element: Int, to text: String) { texts[element] = text }

  mutating func remove(_ element: Int) { removed.insert(element) }

  /// Takes back that an element goes.
  mutating func keep(_ element: Int) { removed.remove(element) }

  /// Puts bytes between elements, at a place where none goes.
  mutating func insert(_ bytes: [UInt8], at place: Int) { inserted.append((place, bytes)) }

  func isRemoved(_ element: Int) -> Bool { removed.contains(element) }

  /// Elements that make no sense without what they list, by their local names.
  private static let lists: Set<String> = [
    "mergeCells", "dataValidations", "hyperlinks", "rowBreaks", "conditionalFormattings",
    "sparklines", "sparklineGroup", "sparklineGroups", "protectedRanges", "cellWatches",
    "ignoredErrors", "scenarios", "smartTags", "dataRefs", "webPublishItems", "ext", "extLst",
    "tp", "main", "volType", "definedNames",
  ]

  /// The splices, places counted in the outline's bytes.
  func splices() -> SpliceList {
    var removed = removed
    var tags = tags
    // Children come behind their parents, so that lists in lists are settled first.
    for index in outline.elements.indices.reversed()
    where !removed.isEmpty && MarkupRevision.lists.contains(outline.elements[index].local) {
      let items = known[index]
      let left = items.count { !removed.contains($0) }
      guard left < items.count else { continue }
      // A group of sparklines holds colors too.
      let hasContent = items.contains {
        !removed.contains($0) && !(local(index) == "sparklineGroup" && !isSparklineList($0))
      }
      if hasContent {
        var tag = tags[index] ?? outline.startTag(index)
        if tag["count"] != nil {
          tag.set("count", to: String(left))
          tags[index] = tag
        }
      } else {
        removed.insert(index)
      }
    }
    var splices = SpliceList()
    var skipTo = 0
    for (index, element) in outline.elements.enumerated() {
      if element.tag.lowerBound < skipTo { continue }
      if removed.contains(index) {
        splices.replace(element.whole, with: [])
        skipTo = element.whole.upperBound
        continue
      }
      var tag = tags[index]
      if let text = texts[index] {
        let bytes = EscapedText.formula(text)
        if element.endTag.isEmpty {
          var open = tag ?? outline.startTag(index)
          open.setEmptyElement(false)
          splices.replace(element.whole, with: open.bytes + bytes + open.endTag)
          tag = nil
        } else {
          splices.replace(element.tag.upperBound..<element.endTag.lowerBound, with: bytes)
        }
      }
      if let tag { splices.replace(element.tag, with: tag.bytes) }
    }
    for entry in inserted { splices.insert(entry.bytes, at: entry.place) }
    return splices
  }

  private func isSparklineList(_ element: Int) -> Bool { local(element) == "sparklines" }
}
