internal import XMLStream

/// Markup compatibility (ECMA-376 Part 3, 9.3): which branch of an `AlternateContent` counts.
///
/// The chosen branch is read as if its elements stood in the place of the whole.
struct Compatibility {
  /// For every open `AlternateContent` whether a branch was chosen.
  private var chosen: [(depth: Int, isChosen: Bool)] = []

  /// Whether no `AlternateContent` is open.
  var isIdle: Bool { chosen.isEmpty }

  /// Looks at the element that just started: wrappers to be read through give true; branches that
  /// do not count are passed over here, and give true as well.
  mutating func isTransparent(_ xml: XMLScanner) throws(XMLError) -> Bool {
    guard xml.namespace(xml.namespace) == Namespace.compatibility else { return false }
    switch xml.localName {
    case "AlternateContent":
      chosen.append((xml.depth, false))
      return true
    case "Choice":
      guard let last = chosen.indices.last, !chosen[last].isChosen,
        try isUnderstood(xml.attribute("Requires") ?? "", xml)
      else { break }
      chosen[last].isChosen = true
      return true
    case "Fallback":
      guard let last = chosen.indices.last, !chosen[last].isChosen else { break }
      chosen[last].isChosen = true
      return true
    default: break
    }
    try xml.skipElement()
    return true
  }

  /// Notes an element's end.
  mutating func end(_ xml: XMLScanner) {
    if let last = chosen.last, xml.depth < last.depth { chosen.removeLast() }
  }

  private func isUnderstood(_ prefixes: String, _ xml: XMLScanner) -> Bool {
    prefixes.split(separator: " ").allSatisfy { prefix in
      xml.namespace(ofPrefix: prefix).map(Namespace.isUnderstood) ?? false
    }
  }
}
