/// The parts of the package under way: their types, and the links from one to another (ECMA-376
/// Part 2, clauses 6.2 and 6.5).
struct PackageParts {
  /// The part names and content types written so far, in order.
  private var types: [(part: String, type: String)] = []
  private var defaults: [(ending: String, type: String)] = [
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
  ]

  mutating func add(_ part: String, type: String) { types.append((part, type)) }

  mutating func add(ending: String, type: String) {
    if !defaults.contains(where: { $0.ending == ending }) { defaults.append((ending, type)) }
  }

  func markup() -> [UInt8] {
    MarkupText.part(.plain) { markup in
      markup.element("Types", ["xmlns": MarkupNamespace.contentTypes]) { markup in
        for one in defaults {
          markup.element("Default", ["Extension": one.ending, "ContentType": one.type])
        }
        for one in types {
          markup.element("Override", ["PartName": "/" + one.part, "ContentType": one.type])
        }
      }
    }
  }
}

/// The links of one part.
struct PartLinks {
  private var links: [(type: String, target: String, isExternal: Bool)] = []

  var isEmpty: Bool { links.isEmpty }

  /// Adds a link, and returns its id.
  mutating func add(_ type: String, _ target: String, isExternal: Bool = false) -> String {
    links.append((type, target, isExternal))
    return "rId\(links.count)"
  }

  func markup() -> [UInt8] {
    MarkupText.part(.plain) { markup in
      markup.element("Relationships", ["xmlns": MarkupNamespace.packageRelationships]) { markup in
        for (index, link) in links.enumerated() {
          let type =
            link.type.hasPrefix("http")
            ? link.type : MarkupNamespace.relationships + "/" + link.type
          markup.element(
            "Relationship",
            [
              "Id": "rId\(index + 1)", "Type": type, "Target": link.target,
              "TargetMode": link.isExternal ? "External" : nil,
            ])
        }
      }
    }
  }
}

/// The content types of SpreadsheetML's parts (ECMA-376 Part 1, clause 12).
enum PartType {
  private static let base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  static let workbook = base + ".sheet.main+xml"
  static let sheet = base + ".worksheet+xml"
  static let styles = base + ".styles+xml"
  static let texts = base + ".sharedStrings+xml"
  static let table = base + ".table+xml"
  static let notes = base + ".comments+xml"
  static let noteDrawing = "application/vnd.openxmlformats-officedocument.vmlDrawing"
  static let drawing = "application/vnd.openxmlformats-officedocument.drawing+xml"
  static let chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
  static let core = "application/vnd.openxmlformats-package.core-properties+xml"
  static let application =
    "application/vnd.openxmlformats-officedocument.extended-properties+xml"
  static let custom = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
}
