internal import KPICatalog
internal import SpreadsheetML

extension FieldWriting {
  /// Columns the catalog has no field for, and texts kept from columns of others.
  func customs() -> [[Candidate]] {
    var headings = wanted.custom.keys
    for key in current.custom.keys where !headings.contains(key) { headings.append(key) }
    return headings.compactMap { heading in
      guard current.custom[heading] != wanted.custom[heading], let plan = plan(heading),
        let place = place(plan)
      else { return nil }
      guard let value = wanted.custom[heading], value != .empty else {
        return [[cleared(plan, place)]]
      }
      return ways(value, plan, place).map { [$0] }
    }
  }

  /// The plan of a custom column by its heading, with the letters of its column where it repeats.
  private func plan(_ heading: String) -> Int? {
    let plans = reader.region.plans
    if let exact = plans.indices.first(where: {
      plans[$0].field.isCustom && plans[$0].heading == heading
    }) {
      return exact
    }
    return plans.indices.first { index in
      let letters = CellReference.letters(ofColumn: plans[index].column)
      return plans[index].field.isCustom && "\(plans[index].heading) (\(letters))" == heading
    } ?? plans.indices.first { plans[$0].heading == heading }
  }

  private func ways(
    _ value: CustomValue, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    switch value {
    case .text(let text):
      return textWays(text, plan, place)
    case .number(let number):
      let unit = MeasureUnit(.count)
      return QuantityForm(reader: reader, unit: unit).writes(
        QuantityForm.Wanted(low: number.double), plan, place)
    case .boolean(let truth): return [write(plan, place, .boolean(truth), .boolean)]
    case .error(let word): return [write(plan, place, .error(CellError(word)), .error)]
    case .date(let date): return dateWays(date, plan, place)
    case .empty: return [cleared(plan, place)]
    }
  }

  private func textWays(
    _ text: String, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    var writes: [CellWrite] = []
    // `007` of a number shown with three digits.
    if let cell = place.cell, cell.number != nil, let number = Double(text),
      reader.sheet.format(cell).text(for: number) == text
    {
      writes.append(CellWrite(plan: plan, cell: place.at, value: .number(number), rule: .code))
    }
    return writes + [write(plan, place, .text(text), .text)]
  }

  private func dateWays(
    _ date: DateText, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    var ways: [CellWrite] = []
    if let day = date.date, date.text.utf8.count == 10 {
      ways += self.date(plan, .date(day)).flatMap { $0 }
    }
    var samples: [(cell: SheetContent.Cell, isOwn: Bool)] = []
    if let cell = place.cell { samples.append((cell, true)) }
    samples += reader.columnCells(plan).prefix(20).map { ($0.cell, false) }
    for sample in samples {
      guard sample.cell.number != nil, let serial = serial(date) else { continue }
      ways.append(
        CellWrite(
          plan: plan, cell: place.at, value: .number(serial),
          style: sample.isOwn ? nil : sample.cell.style, rule: .dateSerial))
    }
    return ways + [write(plan, place, .text(date.text), .dateText)]
  }

  /// The serial number of a date with time, or of a time.
  private func serial(_ date: DateText) -> Double? {
    let parts = date.text.split(separator: "T")
    guard let last = parts.last else { return nil }
    var days = 0.0
    if let day = date.date {
      guard
        let serial = SerialDate(year: day.year, month: day.month, day: day.day)?.serial(
          in: reader.sheet.dateSystem)
      else { return nil }
      days = serial
    }
    guard last.contains(":") else { return days }
    let numbers = last.split(separator: ":").map { Double($0) }
    guard numbers.count == 3, let hours = numbers[0], let minutes = numbers[1],
      let seconds = numbers[2]
    else { return nil }
    return days + (hours * 3600 + minutes * 60 + seconds) / 86_400
  }
}
