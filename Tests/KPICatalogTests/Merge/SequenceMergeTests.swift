import Testing

@testable import KPICatalog

@Suite("Merging two orders")
struct SequenceMergeTests {
  @Test(
    arguments: [
      ("abc", "abc", "abc", "abc", "abc", false),
      // Additions: ours, theirs, both at one place (ours first), the same.
      ("abc", "axbc", "abc", "axbc", "axbc", false),
      ("abc", "abc", "abcx", "abcx", "abcx", false),
      ("abc", "axbc", "aybc", "axybc", "axybc", false),
      ("abc", "xabc", "yabc", "xyabc", "xyabc", false),
      ("abc", "axbc", "axbc", "axbc", "axbc", false),
      ("ab", "ab", "axyb", "axyb", "axyb", false),
      // Removals.
      ("abc", "ac", "abc", "ac", "ac", false),
      ("abc", "ac", "abxc", "acx", "axc", false),
      // Moves by one side, by both of different items, by both alike.
      ("abcd", "dabc", "abcd", "abcd", "dabc", false),
      ("abcd", "abcd", "dabc", "abcd", "dabc", false),
      ("abcdef", "bacdef", "abcdfe", "abcdef", "bacdfe", false),
      ("abcd", "dabc", "dabc", "abcd", "dabc", false),
      // A move beside an addition.
      ("abcd", "abxcd", "dabc", "abcdx", "dabxc", false),
      // What both added is where we have it, and takes nothing with it.
      ("abc", "bcx", "xcb", "bcx", "cbx", false),
      ("abc", "abcx", "abcxy", "abcxy", "abcxy", false),
      // Both moved the same item, we further.
      ("abcd", "dabc", "adbc", "abcd", "dabc", false),
      // Orders that cannot both be had.
      ("abc", "bac", "acb", "abc", "bac", true),
    ])
  func merges(
    base: String, ours: String, theirs: String, survivors: String, expected: String, conflict: Bool
  ) {
    let merge = SequenceMerge(
      base: Array(base), ours: Array(ours), theirs: Array(theirs), survivors: Set(survivors))
    #expect(String(merge.items) == expected)
    #expect(merge.isConflict == conflict)
  }
}
