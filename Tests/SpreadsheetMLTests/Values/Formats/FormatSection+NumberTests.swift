import SpreadsheetML
import Testing

@Suite("Digits in a format")
struct FormatSectionNumberTests {
  @Test(
    "fill their placeholders (ECMA-376, 18.8.31)",
    arguments: [
      // The standard's own examples: 0, # and ?.
      ("####.#", 1234.59, "1234.6"), ("#.000", 8.9, "8.900"), ("0.#", 0.631, "0.6"),
      ("#.0#", 12, "12.0"), ("#.0#", 1234.568, "1234.57"), ("???.???", 44.398, " 44.398"),
      ("???.???", 102.65, "102.65 "), ("???.???", 2.8, "  2.8  "),
      ("#,###", 12000, "12,000"), ("#,", 12000, "12"), ("0.0,,", 12_200_000, "12.2"),
      // What is left of a placeholder without a digit.
      ("0000", 12, "0012"), ("#", 0, ""), ("?", 0, " "), ("0.##", 1, "1."), ("#.##", 0, "."),
      ("0.??", 1.5, "1.5 "), ("#.#0#", 1, "1.0"), ("0#", 0, "0"), ("0?", 0, "0 "), ("0#", 1, "01"),
      (".0", 1234, "1234.0"), (".00", 0.5, ".50"), ("0.", 12, "12."),
      // Groups and scales.
      ("#,##0", 1234567, "1,234,567"), ("#,##0", 12, "12"), ("0,000", 12, "0,012"),
      ("?,???", 12, "   12"), ("0,0", 1234567, "1,234,567"), ("0,", 1499, "1"), ("0,", 1500, "2"),
      ("0.00,,\"M\"", 1_234_567, "1.23M"), ("0.0,0", 1234.56, "1234.56"), ("0 ,", 5, "5 ,"),
      ("#,##0.00,", 1_234_567, "1,234.57"), ("0,.0", 1234, "1.2"),
      // Percent.
      ("0%", 0.125, "13%"), ("0.0%", 0.0295, "3.0%"), ("0%", -0.31, "-31%"), ("%0", 0.5, "%50"),
      ("0.00%", 1.00005, "100.01%"),
      // Text between digits.
      ("000-00-0000", 123_456_789, "123-45-6789"), ("00000-0000", 941_051_630, "94105-1630"),
      (#"0\h00"#, 930, "9h30"), ("##-##", 12345, "123-45"), ("0.0x0", 1.23, "1.2x3"),
      ("0x0", 5, "0x5"), (#"0" m"#, 5, "5 m"),
      // Fifteen digits count, and no more.
      ("0", 123_456_789_012_345_680, "123456789012346000"),
      ("0.0000000000000000", 0.1, "0.1000000000000000"),
      ("0", 1e20, "100000000000000000000"), ("0.00", 0.1 + 0.2, "0.30"),
    ] as [(String, Double, String)])
  func placeholders(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "are rounded half away from zero, in decimal",
    arguments: [
      ("0", 0.5, "1"), ("0", 1.5, "2"), ("0", 2.5, "3"), ("0", -0.5, "-1"), ("0", -2.5, "-3"),
      ("0.00", 1.005, "1.01"), ("0.00", 2.675, "2.68"), ("0.0", 0.25, "0.3"), ("0.0", 0.45, "0.5"),
      ("0.00", 1.004999, "1.00"), ("0.00", 99.995, "100.00"), ("0.00%", 0.070145, "7.01%"),
      ("0", 0.4999999999, "0"), ("#,##0", 999.5, "1,000"),
    ] as [(String, Double, String)])
  func rounding(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "drop Excel's minus, not the code's, when only zeros are left",
    arguments: [
      ("0.00", -0.001, "0.00"), ("0.00", -0.005, "-0.01"), ("0%", -0.001, "0%"),
      ("#,##0", -0.4, "0"), ("-0.0", -0.01, "-0.0"), ("0.0;-0.0", -0.01, "-0.0"),
      ("(0.0)", -0.01, "(0.0)"), ("0.0;(0.0)", -0.01, "(0.0)"), ("0.00", -0.0, "0.00"),
      ("0.00E+00", -0.001, "-1.00E-03"),
    ] as [(String, Double, String)])
  func negativeZero(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "take an exponent",
    arguments: [
      ("0.00E+00", 123456, "1.23E+05"), ("0.00E+00", 0, "0.00E+00"), ("0.0E-0", 1234, "1.2E3"),
      ("0.0E-0", 0.012, "1.2E-2"), ("0E+0", 0.00009, "9E-5"),
      ("0.00E+000", .leastNonzeroMagnitude, "5.00E-324"),
      ("##0.0E+0", 1234, "1.2E+3"), ("##0.0E+0", 12345, "12.3E+3"),
      ("##0.0E+0", 123456, "123.5E+3"),
      ("##0.0E+0", 0.00012, "120.0E-6"), ("#0.0E+0", 1.23e-13, "12.3E-14"),
      ("000E+00", 12345.67, "012E+03"), ("0.0E+0", 9.96, "1.0E+1"), ("##0.0E+0", 999.96, "1.0E+3"),
      ("0.0E+0", -12345, "-1.2E+4"), ("0.00e+00", 12345, "1.23e+04"), (".00E+0", 0.5, ".50E+0"),
      ("0 E+ 0", 12, "1 E +1"), ("0.0\"a\"E+0", 12, "1.2aE+1"),
      // Percent signs and commas are mere signs beside an exponent, and zero fills its places.
      ("0%E+0", 123, "1%E+2"), ("#.#E+0", 0, "0.E+0"),
    ] as [(String, Double, String)])
  func exponents(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "take the signs of the reader",
    arguments: [
      (.en, "1,234,567.89 €", "1.23457E+11"), (.fr, "1\u{202F}234\u{202F}567,89 €", "1,23457E+11"),
      (.it, "1.234.567,89 €", "1,23457E+11"), (.de, "1.234.567,89 €", "1,23457E+11"),
      (.es, "1.234.567,89 €", "1,23457E+11"),
    ] as [(FormatLocale, String, String)])
  func locales(locale: FormatLocale, amount: String, general: String) {
    let euros = NumberFormat(code: "#,##0.00 [$€-407]")
    #expect(euros.text(for: 1_234_567.891, locale: locale) == amount)
    #expect(NumberFormat.general.text(for: 123_456_789_012, locale: locale) == general)
  }

  @Test(
    "stand among padding, fills, quotes and brackets",
    arguments: [
      ("_(0_)", 5, " 5 "), ("0_)_%", 5, "5  "), ("* 0", 5, "5"), ("0*x", 5, "5"), ("**0", 5, "5"),
      (#""a;b"0"#, 5, "a;b5"), (#"\"0\""#, 5, "\"5\""), ("[Red]0", 5, "5"), ("[Color 12]0", 5, "5"),
      ("[$-409]0.0", 5, "5.0"), ("[DBNum1]0", 5, "5"), ("[ENG]0", 5, "5"), ("0é", 5, "5é"),
      ("$0", -5, "-$5"), ("\"Rs.\"#,##0.00", -1234, "-Rs.1,234.00"),
      ("[$whatever] 0", 5, "whatever 5"),
      ("_€0", 5, " 5"), ("*€0", 5, "5"), (#"\€0"#, 5, "€5"), (#"_\0"#, 5, " 5"),
    ] as [(String, Double, String)])
  func surroundings(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test("are none in what is no number", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(number: Double) {
    #expect(NumberFormat(code: "0.00").text(for: number) == "#NUM!")
    #expect(NumberFormat(code: "d.m.yy").text(for: number) == "#NUM!")
  }
}
