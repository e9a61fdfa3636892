/// What a text looks like at a glance, told from its characters.
struct TextShape {
  private(set) var words = 0
  private(set) var endsWithQuestion = false
  private(set) var isEmail = false
  private(set) var isLink = false
  /// The text and its small form are kept for the slower questions.
  private let text: String
  private var digits = 0
  private var hasDigit: Bool { digits > 0 }
  /// Whether a sign stands in it that could part bands.
  private var hasMark = false
  private var letters = 0
  private var hasLetter: Bool { letters > 0 }
  private var hasSign = false
  private var hasOperator = false

  init(_ text: String) {
    self.text = text
    var isInWord = false
    let bytes = text.utf8Span.span
    for index in 0..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x09...0x0D, 0x20: isInWord = false
      default:
        if !isInWord { words += 1 }
        isInWord = true
        switch byte {
        case 0x30...0x39: digits += 1
        case 0x41...0x5A, 0x61...0x7A: letters += 1
        case UInt8(ascii: "/"):
          hasOperator = true
          hasMark = true
        case UInt8(ascii: "*"), UInt8(ascii: "+"): hasOperator = true
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: ";"),
          UInt8(ascii: "|"),
          UInt8(ascii: ","):
          hasMark = true
        case 0x80...:
          hasSign = true
          if byte == 0xE2 || byte == 0xF0 { hasMark = true }
        default: break
        }
      }
    }
    endsWithQuestion = text.last == "?"
    if text.utf8.contains(UInt8(ascii: "@")) {
      isEmail = words <= 4 && text.utf8.contains(UInt8(ascii: "."))
    }
    isLink = text.hasPrefix("http") || text.hasPrefix("www.") || text.hasPrefix("doi:")
  }

  /// Whether it has more letters than digits; those beyond ASCII count as letters.
  var isWordy: Bool { letters + (hasSign ? 1 : 0) > digits }

  /// Whether an operation stands between words.
  var hasComputation: Bool {
    mutating get {
      guard words >= 3 || hasOperator || hasSign else { return false }
      if hasOperator, text.holds(" / ") || text.holds(" * ") { return true }
      if hasSign, text.holds("÷") || text.holds("×") { return true }
      guard words >= 3 else { return false }
      if text.holds(" x 1") || text.holds(" : ") && text.holds("(") { return true }
      if text.holds("("), text.holds(" - ") || text.holds(" − ") || text.holds(" – ") {
        return true
      }
      return text.holdsWord(beginning: Self.operators)
    }
  }

  /// What names an operation, in small letters.
  private static let operators = WordBeginnings([
    "divided by", "divisé par", "divisée par", "divisés par", "diviso ", "divisa per",
    "geteilt durch",
    "dividido ", "dividida ", "divididos ", "multiplied by", "rapporté", "count of ", "sum of ",
    "somme des ", "somma dei ", "summe der ", "suma de ", "median", "médiane", "mediana ",
    "average of ",
    "mean of ", "moyenne des ", "media dei ", "media delle ", "durchschnitt der ", "promedio de ",
  ])

  /// Whether it is an arrow or a sign of direction.
  var isArrow: Bool {
    guard text.unicodeScalars.count <= 3, let first = text.unicodeScalars.first else {
      return false
    }
    switch first.value {
    case 0x2190...0x21FF, 0x25B2...0x25C4, 0x2B00...0x2B11, 0x1F53C, 0x1F53D: return true
    default: return false
    }
  }

  /// Whether it is a tick, a cross or one of the words for yes and no.
  var isTick: Bool {
    guard text.utf8.count <= 6 else { return false }
    return WordList.boolean.value(of: text) != nil
  }

  /// Whether it sets bands of colors.
  var hasBands: Bool {
    guard hasDigit, text.utf8.count >= 5, hasMark else { return false }
    return text.countWords(beginning: Self.colors) >= 2
      || (text.holds("G") && text.holds("R") && text.holds(":"))
      || text.utf8.count(where: { ";|/,\n".utf8.contains($0) }) >= 2
        && (text.holds("<") || text.holds(">") || text.holds("≤") || text.holds("≥"))
      || BandText.mayBe(text)
  }

  private static let colors = WordBeginnings([
    "green", "amber", "red", "yellow", "vert", "orange", "jaune", "rouge", "verde", "giallo",
    "rosso", "grun", "grün", "GRÜN", "gelb", "rot", "amarillo", "rojo", "ambar", "ámbar", "ambra",
    "naranja", "arancio",
  ])

  /// Whether it reads as a number with or without unit, sign or comparison.
  var isQuantity: Bool {
    guard hasDigit, text.utf8.count <= 40, words <= 6, letters <= 18, QuantityText.mayBegin(text)
    else {
      return false
    }
    return QuantityText(text) != nil
  }

  /// Whether it is a date or period.
  var isPeriod: Bool {
    guard digits >= 4, text.utf8.count <= 24 else { return false }
    return PeriodReading.moment(in: text) != nil
  }
}
