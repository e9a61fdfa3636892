/// What the values of a column say for or against a field, beside its heading.
struct ColumnEvidence: Sendable {
  /// Added to the heading's score, -0.9 to 0.3.
  var weight: Double
  /// Why, for people; nil where the values say nothing.
  var reason: String?

  static let none = ColumnEvidence(weight: 0, reason: nil)

  /// Weighs the values of a column for a field.
  static func of(_ field: ColumnField, in profile: ColumnProfile) -> ColumnEvidence {
    guard profile.filled > 0 else { return .none }
    if isOfFrequencies(field, profile) {
      return ColumnEvidence(-0.5, "the values are frequencies")
    }
    switch field {
    case .frequency, .reportingFrequency: return closedList(.frequency, profile, "frequencies")
    case .direction: return direction(profile)
    case .leadLag: return closedList(.leadLag, profile, "leading and lagging")
    case .kind: return closedList(.kind, profile, "opinion and activity")
    case .perspective: return perspective(profile)
    case .lifecycle: return closedList(.lifecycle, profile, "stages of life")
    case .language: return closedList(.language, profile, "languages")
    case .aggregation, .aggregationAcross: return closedList(.aggregation, profile, "roll-up rules")
    case .method: return method(profile)
    case .audience: return audience(profile)
    case .unit: return unit(profile)
    case .baseline, .current, .target, .targetLow, .targetHigh, .benchmark, .rangeMin, .rangeMax,
      .thresholdGreen, .thresholdAmber, .thresholdRed:
      return quantity(field, profile)
    case .weight: return number(profile)
    case .targetDate, .baselineDate, .currentDate, .reviewDate: return date(field, profile)
    case .thresholds: return thresholds(profile)
    case .name: return name(profile)
    case .description, .rationale, .pitfalls, .scope, .question, .objective, .notes, .population,
      .differentiator, .surveyQuestion:
      return prose(field, profile)
    case .formula: return formula(profile)
    case .numerator, .denominator, .source, .owner, .collector, .group, .department, .initiatives:
      return words(field, profile)
    case .id: return code(profile)
    case .status: return status(profile)
    case .trend: return trend(profile)
    case .evidence: return evidence(profile)
    case .scale: return scale(profile)
    case .decimals, .sampleSize, .minimumSample: return number(profile)
    default: return .none
    }
  }

  /// Whether the values say how often, where the field is a text of another kind.
  private static func isOfFrequencies(_ field: ColumnField, _ profile: ColumnProfile) -> Bool {
    switch field {
    case .name, .description, .rationale, .source, .method, .owner, .collector, .scope, .objective,
      .unit, .formula:
      profile.texts >= 2 && profile.texts == profile.filled
        && (profile.known[.frequency] ?? 0) >= 0.95 && (profile.known[.unit] ?? 0) < 0.5
    default: false
    }
  }

  private init(weight: Double, reason: String?) {
    self.weight = weight
    self.reason = reason
  }

  private init(_ weight: Double, _ reason: String? = nil) {
    self.init(weight: weight, reason: reason)
  }

  /// A share as people read it: `9 of 10`.
  private static func most(_ share: Double) -> String {
    share >= 0.995 ? "all" : share >= 0.8 ? "nearly all" : share >= 0.5 ? "most" : "some"
  }

  private static func closedList(
    _ list: ColumnField, _ profile: ColumnProfile, _ what: String
  ) -> ColumnEvidence {
    let known = profile.known[list] ?? 0
    if known >= 0.5 {
      return ColumnEvidence(0.1 + 0.15 * known, "\(most(known)) values are \(what)")
    }
    if profile.texts == 0 { return ColumnEvidence(-0.6, "there are no words in it") }
    if known > 0 { return ColumnEvidence(0, "some values are \(what)") }
    return ColumnEvidence(
      profile.meanLength > 40 ? -0.45 : -0.35, "no value is one of the known \(what)")
  }

  private static func direction(_ profile: ColumnProfile) -> ColumnEvidence {
    let known = profile.known[.direction] ?? 0
    if known >= 0.5 {
      return ColumnEvidence(0.1 + 0.15 * known, "\(most(known)) values are directions")
    }
    if profile.texts == 0 { return ColumnEvidence(-0.7, "there are no words in it") }
    return ColumnEvidence(known > 0 ? -0.05 : -0.5, known > 0 ? nil : "no value is a direction")
  }

  private static func perspective(_ profile: ColumnProfile) -> ColumnEvidence {
    let known = profile.known[.perspective] ?? 0
    if known >= 0.6 { return ColumnEvidence(0.2, "\(most(known)) values are perspectives") }
    return ColumnEvidence(
      known > 0 ? -0.1 : -0.25, known > 0 ? nil : "no value is one of the four perspectives")
  }

  private static func method(_ profile: ColumnProfile) -> ColumnEvidence {
    let known = profile.known[.method] ?? 0
    if known >= 0.4 { return ColumnEvidence(0.15, "\(most(known)) values are methods") }
    if profile.share(profile.computations) >= 0.5 {
      return ColumnEvidence(-0.6, "the values are calculations")
    }
    if profile.texts == 0 { return ColumnEvidence(-0.6, "there are no words in it") }
    return .none
  }

