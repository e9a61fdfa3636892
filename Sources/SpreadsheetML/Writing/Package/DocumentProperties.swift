/// What a workbook says of itself (ECMA-376 Part 2, clause 8, and Part 1, 22.2).
///
/// No date is written unless it is given, so that the same content gives the same bytes.
public struct DocumentProperties: Hashable, Sendable {
  /// The title.
  public var title = ""
  /// What it is about.
  public var subject = ""
  /// Who made it.
  public var author = ""
  /// Words by which it may be found.
  public var keywords = ""
  /// What else is to be said.
  public var description = ""
  /// The kind of document.
  public var category = ""
  /// The organization it belongs to.
  public var company = ""
  /// When it was made, in UTC; nil leaves it out.
  public var created: SerialDate?
  /// When it was last changed, in UTC; nil leaves it out.
  public var modified: SerialDate?
  /// Properties of any name, each with a text, in this order.
  public var custom: [(name: String, value: String)] {
    get { zip(customNames, customValues).map { ($0, $1) } }
    set {
      customNames = newValue.map(\.name)
      customValues = newValue.map(\.value)
    }
  }

  private var customNames: [String] = []
  private var customValues: [String] = []

  /// Makes properties that say nothing.
  public init() {}

  /// The part `docProps/core.xml`.
  func coreMarkup() -> [UInt8] {
    MarkupText.part(.plain) { markup in
      markup.element(
        "cp:coreProperties",
        [
          "xmlns:cp":
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
          "xmlns:dcterms": "http://purl.org/dc/terms/",
          "xmlns:dcmitype": "http://purl.org/dc/dcmitype/",
          "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        ]
      ) { markup in
        if !title.isEmpty { markup.element("dc:title", text: title) }
        if !subject.isEmpty { markup.element("dc:subject", text: subject) }
        if !author.isEmpty { markup.element("dc:creator", text: author) }
        if !keywords.isEmpty { markup.element("cp:keywords", text: keywords) }
        if !description.isEmpty { markup.element("dc:description", text: description) }
        if !author.isEmpty { markup.element("cp:lastModifiedBy", text: author) }
        if let created {
          markup.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: "\(created)Z")
        }
        if let modified {
          markup.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: "\(modified)Z")
        }
        if !category.isEmpty { markup.element("cp:category", text: category) }
      }
    }
  }

  /// The part `docProps/app.xml`.
  func applicationMarkup() -> [UInt8] {
    MarkupText.part(.plain) { markup in
      markup.element(
        "Properties",
        [
          "xmlns":
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        ]
      ) { markup in
        markup.element("Application", text: "kpibook")
        if !company.isEmpty { markup.element("Company", text: company) }
      }
    }
  }

  /// The part `docProps/custom.xml`, or nil when there are no such properties.
  ///
  /// - Throws: ``WorkbookError`` when a name is empty or there twice.
  func customMarkup() throws(WorkbookError) -> [UInt8]? {
    guard !customNames.isEmpty else { return nil }
    var seen: Set<String> = []
    for name in customNames {
      guard !name.isEmpty, ExcelLimits.fits(name, 255), seen.insert(name.lowercased()).inserted
      else { throw .propertyName(name) }
    }
    return MarkupText.part(.plain) { markup in
      markup.element(
        "Properties",
        [
          "xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
          "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        ]
      ) { markup in
        for (index, property) in custom.enumerated() {
          markup.element(
            "property",
            [
              "fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": "\(index + 2)",
              "name": property.name,
            ]
          ) { $0.element("vt:lpwstr", text: property.value) }
        }
      }
    }
  }
}
