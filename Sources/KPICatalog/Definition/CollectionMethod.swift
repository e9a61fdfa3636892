/// The ways data for a measure are gathered.
public enum MethodKind: String, Hashable, Sendable, CaseIterable {
  /// A questionnaire.
  case survey
  /// A moderated group.
  case focusGroup
  /// A conversation with one person.
  case interview
  /// A form people fill in on their own account.
  case feedbackForm
  /// Public reviews.
  case review
  /// Watching.
  case observation
  /// A system of record.
  case system
  /// Counting by hand.
  case manual
  /// Somebody else's figures.
  case thirdParty
  /// Computed from other measures.
  case derived
  /// Any other way.
  case other
}

extension MethodKind: CatalogWord {
  static var noun: String { "a method" }

  static func meant(by text: String) -> MethodKind? {
    switch text.lowercased() {
    case "questionnaire", "poll": .survey
    case "crm", "erp", "automatic": .system
    default: nil
    }
  }
}

/// How data for a measure are gathered.
public struct CollectionMethod: Hashable, Sendable {
  /// The kind of method.
  public var kind: MethodKind
  /// The method in words.
  public var text: LocalizedText?

  /// Makes a method.
  ///
  /// - Parameters:
  ///   - kind: The kind of method.
  ///   - text: The method in words; none by default.
  public init(_ kind: MethodKind, text: LocalizedText? = nil) {
    self.kind = kind
    self.text = text
  }
}

/// The survey or form behind an opinion measure.
public struct Instrument: Hashable, Sendable {
  /// The question people are asked.
  public var question: LocalizedText?
  /// The answers they choose from, such as `0-10`.
  public var scale: String?
  /// How many are asked.
  public var sampleSize: UInt?
  /// How many answers a figure needs to mean something.
  public var minimumSample: UInt?
  /// What is known of the share who answer.
  public var responseRate: String?

  /// Makes an instrument.
  ///
  /// - Parameters:
  ///   - question: The question people are asked.
  ///   - scale: The answers they choose from.
  ///   - sampleSize: How many are asked.
  ///   - minimumSample: How many answers a figure needs.
  ///   - responseRate: What is known of the share who answer.
  public init(
    question: LocalizedText? = nil, scale: String? = nil, sampleSize: UInt? = nil,
    minimumSample: UInt? = nil, responseRate: String? = nil
  ) {
    self.question = question
    self.scale = scale
    self.sampleSize = sampleSize
    self.minimumSample = minimumSample
    self.responseRate = responseRate
  }
}
