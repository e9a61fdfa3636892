internal import XMLStream
internal import Zip

/// A rich text that says something else, with the formatting of all that stays
/// (ECMA-376 Part 1, 18.4.4).
///
/// What is the same at both ends keeps its runs; what comes between takes the formatting of the
/// first character it replaces, or of the one before it.
enum RevisedText {
  /// A stretch of text with its formatting.
  private struct Run {
    /// The `rPr` element as it is written; empty without one.
    var properties: [UInt8]
    var text: [Character]
  }

  /// The runs of an `si` or `is` element with a new text.
  ///
  /// - Parameters:
  ///   - item: The element from its start tag to its end tag.
  ///   - text: The new text.
  ///   - depth: How deep elements may be nested.
  ///   - attributes: How many attributes a tag may have.
  /// - Returns: What goes into an `is` element, or nil for a text without formatting.
  static func markup(
    of item: [UInt8], saying text: String, depth: Int, attributes: Int
  ) -> [UInt8]? {
    guard let outline = try? MarkupOutline(item, depth: depth, attributes: attributes),
      let runs = runs(outline), runs.count > 1 || runs.contains(where: { !$0.properties.isEmpty })
    else { return nil }
    return bytes(of: revised(runs, text: Array(text)))
  }

  private static func runs(_ outline: MarkupOutline) -> [Run]? {
    guard !outline.elements.isEmpty else { return nil }
    var runs: [Run] = []
    for child in outline.children(of: 0) {
      switch outline.elements[child].local {
      case "t":
        guard let text = text(child, outline) else { return nil }
        runs.append(Run(properties: [], text: text))
      case "r":
        var run = Run(properties: [], text: [])
        for part in outline.children(of: child) {
          switch outline.elements[part].local {
          case "rPr": run.properties = Array(outline.bytes[outline.elements[part].whole])
          case "t":
            guard let text = text(part, outline) else { return nil }
            run.text += text
          default: return nil
          }
        }
        runs.append(run)
      default: continue
      }
    }
    return runs
  }

  private static func text(_ element: Int, _ outline: MarkupOutline) -> [Character]? {
    let place = outline.elements[element]
    guard outline.children(of: element).isEmpty, place.tag.upperBound <= place.endTag.lowerBound
    else { return nil }
    let raw = Array(outline.bytes[place.tag.upperBound..<place.endTag.lowerBound])
    var decoded: [UInt8] = []
    // Comments and character data sections are too rare to follow.
    guard !raw.contains(UInt8(ascii: "<")),
      (try? XMLText.append(raw.span, isAttribute: false, to: &decoded)) != nil
    else { return nil }
    return Array(TextEscape.undone(String(decoding: decoded, as: UTF8.self)))
  }

  private static func revised(_ runs: [Run], text: [Character]) -> [Run] {
    let old = runs.flatMap(\.text)
    var head = 0
    while head < min(old.count, text.count), old[head] == text[head] { head += 1 }
    var tail = 0
    while tail < min(old.count, text.count) - head,
      old[old.count - 1 - tail] == text[text.count - 1 - tail]
    {
      tail += 1
    }
    let new = Array(text[head..<(text.count - tail)])
    // The character whose formatting the new text takes.
    let model = head < old.count - tail ? head : max(0, head - 1)
    var result: [Run] = []
    var start = 0
    var isPlaced = new.isEmpty
    for run in runs {
      let end = start + run.text.count
      var kept = Run(properties: run.properties, text: [])
      for (offset, character) in run.text.enumerated() where start + offset < head {
        kept.text.append(character)
      }
      if !isPlaced, model < end {
        kept.text += new
        isPlaced = true
      }
      for (offset, character) in run.text.enumerated() where start + offset >= old.count - tail {
        kept.text.append(character)
      }
      if !kept.text.isEmpty { result.append(kept) }
      start = end
    }
    if !isPlaced { result.append(Run(properties: runs.last?.properties ?? [], text: new)) }
    return result
  }

  private static func bytes(of runs: [Run]) -> [UInt8] {
    var bytes: [UInt8] = []
    for run in runs {
      let text = String(run.text)
      let space = EscapedText.needsSpacePreserved(text) ? " xml:space=\"preserve\"" : ""
      bytes += Array("<r>".utf8)
      bytes += run.properties
      bytes += Array("<t\(space)>".utf8)
      bytes += EscapedText.content(text)
      bytes += Array("</t></r>".utf8)
    }
    return bytes
  }
}

extension SharedStrings {
  /// The `si` elements of some indexes as they are written.
  ///
  /// - Parameters:
  ///   - indexes: The indexes, from 0.
  ///   - package: The package.
  /// - Returns: The elements; those that cannot be had are missing.
  /// - Complexity: O(*n*) in the part's size.
  static func markup(_ indexes: Set<Int>, in package: WorkbookPackage) -> [Int: [UInt8]] {
    guard let last = indexes.max(), let part = package.part(ofKind: "sharedStrings"),
      let text = try? package.text(of: part), text.isInPlace,
      let bytes = try? package.bytes(of: part)
    else { return [:] }
    let window = ByteWindow(
      XMLMemorySource(bytes), capacity: bytes.count + 64, limit: max(bytes.count + 64, 1 << 20))
    guard
      let xml = try? XMLScanner(
        window, depth: package.limits.depth, attributes: package.limits.attributes)
    else { return [:] }
    var items: [Int: [UInt8]] = [:]
    var index = 0
    while index <= last, let token = try? xml.next() {
      if case .finished = token { break }
      guard case .start = token, xml.depth == 2 else { continue }
      let isItem = xml.localName == "si"
      let start = Int(window.discarded) + xml.tokenStart
      guard (try? xml.skipElement()) != nil else { break }
      guard isItem else { continue }
      let end = Int(window.discarded) + xml.position
      if indexes.contains(index), start <= end, end <= bytes.count {
        items[index] = Array(bytes[start..<end])
      }
      index += 1
    }
    return items
  }
}
