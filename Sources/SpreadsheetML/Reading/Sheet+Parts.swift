internal import XMLStream
internal import Zip

extension Sheet {
  /// The tables of the sheet, in the order of its relationships.
  ///
  /// - Throws: ``WorkbookError`` when a table's part is damaged. One without a readable range is
  ///   left out.
  /// - Complexity: O(*n*) in the size of the tables' parts.
  public func tables() throws(WorkbookError) -> [Table] {
    var list: [Table] = []
    var count = 0
    let limit = book.package.limits.listItems
    for part in try linkedParts("table") {
      let table = try read(part) { xml throws(XMLError) in
        try Table(xml: xml, count: &count, limit: limit)
      }
      if let table { list.append(table) }
    }
    return list
  }

  /// The notes on the sheet's cells, in the file's order.
  ///
  /// Threaded comments come with the note that older programs show in their place.
  ///
  /// - Throws: ``WorkbookError`` when the part is damaged.
  /// - Complexity: O(*n*) in the size of the part.
  public func comments() throws(WorkbookError) -> [CellComment] {
    var list: [CellComment] = []
    for part in try linkedParts("comments") {
      try read(part) { xml throws(XMLError) in
        try CellComment.read(xml, into: &list, limit: book.package.limits.listItems)
      }
    }
    return list
  }

  /// The parts the sheet links to by relationships of this kind, those in the package only and each
  /// once.
  private func linkedParts(_ kind: String) throws(WorkbookError) -> [String] {
    try WorkbookError.inFile(book.file) { () throws(WorkbookError) in
      var known: Set<String> = []
      return try book.package.relationships(of: part).filter { $0.kind == kind }
        .compactMap(\.part)
        .filter { book.package.has($0) && known.insert(PartName.key($0)).inserted }
    }
  }

  private func read<T>(
    _ part: String, _ body: (XMLReader) throws(XMLError) -> T
  ) throws(WorkbookError) -> T {
    try WorkbookError.inFile(book.file) { () throws(WorkbookError) in
      let bytes = try book.package.bytes(of: part)
      return try WorkbookError.wrappingXML(at: Place(part: part)) { () throws(XMLError) in
        try body(
          XMLReader(
            bytes, depth: book.package.limits.depth, attributes: book.package.limits.attributes,
            understands: Namespace.isUnderstood))
      }
    }
  }
}

extension Table {
  /// Reads a table part; nil when it states no range.
  ///
  /// - Parameters:
  ///   - xml: the part.
  ///   - count: counts tables and columns of all parts together.
  ///   - limit: the most of them.
  /// - Throws: ``XMLError`` when the part is damaged or there are more.
  fileprivate init?(xml: XMLReader, count: inout Int, limit: Int) throws(XMLError) {
    var table: Table?
    while let event = try xml.next() {
      guard case .start(let element) = event, Namespace.main.contains(element.name.namespace)
      else { continue }
      if element.name.local == "table" || element.name.local == "tableColumn" {
        count += 1
        guard count <= limit else { throw .tooMany("tables and columns", limit: limit) }
      }
      switch element.name.local {
      case "table" where table == nil:
        guard let range = element["ref"].flatMap({ CellRange($0) }) else { return nil }
        table = Table(
          name: element["name"] ?? element["displayName"] ?? "",
          displayName: element["displayName"] ?? element["name"] ?? "", range: range, columns: [],
          hasHeaderRow: element["headerRowCount"] != "0",
          hasTotalsRow: element["totalsRowCount"].map { $0 != "0" } ?? false, autoFilter: nil)
      case "autoFilter": table?.autoFilter = element["ref"].flatMap { CellRange($0) }
      case "tableColumn": table?.columns.append(TextEscape.undone(element["name"] ?? ""))
      default: continue
      }
    }
    guard let table else { return nil }
    self = table
  }
}

extension CellComment {
  /// Appends the notes of a part.
  fileprivate static func read(
    _ xml: XMLReader, into comments: inout [CellComment], limit: Int
  ) throws(XMLError) {
    var authors: [String] = []
    var current: CellComment?
    var text: String?
    var phoneticDepth = 0
    while let event = try xml.next() {
      guard comments.count + authors.count <= limit else { throw .tooMany("notes", limit: limit) }
      switch event {
      case .start(let element):
        switch element.name.local {
        case "author": text = ""
        case "t" where current != nil && phoneticDepth == 0: text = ""
        case "rPh": phoneticDepth += 1
        case "comment":
          guard let reference = element["ref"].flatMap({ CellReference($0) }) else { continue }
          let author = element["authorId"].flatMap { Int($0) } ?? -1
          current = CellComment(
            reference: reference, author: authors.indices.contains(author) ? authors[author] : "",
            text: "")
        default: continue
        }
      case .text(let more): text? += more
      case .end(let name):
        switch name.local {
        case "author":
          authors.append(text ?? "")
          text = nil
        case "t":
          current?.text += text.map(TextEscape.undone) ?? ""
          text = nil
        case "rPh": phoneticDepth -= 1
        case "comment":
          if let done = current { comments.append(done) }
          current = nil
        default: continue
        }
      }
    }
  }
}
