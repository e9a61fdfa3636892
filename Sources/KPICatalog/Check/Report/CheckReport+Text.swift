extension CheckReport {
  /// The findings as lines for people: `BOOK: SHEET!CELL: warning: what is wrong; what to do
  /// [rule]`.
  ///
  /// Where no cell is known the measure and field stand in its place. Control characters of a text
  /// become blanks, so that each finding is one line.
  ///
  /// - Parameter file: The file's name, as the reader knows it.
  /// - Returns: A line a finding, without line breaks.
  public func lines(file: String) -> [String] {
    findings.map { finding in
      var line = file + ": "
      if let place = Self.place(of: finding) { line += place + ": " }
      line += finding.severity.rawValue + ": "
      // A cell does not say which measure is meant.
      if finding.origin != nil, let measure = finding.measure { line += measure.text + ": " }
      return Self.onOneLine(line + finding.message + " [" + finding.rule.name + "]")
    }
  }

  /// The last line for people: `2 errors, 1 warning, no notes in 53 measures`; a severity that was
  /// not looked for is left out.
  public var summary: String {
    let measures = Self.counted(measureCount, "measure")
    if findings.isEmpty, minimumSeverity == .note { return "no findings in " + measures }
    let counts = severities.map { Self.counted(count(of: $0), $0.rawValue) }
    return counts.joined(separator: ", ") + " in " + measures
  }

  /// The cell, or measure and field.
  static func place(of finding: CheckFinding) -> String? {
    if let origin = finding.origin {
      guard let sheet = origin.sheet else { return origin.cell }
      return SheetAddress.quoted(sheet) + "!" + origin.cell
    }
    let parts = [finding.measure?.text, finding.field].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ".")
  }

  /// The text with control characters and line breaks as blanks.
  private static func onOneLine(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: shown.append(" ")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    (count == 0 ? "no" : String(count)) + " " + noun + (count == 1 ? "" : "s")
  }
}
