/// Where a link leads.
public struct LinkTarget: Hashable, Sendable {
  /// An address outside the workbook, or nil.
  let address: String?
  /// A place inside the workbook, or within the address.
  let place: String?
  /// What is shown while the pointer rests on the cell.
  let tip: String?

  /// A page, a file or a mail address: `https://…`, `mailto:…`.
  ///
  /// Nothing is opened or looked up when the workbook is written.
  ///
  /// - Parameters:
  ///   - address: at most 2,079 characters.
  ///   - tip: what is shown while the pointer rests on the cell, at most 255 characters.
  /// - Returns: the target.
  public static func address(_ address: String, tip: String? = nil) -> LinkTarget {
    LinkTarget(address: address, place: nil, tip: tip)
  }

  /// A cell of a sheet of this workbook.
  public static func cell(
    _ cell: CellReference, of sheet: String, tip: String? = nil
  ) -> LinkTarget {
    LinkTarget(address: nil, place: "\(Place.quoted(sheet))!\(cell)", tip: tip)
  }

  /// A place of this workbook as a formula writes it: `Input!B3`, `'Sales & Care'!B7`, or a defined
  /// name.
  public static func place(_ place: String, tip: String? = nil) -> LinkTarget {
    LinkTarget(address: nil, place: place, tip: tip)
  }
}
