/// How a row looks, beside its cells.
public struct RowLayout: Hashable, Sendable {
  /// The height in points, at most 409.5; nil for what the text needs.
  public var height: Double?
  /// Whether the row is hidden.
  public var isHidden: Bool
  /// The style of cells the row does not hold.
  public var style: StyleIndex?
  /// How deep the row lies in an outline, 0 to 7.
  public var outlineLevel: Int

  /// Makes a row; what is left out is as in an ordinary one.
  public init(
    height: Double? = nil, isHidden: Bool = false, style: StyleIndex? = nil,
    outlineLevel: Int = 0
  ) {
    self.height = height
    self.isHidden = isHidden
    self.style = style
    self.outlineLevel = outlineLevel
  }

  /// An ordinary row.
  public static let standard = RowLayout()

  /// The row's attributes beside its number, with a blank before them.
  ///
  /// `fittedHeight` is what the row's text needs, if it is more than a line.
  func attributes(fittedHeight: Double?) throws(WorkbookError) -> String {
    guard self != .standard || fittedHeight != nil else { return "" }
    var text = ""
    if let style { text += " s=\"\(style.rawValue)\" customFormat=\"1\"" }
    if let height {
      guard height >= 0, height <= ExcelLimits.rowHeight else { throw .rowHeight(height) }
      text += " ht=\"\(ShortestDecimal.text(height))\" customHeight=\"1\""
    } else if let fittedHeight {
      text += " ht=\"\(ShortestDecimal.text(min(fittedHeight, ExcelLimits.rowHeight)))\""
    }
    if isHidden { text += " hidden=\"1\"" }
    if outlineLevel != 0 {
      guard 0...7 ~= outlineLevel else { throw .outlineLevel(outlineLevel) }
      text += " outlineLevel=\"\(outlineLevel)\""
    }
    return text
  }
}
