import SpreadsheetML
import Testing

@Suite("NumberFormat")
struct NumberFormatTests {
  @Test(
    "tells what a number is meant to be",
    arguments: [
      ("General", .general), ("", .general), ("GENERAL", .general), (#"General" pcs""#, .general),
      (";;;", .general), ("[Red]", .general), (#""text""#, .general),
      ("0", .number), ("#,##0.00", .number), ("0.00_);[Red](0.00)", .number),
      (#"0.0" kg""#, .number), (#"0\d"#, .number), (#"0"days""#, .number), ("[Red]0", .number),
      (#"_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)"#, .number), ("00000-0000", .number),
      (#"[>999999]#,,"M";[>999]#,"K";#"#, .number), (#"[$-409]0.00"#, .number),
      ("0%", .percent), ("0.00%;[Red]-0.00%", .percent), (#"0 %"#, .percent),
      (#"0"%""#, .number), (#"0\%"#, .number), (#"[<0]"";0%"#, .percent),
      (##""$"#,##0.00"##, .currency), ("$#,##0", .currency), ("#,##0.00 €", .currency),
      ("[$€-407] #,##0", .currency), ("[$EUR] 0", .currency), (#"#,##0" CHF""#, .currency),
      (#"_("$"* #,##0.00_);_("$"* \(#,##0.00\)"#, .currency), (#"0\ \k\€"#, .currency),
      ("0.00E+00", .scientific), ("##0.0E+0", .scientific),
      ("# ?/?", .fraction), ("# ??/16", .fraction), ("??/??", .fraction),
      ("@", .text), (#""see "@"#, .text),
      ("m/d/yyyy", .date), ("yyyy-mm-dd", .date), ("dd", .date), ("mmm", .date), ("m", .date),
      ("[$-409]d-mmm-yy;@", .date), (#"d" de "mmmm" de "yyyy"#, .date), ("DD/MM/YYYY", .date),
      ("[$-F800]dddd, mmmm dd, yyyy", .date), ("[$-411]ge.m.d", .date), ("e", .date),
      ("yy/mm/dd@", .date), ("yyyy;@", .date), ("[$-x-sysdate]dddd, mmmm dd, yyyy", .date),
      ("h:mm", .time), ("h:mm:ss AM/PM", .time), ("mm:ss", .time), ("mm:ss.0", .time),
      ("AM/PM", .time), ("ss", .time), ("[$-F400]h:mm:ss AM/PM", .time), ("mmss", .time),
      ("m/d/yyyy h:mm", .dateTime), (#"yyyy\-mm\-dd\Thh:mm"#, .dateTime), ("d h", .dateTime),
      ("[h]:mm", .elapsed), ("[mm]:ss", .elapsed), ("[SS]", .elapsed), ("[hh]:mm:ss;@", .elapsed),
      // Only the first section makes a date where conditions choose.
      ("[=0]?;[h]:mm", .number), ("[<1]h:mm;d.m.yyyy", .time),
    ] as [(String, NumberFormat.Kind)])
  func kinds(code: String, kind: NumberFormat.Kind) {
    #expect(NumberFormat(code: code).kind == kind)
  }

  @Test(
    "counts the places after the decimal point",
    arguments: [
      ("0", 0), ("0.0", 1), ("#,##0.00", 2), ("0.00%", 2), ("0.0#", 2), ("0.00E+00", 2),
      ("$0.000;($0.0)", 3), ("General", nil), ("@", nil), ("d.m.yyyy", nil), ("# ?/?", nil),
      ("h:mm:ss.00", nil), (#""x""#, nil),
    ] as [(String, Int?)])
  func decimalPlaces(code: String, places: Int?) {
    #expect(NumberFormat(code: code).decimalPlaces == places)
  }

  @Test(
    "finds a percent in any numeric section",
    arguments: [
      ("0%", true), ("General;0%", true), (#"[=0]"-";0.0%"#, true), ("0", false),
      (#"0"%""#, false), (#"0\%"#, false), ("@", false), (#"%"#, false), ("0;0;0;%@", false),
    ] as [(String, Bool)])
  func percent(code: String, isPercent: Bool) {
    #expect(NumberFormat(code: code).isPercent == isPercent)
  }

  @Test(
    "finds the currency",
    arguments: [
      (##""$"#,##0"##, "$", nil), ("[$$-409]#,##0", "$", "USD"), ("[$$-C09]0", "$", "AUD"),
      ("#,##0.00 [$€-407]", "€", "EUR"), ("[$€]0", "€", "EUR"), ("€ 0", "€", "EUR"),
      ("£0", "£", "GBP"), ("[$¥-411]0", "¥", "JPY"), ("[$¥-804]0", "¥", "CNY"), ("¥0", "¥", nil),
      ("[$CHF] 0.00", "CHF", "CHF"), (#"0" EUR""#, "EUR", "EUR"), (#"0.0,," M€""#, "€", "EUR"),
      ("[$kr.-406] 0", "kr.", "DKK"), ("0\u{A0}\u{20B9}", "₹", "INR"), ("[$ANG] 0", "ANG", nil),
      ("[$-409]0", nil, nil), ("0", nil, nil), (#"0" kg""#, nil, nil), ("General", nil, nil),
      ("[$-407]d. mmm", nil, nil), (#""$"d"#, nil, nil),
    ] as [(String, String?, String?)])
  func currency(code: String, symbol: String?, iso: String?) {
    let format = NumberFormat(code: code)
    #expect(format.currencySymbol == symbol)
    #expect(format.currencyCode == iso)
  }

  @Test func keepsItsCode() {
    #expect(NumberFormat(code: "0.00;;x").code == "0.00;;x")
    #expect(NumberFormat(code: "0") == NumberFormat(code: "0"))
    #expect(NumberFormat(code: "0") != NumberFormat(code: "0.0"))
  }

  @Test func takesACodeBeyondAllMeasureAsGeneral() {
    let format = NumberFormat(code: String(repeating: "0", count: 3000))
    #expect(format.kind == .general)
    #expect(format.text(for: 12) == "12")
  }

  @Test(
    "says when it shows fewer decimals than a number has",
    arguments: [
      ("0%", 0.125, true), ("0%", 0.12, false), ("0.0%", 0.125, false), ("0.0", 4.05, true),
      ("0.0", 4.1, false), ("0.00", -4.125, true), ("0", 0.5, true), ("#,##0,", 1500, true),
      ("#,##0,", 2000, false), ("General", 0.123456, false), ("0.00E+00", 12345, true),
      ("0.00E+00", 12300, false), ("yyyy-mm-dd", 45322.5, false), ("# ?/?", 0.3, false),
      ("@", 0.3, false), ("0.0;;\"none\"", 0, false), ("0.00", 0.1 + 0.2, false),
    ] as [(String, Double, Bool)])
  func rounding(code: String, number: Double, rounds: Bool) {
    #expect(NumberFormat(code: code).rounds(number) == rounds)
  }

  @Test(
    "shows another currency and all else as before",
    arguments: [
      (#"#,##0.00 "€""#, "USD", "#,##0.00 [$$-409]"), ("[$€-2]#,##0.00", "USD", "[$$-409]#,##0.00"),
      ("[$€-407]#,##0;[Red]-[$€-407]#,##0", "GBP", "[$£-809]#,##0;[Red]-[$£-809]#,##0"),
      ("[$EUR] 0.0", "USD", "[$USD] 0.0"), ("EUR0", "CHF", #"[$CHF]\ 0"#),
      (#"0" EUR""#, "USD", #"0" "[$USD]"#),
      (#"0.0,," M€""#, "USD", #"0.0,," M"[$$-409]"#), (#"\€0"#, "CHF", #"[$CHF]\ 0"#),
      ("€ 0", "PLN", "[$zł-415] 0"), ("0.00", "USD", nil), (#"0" kg""#, "USD", nil),
      (##""$"#,##0"##, "EUR", "[$€-2]#,##0"),
    ] as [(String, String, String?)])
  func otherCurrency(code: String, currency: String, expected: String?) {
    let format = NumberFormat(code: code).showing(currency: currency)
    #expect(format?.code == expected)
    #expect(format?.currencyCode == (expected == nil ? nil : currency))
  }
}
