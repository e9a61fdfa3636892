/// Numbers of more than fifteen digits, which are more than programs for spreadsheets keep.
enum PreciseNumbers {
  /// Whether a tree of values holds no such number.
  static func hasNone(_ node: CatalogNode) -> Bool {
    switch node.content {
    case .number(let number): shortened(number) == number
    case .list(let items): items.allSatisfy(hasNone)
    case .map(let members): members.allSatisfy { hasNone($0.value) }
    case .null, .boolean, .text, .plain: true
    }
  }

  /// The tree with its numbers rounded to fifteen digits.
  static func shortened(_ node: CatalogNode) -> CatalogNode {
    switch node.content {
    case .number(let number): CatalogNode(.number(shortened(number)))
    case .list(let items): CatalogNode(.list(items.map(shortened)))
    case .map(let members):
      CatalogNode(
        .map(
          members.map { .init(key: $0.key, place: .init(), value: shortened($0.value)) }))
    case .null, .boolean, .text, .plain: node
    }
  }

  /// The number rounded to fifteen digits; the same if it has no more.
  static func shortened(_ number: Double) -> Double {
    var digits: [UInt8] = []
    var exponent = 0
    var hasPoint = false
    var rest = Substring(number.magnitude.description)
    while let character = rest.first, character != "e" {
      rest.removeFirst()
      if character == "." {
        hasPoint = true
      } else if let digit = character.wholeNumberValue {
        if !digits.isEmpty || digit > 0 { digits.append(UInt8(digit)) }
        if hasPoint { exponent -= 1 }
      }
    }
    guard digits.count > 15 else { return number }
    exponent += Int(rest.dropFirst()) ?? 0
    exponent += digits.count - 15
    let roundsUp = digits[15] >= 5
    let whole = digits[..<15].reduce(Int64(0)) { $0 * 10 + Int64($1) } + (roundsUp ? 1 : 0)
    guard let rounded = Double("\(whole)e\(exponent)") else { return number }
    return number < 0 ? -rounded : rounded
  }
}
