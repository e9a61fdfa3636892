internal import SpreadsheetML

/// Something beside the measures that could not be merged; what the workbook written into says was
/// kept.
public struct RestConflict: Hashable, Sendable, CustomStringConvertible {
  /// Where it is, such as `Guide!B3` or `xl/media/image1.png`.
  public let place: String
  /// What both started from; nil for nothing.
  public let base: String?
  /// What ours says; nil for nothing.
  public let ours: String?
  /// What theirs says; nil for nothing.
  public let theirs: String?
  /// Whose word was kept.
  public let kept: MergeSide
  /// Whether both sides changed it; else only the side that was not kept.
  public let isOfBoth: Bool

  /// The conflict in one line.
  public var description: String {
    let who = isOfBoth ? "both changed it" : kept == .ours ? "they changed it" : "we changed it"
    let values =
      "was \(Self.shown(base)); ours is \(Self.shown(ours)), theirs is \(Self.shown(theirs))"
    let why = isOfBoth ? "" : ", for it cannot be carried from one workbook to the other"
    return "\(place): \(who): \(values); \(kept.rawValue) is kept" + why
  }

  private static func shown(_ text: String?) -> String {
    guard let text else { return "nothing" }
    let line = text.onOneLine
    let short = line.count > 80 ? line.prefix(79) + "…" : line[...]
    return line.contains(" ") ? "“\(short)”" : String(short)
  }
}

/// What stands beside the measures of three workbooks, brought together in one of them.
struct RestMerge {
  /// The cells to be written into the workbook that carries the result.
  private(set) var patches: [CellPatch] = []
  /// What could not be brought together.
  private(set) var conflicts: [RestConflict] = []

  private let base: WorkbookRest
  private let carrier: WorkbookRest
  private let other: WorkbookRest
  private let kept: MergeSide

  /// - Parameters:
  ///   - base: The version both come from.
  ///   - carrier: The version the result is written into.
  ///   - other: The version whose changes are to be brought in.
  ///   - kept: Which side the carrier is.
  init(base: WorkbookRest, carrier: WorkbookRest, other: WorkbookRest, kept: MergeSide) {
    self.base = base
    self.carrier = carrier
    self.other = other
    self.kept = kept
    let gone = base.items.filter { other[$0.key] == nil }.map(\.key)
    let changed = other.items.map(\.key).filter { !other.says(other[$0], like: base[$0], in: base) }
    let all = changed + gone
    let crowded = Self.crowdedSheets(all, base, other)
    for key in all { merge(key, isCrowded: key.sheet.map(crowded.contains) ?? false) }
  }

  /// Sheets on which so much is elsewhere that rows or columns must have been moved.
  private static func crowdedSheets(
    _ changed: [WorkbookRest.Key], _ base: WorkbookRest, _ other: WorkbookRest
  ) -> Set<String> {
    var counts: [String: Int] = [:]
    for key in changed { if let sheet = key.sheet { counts[sheet, default: 0] += 1 } }
    var sizes: [String: Int] = [:]
    for item in base.items { if let sheet = item.key.sheet { sizes[sheet, default: 0] += 1 } }
    return Set(counts.filter { $1 > 20 && $1 * 3 > sizes[$0, default: 0] }.keys)
  }

  private mutating func merge(_ key: WorkbookRest.Key, isCrowded: Bool) {
    let (old, mine, new) = (base[key], carrier[key], other[key])
    guard !carrier.says(mine, like: new, in: other) else { return }
    let isOfBoth = !carrier.says(mine, like: old, in: base)
    if !isOfBoth, !isCrowded, let patch = patch(old, mine, new) {
      patches.append(patch)
      return
    }
    let place = (mine ?? new ?? old)?.place ?? ""
    let (ours, theirs) = kept == .theirs ? (new, mine) : (mine, new)
    conflicts.append(
      RestConflict(
        place: place, base: old?.text, ours: ours?.text, theirs: theirs?.text, kept: kept,
        isOfBoth: isOfBoth))
  }

  /// The patch that brings a cell of the other version into the carrier; nil if it cannot be
  /// brought there safely.
  private func patch(
    _ old: WorkbookRest.Item?, _ mine: WorkbookRest.Item?, _ new: WorkbookRest.Item?
  ) -> CellPatch? {
    guard let cell = (mine ?? new)?.patch, mine == nil || mine?.patch != nil,
      new == nil || new?.patch != nil
    else { return nil }
    let isShifted =
      carrier.recordCount != other.recordCount || carrier.recordCount != base.recordCount
    let content = new?.patch?.content ?? .value(.blank)
    if isShifted {
      // A formula speaks of rows that are elsewhere; a cell that is new has no place of its own.
      if case .formula = content { return nil }
      guard mine != nil || new?.key.isFixed ?? false else { return nil }
    }
    guard carrier.places[.sheet(cell.sheet)] != nil else { return nil }
    return CellPatch(sheet: cell.sheet, cell: cell.cell, content: content)
  }
}

extension WorkbookRest.Key {
  /// The sheet of a cell or note.
  fileprivate var sheet: String? {
    switch self {
    case .at(let sheet, _, _, _), .beside(let sheet, _, _, _, _), .measure(_, let sheet, _, _):
      sheet
    case .sheet, .name, .part: nil
    }
  }

  /// Whether it is known by its place.
  fileprivate var isFixed: Bool {
    if case .at = self { return true }
    return false
  }
}
