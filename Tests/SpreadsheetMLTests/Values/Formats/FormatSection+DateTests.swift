import SpreadsheetML
import Testing

@Suite("Dates and times in a format")
struct FormatSectionDateTests {
  /// Wednesday, 31 January 2024, 15:04:05.678.
  private let moment = 45322.6278434954

  @Test(
    "show their fields (ECMA-376, 18.8.31)",
    arguments: [
      ("yy", "24"), ("y", "24"), ("yyyy", "2024"), ("yyy", "2024"), ("e", "2024"), ("m", "1"),
      ("mm", "01"), ("mmm", "Jan"), ("mmmm", "January"), ("mmmmm", "J"), ("d", "31"), ("dd", "31"),
      ("ddd", "Wed"), ("dddd", "Wednesday"), ("aaa", "Wed"), ("aaaa", "Wednesday"), ("h", "15"),
      ("hh", "15"), ("s", "6"), ("ss", "06"), ("h:mm", "15:04"), ("h:m", "15:4"),
      ("mm:ss", "04:06"),
      ("h:mm:ss AM/PM", "3:04:06 PM"), ("hh:mm am/pm", "03:04 PM"), ("h A/P", "3 P"),
      ("h a/p", "3 p"),
      ("ss.0", "05.7"), ("ss.00", "05.68"), ("ss.000", "05.678"), ("h:mm:ss.000", "15:04:05.678"),
      ("bb", "67"), ("bbbb", "2567"), ("b1yyyy", "2024"), ("ge", "2024"),
      ("yyyy-mm-dd", "2024-01-31"), ("m/d/yy", "1/31/24"), ("d.m.yyyy", "31.1.2024"),
      (#"yyyy\-mm\-dd\Thh:mm:ss"#, "2024-01-31T15:04:06"), ("mmmm d, yyyy", "January 31, 2024"),
      (#"d" of "mmmm"#, "31 of January"), ("DD-MMM-YYYY", "31-Jan-2024"), ("yyyymmdd", "20240131"),
      ("[$-409]dddd, mmmm dd, yyyy;@", "Wednesday, January 31, 2024"), ("hhmmss", "150406"),
      ("_(d_)", " 31 "), ("* d", "31"),
    ] as [(String, String)])
  func fields(code: String, text: String) {
    #expect(NumberFormat(code: code).text(for: moment) == text)
  }

  @Test(
    "tell months from minutes by what is beside them",
    arguments: [
      ("m", "1"), ("h:m", "15:4"), ("m:s", "4:6"), ("h m d m", "15 4 31 1"),
      ("d/m h:m", "31/1 15:4"),
      ("mmm:ss", "Jan:06"), ("h:mmm", "15:Jan"), ("yyyy-mm hh", "2024-01 15"),
      ("[h]:mm", "1087743:04"),
      ("[mm]:ss", "65264584:06"), ("h \"m\" m", "15 m 4"), ("mm\"x\"ss", "04x06"),
      ("h AM/PM m", "3 PM 4"),
    ] as [(String, String)])
  func minutes(code: String, text: String) {
    #expect(NumberFormat(code: code).text(for: moment) == text)
  }

  @Test(
    "round to what is shown, and carry",
    arguments: [
      ("h:mm:ss", 0.999999, "0:00:00"),
      ("yyyy-mm-dd hh:mm:ss", 45322.999998, "2024-02-01 00:00:00"),
      ("h:mm", 0.999988, "23:59"), ("h:mm", 0.99999, "23:59"), ("h:mm", 0.999996, "0:00"),
      ("ss.0", 0.99999999, "00.0"), ("[h]:mm:ss", 2.9999999999999996, "72:00:00"),
      ("h:mm:ss", 0.50000578, "12:00:00"), ("h:mm:ss", 0.500005787038, "12:00:01"),
      ("ss.00", 0.50000578703703, "00.50"), ("d", 59.999999, "29"),
    ] as [(String, Double, String)])
  func rounding(code: String, serial: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: serial) == text)
  }

