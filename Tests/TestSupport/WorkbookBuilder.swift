/// Makes the smallest workbooks that hold what a test wants to look at.
///
///     let bytes = WorkbookBuilder(rows: #"<row r="1"><c r="A1"><v>5</v></c></row>"#).bytes()
///
/// Every part is a text that can be replaced, so a test changes just the part it is about.
public struct WorkbookBuilder: Sendable {
  /// The transitional main namespace (ECMA-376 Part 4).
  public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// The strict main namespace (ECMA-376 Part 1).
  public static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  /// The transitional namespace of relationship ids, and the stem of relationship types.
  public static let relationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// The namespace of relationships parts.
  public static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// One sheet to be made.
  public struct Sheet: Sendable {
    /// The name on the tab, written as it stands, so `&` must be `&amp;`.
    public var name: String
    /// The part's bytes.
    public var part: [UInt8]
    /// The part's name, from the package's root.
    public var path: String
    /// Attributes of the `sheet` element beside name, id and relationship.
    public var attributes = ""
    /// The last step of the relationship's type.
    public var kind = "worksheet"
    /// The relationship id that the list of sheets names; nil for the sheet's own.
    public var id: String?
    /// Relationships of the sheet, as `Relationship` elements.
    public var relationships = ""

    /// A sheet of this part.
    public init(_ name: String, part: [UInt8], path: String) {
      self.name = name
      self.part = part
      self.path = path
    }
  }

  /// The sheets in the order of their tabs.
  public var sheets: [Sheet]
  /// The `si` elements of the shared strings, or nil for no such part.
  public var sharedItems: String?
  /// What stands in the `styleSheet` element, or nil for no such part.
  public var styles: String?
  /// Whether the workbook names a part for its styles though it has none.
  public var linksStyles = false
  /// What stands in the workbook part before the list of sheets.
  public var beforeSheets = ""
  /// What stands in the workbook part behind the list of sheets.
  public var afterSheets = ""
  /// The name of the workbook part.
  public var mainPart = "xl/workbook.xml"
  /// The content type of the workbook part.
  public var mainType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
  /// Further entries.
  public var others: [ZipBuilder.Entry] = []
  /// How all parts are packed.
  public var packing = ZipBuilder.Packing.deflated

  /// A workbook of the one sheet `Sheet1` with these `row` elements.
  public init(rows: String) { self.init(sheet: WorkbookBuilder.worksheet(rows: rows)) }

  /// A workbook of the one sheet `Sheet1` whose part is this text.
  public init(sheet: String) { self.init(part: Array(sheet.utf8)) }

  /// A workbook of the one sheet `Sheet1` whose part has these bytes.
  public init(part: [UInt8]) {
    sheets = [Sheet("Sheet1", part: part, path: "xl/worksheets/sheet1.xml")]
  }

  /// Adds a sheet with these `row` elements.
  public mutating func addSheet(_ name: String, rows: String = "", attributes: String = "") {
    var sheet = Sheet(
      name, part: Array(WorkbookBuilder.worksheet(rows: rows).utf8),
      path: "xl/worksheets/sheet\(sheets.count + 1).xml")
    sheet.attributes = attributes
    sheets.append(sheet)
  }

  /// A worksheet part around `row` elements.
  public static func worksheet(rows: String, before: String = "", after: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <worksheet xmlns="\(main)" xmlns:r="\(relationship)">\(before)<sheetData>\(rows)</sheetData>\
    \(after)</worksheet>
    """
  }

  /// The archive, still open to falsification.
  public func zip() -> ZipBuilder {
    var entries = [
      entry("[Content_Types].xml", contentTypes), entry("_rels/.rels", packageRelationships),
      entry(mainPart, workbook), entry(relationshipsPart(of: mainPart), workbookRelationships),
    ]
    for sheet in sheets {
      entries.append(ZipBuilder.Entry(sheet.path, sheet.part, packing: packing))
      if !sheet.relationships.isEmpty {
        entries.append(
          entry(
            relationshipsPart(of: sheet.path),
            #"<Relationships xmlns="\#(WorkbookBuilder.package)">\#(sheet.relationships)"#
              + "</Relationships>"))
      }
    }
    if let sharedItems {
      entries.append(
        entry(
          "xl/sharedStrings.xml",
          #"<sst xmlns="\#(WorkbookBuilder.main)">\#(sharedItems)</sst>"#))
    }
    if let styles {
      entries.append(
        entry(
          "xl/styles.xml",
          #"<styleSheet xmlns="\#(WorkbookBuilder.main)">\#(styles)</styleSheet>"#))
    }
    return ZipBuilder(entries + others)
  }

  /// The workbook's bytes.
  public func bytes() -> [UInt8] { zip().bytes() }

  private func entry(_ name: String, _ text: String) -> ZipBuilder.Entry {
    ZipBuilder.Entry(name, text, packing: packing)
  }

  private func relationshipsPart(of part: String) -> String {
    var steps = part.split(separator: "/")
    let last = steps.popLast() ?? ""
    return (steps + ["_rels", "\(last).rels"]).joined(separator: "/")
  }

  private var contentTypes: String {
    """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/\(mainPart)" ContentType="\(mainType)"/>\(sheetTypes)</Types>
    """
  }

  private var sheetTypes: String {
    sheets.map { sheet in
      """
      <Override PartName="/\(sheet.path)" ContentType="\
      application/vnd.openxmlformats-officedocument.spreadsheetml.\(sheet.kind)+xml"/>
      """
    }.joined()
  }

  private var packageRelationships: String {
    """
    <Relationships xmlns="\(WorkbookBuilder.package)"><Relationship Id="rId1" \
    Type="\(WorkbookBuilder.relationship)/officeDocument" Target="\(mainPart)"/></Relationships>
    """
  }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      let number = index + 1
      return
        #"<sheet name="\#(sheet.name)" sheetId="\#(number)" \#(sheet.attributes) "#
        + #"r:id="\#(sheet.id ?? "rId\(number)")"/>"#
    }
    return """
      <workbook xmlns="\(WorkbookBuilder.main)" xmlns:r="\(WorkbookBuilder.relationship)">\
      \(beforeSheets)<sheets>\(list.joined())</sheets>\(afterSheets)</workbook>
      """
  }

  private var workbookRelationships: String {
    var list = sheets.enumerated().map { index, sheet in
      relationship("rId\(index + 1)", sheet.kind, "/\(sheet.path)")
    }
    if sharedItems != nil {
      list.append(relationship("strings", "sharedStrings", "/xl/sharedStrings.xml"))
    }
    if styles != nil || linksStyles {
      list.append(relationship("styles", "styles", "/xl/styles.xml"))
    }
    return #"<Relationships xmlns="\#(WorkbookBuilder.package)">\#(list.joined())</Relationships>"#
  }

  private func relationship(_ id: String, _ kind: String, _ target: String) -> String {
    #"<Relationship Id="\#(id)" Type="\#(WorkbookBuilder.relationship)/\#(kind)" "#
      + #"Target="\#(target)"/>"#
  }
}
