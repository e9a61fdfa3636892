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
  /// The number formats of the cell formats that were added, in their order.
  private var addedFormats: [NumberFormat] = []
  /// The codes of number formats that were added, with their ids.
  private var addedCodes: [(code: String, id: Int)] = []

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

  /// The number format of a cell format, also of one that was added.
  func numberFormat(_ style: Int) -> NumberFormat {
    let place = style - formats.count
    return addedFormats.indices.contains(place)
      ? addedFormats[place] : sheet.numberFormat(StyleIndex(style))
  }

  /// The format that a content asks for; nil if it leaves the cell's own.
  ///
  /// - Throws: ``WorkbookError`` for a format the workbook does not have.
  mutating func style(of content: CellPatch.Content) throws(WorkbookError) -> Int? {
    switch content {
    case .formatted(_, let index), .reformatted(_, let index, _),
      .formattedFormula(_, _, let index):
      guard sheet.numberFormats.indices.contains(index.rawValue) else {
        throw .noSuchFormat(index)
      }
      guard case .reformatted(_, _, let code) = content else { return index.rawValue }
      return try style(like: index.rawValue, code: code)
    case .value, .formula, .entered, .revised: return nil
    }
  }

  /// The format that is like `style` but has this number format.
  ///
  /// - Throws: ``WorkbookError`` when the workbook has no formats to add one to.
  private mutating func style(like style: Int, code: String) throws(WorkbookError) -> Int {
    let format = NumberFormat(code: code)
    if sheet.numberFormat(StyleIndex(style)) == format { return style }
    guard let outline, list != nil, formats.indices.contains(style) else { throw .noFormats }
    let base = formats[style]
    let wanted = look(of: base, in: outline)
    for (index, other) in formats.enumerated()
    where sheet.numberFormat(StyleIndex(index)) == format && look(of: other, in: outline) == wanted
    {
      return index
    }
    return add(base, numberFormat: String(id(of: code, in: outline)), showing: format, outline)
  }

  /// The id of a number format: the workbook's own, else a new one (18.8.30).
  private mutating func id(of code: String, in outline: MarkupOutline) -> Int {
    var most = 163
    for element in outline.child("numFmts").map({ outline.children(of: $0) }) ?? [] {
      let tag = outline.startTag(element)
      guard let id = tag["numFmtId"].flatMap({ Int($0) }) else { continue }
      if tag["formatCode"] == code { return id }
      most = max(most, min(id, Int(Int32.max) - 1))
    }
    if let known = addedCodes.first(where: { $0.code == code }) { return known.id }
    let id = (addedCodes.last?.id ?? most) + 1
    addedCodes.append((code, id))
    return id
  }

  /// Adds a format that is like another one but for its number format.
  private mutating func add(
    _ base: Int, numberFormat id: String, showing format: NumberFormat, _ outline: MarkupOutline
  ) -> Int {
    var tag = outline.startTag(base)
    tag.set("numFmtId", to: id)
    tag.set("applyNumberFormat", to: "1")
    let element = outline.elements[base]
    let bytes = tag.bytes + outline.bytes[element.tag.upperBound..<element.endTag.upperBound]
    if let index = addedIndex[bytes] { return index }
    added.append(bytes)
    addedFormats.append(format)
    addedIndex[bytes] = formats.count + added.count - 1
    return formats.count + added.count - 1
  }

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
    let id = StyleEditing.builtIn(kind)
    let format = Int(id).flatMap { NumberFormat.builtIn(id: $0) } ?? NumberFormat(code: "")
    return add(base, numberFormat: id, showing: format, outline)
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
    addCodes(to: &splices, outline)
    return (part, splices)
  }

  /// The new number formats behind the others, or in a list of their own in front of all else.
  private func addCodes(to splices: inout SpliceList, _ outline: MarkupOutline) {
    guard !addedCodes.isEmpty, let root = outline.elements.indices.first else { return }
    let prefix = outline.startTag(root).prefix
    let codes = addedCodes.flatMap { entry in
      var tag = StartTag(named: prefix + Array("numFmt".utf8), isEmptyElement: true)
      tag.set("numFmtId", to: String(entry.id))
      tag.set("formatCode", to: entry.code)
      return tag.bytes
    }
    guard let list = outline.child("numFmts") else {
      var tag = StartTag(named: prefix + Array("numFmts".utf8))
      tag.set("count", to: String(addedCodes.count))
      splices.insert(tag.bytes + codes + tag.endTag, at: outline.elements[root].tag.upperBound)
      return
    }
    var tag = outline.startTag(list)
    let element = outline.elements[list]
    if tag["count"] != nil {
      tag.set("count", to: String(outline.children(of: list).count + addedCodes.count))
    }
    guard element.endTag.isEmpty else {
      splices.replace(element.tag, with: tag.bytes)
      splices.insert(codes, at: element.endTag.lowerBound)
      return
    }
    tag.setEmptyElement(false)
    splices.replace(element.tag, with: tag.bytes + codes + tag.endTag)
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
