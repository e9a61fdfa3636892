import KPICatalog
import Testing

@testable import CatalogMapping

@Suite("Numbers in the form of others")
struct NumberFormTests {
  @Test(
    arguments: [
      ("85", 90, "90"), ("85", 90.5, "90.5"), ("85.0", 90, "90.0"), ("1,250", 12_345, "12,345"),
      ("1'250.50", 9_999.5, "9'999.50"), ("+5", 7, "+7"), ("−5", -7, "−7"), ("5", -7, "-7"),
      ("0.07", 0.075, "0.075"), ("1", 0.000_001, "0.000001"), ("1", 1e21, "1000000000000000000000"),
    ])
  func withAPoint(sample: String, value: Double, expected: String) {
    #expect(NumberForm(sample, mark: .point).text(value) == expected)
  }

  @Test(
    arguments: [
      ("85", 90.5, "90,5"), ("85,0", 90, "90,0"), ("1.250", 12_345, "12.345"),
      ("1.250,50", 12_345.25, "12.345,25"), ("1 250", 1_234_567, "1 234 567"),
      ("8.5", 9.25, "9.25"),
    ])
  func withAComma(sample: String, value: Double, expected: String) {
    #expect(NumberForm(sample, mark: .comma).text(value) == expected)
  }

  @Test(
    arguments: [
      ("35–45 %", ["35", "45"]), ("-5 to +5", ["-5", "+5"]), ("≥ 1 250,5 €", ["1 250,5"]),
      ("12 500 000", ["12 500 000"]), ("5 1000", ["5", "1000"]), ("Q4 .5", ["4", ".5"]), ("", []),
      ("no number", []), ("100", ["100"]), ("5.", ["5"]),
    ])
  func areFoundInTexts(text: String, expected: [String]) {
    #expect(NumberForm.spans(in: text).map { String(text[$0]) } == expected)
  }
}

@Suite("Dates in the form of others")
struct DateFormTests {
  @Test(
    arguments: [
      ("31.12.2026", "2027-06-30", "30.06.2027"), ("12/31/2026", "2027-06-30", "06/30/2027"),
      ("2026-12-31", "2027-06-30", "2027-06-30"), ("31 Dec 2026", "2027-06-30", "30 Jun 2027"),
      ("by 31 décembre 2026", "2027-06-30", "by 30 juin 2027"), ("Q4 2026", "2027-Q2", "Q2 2027"),
      ("2026", "2027", "2027"), ("FY26", "2027", "FY27"), ("December 2026", "2027-06", "June 2027"),
      ("12/2026", "2027-06", "06/2027"), ("2026/27", "2027/2028", "2027/28"),
      ("31.12.26", "2027-06-30", "30.06.27"), ("2026", "2027-06-30", "2027-06-30"),
    ])
  func keepsItsForm(text: String, moment: String, expected: String) throws {
    let moment = try #require(Moment(moment))
    #expect(DateForm(language: 0).texts(text, saying: moment, dayFirst: nil).first == expected)
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  /// The test vectors of RFC 6234, 8.5.
  @Test(
    arguments: [
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "0123456701234567012345670123456701234567012345670123456701234567", 10,
        "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5"
      ),
      ("\u{19}", 1, "68aa2e2ee5dff96e3355e6c7ee373e3d6a4e17f75f9518d843709c0c9bc3e3d4"),
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
  func givesTheDigestsOfTheStandard(text: String, times: Int, expected: String) {
    var digest = SHA256()
    for _ in 0..<times { digest.update(text.utf8) }
    #expect(digest.hex() == expected)
  }

  @Test func takesBytesInAnyPieces() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for cut in stride(from: 0, through: 200, by: 13) {
      var digest = SHA256()
      digest.update(bytes[..<cut])
      digest.update(bytes[cut...])
      #expect(digest.hex() == SHA256.hex(bytes))
    }
  }
}