  @Test(
    "show elapsed time beyond a day",
    arguments: [
      ("[h]:mm", 1.5, "36:00"), ("[hh]:mm:ss", 0.125, "03:00:00"), ("[h]", 1000.25, "24006"),
      ("[mm]", 0.5, "720"), ("[m]:ss", 0.001, "1:26"), ("[ss]", 0.0001, "09"),
      ("[s].00", 0.0001, "8.64"),
      ("[hhh]", 1, "024"), ("[h]:mm", -1.5, "-36:00"), ("[h]:mm;-[h]:mm", -1.5, "-36:00"),
      ("[h]:mm;([h]:mm)", -1.5, "(36:00)"), ("d [h]", 1.5, "1 36"),
    ] as [(String, Double, String)])
  func elapsed(code: String, serial: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: serial) == text)
  }

  @Test(
    "have Excel's year 1900",
    arguments: [
      (0.0, "1900-01-00 Sat"), (1, "1900-01-01 Sun"), (59, "1900-02-28 Tue"),
      (60, "1900-02-29 Wed"), (61, "1900-03-01 Thu"),
    ] as [(Double, String)])
  func year1900(serial: Double, text: String) {
    #expect(NumberFormat(code: "yyyy-mm-dd ddd").text(for: serial) == text)
  }

  @Test(
    "are numbers where Excel has no date",
    arguments: [(-1, "-1"), (-0.5, "-0.5"), (2_958_466, "2958466"), (1e20, "1E+20")]
      as [(Double, String)])
  func noDates(serial: Double, text: String) {
    #expect(NumberFormat(code: "yyyy-mm-dd").text(for: serial) == text)
    #expect(NumberFormat(code: "h:mm").text(for: serial) == text)
  }

  @Test func countFrom1904WhereTheWorkbookDoes() {
    let format = NumberFormat(code: "yyyy-mm-dd h:mm")
    #expect(format.text(for: 0.25, dateSystem: .since1904) == "1904-01-01 6:00")
    #expect(format.text(for: 43860.5, dateSystem: .since1904) == "2024-01-31 12:00")
    #expect(NumberFormat(code: "h:mm").text(for: -0.5, dateSystem: .since1904) == "-12:00")
    #expect(NumberFormat(code: "[h]").text(for: 1, dateSystem: .since1904) == "24")
  }

  @Test(
    "take their names from the reader or the code's language tag",
    arguments: [
      ("dddd d mmmm yyyy", .fr, "mercredi 31 janvier 2024"), ("ddd d mmm", .fr, "mer. 31 janv."),
      ("dddd d mmmm yyyy", .it, "mercoledì 31 gennaio 2024"), ("ddd d mmm", .it, "mer 31 gen"),
      ("dddd, d. mmmm yyyy", .de, "Mittwoch, 31. Januar 2024"), ("ddd d mmm", .de, "Mi 31 Jan"),
      (#"d "de" mmmm"#, .es, "31 de enero"), ("ddd d mmm", .es, "mié 31 ene"),
      ("[$-40C]dddd", .en, "mercredi"), ("[$-410]mmmm", .de, "gennaio"),
      ("[$-407]dddd", .en, "Mittwoch"),
      ("[$-C0A]mmmm", .en, "enero"), ("[$-809]mmmm", .fr, "January"),
      ("[$-fr-FR]mmmm", .en, "janvier"),
      ("[$-de]mmmm", .en, "Januar"), ("[$-en-US,1]mmmm", .fr, "January"),
      ("[$-101040C]mmmm", .en, "janvier"),
      ("[$-411]mmmm", .it, "gennaio"), ("mmmmm", .fr, "j"), ("h AM/PM", .es, "3 p.\u{A0}m."),
      ("dd/mm/yyyy", .de, "31.01.2024"), (#"dd\/mm"#, .de, "31/01"),
      ("dd/mm/yyyy", .fr, "31/01/2024"),
      ("ss.00", .de, "05,68"), ("[$-F800]dddd, mmmm dd, yyyy", .en, "Wednesday, January 31, 2024"),
      ("[$-F800]dddd, mmmm dd, yyyy", .de, "Mittwoch, 31. Januar 2024"),
      ("[$-F800]dddd, mmmm dd, yyyy", .es, "miércoles, 31 de enero de 2024"),
      ("[$-x-sysdate]dddd", .fr, "mercredi 31 janvier 2024"),
      ("[$-F400]h:mm:ss AM/PM", .it, "15:04:06"),
      ("[$-F400]h:mm:ss AM/PM", .en, "3:04:06 PM"),
    ] as [(String, FormatLocale, String)])
  func languages(code: String, locale: FormatLocale, text: String) {
    #expect(NumberFormat(code: code).text(for: moment, locale: locale) == text)
  }
}
