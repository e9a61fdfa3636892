internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// Makes a date format for a column of dates that has none yet, so that its first date is one.
  func offerDateFormat(for field: String, _ wanted: KPIDefinition, _ region: Int) {
    let (column, moments): (ColumnField, [Moment?]) =
      switch field {
      case "targets": (.targetDate, wanted.targets.map(\.by))
      case "baseline": (.baselineDate, [wanted.baseline?.at])
      case "current": (.currentDate, [wanted.current?.at])
      default: (.reviewDate, field == "reviewDate" ? [wanted.reviewDate.map { .date($0) }] : [])
      }
    let hasDay = moments.contains { if case .date = $0 { true } else { false } }
    guard hasDay else { return }
    let reader = readers[region]
    for plan in reader.plans[column] ?? [] {
      guard let place = reader.writingPlace(plan), place.cell?.isBlank ?? true,
        reader.columnCells(plan).isEmpty, reader.dateStyle(like: place.style) == nil,
        (place.style ?? 0) < formatCount
      else { continue }
      makeFormat(dateCode, like: place.style ?? 0)
    }
  }

  /// Dates as the workbook's language writes them.
  private var dateCode: String {
    switch locale {
    case .de: "dd.mm.yyyy"
    case .fr, .it, .es: "dd/mm/yyyy"
    default: "yyyy-mm-dd"
    }
  }

  /// Makes a format for the workbook that is like another but for its number format.
  ///
  /// - Returns: Its index among the formats.
  @discardableResult
  func makeFormat(_ code: String, like style: Int) -> Int {
    if let made = newFormats.firstIndex(where: { $0.like == style && $0.code == code }) {
      return formatCount + made
    }
    let format = NumberFormat(code: code)
    newFormats.append((style, code))
    for index in readers.indices {
      readers[index].add(format, like: style)
    }
    return formatCount + newFormats.count - 1
  }
}

extension RegionReader {
  /// Adds a format that looks like another.
  fileprivate mutating func add(_ format: NumberFormat, like style: Int) {
    let look = sheet.looks.indices.contains(style) ? sheet.looks[style] : CellAppearance()
    sheet.looks.append(look)
    sheet.formats.append(format)
    quantities.sheet.formats.append(format)
    dates.sheet.formats.append(format)
  }

  /// A format that shows dates and otherwise looks like another; nil if there is none.
  func dateStyle(like style: Int?) -> Int? {
    let style = style ?? 0
    guard sheet.looks.indices.contains(style) else { return nil }
    return sheet.formats.indices.first {
      sheet.formats[$0].kind == .date && sheet.looks.indices.contains($0)
        && sheet.looks[$0] == sheet.looks[style]
    }
  }
}
