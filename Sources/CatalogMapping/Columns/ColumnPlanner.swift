internal import KPICatalog
internal import SpreadsheetML

/// Decides what the columns of a table hold.
///
/// Headings claim fields, the values speak for or against each claim, and the best total decides.
struct ColumnPlanner {
  let sheet: SheetContent
  /// The headings.
  let headings: [HeaderCell]
  /// The rows whose values are looked at.
  let sample: [SheetContent.Row]

  private let family = HeaderFamily()

  init(_ headings: [HeaderCell], rows: [SheetContent.Row], in sheet: SheetContent) {
    self.sheet = sheet
    self.headings = headings
    sample = rows
  }

  /// The outcome: a plan per column, and the language most headings are in.
  struct Outcome: Sendable {
    var plans: [ColumnPlan]
    /// Hits of headings by language index.
    var languages: [Double]
    var profiles: [ColumnProfile]
  }

  func plan() -> Outcome {
    let profiles = headings.map { heading in
      ColumnProfile(sample.map { $0.cell(heading.column) }, of: sheet)
    }
    var matches = headings.map { family.matches($0) }
    addFamilyLetters(to: &matches)
    addStatusWords(to: &matches)
    let languages = languageHits(matches)
    addValueClaims(to: &matches, profiles)
    ListedValues.addClaims(to: &matches, profiles)
    settleMeasures(&matches, profiles)
    let claims = claims(matches, profiles, languages)
    let granted = ColumnAssignment.best(claims.map(\.claim), columns: headings.count) {
      places(of: $0, claims.map(\.claim), matches)
    }
    var plans: [ColumnPlan] = []
    var counts: [ColumnField: Int] = [:]
    for claim in granted { if let claim { counts[claim.field, default: 0] += 1 } }
    let taken = FieldSet(granted.compactMap { $0?.field })
    var byColumn = [[Scored]](repeating: [], count: headings.count)
    for claim in claims { byColumn[claim.claim.column].append(claim) }
    for (index, heading) in headings.enumerated() {
      var others = taken
      if let own = granted[index]?.field, counts[own] == 1 { others = others.subtracting([own]) }
      plans.append(plan(heading, index, granted[index], byColumn[index], matches[index], others))
    }
    TickColumns.settle(&plans, profiles, headings)
    settleLanguages(&plans, matches)
    settleQuantities(&plans, matches)
    settleYears(&plans, profiles)
    settlePeriods(&plans, profiles)
    settleIdentity(&plans, profiles, matches)
    return Outcome(plans: plans, languages: languages, profiles: profiles)
  }

  // MARK: Claims

  private typealias Scored = (
    claim: ColumnAssignment.Claim, match: HeaderMatch, evidence: ColumnEvidence
  )

  private func claims(
    _ matches: [[HeaderMatch]], _ profiles: [ColumnProfile], _ languages: [Double]
  ) -> [Scored] {
    let main = languages.max() ?? 0
    var claims: [Scored] = []
    for (column, list) in matches.enumerated() {
      for match in list where match.field != .custom {
        let evidence = ColumnEvidence.of(match.field, in: profiles[column])
        var score = match.score + evidence.weight
        // Words of the language most headings are in come before those of others.
        if main > 0 {
          let best = match.languages.map { languages[$0] }.max() ?? 0
          score += best >= main * 0.6 ? 0.03 : best < main * 0.3 ? -0.1 : 0
        }
        // Level over Outcome and Output is no value.
        if match.strength == .possible, match.field.isQuantity, profiles[column].texts >= 2,
          profiles[column].quantityShare == 0, profiles[column].holdsWords
        {
          score -= 0.3
        }
        score += Self.rivalWeight(match.field, among: list, profiles[column])
        if ListedValues.contradict(match.field, profiles[column]) { score -= 0.6 }
        if let moment = headings[column].text.moment {
          score += Self.yearWeight(match.field, moment)
        }
        claims.append(
          (
            ColumnAssignment.Claim(column: column, field: match.field, score: min(1.3, score)),
            match, evidence
          ))
      }
    }
    preferLatest(&claims)
    return claims
  }

