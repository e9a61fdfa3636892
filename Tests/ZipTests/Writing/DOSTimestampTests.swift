import Testing

@testable import Zip

@Suite("A moment as zip keeps it")
struct DOSTimestampTests {
  /// The fields side by side (APPNOTE 4.4.6): year from 1980 in seven bits, month in four, day in
  /// five, hour in five, minute in six, half the second in five.
  private static func packed(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int
  ) -> UInt32 {
    let date = (year - 1980) * 512 + month * 32 + day
    return UInt32(date * 65_536 + hour * 2048 + minute * 32 + second / 2)
  }

  @Test(
    "Seconds since 1970 become a date and a time",
    arguments: [
      (315_532_800, packed(1980, 1, 1, 0, 0, 0)), (951_782_400, packed(2000, 2, 29, 0, 0, 0)),
      (951_868_799, packed(2000, 2, 29, 23, 59, 58)),
      (1_700_000_000, packed(2023, 11, 14, 22, 13, 20)),
      (1_735_689_599, packed(2024, 12, 31, 23, 59, 58)),
      (4_354_819_198, packed(2107, 12, 31, 23, 59, 58)),
    ] as [(Int64, UInt32)])
  func packsMoments(seconds: Int64, packed: UInt32) {
    #expect(DOSTimestamp(secondsSince1970: seconds).rawValue == packed)
  }

  @Test func takesTheNearestMomentForOneOutOfRange() {
    #expect(DOSTimestamp(secondsSince1970: 0) == .earliest)
    #expect(DOSTimestamp(secondsSince1970: .min) == .earliest)
    #expect(
      DOSTimestamp(secondsSince1970: .max) == DOSTimestamp(secondsSince1970: 4_354_819_198))
  }

  @Test func beginsWith1980() {
    #expect(DOSTimestamp.earliest.rawValue == 0x0021_0000)
  }
}
