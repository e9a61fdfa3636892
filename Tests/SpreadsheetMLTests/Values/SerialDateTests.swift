import SpreadsheetML
import Testing

@Suite("SerialDate")
struct SerialDateTests {
  @Test(
    "takes the days Excel gives the serials of the 1900 system",
    arguments: [
      (0.0, "1900-01-00T00:00:00"), (1, "1900-01-01T00:00:00"), (31, "1900-01-31T00:00:00"),
      (32, "1900-02-01T00:00:00"), (59, "1900-02-28T00:00:00"), (60, "1900-02-29T00:00:00"),
      (61, "1900-03-01T00:00:00"), (366, "1900-12-31T00:00:00"), (367, "1901-01-01T00:00:00"),
      (36525, "1999-12-31T00:00:00"), (36526, "2000-01-01T00:00:00"),
      (36585, "2000-02-29T00:00:00"), (36586, "2000-03-01T00:00:00"),
      (45322.5, "2024-01-31T12:00:00"), (45351, "2024-02-29T00:00:00"),
      (73109, "2100-02-28T00:00:00"), (73110, "2100-03-01T00:00:00"),
      (2_958_465, "9999-12-31T00:00:00"),
    ] as [(Double, String)])
  func daysOfThe1900System(serial: Double, text: String) {
    #expect(SerialDate(serial: serial)?.description == text)
  }

  @Test(
    "counts the 1904 system from 1 January 1904",
    arguments: [
      (0.0, "1904-01-01T00:00:00"), (1, "1904-01-02T00:00:00"), (59, "1904-02-29T00:00:00"),
      (60, "1904-03-01T00:00:00"), (43860.5, "2024-01-31T12:00:00"),
      (2_957_003, "9999-12-31T00:00:00"),
    ] as [(Double, String)])
  func daysOfThe1904System(serial: Double, text: String) {
    #expect(SerialDate(serial: serial, in: .since1904)?.description == text)
  }

  @Test(
    "knows what is no date",
    arguments: [-1.0, -0.001, 2_958_466, 1e300, .nan, .infinity, -.infinity])
  func noDates(serial: Double) {
    #expect(SerialDate(serial: serial) == nil)
  }

  @Test func endsWithTheYear9999InTheOtherSystemToo() {
    #expect(SerialDate(serial: 2_957_004, in: .since1904) == nil)
  }

  @Test(
    "rounds to the millisecond without a 60th second or a 24th hour",
    arguments: [
      (45322.999999999, "2024-02-01T00:00:00"), (45322.9999999, "2024-01-31T23:59:59.991"),
      (59.9999999999, "1900-02-29T00:00:00"), (0.999999999999, "1900-01-01T00:00:00"),
      (45322.524259259259, "2024-01-31T12:34:56"), (45322.00001157407, "2024-01-31T00:00:01"),
      (45322.041666666664, "2024-01-31T01:00:00"), (45322.00000578704, "2024-01-31T00:00:00.500"),
    ] as [(Double, String)])
  func rounding(serial: Double, text: String) {
    #expect(SerialDate(serial: serial)?.description == text)
  }

  @Test func hasNoDateAfterRoundingPastTheLastDay() {
    #expect(SerialDate(serial: 2_958_465.9999999999) == nil)
  }

  @Test("gives back the serial it was read from", arguments: DateSystem.allCases)
  func roundTrip(system: DateSystem) {
    for serial in stride(from: 1.0, to: 2_957_003, by: 997.0) {
      #expect(SerialDate(serial: serial, in: system)?.serial(in: system) == serial)
    }
    for serial in 0...800 {
      let serial = Double(serial) + (system == .since1904 ? 0 : 1)
      #expect(SerialDate(serial: serial + 0.75, in: system)?.serial(in: system) == serial + 0.75)
    }
  }

  @Test func followsTheCalendarDayByDay() {
    // A slow reference: count on from day to day by the rules of the Gregorian calendar.
    var (year, month, day) = (1900, 3, 1)
    for serial in 61...80_000 {
      guard let date = SerialDate(serial: Double(serial)) else {
        Issue.record("no date for \(serial)")
        return
      }
      if date.year != year || date.month != month || date.day != day {
        Issue.record("\(serial) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test func refusesPartsOutOfRange() {
    #expect(SerialDate(year: 2023, month: 2, day: 29) == nil)
    #expect(SerialDate(year: 2024, month: 2, day: 29) != nil)
    #expect(SerialDate(year: 1900, month: 2, day: 29)?.serial() == 60)
    #expect(SerialDate(year: 1899, month: 12, day: 31) == nil)
    #expect(SerialDate(year: 10000, month: 1, day: 1) == nil)
    #expect(SerialDate(year: 2024, month: 13, day: 1) == nil)
    #expect(SerialDate(year: 2024, month: 4, day: 31) == nil)
    #expect(SerialDate(year: 2024, month: 4, day: 0) == nil)
    #expect(SerialDate(year: 2024, month: 4, day: 1, hour: 24) == nil)
    #expect(SerialDate(year: 2024, month: 4, day: 1, second: 60) == nil)
  }

  @Test func hasNoSerialBeforeTheSystemBegins() {
    #expect(SerialDate(year: 1903, month: 12, day: 31)?.serial(in: .since1904) == nil)
    #expect(SerialDate(year: 1904, month: 1, day: 1)?.serial(in: .since1904) == 0)
  }

  @Test(
    "counts weekdays as Excel does, one off before March 1900",
    arguments: [(1, 1), (60, 4), (61, 5), (45322, 4), (45326, 1)] as [(Double, Int)])
  func weekdays(serial: Double, weekday: Int) {
    #expect(SerialDate(serial: serial)?.weekday == weekday)
  }
}