  /// Of actual values that only a number tells apart the highest is the latest: week 11, week 12.
  private func preferLatest(_ claims: inout [Scored]) {
    let actuals = claims.indices.filter {
      claims[$0].claim.field == .current && headings[claims[$0].claim.column].text.moment == nil
    }
    let numbered = actuals.compactMap { index -> (index: Int, text: String, number: Int)? in
      let heading = headings[claims[index].claim.column].text.raw
      let digits = heading.reversed().prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(String(digits.reversed())) else { return nil }
      return (index, String(heading.dropLast(digits.count)), number)
    }
    guard let latest = numbered.max(by: { $0.number < $1.number }),
      numbered.count(where: { $0.text == latest.text }) > 1
    else { return }
    let claim = claims[latest.index].claim
    claims[latest.index].claim = ColumnAssignment.Claim(
      column: claim.column, field: claim.field, score: claim.score + 0.02)
  }

  /// What the values say between two fields that a heading can mean alike: Category over the four
  /// perspectives is no group, Trend over arrows is a history.
  private static func rivalWeight(
    _ field: ColumnField, among list: [HeaderMatch], _ profile: ColumnProfile
  ) -> Double {
    switch field {
    case .group where list.contains { $0.field == .perspective }:
      (profile.known[.perspective] ?? 0) >= 0.9 && profile.distinct.count > 1 ? -0.25 : 0
    case .direction where list.contains { $0.field == .trend }:
      profile.share(profile.arrows) >= 0.5 ? -0.5 : 0
    default: 0
    }
  }

  /// A heading with a year names a value of that year, seldom a text.
  private static func yearWeight(_ field: ColumnField, _ moment: Moment) -> Double {
    switch field {
    case .target, .baseline, .current, .targetLow, .targetHigh, .benchmark: 0.08
    case .objective, .name, .description, .owner: -0.15
    default: 0
    }
  }

  /// How many columns may hold a field: one, unless years or languages tell them apart.
  private func places(
    of field: ColumnField, _ claims: [ColumnAssignment.Claim], _ matches: [[HeaderMatch]]
  ) -> Int {
    let claimants = claims.filter { $0.field == field && $0.score >= 0.7 }.map(\.column)
    guard claimants.count > 1 else { return 1 }
    if field.isCustom || field == .notes || field == .evidence || field == .tags
      || field == .aliases
    {
      return claimants.count
    }
    if field.isLocalized {
      let tags = claimants.compactMap { languageMark(of: $0) }
      if tags.count == claimants.count, Set(tags).count == tags.count { return claimants.count }
      // Headings that are words of one language each, all different: Name, Nom, Nome.
      let sets = claimants.map { column in
        matches[column].first { $0.field == field }?.languages ?? []
      }
      var seen = LanguageSet()
      for set in sets {
        guard set.count <= 2, set.isDisjoint(with: seen) else {
          return tags.count > 1 ? tags.count + 1 : 1
        }
        seen.formUnion(set)
      }
      return claimants.count
    }
    let moments = claimants.compactMap { headings[$0].text.moment ?? headings[$0].parent?.moment }
    switch field {
    case .target, .targetDate, .benchmark, .targetLow, .targetHigh:
      return claimants.count
    case .current, .baseline:
      return moments.count >= claimants.count - 1 ? claimants.count : 1
    default: return 1
    }
  }

  private func languageMark(of column: Int) -> LanguageTag? {
    let cell = headings[column]
    if let tag = cell.lower.language ?? cell.text.language { return tag }
    return WordList.language.value(of: cell.lower.raw).flatMap { LanguageTag($0) }
  }

  /// How often the headings are words of each language.
  private func languageHits(_ matches: [[HeaderMatch]]) -> [Double] {
    var hits = [Double](repeating: 0, count: EmbeddedVocabulary.languages.count)
    for list in matches {
      guard let best = list.first, best.way != .bilingual else { continue }
      // A heading is a word of every language that knows it as it stands, whatever it means there:
      // Ref is a code in French and may be one in English.
      var languages = best.languages
      for match in list where match.way == best.way { languages.formUnion(match.languages) }
      for language in languages { hits[language] += best.score / Double(languages.count) }
    }
    return hits
  }

