/// What a person says about the sheets and columns of a book.
public struct MappingFile: Sendable {
  /// Makes an empty mapping.
  public init() {}
}
