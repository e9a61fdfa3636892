/// What an import is told beforehand.
public struct ImportOptions: Sendable {
  /// A mapping that says what the sheets and columns are; it wins over what is found.
  public var mapping: MappingFile?
  /// The one sheet to read, by name or by index from 1; nil reads all that hold measures.
  public var sheet: String?
  /// The language of the texts as a tag such as `fr`; nil lets it be found.
  public var language: String?

  /// Makes options.
  ///
  /// - Parameters:
  ///   - mapping: A mapping that wins over what is found.
  ///   - sheet: The one sheet to read, by name or by index from 1.
  ///   - language: The language of the texts as a tag.
  public init(mapping: MappingFile? = nil, sheet: String? = nil, language: String? = nil) {
    self.mapping = mapping
    self.sheet = sheet
    self.language = language
  }
}