  /// Single letters count beside others of their family: G, A and R in neighbouring columns.
  private func addFamilyLetters(to matches: inout [[HeaderMatch]]) {
    for family in [
      FieldSet([.thresholdGreen, .thresholdAmber, .thresholdRed]),
      FieldSet([.rangeMin, .rangeMax]), FieldSet([.target, .targetDate]),
    ] {
      let columns = matches.indices.filter { index in
        matches[index].contains { family.contains($0.field) }
      }
      for (place, column) in columns.enumerated() {
        let neighbours = columns[max(0, place - 2)..<min(columns.count, place + 3)].filter {
          $0 != column && abs($0 - column) <= 2
        }
        let others = Set(
          neighbours.flatMap { index in
            matches[index].filter { family.contains($0.field) }.map(\.field)
          })
        for index in matches[column].indices {
          let match = matches[column][index]
          guard family.contains(match.field), match.strength == .inFamily,
            !others.subtracting([match.field]).isEmpty
          else { continue }
          matches[column][index].score = 0.88
          matches[column][index].strength = .possible
        }
      }
    }
  }

  /// Words for a status are headings of thresholds where one for green and one for another color
  /// stand beside each other: `Good | Warning | Critical`, `On target | Caution | Off target`.
  private func addStatusWords(to matches: inout [[HeaderMatch]]) {
    let colors = FieldSet([.thresholdGreen, .thresholdAmber, .thresholdRed])
    let matcher = HeaderMatcher()
    let words = headings.map { heading in
      heading.parent == nil
        ? matcher.exactMatches(heading.text).filter { colors.contains($0.field) } : []
    }
    var start = 0
    while start < words.count {
      var end = start
      while end < words.count, !words[end].isEmpty { end += 1 }
      defer { start = max(end, start + 1) }
      guard end > start + 1 else { continue }
      // A letter or a word can be a color of several languages; all are of one.
      let byLanguage = EmbeddedVocabulary.languages.indices.map { language in
        words[start..<end].map { $0.first { !$0.languages.isDisjoint(with: [language]) } }
      }
      let best = byLanguage.max { left, right in
        FieldSet(left.compactMap { $0?.field }).count
          < FieldSet(right.compactMap { $0?.field }).count
      }
      guard let best, case let fields = FieldSet(best.compactMap { $0?.field }),
        fields.contains(.thresholdGreen), fields.count >= 2
      else { continue }
      for (column, found) in zip(start..<end, best) {
        guard var found, found.strength == .inFamily else { continue }
        found.score = 0.88
        found.strength = .possible
        // A part of the heading is no rival: On target holds the word for a target.
        matches[column].removeAll { $0.strength != .certain || $0.way != .exact }
        matches[column].append(found)
      }
    }
  }

  /// Claims of columns whose heading says nothing but whose values do.
  private func addValueClaims(to matches: inout [[HeaderMatch]], _ profiles: [ColumnProfile]) {
    for index in matches.indices {
      addListClaims(to: &matches[index], profiles[index])
    }
    for index in matches.indices where !matches[index].contains(where: { $0.score >= 0.68 }) {
      let profile = profiles[index]
      guard profile.texts >= 2, profile.share(profile.texts) >= 0.6 else { continue }
      for field: ColumnField in [.frequency, .direction, .unit, .leadLag, .kind, .perspective] {
        let known = profile.known[field] ?? 0
        guard known >= (field == .unit ? 0.85 : 0.75) else { continue }
        if field == .direction || field == .kind || field == .perspective,
          profile.distinct.count < 2
        {
          continue
        }
        addValueClaim(field, 0.5, to: &matches[index])
      }
      if profile.share(profile.computations) >= 0.6 {
        addValueClaim(.formula, 0.5, to: &matches[index])
      }
      if profile.share(profile.bands) >= 0.6 {
        addValueClaim(.thresholds, 0.5, to: &matches[index])
      }
      if profile.share(profile.emails) >= 0.8 { addValueClaim(.owner, 0.5, to: &matches[index]) }
      if profile.share(profile.questions) >= 0.8 {
        addValueClaim(.question, 0.5, to: &matches[index])
      }
    }
  }

