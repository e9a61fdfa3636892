/// A name with its folded form, made once for all who ask for it.
package struct FoldedName: Sendable {
  /// The name as it was written.
  package let text: String
  /// The folded form, UTF-8, see ``NameFolding``.
  let folded: [UInt8]

  /// Folds a name.
  ///
  /// - Complexity: O(*n*) in the name's length.
  package init(_ text: String) {
    self.text = text
    var folded: [UInt8] = []
    NameFolding.fold(text, into: &folded)
    self.folded = folded
  }
}