  private static func audience(_ profile: ColumnProfile) -> ColumnEvidence {
    let known = profile.known[.audience] ?? 0
    if known >= 0.5 { return ColumnEvidence(0.15, "\(most(known)) values are audiences") }
    return ColumnEvidence(-0.15, "no value is a known audience")
  }

  private static func unit(_ profile: ColumnProfile) -> ColumnEvidence {
    let known = profile.known[.unit] ?? 0
    if known >= 0.5 { return ColumnEvidence(0.1 + 0.15 * known, "\(most(known)) values are units") }
    if profile.texts == 0 { return ColumnEvidence(-0.6, "there are no words in it") }
    let signs = profile.distinct.keys.count { isSign($0) }
    if signs * 2 >= profile.distinct.count {
      return ColumnEvidence(0, "the values are short signs")
    }
    if profile.meanLength > 30 || profile.distinctShare > 0.9 && profile.texts > 2 {
      return ColumnEvidence(-0.4, "the values are too long or too many for units")
    }
    return ColumnEvidence(known > 0 ? 0 : -0.2)
  }

  /// Whether a text looks like the sign of a unit nobody knows: `kWh/t`, `kg`, `m³`, `tCO2e`.
  private static func isSign(_ text: String) -> Bool {
    guard text.utf8.count <= 12, !text.contains(" "), let first = text.first, first.isLetter else {
      return false
    }
    return text.contains("/") || text.contains { $0.isNumber }
      || first.isLowercase && text.utf8.count <= 5
  }

  private static func quantity(_ field: ColumnField, _ profile: ColumnProfile) -> ColumnEvidence {
    let share = profile.quantityShare
    if share >= 0.5 {
      // A threshold is often written with a sign, a target seldom.
      return ColumnEvidence(0.1 + 0.1 * share, "\(most(share)) values are numbers")
    }
    if profile.texts == 0, profile.dates > 0 { return ColumnEvidence(-0.5, "the values are dates") }
    if profile.share(profile.formulas) >= 0.5 { return ColumnEvidence(0.05) }
    if share > 0 { return ColumnEvidence(profile.sentences * 2 > profile.texts ? -0.3 : 0) }
    if field == .target || field == .current || field == .baseline || field == .benchmark,
      profile.meanLength <= 14, profile.sentences == 0
    {
      return ColumnEvidence(-0.2, "no value is a number")
    }
    return ColumnEvidence(-0.55, "no value is a number")
  }

  private static func number(_ profile: ColumnProfile) -> ColumnEvidence {
    profile.quantityShare >= 0.5
      ? ColumnEvidence(0.1, "the values are numbers")
      : ColumnEvidence(-0.4, "the values are no numbers")
  }

  private static func date(_ field: ColumnField, _ profile: ColumnProfile) -> ColumnEvidence {
    let dates = profile.dates + profile.periodTexts
    let years =
      profile.numbers > 0 && profile.smallest >= 1990 && profile.largest <= 2099
      && profile.fractions == 0 && profile.percents == 0
    if years { return ColumnEvidence(0.15, "the values are years") }
    let share = profile.share(dates)
    if share >= 0.5 { return ColumnEvidence(0.15, "\(most(share)) values are dates") }
    return ColumnEvidence(share > 0 ? -0.05 : -0.5, share > 0 ? nil : "no value is a date")
  }

  private static func thresholds(_ profile: ColumnProfile) -> ColumnEvidence {
    let share = profile.share(profile.bands)
    if share >= 0.4 { return ColumnEvidence(0.25, "\(most(share)) values set bands") }
    if (profile.known[.status] ?? 0) >= 0.6, profile.numbers == 0, profile.quantityTexts == 0 {
      return ColumnEvidence(-0.6, "the values are colors")
    }
    return ColumnEvidence(profile.numbers > profile.texts ? -0.3 : -0.05)
  }

  private static func name(_ profile: ColumnProfile) -> ColumnEvidence {
    if profile.texts == 0 { return ColumnEvidence(-0.8, "there are no words in it") }
    var weight = 0.0
    if profile.distinctShare < 0.5, profile.texts >= 6 { weight -= 0.35 }
    if profile.share(profile.numbers) > 0.5 { weight -= 0.6 }
    // One name alone may be a word such as Delay.
    if (profile.known[.unit] ?? 0) >= 0.8, profile.texts > 1 || profile.meanLength <= 2 {
      weight -= 0.5
    }
    // % of calls says in what, not what.
    if profile.texts > 1, profile.distinct.keys.allSatisfy({ $0.first == "%" }) { weight -= 0.3 }
    if (profile.known[.language] ?? 0) >= 0.8 { weight -= 0.4 }
    if profile.meanLength > 90 { weight -= 0.2 }
    if profile.meanLength < 4, profile.texts > 2 { weight -= 0.3 }
    if weight == 0, profile.distinctShare > 0.9 { weight = 0.1 }
    return ColumnEvidence(weight, weight > 0 ? "the texts are short and all differ" : nil)
  }

