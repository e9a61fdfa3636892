/// Finds cell formats that an edit needs, and adds those that are missing behind all others, so
/// that no index changes (ECMA-376 Part 1, 18.8.10).
struct StyleEditing {
  /// The styles part, or nil when the workbook has none.
  private let part: String?
  private let outline: MarkupOutline?
  /// Where `cellXfs` and the formats in it stand among the elements.
  private let list: Int?
  private var formats: [Int] = []
  private let sheet: StyleSheet
  private var added: [[UInt8]] = []
  private var addedIndex: [[UInt8]: Int] = [:]

  init(_ book: Workbook.Storage) throws(WorkbookError) {
    sheet = try book.styles()
    part = book.package.part(ofKind: "styles")
    guard let part else {
      outline = nil
      list = nil
      return
    }
    let outline = try book.package.outline(of: part)
    self.outline = outline
    list = outline.child("cellXfs")
    if let list {
      formats = outline.children(of: list).filter {
        outline.elements[$0].local == "xf" && outline.elements[$0].isMain
      }
    }
  }

  /// The style sheet as it was.
  var styles: StyleSheet { sheet }

  /// The format that is like `style` but shows dates or times; a date's own is kept.
  ///
  /// - Throws: ``WorkbookError`` when the workbook has no formats to add one to.
  mutating func style(
    like style: Int, showing kind: NumberFormat.Kind
  ) throws(WorkbookError) -> Int {
    if sheet.numberFormat(StyleIndex(style)).kind.isDateOrTime { return style }
    let known = formats.indices.contains(style) ? formats[style] : formats.first
    guard let outline, list != nil, let base = known else { throw .noFormats }
    let wanted = look(of: base, in: outline)
    for (index, format) in formats.enumerated()
    where sheet.numberFormat(StyleIndex(index)).kind == kind
      && look(of: format, in: outline) == wanted
    {
      return index
    }
    var tag = outline.startTag(base)
    tag.set("numFmtId", to: StyleEditing.builtIn(kind))
    tag.set("applyNumberFormat", to: "1")
    let element = outline.elements[base]
    let bytes = tag.bytes + outline.bytes[element.tag.upperBound..<element.endTag.upperBound]
    if let index = addedIndex[bytes] { return index }
    added.append(bytes)
    addedIndex[bytes] = formats.count + added.count - 1
    return formats.count + added.count - 1
  }

  /// The number format that Excel gives what is typed as a date, in the language of its reader
  /// (18.8.30).
  private static func builtIn(_ kind: NumberFormat.Kind) -> String {
    switch kind {
    case .time: "21"
    case .dateTime: "22"
    case .elapsed: "46"
    default: "14"
    }
  }

  /// Everything of a format but its number format.
  private struct Look: Hashable {
    var attributes: [String: String]
    var content: [UInt8]
  }

  private func look(of format: Int, in outline: MarkupOutline) -> Look {
    let tag = outline.startTag(format)
    var attributes: [String: String] = [:]
    for name in tag.attributeNames where name != "numFmtId" && name != "applyNumberFormat" {
      attributes[name] = tag[name]
    }
    let element = outline.elements[format]
    return Look(
      attributes: attributes,
      content: Array(outline.bytes[element.tag.upperBound..<element.endTag.lowerBound]))
  }

  /// The part and what changes in it; nil when nothing was added.
  var change: (part: String, splices: SpliceList)? {
    guard let part, let outline, let list, let last = formats.last, !added.isEmpty else {
      return nil
    }
    var splices = SpliceList()
    var tag = outline.startTag(list)
    if tag["count"] != nil {
      tag.set("count", to: String(formats.count + added.count))
      splices.replace(outline.elements[list].tag, with: tag.bytes)
    }
    splices.insert(Array(added.joined()), at: outline.elements[last].whole.upperBound)
    return (part, splices)
  }
}

extension WorkbookPackage {
  /// The part that the workbook part links to by this kind, if the package holds it.
  func part(ofKind kind: String) -> String? {
    relationships.first { $0.kind == kind }?.part.flatMap { has($0) ? $0 : nil }
  }
}

extension WorkbookError {
  static var noFormats: WorkbookError {
    refused("the workbook has no cell formats, so that a date could not be shown; set a number")
  }
}
