/// The rows that come into a sheet and those that go, all counted as before the edit.
struct RowEdit: Hashable, Sendable {
  /// The insertions in the order in which they were asked for.
  var insertions: [RowInsertion] = []
  /// The rows that go; overlaps are no matter.
  var deletions: [ClosedRange<Int>] = []
  /// What goes into the cells of new rows, by column.
  var contents: [NewRow: [Int: CellPatch.Content]] = [:]

  var isEmpty: Bool { insertions.isEmpty && deletions.isEmpty }

  /// Whether a row goes.
  func deletes(_ row: Int) -> Bool { deletions.contains { $0 ~= row } }
}
