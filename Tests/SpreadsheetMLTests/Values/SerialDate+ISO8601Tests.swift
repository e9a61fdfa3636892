import SpreadsheetML
import Testing

@Suite("SerialDate as ISO 8601")
struct SerialDateISO8601Tests {
  private func text(
    _ serial: Double, _ kind: NumberFormat.Kind, _ system: DateSystem = .since1900
  ) -> String? {
    var bytes = Array("before ".utf8)
    let written = SerialDate.appendISO8601(serial, as: kind, in: system, to: &bytes)
    let text = String(decoding: bytes.dropFirst(7), as: UTF8.self)
    if !written { #expect(text.isEmpty) }
    return written ? text : nil
  }

  @Test(
    "writes a date alone unless there is a time",
    arguments: [
      (45322.0, "2024-01-31"), (45322.5, "2024-01-31T12:00:00"), (1, "1900-01-01"),
      (60, "1900-02-29"), (2_958_465, "9999-12-31"), (45322.9999999999, "2024-02-01"),
    ] as [(Double, String)])
  func dates(serial: Double, expected: String) {
    #expect(text(serial, .date) == expected)
  }

  @Test(
    "writes a date-time even at midnight",
    arguments: [
      (45322.0, "2024-01-31T00:00:00"), (45322.75, "2024-01-31T18:00:00"),
      (45322.000005787037, "2024-01-31T00:00:00.500"),
    ] as [(Double, String)])
  func dateTimes(serial: Double, expected: String) {
    #expect(text(serial, .dateTime) == expected)
  }

  @Test(
    "writes a time below a day and a date-time from then on",
    arguments: [
      (0.0, "00:00:00"), (0.5, "12:00:00"), (0.999988425925926, "23:59:59"),
      (45322.25, "2024-01-31T06:00:00"), (1, "1900-01-01T00:00:00"),
    ] as [(Double, String)])
  func times(serial: Double, expected: String) {
    #expect(text(serial, .time) == expected)
  }

  @Test(
    "writes elapsed time past a day, with a minus if negative",
    arguments: [
      (1.5104166666666667, "36:15:00"), (0, "00:00:00"), (-0.25, "-06:00:00"),
      (0.001, "00:01:26.400"),
      (100, "2400:00:00"), (-0.0000000001, "00:00:00"), (2_958_465, "71003160:00:00"),
    ] as [(Double, String)])
  func elapsed(serial: Double, expected: String) {
    #expect(text(serial, .elapsed) == expected)
  }

  @Test(
    "tells a time alone where serial 0 is no day", arguments: [NumberFormat.Kind.date, .dateTime])
  func serialsBelowOne(kind: NumberFormat.Kind) {
    #expect(text(0.5, kind) == "12:00:00")
    #expect(text(0.5, kind, .since1904) == "1904-01-01T12:00:00")
  }

  @Test func tellsATimeAloneInThe1904SystemToo() {
    #expect(text(0.5, .time, .since1904) == "12:00:00")
    #expect(text(1.5, .time, .since1904) == "1904-01-02T12:00:00")
    #expect(text(43860, .date, .since1904) == "2024-01-31")
  }

  @Test func writesNoDateTimeThatNoCalendarHas() {
    #expect(text(60.5, .date) == nil)
    #expect(text(60, .dateTime) == nil)
  }

  @Test(
    "leaves what is no date to be written as a number",
    arguments: [-1.0, 2_958_466, 1e20, -1e20, .nan, .infinity])
  func noDates(serial: Double) {
    for kind in [NumberFormat.Kind.date, .dateTime, .time] { #expect(text(serial, kind) == nil) }
    if !(abs(serial) < 2_958_466) { #expect(text(serial, .elapsed) == nil) }
  }

  @Test(
    "leaves other kinds alone", arguments: NumberFormat.Kind.allCases.filter { !$0.isDateOrTime })
  func otherKinds(kind: NumberFormat.Kind) {
    #expect(text(45322, kind) == nil)
  }
}
