/// Decides what the banners of a region name: perspectives, kinds or groups.
enum BannerRoles {
  /// The role of each banner.
  ///
  /// - Parameters:
  ///   - region: The region.
  ///   - besidePerspectives: Whether the other banners of the sheet are perspectives.
  /// - Returns: A role for each of the region's banners.
  static func roles(
    _ region: TableRegion, besidePerspectives: Bool = false
  ) -> [RegionContext.BannerRole] {
    let hasGroupColumn = region.plan(.group) != nil
    let hasPerspectiveColumn = region.plan(.perspective) != nil
    let deepest = region.banners.map(\.level).max() ?? 0
    var roles = [RegionContext.BannerRole](repeating: .group, count: region.banners.count)
    for level in 0...deepest {
      let places = region.banners.indices.filter { region.banners[$0].level == level }
      let kinds = places.map { kind(region.banners[$0].text) }
      let perspectives = places.map { perspective(region.banners[$0].text) }
      let isKind = !places.isEmpty && kinds.allSatisfy { $0 != nil }
      // One banner named Market among others is a group; when most are perspectives all are.
      let isPerspective =
        !hasPerspectiveColumn && !places.isEmpty
        && perspectives.count { $0 != nil } * 10 >= places.count * 7
        && (places.count > 1 || level < deepest || besidePerspectives
          || isPerspectiveHeading(region.banners[places[0]].text))
      for (index, place) in places.enumerated() {
        if isKind, let kind = kinds[index] {
          roles[place] = .kind(kind)
        } else if isPerspective, let perspective = perspectives[index] {
          roles[place] = .perspective(perspective)
        } else if !hasPerspectiveColumn, level < deepest || hasGroupColumn {
          roles[place] = .otherPerspective
        }
      }
    }
    return roles
  }

  /// The kind a heading names: `What customers say`.
  static func kind(_ text: String) -> String? {
    let cleaned = cleaned(text)
    return WordList.kind.value(of: cleaned) ?? saying(cleaned)
  }

  /// The kind in `What passengers say` and `Lo que hacen los viajeros`, whoever they are.
  private static func saying(_ text: String) -> String? {
    guard text.utf8.count <= 60 else { return nil }
    let folded = Folding.fold(text)
    let words = folded.split(separator: " ")
    guard words.count >= 3, words.count <= 7, let first = words.first, let last = words.last else {
      return nil
    }
    if first == "what" || first == "was" {
      if ["say", "says", "think", "sagen", "denken", "meinen"].contains(last) { return "opinion" }
      if ["do", "does", "tun", "machen"].contains(last) { return "activity" }
      return nil
    }
    for (kind, leads) in [
      (
        "opinion",
        [
          "ce que disent ", "ce que pensent ", "cosa dicono ", "che cosa dicono ",
          "quello che dicono ", "cosa pensano ", "lo que dicen ", "que dicen ", "lo que piensan ",
        ]
      ),
      (
        "activity",
        [
          "ce que font ", "cosa fanno ", "che cosa fanno ", "quello che fanno ", "lo que hacen ",
          "que hacen ",
        ]
      ),
    ] where leads.contains(where: { folded.hasPrefix($0) }) {
      return kind
    }
    return nil
  }

  /// The perspective a heading names: `Customer perspective`, `2. Processus internes`.
  static func perspective(_ text: String) -> String? {
    WordList.perspective.value(of: cleaned(text))
  }

  /// Whether a heading says that it names a perspective.
  static func isPerspectiveHeading(_ text: String) -> Bool {
    let folded = Folding.fold(text)
    return ["perspective", "perspektive", "prospettiva", "perspectiva", "axe ", "eje ", "asse "]
      .contains { folded.holds($0) }
  }

  /// The text without numbering, counts and marks: `A. Satisfaction (5)` gives `Satisfaction`.
  static func cleaned(_ text: String) -> String {
    var text = text.trimmed.trimmingMarks
    if let open = text.lastIndex(of: "("), text.last == ")", open > text.startIndex {
      text = String(text[..<open]).trimmed
    }
    let characters = Array(text)
    if let mark = characters.prefix(4).firstIndex(where: { ".):".contains($0) }), mark > 0,
      characters[..<mark].allSatisfy({ $0.isNumber || $0.isUppercase }), mark + 1 < characters.count
    {
      text = String(characters[(mark + 1)...]).trimmed
    }
    for lead in [
      "perspective:", "axe:", "prospettiva:", "perspektive:", "perspectiva:", "perspective -",
    ]
    where text.lowercased().hasPrefix(lead) {
      text = String(text.dropFirst(lead.count)).trimmed
    }
    return text.trimmingMarks
  }
}
