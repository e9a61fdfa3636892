/// A number as its digits are written: shortest decimals, moved points, marks of thousands and
/// decimals.
enum DecimalText {
  /// The number with its decimal point moved to the right, as 0.07 becomes 7 and not
  /// 7.000000000000001.
  ///
  /// The point is moved in the shortest decimal text that reads back as the same double.
  ///
  /// - Parameters:
  ///   - number: A finite number; others are returned as they are.
  ///   - places: How many places; negative to the left.
  /// - Returns: The number moved.
  static func shift(_ number: Double, by places: Int) -> Double {
    guard number.isFinite, number != 0 else { return number }
    var mantissa: [UInt8] = []
    var exponent = 0
    var isFraction = false
    var isExponent = false
    var exponentText = ""
    for byte in number.description.utf8 {
      switch byte {
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
      case _ where isExponent: exponentText.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "."): isFraction = true
      default:
        mantissa.append(byte)
        if isFraction { exponent -= 1 }
      }
    }
    exponent += (Int(exponentText) ?? 0) + places
    return Double(String(decoding: mantissa, as: UTF8.self) + "e" + String(exponent)) ?? number
  }

  /// Numbers that are whole to fifteen digits, such as 2.9999999999999996 hours of a serial time,
  /// made whole.
  static func tidied(_ number: Double) -> Double {
    guard number.isFinite, number.magnitude < 1e12 else { return number }
    let rounded = (number * 1e9).rounded() / 1e9
    return abs(rounded - number) <= abs(number) * 1e-12 ? rounded : number
  }
}

/// The sign between whole and fraction in a column of texts.
enum DecimalMark: Character, Sendable {
  case point = "."
  case comma = ","
}

/// A number as a text writes it, with what its marks may mean.
struct NumberText: Hashable, Sendable {
  /// The value if the one mark it has is a decimal mark.
  let value: Double
  /// The value if that mark parts thousands; nil if it cannot.
  let grouped: Double?
  /// The mark that is surely one of decimals here; nil if there is none.
  let decimalMark: DecimalMark?
  /// The mark in doubt.
  let doubtfulMark: DecimalMark?

  /// Reads digits with marks: `1 234,5`, `1.234,5`, `1'234.5`, `1,234.5`, `.5`, `1.234`.
  init?(_ text: some StringProtocol) {
    var digits = ""
    var marks: [(mark: Character, place: Int)] = []
    for character in text {
      switch character {
      case "0"..."9" where character.isASCII: digits.append(character)
      case ".", ",", "'", "’", " ", "\u{A0}", "\u{202F}", "\u{2009}":
        marks.append((character == "’" ? "'" : character, digits.count))
      default: return nil
      }
    }
    guard !digits.isEmpty, digits.count <= 30 else { return nil }
    if let last = marks.last, last.place == digits.count { return nil }
    let kinds = Set(marks.map { ".,".contains($0.mark) ? $0.mark : " " })
    func isGrouping(_ list: ArraySlice<(mark: Character, place: Int)>, end: Int) -> Bool {
      guard let first = list.first else { return true }
      guard (1...3).contains(first.place) else { return false }
      let places = list.map(\.place) + [end]
      return zip(places, places.dropFirst()).allSatisfy { $1 - $0 == 3 }
    }
    func number(decimalsFrom place: Int?) -> Double? {
      guard let place else { return Double(digits) }
      let cut = digits.index(digits.startIndex, offsetBy: place)
      return Double((place == 0 ? "0" : String(digits[..<cut])) + "." + String(digits[cut...]))
    }
    guard let last = marks.last else {
      guard let number = Double(digits) else { return nil }
      (value, grouped, decimalMark, doubtfulMark) = (number, nil, nil, nil)
      return
    }
    let sameAsLast = marks.filter { $0.mark == last.mark }.count
    if let mark = DecimalMark(rawValue: last.mark), sameAsLast == 1,
      isGrouping(marks.dropLast(), end: last.place), let number = number(decimalsFrom: last.place)
    {
      // One mark with three digits behind it may part thousands, unless nothing or zero stands
      // before.
      let canGroup =
        kinds.count == 1 && digits.count - last.place == 3 && (1...3).contains(last.place)
        && digits.first != "0"
      value = number
      grouped = canGroup ? Double(digits) : nil
      decimalMark = canGroup ? nil : mark
      doubtfulMark = canGroup ? mark : nil
      return
    }
    guard kinds.count == 1, isGrouping(marks[...], end: digits.count), let whole = Double(digits)
    else {
      return nil
    }
    // 1.234.567 shows that the other mark is the decimal one.
    let other: DecimalMark? = last.mark == "." ? .comma : last.mark == "," ? .point : nil
    (value, grouped, decimalMark, doubtfulMark) = (whole, nil, other, nil)
  }

  /// The value in a column with this decimal mark.
  func value(decimalMark mark: DecimalMark?) -> Double {
    guard let grouped, let doubtfulMark, let mark else { return value }
    return mark == doubtfulMark ? value : grouped
  }
}