  /// Claims of columns whose values set bands, and of those whose values are all words for how
  /// often or in what, whatever a part of the heading or a misspelled heading may say.
  private func addListClaims(to matches: inout [HeaderMatch], _ profile: ColumnProfile) {
    if !matches.isEmpty, profile.texts >= 2, profile.share(profile.bands) >= 0.6 {
      addValueClaim(.thresholds, 0.5, to: &matches)
    }
    guard profile.texts >= 2, profile.texts == profile.filled, !matches.isEmpty,
      !matches.contains(where: { $0.strength == .certain && $0.way == .exact })
    else { return }
    for field: ColumnField in [.frequency, .unit] where (profile.known[field] ?? 0) >= 0.95 {
      addValueClaim(field, 0.5, to: &matches)
    }
  }

  private func addValueClaim(_ field: ColumnField, _ score: Double, to matches: inout [HeaderMatch])
  {
    guard !matches.contains(where: { $0.field == field }) else { return }
    matches.append(
      HeaderMatch(field: field, score: score, strength: .possible, languages: [], way: .values))
  }

  /// A heading such as Measure over texts that all differ has the names where no other heading may
  /// have them, even if some of the texts could be units.
  private func settleMeasures(_ matches: inout [[HeaderMatch]], _ profiles: [ColumnProfile]) {
    let names = matches.indices.filter { index in
      matches[index].contains { $0.field == .name && $0.score >= 0.7 }
    }
    guard names.count == 1, let index = names.first, profiles[index].texts >= 2,
      profiles[index].distinctShare == 1, MeasureTopic.isMeasure(headings[index].text.raw),
      !profiles[index].distinct.keys.allSatisfy({ UnitWords($0, allowsRemark: false) != nil })
    else { return }
    matches[index].removeAll { $0.field == .unit }
  }

  // MARK: Plans

  private func plan(
    _ heading: HeaderCell, _ index: Int, _ claim: ColumnAssignment.Claim?, _ claims: [Scored],
    _ matches: [HeaderMatch], _ others: FieldSet
  ) -> ColumnPlan {
    var plan = ColumnPlan(
      column: heading.column, field: .custom, heading: heading.text.raw, headingRow: heading.row,
      language: nil, moment: heading.text.moment ?? heading.parent?.moment,
      unit: heading.text.unit?.unit,
      certainty: 1)
    guard let claim,
      let scored = claims.first(where: {
        $0.claim.column == index && $0.claim.field == claim.field
      })
    else {
      plan.reasons = [
        matches.isEmpty
          ? "the heading is not known" : "the values do not fit what the heading could mean"
      ]
      return plan
    }
    plan.field = claim.field
    plan.certainty = max(0, min(1, claim.score))
    plan.reasons = [Self.words(for: scored.match)]
    if let reason = scored.evidence.reason { plan.reasons.append(reason) }
    // What another column surely is leaves no doubt about this one.
    plan.rival = claims.filter {
      $0.claim.column == index && $0.claim.field != claim.field
        && ($0.claim.field.repeats || !others.contains($0.claim.field))
    }
    .max { $0.claim.score < $1.claim.score }
    .flatMap {
      $0.claim.score > claim.score - 0.12 && $0.claim.score >= 0.7 ? $0.claim.field : nil
    }
    if claim.field.isLocalized { plan.language = languageMark(of: index) }
    return plan
  }

  /// Gives columns of one text in several languages their language: that of the heading, else that
  /// of the texts.
  private func settleLanguages(_ plans: inout [ColumnPlan], _ matches: [[HeaderMatch]]) {
    for field in Set(plans.map(\.field)) where field.isLocalized {
      let columns = plans.indices.filter { plans[$0].field == field }
      guard columns.count > 1 else { continue }
      for index in columns where plans[index].language == nil {
        let languages = matches[index].first { $0.field == field }?.languages ?? []
        var language = languages.count == 1 ? languages.first : nil
        if language == nil {
          var guess = LanguageGuess()
          for row in sample.prefix(30) {
            if let text = row.cell(headings[index].column)?.text { guess.add(text) }
          }
          language = guess.best
        }
        plans[index].language = language.map { EmbeddedVocabulary.languages[$0] }
      }
    }
  }

