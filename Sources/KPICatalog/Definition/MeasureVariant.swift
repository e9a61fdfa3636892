/// Another known definition of the same measure, holding only what differs.
public struct MeasureVariant: Hashable, Sendable {
  /// The variant's name within its measure, a slug; the full identifier is `base@variant`.
  public let id: String
  /// For whom it is meant.
  public var audience: Audience?
  /// Its own name.
  public var name: LocalizedText?
  /// What is different.
  public var note: LocalizedText?
  /// Its own formula.
  public var formula: Formula?
  /// Its own unit.
  public var unit: MeasureUnit?
  /// Its own scale.
  public var scale: Scale?
  /// Its own direction.
  public var direction: Direction?

  /// Makes a variant.
  ///
  /// Gives nil if the id is no slug.
  ///
  /// - Parameters:
  ///   - id: A slug without `@`.
  ///   - audience: For whom it is meant.
  ///   - name: Its own name.
  ///   - note: What is different.
  ///   - formula: Its own formula.
  ///   - unit: Its own unit.
  ///   - scale: Its own scale.
  ///   - direction: Its own direction.
  public init?(
    id: String, audience: Audience? = nil, name: LocalizedText? = nil, note: LocalizedText? = nil,
    formula: Formula? = nil, unit: MeasureUnit? = nil, scale: Scale? = nil,
    direction: Direction? = nil
  ) {
    guard Slug.isValid(Substring(id)) else { return nil }
    self.id = id
    self.audience = audience
    self.name = name
    self.note = note
    self.formula = formula
    self.unit = unit
    self.scale = scale
    self.direction = direction
  }
}
