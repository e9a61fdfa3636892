/// The day a workbook counts its serial dates from (ECMA-376 Part 1, 18.17.4.1).
///
/// A workbook says which in `workbookPr/@date1904`; without a word it is ``since1900``.
public enum DateSystem: String, Sendable, Hashable, CaseIterable {
  /// Serial 1 is 1 January 1900.
  ///
  /// Excel keeps a fault of Lotus 1-2-3 alive here: serial 60 is 29 February 1900, a day that
  /// never was, so that serials 1 to 59 lie one day nearer to the others than they should.
  case since1900

  /// Serial 0 is 1 January 1904, as on the first Macintosh computers.
  case since1904

  /// What to add to a serial of this system to have one of ``since1900``.
  var daysBefore1900System: Int {
    switch self {
    case .since1900: 0
    case .since1904: 1462
    }
  }

  /// The first serial of the 1900 system that is no date: 1 January 10000.
  static let endOfDates = 2_958_466
}
