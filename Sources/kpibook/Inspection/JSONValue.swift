/// JSON to be printed: what a command answers with `--format json`.
indirect enum JSONValue {
  case null
  case boolean(Bool)
  case number(Int)
  /// A number, printed with two decimals at most.
  case decimal(Double)
  case text(String)
  /// JSON that is ready, on one line.
  case ready(String)
  case list([JSONValue])
  case map([(String, JSONValue)])

  /// The text of an optional, or null.
  static func optional(_ text: (some CustomStringConvertible)?) -> JSONValue {
    text.map { .text($0.description) } ?? .null
  }

  /// The value in lines, two blanks a level.
  var lines: String { text(indent: "") + "\n" }

  /// A JSON object of some lines with more members behind its own.
  static func adding(_ members: [(String, JSONValue)], to object: [UInt8]) -> String {
    // The first without its end, the second without its beginning.
    String(decoding: object, as: UTF8.self).dropLast("\n}\n".count) + ","
      + JSONValue.map(members).lines.dropFirst()
  }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .null: return "null"
    case .boolean(let truth): return truth ? "true" : "false"
    case .number(let number): return String(number)
    case .decimal(let number):
      let hundredths = (number * 100).rounded() / 100
      return Int(exactly: hundredths).map(String.init) ?? hundredths.description
    case .text(let text): return JSONValue.quoted(text)
    case .ready(let json): return json
    case .list(let items):
      if items.isEmpty { return "[]" }
      return "[\n" + items.map { inner + $0.text(indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .map(let members):
      if members.isEmpty { return "{}" }
      return "{\n"
        + members.map { "\(inner)\(JSONValue.quoted($0.0)): " + $0.1.text(indent: inner) }
        .joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// A text as JSON has it, in quotes.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
