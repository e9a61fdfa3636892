/// Whether a measure is in use.
public struct Lifecycle: Hashable, Sendable {
  /// The stage of a measure's life.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Being worked out.
    case draft
    /// In use.
    case active
    /// No longer in use.
    case retired
  }

  /// The stage.
  public var state: State
  /// Since when.
  public var since: CivilDate?
  /// The measure that takes its place.
  public var replacedBy: KPIIdentifier?

  /// Makes a stage of life.
  ///
  /// - Parameters:
  ///   - state: The stage.
  ///   - since: Since when.
  ///   - replacedBy: The measure that takes its place.
  public init(_ state: State, since: CivilDate? = nil, replacedBy: KPIIdentifier? = nil) {
    self.state = state
    self.since = since
    self.replacedBy = replacedBy
  }
}

extension Lifecycle.State: CatalogWord {
  static var noun: String { "a lifecycle state" }
}

/// A place where a claim about a measure can be looked up.
public struct Evidence: Hashable, Sendable {
  /// The title of the work.
  public var title: LocalizedText?
  /// Who published it.
  public var source: LocalizedText?
  /// Its address.
  public var link: String?
  /// When it was looked at.
  public var accessed: CivilDate?

  /// Makes a piece of evidence.
  ///
  /// - Parameters:
  ///   - title: The title of the work.
  ///   - source: Who published it.
  ///   - link: Its address.
  ///   - accessed: When it was looked at.
  public init(
    title: LocalizedText? = nil, source: LocalizedText? = nil, link: String? = nil,
    accessed: CivilDate? = nil
  ) {
    self.title = title
    self.source = source
    self.link = link
    self.accessed = accessed
  }
}
