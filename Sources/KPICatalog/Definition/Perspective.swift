/// A perspective of the balanced scorecard: one of the four classic ones or one of the
/// organization's own.
public struct Perspective: Hashable, Sendable {
  /// The identifier, a slug.
  public let id: String

  /// Makes a perspective.
  ///
  /// Gives nil if it is no slug.
  ///
  /// - Parameter id: A slug: small letters, digits, single hyphens.
  public init?(_ id: String) {
    guard Slug.isValid(Substring(id)) else { return nil }
    self.id = id
  }

  private init(known id: String) {
    self.id = id
  }

  /// What owners see.
  public static let financial = Perspective(known: "financial")
  /// What customers say and do.
  public static let customer = Perspective(known: "customer")
  /// What the organization must do well inside.
  public static let process = Perspective(known: "process")
  /// Learning and growth, also called people.
  public static let learning = Perspective(known: "learning")
  /// The four classic perspectives in the order of a company.
  public static let classic = [financial, customer, process, learning]
}

extension Perspective: CustomStringConvertible {
  /// The identifier.
  public var description: String { id }
}

/// A perspective a catalog declares, with its name.
public struct PerspectiveEntry: Hashable, Sendable {
  /// The perspective.
  public var id: Perspective
  /// Its name.
  public var name: LocalizedText

  /// Makes an entry.
  public init(id: Perspective, name: LocalizedText = LocalizedText()) {
    self.id = id
    self.name = name
  }
}

/// An audience with the word a catalog uses for it.
public struct AudienceEntry: Hashable, Sendable {
  /// The audience.
  public var id: Audience
  /// Its name.
  public var name: LocalizedText

  /// Makes an entry.
  public init(id: Audience, name: LocalizedText = LocalizedText()) {
    self.id = id
    self.name = name
  }
}

/// A group of measures a catalog declares, such as loyalty.
public struct GroupEntry: Hashable, Sendable {
  /// What measures write in their `group`.
  public var id: String
  /// The group's name.
  public var name: LocalizedText
  /// The kind all measures of the group have, if they do.
  public var kind: MeasureKind?

  /// Makes an entry.
  public init(id: String, name: LocalizedText = LocalizedText(), kind: MeasureKind? = nil) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}
