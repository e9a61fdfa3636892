internal import XMLStream

/// A rule for what may be entered into cells (ECMA-376 Part 1, 18.3.1.32).
public struct DataValidation: Hashable, Sendable {
  /// The kind of value: `list`, `whole`, `decimal`, `date`, `time`, `textLength`, `custom`, `none`.
  public var type: String
  /// The ranges the rule holds for.
  public var ranges: [CellRange]
  /// The first formula: for a list the words in quotes, or the range they stand in.
  public var formula1: String
  /// The second formula of a rule with two bounds.
  public var formula2: String
}

/// What stands before and behind the rows of a sheet's part.
package struct SheetDetails: Sendable {
  /// The range the file says is used; often wrong, so only told, never trusted.
  package private(set) var statedDimension: CellRange?
  /// The tag that states it.
  private(set) var dimensionTag: MarkupPlace?
  package private(set) var merged: [CellRange] = []
  package private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// The columns whose new cells have a format of their own.
  package private(set) var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  /// The columns that have a width of their own, in characters.
  package private(set) var columnWidths: [(columns: ClosedRange<Int>, width: Double)] = []
  package private(set) var validations: [DataValidation] = []
  package private(set) var autoFilter: CellRange?
  package private(set) var conditionalFormats = 0
  package private(set) var hyperlinks = 0
  package private(set) var isProtected = false
  /// The ranges anybody may change though the sheet is protected (18.3.1.69): those without a
  /// password and without a list of users.
  package private(set) var openRanges: [CellRange] = []
  /// How many items the lists hold together.
  private(set) var itemCount = 0
  /// How many bytes the rules' formulas take.
  private(set) var formulaBytes: UInt64 = 0

  package init() {}

  /// Takes in the element that just started, if it is one of those told here; its end is passed.
  mutating func read(_ xml: XMLScanner) throws(XMLError) {
    guard Namespace.main.contains(xml.namespace(xml.namespace)) else {
      return try xml.skipElement()
    }
    switch xml.localName {
    case "cols", "mergeCells", "dataValidations", "hyperlinks", "protectedRanges":
      // The list's items come as elements of their own.
      return
    case "dimension":
      statedDimension = try xml.attribute("ref").flatMap { CellRange($0) }
      dimensionTag = MarkupPlace(tagOf: xml)
    case "col":
      if let first = try xml.attribute("min").flatMap({ Int($0) }),
        let last = try xml.attribute("max").flatMap({ Int($0) }),
        1...CellReference.lastColumn ~= first, first <= last
      {
        let columns = first...min(last, CellReference.lastColumn)
        itemCount += 1
        if isTrue(try xml.attribute("hidden")) { hiddenColumns.append(columns) }
        if let width = try xml.attribute("width").flatMap({ Double($0) }), width.isFinite {
          columnWidths.append((columns, width))
        }
        if let style = try xml.attribute("style").flatMap({ Int($0) }), style > 0 {
          columnStyles.append((columns, style))
        }
      }
    case "mergeCell":
      if let range = try xml.attribute("ref").flatMap({ CellRange($0) }) {
        merged.append(range)
        itemCount += 1
      }
    case "autoFilter":
      autoFilter = try xml.attribute("ref").flatMap { CellRange($0) }
    case "conditionalFormatting": conditionalFormats += 1
    case "hyperlink": hyperlinks += 1
    case "sheetProtection": isProtected = isTrue(try xml.attribute("sheet"))
    case "protectedRange":
      var isOpen = true
      for attribute in ["password", "hashValue", "securityDescriptor"] {
        if let value = try xml.attribute(attribute), !value.isEmpty { isOpen = false }
      }
      let ranges = Self.ranges(try xml.attribute("sqref") ?? "")
      // The list of users may also stand within (ISO/IEC 29500, CT_ProtectedRange).
      guard try !Self.holdsElements(xml), isOpen else { return }
      itemCount += ranges.count
      openRanges += ranges
      return
    case "dataValidation": return add(try SheetDetails.validation(xml))
    case "extLst": return try readExtensions(xml)
    default: break
    }
    try xml.skipElement()
  }

  /// Passes the element that just started, and tells whether there are elements in it.
  private static func holdsElements(_ xml: XMLScanner) throws(XMLError) -> Bool {
    let depth = xml.depth
    var holds = false
    while true {
      switch try xml.next() {
      case .finished: return holds
      case .end where xml.depth < depth: return holds
      case .start:
        holds = true
        try xml.skipElement()
      default: continue
      }
    }
  }

  private mutating func add(_ rule: DataValidation) {
    itemCount += 1 + rule.ranges.count
    formulaBytes += UInt64(rule.type.utf8.count + rule.formula1.utf8.count)
    formulaBytes += UInt64(rule.formula2.utf8.count)
    validations.append(rule)
  }

  /// Reads the rules of Excel 2010, which may name other sheets ([MS-XLSX] 2.3.4.4 and 2.6.13); all
  /// else in an `extLst` is passed over.
  private mutating func readExtensions(_ xml: XMLScanner) throws(XMLError) {
    let depth = xml.depth
    var compatibility = Compatibility()
    while true {
      switch try xml.next() {
      case .finished: return
      case .end where xml.depth < depth: return
      case .end: compatibility.end(xml)
      case .start:
        let namespace = xml.namespace(xml.namespace)
        switch xml.localName {
        case "ext" where Namespace.main.contains(namespace): continue
        case "dataValidations" where namespace == Namespace.excel2010: continue
        case "dataValidation" where namespace == Namespace.excel2010:
          add(try SheetDetails.validation(xml))
        default: if try !compatibility.isTransparent(xml) { try xml.skipElement() }
        }
      default: continue
      }
    }
  }

  /// Reads a rule; one of Excel 2010 has its ranges and formulas in elements `sqref` and `f`.
  private static func validation(_ xml: XMLScanner) throws(XMLError) -> DataValidation {
    var rule = DataValidation(
      type: try xml.attribute("type") ?? "none", ranges: ranges(try xml.attribute("sqref") ?? ""),
      formula1: "", formula2: "")
    let isExtended = xml.namespace(xml.namespace) == Namespace.excel2010
    var slot = \DataValidation.formula1
    let depth = xml.depth
    while true {
      switch try xml.next() {
      case .finished: return rule
      case .end where xml.depth < depth: return rule
      case .start:
        let name = xml.localName
        if name == "formula1" || name == "formula2" {
          slot = name == "formula1" ? \.formula1 : \.formula2
          // Its formula comes as an element of its own.
          if isExtended { continue }
          rule[keyPath: slot] = try content(xml)
        } else if isExtended, name == "f" {
          rule[keyPath: slot] = try content(xml)
        } else if isExtended, name == "sqref" {
          rule.ranges = ranges(try content(xml))
        } else {
          try xml.skipElement()
        }
      default: continue
      }
    }
  }

  private static func ranges(_ list: String) -> [CellRange] {
    list.split(separator: " ").compactMap { CellRange($0) }
  }

  /// Whether a protected sheet keeps a cell of a format from being changed.
  func isClosed(_ cell: CellReference, _ look: CellAppearance) -> Bool {
    isProtected && look.isLocked && !openRanges.contains { $0.contains(cell) }
  }

  private static func content(_ xml: XMLScanner) throws(XMLError) -> String {
    var text: [UInt8] = []
    try RichText.appendContent(xml, to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
