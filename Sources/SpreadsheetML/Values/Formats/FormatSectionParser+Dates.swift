extension FormatSectionParser {
  /// Reads what a letter begins: a field of a date, `General`, `AM/PM`, or else text.
  mutating func parseLetter(_ byte: UInt8) {
    if matches("general") {
      position += 7
      hasGeneral = true
      append(.general)
      return
    }
    if matches("am/pm") {
      appendHalfDay(isShort: false, length: 5)
      return
    }
    if matches("a/p") {
      appendHalfDay(isShort: true, length: 3)
      return
    }
    let letter = byte | 0x20
    // Beside digits a letter is text: Excel would have asked for quotes.
    guard !section.hasDigits, !hasGeneral, FormatSectionParser.mayBeField(byte) else {
      appendCharacter()
      return
    }
    // A run of equal letters is one field, so no byte is counted again.
    var length = 1
    while let next = peek(length), next | 0x20 == letter { length += 1 }
    switch letter {
    case 0x79:  // y
      appendDay(.year(isLong: length > 2, isBuddhist: false))
    case 0x65:  // e, the year of an era
      appendDay(.year(isLong: true, isBuddhist: false))
    case 0x62:  // b
      // B1 and B2 choose a calendar, Gregorian or Hijri; the first is always shown.
      if length == 1, let next = peek(1), next == 0x31 || next == 0x32 {
        position += 2
        return
      }
      appendDay(.year(isLong: length > 2, isBuddhist: true))
    case 0x67:  // g, the name of an era, which the five languages' calendar has not
      section.hasDay = true
    case 0x64:  // d
      appendDay(.day(min(length, 4)))
    case 0x61 where length >= 3:  // aaa, the day of the week
      appendDay(.day(min(length, 4)))
    case 0x6D:  // m
      appendMonthOrMinute(length)
    case 0x68:  // h
      appendTime(.hour(width: min(length, 2)), .hourOrSecond)
    case 0x73:  // s
      appendSecond(length)
    default:
      appendCharacter()
      return
    }
    position += length
  }

  /// Whether a letter may begin a field of a date; of the letter `e` only the small one does.
  private static func mayBeField(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61, 0x62, 0x64, 0x67, 0x68, 0x6D, 0x73, 0x79: true
    case 0x65: byte == 0x65
    default: false
    }
  }

  /// Whether a word of lowercase letters stands here, in letters of either case.
  private func matches(_ word: String) -> Bool {
    var offset = 0
    for expected in word.utf8 {
      guard let byte = peek(offset),
        0x41...0x5A ~= byte ? byte | 0x20 == expected : byte == expected
      else { return false }
      offset += 1
    }
    return true
  }

  private mutating func appendHalfDay(isShort: Bool, length: Int) {
    let isLowercase = (peek() ?? 0) >= 0x61
    position += length
    section.hasTime = true
    section.isTwelveHour = true
    append(.date(.halfDay(isShort: isShort, isLowercase: isLowercase)))
  }

  private mutating func appendDay(_ field: DateField) {
    section.hasDay = true
    hasDayField = true
    lastField = PastField(unit: .other, item: section.items.count)
    append(.date(field))
  }

  private mutating func appendTime(_ field: DateField, _ unit: PastField.Unit) {
    section.hasTime = true
    lastField = PastField(unit: unit, item: section.items.count)
    append(.date(field))
  }

  /// An `m` or `mm` is a minute right after an hour or a second, or right before a second.
  private mutating func appendMonthOrMinute(_ length: Int) {
    if length > 2 {
      appendDay(.month(min(length, 6) == 5 ? 5 : min(length, 4)))
    } else if let last = lastField, last.unit == .hourOrSecond, !last.isUsed {
      appendTime(.minute(width: length), .minute)
    } else {
      // hasDay is set by the end only if no second follows.
      lastField = PastField(
        unit: .undecidedMonth, item: section.items.count, isFirstDay: !hasDayField)
      section.hasDay = true
      hasDayField = true
      append(.date(.month(length)))
    }
  }

  private mutating func appendSecond(_ length: Int) {
    let last = lastField
    appendTime(.second(width: min(length, 2)), .hourOrSecond)
    guard let last else { return }
    if last.unit == .undecidedMonth, section.items.indices.contains(last.item),
      case .date(.month(let width)) = section.items[last.item]
    {
      section.items[last.item] = .date(.minute(width: width))
      lastField?.isUsed = true
      hasDayField = !last.isFirstDay
      section.hasDay = hasDayField
    } else if last.unit == .minute {
      lastField?.isUsed = true
    }
  }

  /// Appends elapsed time, `[h]`, `[mm]` or `[s]`.
  mutating func appendElapsed(_ letter: UInt8, width: Int) {
    section.isElapsed = true
    // More than a few leading zeros serve nobody.
    let width = min(width, 9)
    switch letter {
    case 0x68: appendTime(.elapsedHours(width: width), .hourOrSecond)
    case 0x6D: appendTime(.elapsedMinutes(width: width), .minute)
    default: appendTime(.elapsedSeconds(width: width), .hourOrSecond)
    }
  }
}
