/// What an edit may do that it would otherwise refuse.
public struct EditPermissions: OptionSet, Hashable, Sendable {
  /// The permissions as bits.
  public let rawValue: Int

  /// Makes permissions of bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Change locked cells of protected sheets; the protection stays.
  public static let protectedSheets = EditPermissions(rawValue: 1)
  /// Change a digitally signed workbook; its signature does not hold any more.
  public static let signedWorkbooks = EditPermissions(rawValue: 2)
  /// Change cells that a pivot table fills; they change back when it is refreshed.
  public static let pivotTables = EditPermissions(rawValue: 4)

  /// All of them.
  public static let all: EditPermissions = [.protectedSheets, .signedWorkbooks, .pivotTables]
}
