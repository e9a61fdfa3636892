import TestSupport

/// Makes well-formed sheets of random shape in which common and odd forms follow one another.
struct SheetGenerator {
  private var random: SplitMix
  private var row = 0
  private var column = 0

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// A whole worksheet part.
  mutating func part() -> String {
    row = 0
    var rows = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) { rows += gap() + nextRow() }
    return WorkbookBuilder.worksheet(rows: rows + gap())
  }

  private mutating func nextRow() -> String {
    row += random.once(in: 4) ? Int.random(in: 1...40, using: &random) : 1
    column = 0
    var cells = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) { cells += gap() + cell() }
    var attributes = random.once(in: 10) ? [] : [attribute("r", "\(row)")]
    if random.once(in: 5) { attributes.append(attribute("spans", "1:\(column)")) }
    if random.once(in: 5) {
      attributes.append(attribute("hidden", random.pick(["1", "0", "true"])))
    }
    if random.once(in: 9) { attributes.append("xmlns:q=\"urn:q\" q:r=\"7\"") }
    attributes.shuffle(using: &random)
    return element("row", attributes, cells + gap())
  }

  private mutating func cell() -> String {
    column += random.once(in: 4) ? Int.random(in: 1...800, using: &random) : 1
    let isOutOfOrder = random.once(in: 15)
    let place = isOutOfOrder ? Int.random(in: 1...30, using: &random) : column
    var attributes: [String] = []
    // A row without a number takes that of the cells, so these must agree on it.
    attributes.append(attribute("r", "\(letters(place))\(row)"))
    if random.once(in: 2) {
      attributes.append(attribute("s", "\(Int.random(in: 0...40, using: &random))"))
    }
    let (type, content) = content()
    if let type { attributes.append(attribute("t", type)) }
    attributes.shuffle(using: &random)
    return element("c", attributes, content)
  }

  private mutating func content() -> (type: String?, content: String) {
    let formula = random.once(in: 4) ? formula() : ""
    switch Int.random(in: 0...11, using: &random) {
    case 0: return (nil, formula)
    case 1, 2, 3: return (random.once(in: 3) ? "n" : nil, formula + value(number()))
    case 4, 5: return ("s", formula + value("\(Int.random(in: 0...2, using: &random))"))
    case 6: return ("b", formula + value(random.pick(["0", "1", "true", "FALSE"])))
    case 7: return ("e", formula + value(random.pick(["#N/A", "#REF!", "#DIV/0!"])))
    case 8: return ("d", formula + value("2024-0\(Int.random(in: 1...9, using: &random))-01"))
    case 9, 10: return ("str", formula + value(text()))
    default:
      let space = random.pick(["", " xml:space=\"preserve\"", " xml:space='preserve'"])
      let run = "<t\(space)>\(text())</t>"
      let runs = random.pick([
        run, "<r>\(run)</r><r><rPr><b/></rPr>\(run)</r>",
        "\(run)<rPh sb=\"0\" eb=\"1\">\(run)</rPh>",
      ])
      return ("inlineStr", "<is>\(runs)</is>")
    }
  }

  private mutating func formula() -> String {
    let text = random.pick([
      "A1+B2", "\"a\"&amp;\"b\"", "IF(A1&lt;5,1,2)", "[1]S!A1", "SUM(é!A1)", "",
    ])
    let kind = random.pick([
      "", "", "", " aca=\"false\"", " t=\"shared\" si=\"0\"", " t=\"array\" ref=\"A1:B2\"",
    ])
    return "<f\(kind)>\(text)</f>"
  }

  private mutating func number() -> String {
    switch Int.random(in: 0...4, using: &random) {
    case 0: return "\(Int.random(in: -999...999, using: &random))"
    case 1: return "\(Double.random(in: -1e6...1e6, using: &random))"
    case 2:
      return
        "\(Double.random(in: 0...1, using: &random))E-\(Int.random(in: 0...30, using: &random))"
    case 3: return " \(Int.random(in: 0...9, using: &random))\n"
    default: return "0"
    }
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "word ", " ", "é", "€", "😀", "&amp;", "&lt;", "&#10;", "&#x41;", "\n", "\r\n", "\t", "_",
      "_x0041_",
      "_x005F_", "]", "]]", "<![CDATA[<&]]>", "<!-- c -->", "<?p i?>", "'", "\"", "&gt;",
      "longer text here ",
    ]
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick(pieces) }.joined()
  }

  private mutating func value(_ text: String) -> String {
    random.once(in: 20) ? "<v >\(text)</v\n>" : "<v>\(text)</v>"
  }

  private mutating func attribute(_ name: String, _ value: String) -> String {
    random.once(in: 12) ? "\(name)='\(value)'" : "\(name)=\"\(value)\""
  }

  private mutating func element(_ name: String, _ attributes: [String], _ content: String) -> String
  {
    let separator = random.once(in: 15) ? "\n  " : " "
    let list = attributes.map { separator + $0 }.joined() + (random.once(in: 15) ? " " : "")
    if content.isEmpty, !random.once(in: 3) { return "<\(name)\(list)/>" }
    return "<\(name)\(list)>\(content)</\(name)>"
  }

  private mutating func gap() -> String {
    random.once(in: 8)
      ? random.pick(["\n", "  ", "\r\n", "\t", "<!-- gap -->", "<?gap?>", "<other/>"]) : ""
  }

  private func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
