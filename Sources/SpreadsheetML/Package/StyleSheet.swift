internal import XMLStream
internal import Zip

/// The cell formats of a workbook (ECMA-376 Part 1, 18.8).
public struct StyleSheet: Sendable {
  /// The number format of each cell format, by ``StyleIndex``.
  public private(set) var numberFormats: [NumberFormat] = []
  private var appearances: [CellAppearance] = []

  /// The style sheet of a workbook that has none: all is General.
  public static let empty = StyleSheet()

  init() {}

  /// The number format of cells of this style; General for an index the file does not have.
  public func numberFormat(_ style: StyleIndex) -> NumberFormat {
    numberFormats.indices.contains(style.rawValue) ? numberFormats[style.rawValue] : .general
  }

  /// How cells of this style look; plain for an index the file does not have.
  public func appearance(_ style: StyleIndex) -> CellAppearance {
    appearances.indices.contains(style.rawValue) ? appearances[style.rawValue] : CellAppearance()
  }

  static func read(
    _ part: String, in package: WorkbookPackage
  ) throws(WorkbookError) -> StyleSheet {
    let bytes = try package.bytes(of: part)
    let limit = package.limits.listItems
    let sheet = try WorkbookError.wrappingXML(at: Place(part: part)) {
      () throws(XMLError) -> StyleSheet? in
      var builder = StyleSheetBuilder()
      let reader = try XMLReader(
        bytes, depth: package.limits.depth, attributes: package.limits.attributes,
        understands: Namespace.isUnderstood)
      while let event = try reader.next() {
        builder.take(event)
        guard builder.itemCount <= limit else { return nil }
      }
      return StyleSheet(builder)
    }
    guard let sheet else { throw .tooMany("formats", limit: limit) }
    return sheet
  }

  private init(_ builder: StyleSheetBuilder) {
    numberFormats = builder.numberFormats
    appearances = builder.appearances
  }
}

/// Gathers formats while the styles part goes by.
private struct StyleSheetBuilder {
  var numberFormats: [NumberFormat] = []
  var appearances: [CellAppearance] = []

  private var path: [String] = []
  /// The codes of the file's own formats; one that no cell format uses is not read further.
  private var custom: [Int: String] = [:]
  private var known: [Int: NumberFormat] = [:]
  private var fonts: [(isBold: Bool, isItalic: Bool, size: Double)] = []
  private var fills: [(isFilled: Bool, color: String?)] = []

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .text: return
    case .end: _ = path.popLast()
    case .start(let element):
      let parent = path.last
      path.append(element.name.local)
      guard Namespace.main.contains(element.name.namespace) else { return }
      switch (parent, element.name.local) {
      // Formats of the same name inside dxf elements lie under other parents.
      case ("numFmts", "numFmt"):
        if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
          custom[id] = code
        }
      case ("fonts", "font"): fonts.append((false, false, 11))
      case ("fills", "fill"): fills.append((false, nil))
      case ("cellXfs", "xf"): add(element)
      case ("xf", "alignment") where isIn("cellXfs"): align(element)
      case ("xf", "protection") where isIn("cellXfs") && !appearances.isEmpty:
        appearances[appearances.count - 1].isLocked = element["locked"].map(isTrue) ?? true
      case ("font", let name) where isIn("fonts") && !fonts.isEmpty: font(name, element)
      case (_, "patternFill") where isIn("fills") && !fills.isEmpty:
        let pattern = element["patternType"] ?? "none"
        // The first two fills are fixed: none, and the grey that Excel never shows.
        fills[fills.count - 1].isFilled = pattern != "none" && fills.count > 2
      case ("patternFill", "fgColor") where isIn("fills") && !fills.isEmpty:
        if let rgb = element["rgb"], rgb.utf8.count == 8 {
          fills[fills.count - 1].color = String(rgb.dropFirst(2))
        }
      default: return
      }
    }
  }

  /// How many items the lists hold together.
  var itemCount: Int { appearances.count + custom.count + fonts.count + fills.count }

  private func isIn(_ list: String) -> Bool { path.count > 1 && path[1] == list }

  private mutating func font(_ name: String, _ element: XMLElement) {
    let last = fonts.count - 1
    switch name {
    case "b": fonts[last].isBold = element["val"].map(isTrue) ?? true
    case "i": fonts[last].isItalic = element["val"].map(isTrue) ?? true
    case "sz": fonts[last].size = element["val"].flatMap { Double($0) } ?? 11
    default: return
    }
  }

  private mutating func add(_ element: XMLElement) {
    let id = element["numFmtId"].flatMap { Int($0) } ?? 0
    let format =
      known[id] ?? custom[id].map { NumberFormat(code: $0) } ?? NumberFormat.builtIn(id: id)
      ?? .general
    known[id] = format
    numberFormats.append(format)
    var look = CellAppearance()
    if let index = element["fontId"].flatMap({ Int($0) }), fonts.indices.contains(index) {
      (look.isBold, look.isItalic, look.fontSize) = fonts[index]
    }
    if let index = element["fillId"].flatMap({ Int($0) }), fills.indices.contains(index) {
      look.hasFill = fills[index].isFilled
      look.fillColor = look.hasFill ? fills[index].color : nil
    }
    appearances.append(look)
  }

  private mutating func align(_ element: XMLElement) {
    let last = appearances.count - 1
    guard last >= 0 else { return }
    appearances[last].horizontalAlignment = element["horizontal"]
    appearances[last].indent = element["indent"].flatMap { Int($0) } ?? 0
    appearances[last].isWrapped = element["wrapText"].map(isTrue) ?? false
  }
}