  private static func prose(_ field: ColumnField, _ profile: ColumnProfile) -> ColumnEvidence {
    if profile.texts == 0 {
      return ColumnEvidence(field == .notes ? -0.1 : -0.7, "there are no words in it")
    }
    let numeric = profile.quantityShare
    if numeric >= 0.5 {
      return ColumnEvidence(field == .notes ? -0.2 : -0.6, "\(most(numeric)) values are numbers")
    }
    if field == .question, profile.share(profile.questions) >= 0.5 {
      return ColumnEvidence(0.2, "\(most(profile.share(profile.questions))) values are questions")
    }
    if field == .description, profile.share(profile.computations) > 0.7 {
      return ColumnEvidence(-0.2, "the values are calculations")
    }
    let sentences = profile.share(profile.sentences)
    if field == .description || field == .rationale || field == .pitfalls {
      return ColumnEvidence(sentences >= 0.5 ? 0.1 : -0.02)
    }
    if field == .objective {
      return ColumnEvidence(sentences >= 0.3 || profile.meanLength > 15 ? 0.12 : 0.02)
    }
    if field == .scope, (profile.known[.unit] ?? 0) > 0.7 { return ColumnEvidence(-0.3) }
    return .none
  }

  private static func formula(_ profile: ColumnProfile) -> ColumnEvidence {
    let share = profile.share(profile.computations)
    if share >= 0.4 { return ColumnEvidence(0.2, "\(most(share)) values are calculations") }
    if profile.texts == 0 { return ColumnEvidence(-0.7, "there are no words in it") }
    if (profile.known[.aggregation] ?? 0) >= 0.8 { return ColumnEvidence(-0.3) }
    return ColumnEvidence(share > 0 ? 0.05 : -0.05)
  }

  private static func words(_ field: ColumnField, _ profile: ColumnProfile) -> ColumnEvidence {
    if profile.texts == 0 { return ColumnEvidence(-0.5, "there are no words in it") }
    if profile.quantityShare > 0.6 { return ColumnEvidence(-0.5, "the values are numbers") }
    switch field {
    case .owner:
      if profile.share(profile.emails) >= 0.5 {
        return ColumnEvidence(0.15, "the values are e-mail addresses")
      }
      return ColumnEvidence(profile.meanLength > 60 ? -0.3 : 0)
    case .source:
      if profile.share(profile.links) >= 0.5 { return ColumnEvidence(-0.2, "the values are links") }
      return .none
    case .group:
      if profile.texts >= 6, profile.distinctShare > 0.95, profile.meanLength > 25 {
        return ColumnEvidence(-0.15, "the texts all differ")
      }
      return ColumnEvidence(profile.distinctShare < 0.7 ? 0.08 : 0)
    default: return .none
    }
  }

  private static func code(_ profile: ColumnProfile) -> ColumnEvidence {
    let long = profile.distinct.keys.count { $0.utf8.count >= 12 && $0.contains(" ") }
    if profile.share(profile.sentences) > 0.2 || profile.meanLength > 40
      || long * 10 > profile.distinct.count * 3
    {
      return ColumnEvidence(-0.5, "the texts are too long for codes")
    }
    if profile.percents > 0 || profile.currencies > 0 || profile.dates > 0
      || profile.fractions > 0 && !profile.outlines
    {
      return ColumnEvidence(-0.4, "the values are quantities")
    }
    if profile.numbers > 0, profile.counts {
      return ColumnEvidence(0.12, "the numbers count the rows")
    }
    if profile.texts > 0, profile.distinctShare > 0.95 {
      return ColumnEvidence(0.08, "the codes all differ")
    }
    return .none
  }

  private static func status(_ profile: ColumnProfile) -> ColumnEvidence {
    let known = profile.known[.status] ?? 0
    if profile.share(profile.bands) >= 0.6 {
      return ColumnEvidence(-0.5, "the values are rules for the colors")
    }
    if known >= 0.5 {
      return ColumnEvidence(0.15, "\(most(known)) values are colors of a traffic light")
    }
    return ColumnEvidence((profile.known[.lifecycle] ?? 0) >= 0.5 ? -0.3 : -0.05)
  }

  private static func trend(_ profile: ColumnProfile) -> ColumnEvidence {
    profile.share(profile.arrows) >= 0.5 ? ColumnEvidence(0.1, "the values are arrows") : .none
  }

  private static func evidence(_ profile: ColumnProfile) -> ColumnEvidence {
    profile.share(profile.links) >= 0.5
      ? ColumnEvidence(0.2, "the values are links")
      : ColumnEvidence(profile.texts == 0 ? -0.5 : -0.05)
  }

  private static func scale(_ profile: ColumnProfile) -> ColumnEvidence {
    if profile.texts == 0 { return ColumnEvidence(-0.3) }
    return ColumnEvidence(profile.share(profile.quantityTexts) >= 0.4 ? 0.1 : -0.05)
  }
}
