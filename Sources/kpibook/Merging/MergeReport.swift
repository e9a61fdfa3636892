internal import CatalogMapping
internal import KPICatalog

/// What could not be merged, told to a person or a program.
struct MergeReport {
  /// What the lines begin with: the file that was written.
  let place: String
  /// The two versions, as messages call them.
  let names: (ours: String, theirs: String)
  /// The fields both sides changed.
  var conflicts: [MergeConflict]
  /// What stands beside the measures and could not be brought together.
  var besides: [RestConflict] = []
  /// What the workbook does not say though it should.
  var unwritten: CatalogDiff?
  /// The workbook that was written into, if it was one.
  var carrier: String?

  /// Where the version that was not written into has other formats; nil if it has none.
  var formats: (side: MergeSide, change: FormatChange)?

  /// The note on formats, if there is one.
  private var formatLines: [String] {
    guard let (side, change) = formats, !Findings.isQuiet else { return [] }
    let (other, own) = side == .theirs ? (names.theirs, names.ours) : (names.ours, names.theirs)
    let more =
      switch change.count {
      case 1: ""
      case 2: " and one more cell or column"
      default: " and \(change.count - 1) more cells or columns"
      }
    return [
      "\(place): note: formats are not merged: \(other) has others at \(change.first)\(more), and "
        + "\(own) keeps its own"
    ]
  }

  /// How much there is to look at.
  var count: Int { conflicts.count + besides.count + unwrittenLines.count }

  /// The lines for standard error; none if all was merged.
  var lines: [String] {
    guard count > 0 else { return formatLines }
    let sides = MergeConflict.Sides.files(ours: names.ours, theirs: names.theirs)
    var lines = conflicts.map { "\(place): warning: \($0.sentence(sides))" }
    lines += besides.map { "\(place): warning: \($0)" }
    let left = unwrittenByMeasure
    lines += left.prefix(Self.mostUnwritten).map { "\(place): warning: \($0)" }
    if left.count > Self.mostUnwritten {
      lines.append(
        "\(place): warning: … and \(left.count - Self.mostUnwritten) more like it; --format json lists "
          + "them all")
    }
    guard !Findings.isQuiet else { return lines }
    lines += formatLines
    let number = count == 1 ? "1 conflict" : "\(count) conflicts"
    var note = "\(place): note: \(number)"
    if !conflicts.isEmpty { note += "; it was written with what \(names.ours) says" }
    if let carrier { note += "; the workbook is that of \(carrier)" }
    lines.append(note)
    return lines
  }

  /// How many measures are told with what the workbook does not say of them.
  private static let mostUnwritten = 50

  /// What the workbook does not say, a line for each measure.
  private var unwrittenByMeasure: [String] {
    guard let unwritten else { return [] }
    return unwritten.fields.map { Self.words($0, of: nil) }
      + unwritten.measures.flatMap { change -> [String] in
        guard change.kind == .changed, change.fields.count > 1 else { return Self.lines(change) }
        let fields = change.fields.map(\.field)
        let list = fields.dropLast().joined(separator: ", ") + " and " + (fields.last ?? "")
        let moved = change.move.map { _ in "\(change.id): it could not be moved in the workbook" }
        return ["\(change.id): \(list) could not be written into the workbook"]
          + [moved].compactMap(\.self)
      }
  }

  private var unwrittenLines: [String] {
    guard let unwritten else { return [] }
    return unwritten.fields.map { Self.words($0, of: nil) }
      + unwritten.measures.flatMap { Self.lines($0) }
  }

  private static func lines(_ change: MeasureChange) -> [String] {
    switch change.kind {
    case .added: return ["\(change.id): the measure could not be added to the workbook"]
    case .removed: return ["\(change.id): the measure could not be removed from the workbook"]
    case .changed:
      let moved = change.move.map { _ in "\(change.id): it could not be moved in the workbook" }
      return change.fields.map { words($0, of: change.id) } + [moved].compactMap(\.self)
    }
  }

  private static func words(_ change: FieldChange, of measure: KPIIdentifier?) -> String {
    let field = (measure.map { "\($0)." } ?? "") + change.field
    return "\(field): \(shown(change.new)) could not be written into the workbook, which says "
      + shown(change.old)
  }

  private static func shown(_ value: FieldValue?) -> String {
    guard let text = value?.text else { return "nothing" }
    let short = text.count > 80 ? text.prefix(79) + "…" : text[...]
    return text.contains(" ") ? "“\(short)”" : String(short)
  }

  /// The report as JSON: `conflicts`, then `files` (the names of both sides), `beside` (what stands
  /// beside the measures) and `unwritten` (a line for each).
  var json: String {
    let more = JSONValue.map([
      ("files", .map([("ours", .text(names.ours)), ("theirs", .text(names.theirs))])),
      (
        "beside",
        .list(
          besides.map { conflict in
            .map([
              ("place", .text(conflict.place)), ("base", .optional(conflict.base)),
              ("ours", .optional(conflict.ours)), ("theirs", .optional(conflict.theirs)),
              ("kept", .text(conflict.kept.rawValue)),
              ("changedByBoth", .boolean(conflict.isOfBoth)),
            ])
          })
      ), ("unwritten", .list(unwrittenLines.map { .text($0) })),
    ])
    // Two objects become one: the first without its end, the second without its beginning.
    let first = String(decoding: MergeConflict.json(conflicts), as: UTF8.self)
    return first.dropLast("\n}\n".count) + "," + more.lines.dropFirst()
  }
}
