import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("How formats differ")
struct FormatChangeTests {
  @Test func theLastOfOverlappingWidthsCounts() {
    let widths = FormatChange.widths(
      [(1...16_384, 9), (2...3, 12), (3...3, 20), (5...9, 7)], through: 6)
    #expect(widths == [1: 9, 2: 12, 3: 20, 4: 9, 5: 7, 6: 7])
    #expect(FormatChange.widths([(1...3, 9)], through: 0).isEmpty)
    #expect(FormatChange.widths([(4...9, 9)], through: 3).isEmpty)
  }

  /// Column by column these would be 1.6e9 writes.
  @Test func manyRangesAsWideAsTheSheetAreReadOnce() {
    let entries = (1...100_000).map { (columns: 1...16_384, width: Double($0)) }
    let widths = FormatChange.widths(entries, through: 16_384)
    #expect(widths.count == 16_384 && widths[16_384] == 100_000)
  }
}