  static func words(for match: HeaderMatch) -> String {
    switch match.way {
    case .exact:
      match.strength == .certain ? "the heading is known" : "the heading can mean it"
    case .bilingual: "both halves of the heading are known"
    case .partial(let part): "the heading contains '\(part)'"
    case .misspelled(let word): "the heading is nearly '\(word)'"
    case .abbreviated(let word): "the heading is short for '\(word)'"
    case .question: "the heading asks for it"
    case .parent(let parent): "it stands under '\(parent)'"
    case .values: "the values say so, the heading is not known"
    case .mapping: "the mapping file says so"
    }
  }

  /// Of several columns of actual values, which are a history, the latest stays.
  ///
  /// The others are kept as they are. A heading that is known comes before those that are guessed,
  /// and guesses over years to come are targets.
  private func settleQuantities(_ plans: inout [ColumnPlan], _ matches: [[HeaderMatch]]) {
    for field: ColumnField in [.current, .baseline] {
      let columns = plans.indices.filter { plans[$0].field == field }
      let known = columns.filter { isKnown(field, matches[$0]) }
      if columns.count > 1 {
        let latest = (known.isEmpty ? columns : known).max { left, right in
          Self.order(plans[left].moment) < Self.order(plans[right].moment)
        }
        for index in columns where index != latest {
          let isAhead =
            latest.map { !known.isEmpty && Self.isAfter(plans[index].moment, plans[$0].moment) }
            ?? false
          if field == .current, isAhead, !known.contains(index) {
            plans[index].field = .target
            plans[index].certainty = 0.7
            plans[index].reasons = ["its year comes after that of the actual value"]
            continue
          }
          plans[index].field = .custom
          plans[index].reasons = [
            isAhead
              ? "a later value; another column has the \(field.name) value"
              : "an earlier value; only the latest is the measure's \(field.name) value"
          ]
        }
      }
      // What is guessed to be actual cannot lie behind the last target.
      guard known.isEmpty, field == .current,
        let index = plans.firstIndex(where: { $0.field == field }), plans[index].moment != nil
      else { continue }
      let ends = plans.compactMap { $0.field == .target ? $0.moment : nil }
      if !ends.isEmpty, ends.allSatisfy({ Self.isAfter(plans[index].moment, $0) }) {
        plans[index].field = .custom
        plans[index].reasons = ["its year comes after those of the targets"]
      }
    }
  }

  /// Columns headed by nothing but a year or day are targets where another column says what was or
  /// what the first target is: those after its year, or right of a baseline without one.
  private func settleYears(_ plans: inout [ColumnPlan], _ profiles: [ColumnProfile]) {
    let years = plans.indices.filter { index in
      plans[index].field == .custom && plans[index].moment != nil
        && headings[index].text.base.isEmpty && headings[index].parent == nil
        && profiles[index].quantityShare >= 0.6
    }
    let targets = plans.filter { $0.field == .target }
    guard let first = years.first, targets.allSatisfy({ $0.moment != nil }) else { return }
    let known = plans.indices.filter { [.current, .baseline].contains(plans[$0].field) }
    let named = known.isEmpty ? plans.indices.filter { plans[$0].field == .target } : known
    guard
      let last = named.max(by: {
        Self.order(plans[$0].moment) < Self.order(plans[$1].moment)
      })
    else { return }
    for index in years {
      if plans[last].moment != nil {
        guard Self.isAfter(plans[index].moment, plans[last].moment) else { continue }
      } else if last != first - 1 {
        continue
      }
      plans[index].field = .target
      plans[index].certainty = 0.7
      plans[index].reasons = ["its year comes after that of '\(plans[last].heading)'"]
    }
  }

