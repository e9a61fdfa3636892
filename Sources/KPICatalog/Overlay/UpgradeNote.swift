/// Something a person should know after a new edition of a base was brought under an overlay.
public struct UpgradeNote: Hashable, Sendable {
  /// What happened in the base.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A measure has another id now; the overlay followed it.
    case renamed
    /// A measure is gone and others took its place: they are in if it was.
    case replaced
    /// A measure the overlay did not change is gone.
    case dropped
    /// A measure is still there but no longer in use.
    case retired
    /// There are new measures, which the overlay's selection leaves out.
    case offered
  }

  /// What happened.
  public let kind: Kind
  /// The measure, by its id in the old edition; nil if the note is about several.
  public let measure: KPIIdentifier?
  /// The measures that followed it, or the new ones, by their ids in the new edition.
  public let successors: [KPIIdentifier]

  init(_ kind: Kind, _ measure: KPIIdentifier?, _ successors: [KPIIdentifier] = []) {
    self.kind = kind
    self.measure = measure
    self.successors = successors
  }
}

extension UpgradeNote: CustomStringConvertible {
  /// The note in one sentence, beginning with the measure.
  public var description: String {
    let place = measure.map { "\($0): " } ?? ""
    let names = successors.map { "'\($0)'" }
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    switch kind {
    case .renamed: return place + "the base calls it \(list) now; what was changed follows it"
    case .replaced: return place + "the base has \(list) in its place now"
    case .dropped: return place + "the base does not have it any more; it is left out"
    case .retired:
      return place + "it is retired in the base"
        + (names.isEmpty ? "" : "; \(list) \(names.count == 1 ? "takes" : "take") its place there")
    case .offered:
      return "the base has new measures, which are not selected: "
        + successors.map(\.text).joined(separator: ", ")
    }
  }
}

/// An overlay brought onto a new edition of its base.
public struct OverlayUpgrade: Sendable {
  /// The overlay as it is against the new edition.
  public let overlay: Overlay
  /// The catalog it makes.
  public let catalog: Catalog
  /// What both the overlay and the new edition changed; ``MergeConflict/ours`` is the overlay's,
  /// ``MergeConflict/theirs`` the edition's.
  public let conflicts: [MergeConflict]
  /// What else happened.
  public let notes: [UpgradeNote]
}
