/// Who speaks in the text of an objective.
public enum Voice: String, Hashable, Sendable, CaseIterable {
  /// The customer: "they save me time".
  case customer
  /// The organization: "save customers' time".
  case organization = "organisation"
}

extension Voice: CatalogWord {
  static var noun: String { "a voice" }

  static func meant(by text: String) -> Voice? {
    text == "organization" ? .organization : nil
  }
}

/// What a measure serves.
public struct Objective: Hashable, Sendable {
  /// The objective's reference, shared by the measures that serve it; in a measure it may point to
  /// one of the catalog's.
  public var id: String?
  /// The objective; may hold the placeholder `{organisation}`.
  public var text: LocalizedText?
  /// Who speaks.
  public var voice: Voice?
  /// What sets the offer apart.
  public var differentiator: LocalizedText?

  /// Makes an objective.
  ///
  /// - Parameters:
  ///   - id: The reference.
  ///   - text: The objective in words.
  ///   - voice: Who speaks.
  ///   - differentiator: What sets the offer apart.
  public init(
    id: String? = nil, text: LocalizedText? = nil, voice: Voice? = nil,
    differentiator: LocalizedText? = nil
  ) {
    self.id = id
    self.text = text
    self.voice = voice
    self.differentiator = differentiator
  }
}

/// What a measure counts and what it leaves out.
public struct Scope: Hashable, Sendable {
  /// What is counted.
  public var includes: LocalizedText?
  /// What is left out.
  public var excludes: LocalizedText?
  /// Whom the measure is about.
  public var population: LocalizedText?

  /// Makes a scope.
  ///
  /// - Parameters:
  ///   - includes: What is counted.
  ///   - excludes: What is left out.
  ///   - population: Whom the measure is about.
  public init(
    includes: LocalizedText? = nil, excludes: LocalizedText? = nil,
    population: LocalizedText? = nil
  ) {
    self.includes = includes
    self.excludes = excludes
    self.population = population
  }
}