  /// Whether a heading means a field as it stands, and not only in part.
  private func isKnown(_ field: ColumnField, _ matches: [HeaderMatch]) -> Bool {
    guard let match = matches.first(where: { $0.field == field }) else { return false }
    switch match.way {
    case .partial, .misspelled, .abbreviated, .values: return false
    default: return true
    }
  }

  private static func isAfter(_ left: Moment?, _ right: Moment?) -> Bool {
    guard left != nil, right != nil else { return false }
    return order(left) > order(right)
  }

  /// A column of periods right of a value says when the value was so: Actual | Period.
  private func settlePeriods(_ plans: inout [ColumnPlan], _ profiles: [ColumnProfile]) {
    for index in plans.indices.dropFirst() where plans[index].field == .custom {
      let profile = profiles[index]
      guard profile.filled > 0,
        profile.share(profile.dates + profile.periodTexts) >= 0.6,
        Self.periodWords.contains(Folding.fold(headings[index].text.base))
      else { continue }
      let date: ColumnField
      switch plans[index - 1].field {
      case .current: date = .currentDate
      case .baseline: date = .baselineDate
      case .target: date = .targetDate
      default: continue
      }
      guard !plans.contains(where: { $0.field == date }) else { continue }
      plans[index].field = date
      plans[index].certainty = 0.85
      plans[index].reasons = [
        "its values are periods, and it stands beside '\(plans[index - 1].heading)'"
      ]
    }
  }

  private static let periodWords: Set<String> = [
    "period", "as of", "as at", "date", "when", "quarter", "month", "year", "measured",
    "measured on",
    "periode", "au", "en date du", "date de mesure", "trimestre", "mois", "annee", "periodo", "al",
    "data", "mese", "anno", "datum", "stand", "zeitraum", "monat", "jahr", "quartal", "fecha",
    "mes",
    "ano", "a fecha de",
  ]

  /// Of a column of ids such as `net-promoter-score` and one of codes the first gives the id.
  private func settleIdentity(
    _ plans: inout [ColumnPlan], _ profiles: [ColumnProfile], _ matches: [[HeaderMatch]]
  ) {
    guard let ids = plans.firstIndex(where: { $0.field == .id }),
      !plans.contains(where: { $0.field == .identity }), Self.areSlugs(profiles[ids]),
      let codes = plans.indices.first(where: { index in
        index != ids && plans[index].field == .custom && !Self.areSlugs(profiles[index])
          && matches[index].contains { $0.field == .id && $0.score >= 0.7 }
          && ColumnEvidence.of(.id, in: profiles[index]).weight >= 0
      })
    else { return }
    plans[ids].field = .identity
    plans[ids].reasons.append("its texts are ids, and '\(plans[codes].heading)' has the codes")
    plans[codes].field = .id
    plans[codes].certainty = 0.85
    plans[codes].reasons = ["the heading is known, and '\(plans[ids].heading)' has the ids"]
  }

  /// Whether nearly all texts of a column are small words with hyphens.
  private static func areSlugs(_ profile: ColumnProfile) -> Bool {
    guard profile.texts >= 2, profile.texts == profile.filled, profile.distinctShare > 0.9 else {
      return false
    }
    let slugs = profile.distinct.keys.count { text in
      text.utf8.contains(UInt8(ascii: "-")) && KPIIdentifier(text) != nil
        && text.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
    }
    return slugs * 10 >= profile.distinct.count * 8
  }

  /// Moments in order of time, as text that sorts.
  static func order(_ moment: Moment?) -> String {
    switch moment {
    case nil: ""
    case .date(let date)?: date.description
    case .period(let period)?:
      switch period.grain {
      case .quarter: Self.month(period.year, period.index * 3)
      case .half: Self.month(period.year, period.index * 6)
      case .third: Self.month(period.year, period.index * 4)
      case .month: Self.month(period.year, period.index)
      default: "\(period.year)-12-31"
      }
    }
  }

  private static func month(_ year: Int, _ month: Int) -> String {
    "\(year)-" + (month < 10 ? "0\(month)" : "\(month)")
  }
}
