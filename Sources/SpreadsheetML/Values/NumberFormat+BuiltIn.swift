extension NumberFormat {
  /// The format without a format.
  public static let general = NumberFormat(code: "General")

  /// The format a style means by a number below 164 (ECMA-376 Part 1, 18.8.30).
  ///
  /// The codes are those of English (United States). Number 14 is the short date of the locale
  /// it is shown in, and 22 the same with a time. Numbers 27 to 36 and 50 to 58 are dates of East
  /// Asian Excel, whose codes depend on its language: here they are short dates, and 32 and 33
  /// times. A file's own `numFmt` with the same number goes before these.
  ///
  /// - Parameter id: The attribute `numFmtId` of the style.
  /// - Returns: nil for a number that is not built in; Excel shows such a cell in General.
  public static func builtIn(id: Int) -> NumberFormat? {
    switch id {
    case 14, 27...31, 34...36, 50...58:
      NumberFormat(code: FormatLocale.en.shortDateCode, systemFormat: .shortDate)
    case 22: NumberFormat(code: "m/d/yyyy h:mm", systemFormat: .shortDateTime)
    default: builtInCode(id).map { NumberFormat(code: $0) }
    }
  }

  private static func builtInCode(_ id: Int) -> String? {
    switch id {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 5: ##""$"#,##0_);\("$"#,##0\)"##
    case 6: ##""$"#,##0_);[Red]\("$"#,##0\)"##
    case 7: ##""$"#,##0.00_);\("$"#,##0.00\)"##
    case 8: ##""$"#,##0.00_);[Red]\("$"#,##0.00\)"##
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 20, 32: "h:mm"
    case 21, 33: "h:mm:ss"
    case 37: "#,##0_);(#,##0)"
    case 38: "#,##0_);[Red](#,##0)"
    case 39: "#,##0.00_);(#,##0.00)"
    case 40: "#,##0.00_);[Red](#,##0.00)"
    case 41: ##"_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)"##
    case 42: ##"_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)"##
    case 43: ##"_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)"##
    case 44: ##"_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)"##
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mm:ss.0"
    case 48: "##0.0E+0"
    case 49: "@"
    default: nil
    }
  }
}
