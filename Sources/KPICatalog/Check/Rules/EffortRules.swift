/// Effort scores, whose scale and direction both hang on the form of the question.
enum EffortRules: RuleFamily {
  static let effortOutsideScale = CheckRule(
    name: "effort-outside-scale", severity: .warning,
    summary: "A customer effort score without a stated scale has values that do not fit its form.",
    reason: "Effort is asked on 1 to 5 and on 1 to 7 and also shown as an index, so a value that "
      + "fits none was taken from another form.",
    cure: "State the scale and the variant, and correct the values that do not fit.",
    page: "effort")
  static let effortDirection = CheckRule(
    name: "effort-direction", severity: .warning,
    summary: "A customer effort score has the direction of another form of the question.",
    reason: "On 1 to 7 a high answer means easy, on the first form of 1 to 5 it means much effort, "
      + "so the wrong pair praises bad service.",
    cure: "Correct the direction, or name the form the score really has in 'formula.variant'.",
    page: "effort")

  static let rules = [effortOutsideScale, effortDirection]

  /// Whether a measure is a customer effort score.
  static func isEffort(_ measure: CheckedMeasure) -> Bool {
    if let known = measure.known { return known.base == "customer-effort-score" }
    return measure.definition.name.entries.contains {
      EffortWords.names.occur(in: FoldedText($0.text), $0.language)
    }
  }

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    for measure in subject.measures where isEffort(measure) {
      checkScale(measure, &findings)
      checkDirection(measure, &findings)
    }
  }

  // MARK: Scale

  private static func checkScale(_ measure: CheckedMeasure, _ findings: inout FindingCollector) {
    let definition = measure.definition
    switch definition.unit?.kind {
    case nil, .score, .index: break
    default: return
    }
    // A stated scale is looked at by the rules about scales.
    guard definition.scale?.minimum == nil, definition.scale?.maximum == nil,
      !measure.values.isEmpty, let form = form(of: measure)
    else { return }
    for value in measure.values where !form.scale.contains(value.number) {
      findings.add(
        effortOutsideScale, measure, value.field,
        "the \(value.noun) \(value.number) does not fit \(form.words); "
          + "correct it, or state the scale and the variant")
    }
  }

  private struct Form {
    let scale: Scale
    let words: String
  }

  /// The form of the question: by the variant, by the answers, by the values.
  private static func form(of measure: CheckedMeasure) -> Form? {
    if let known = measure.known, let scale = known.scale, variant(of: measure) != nil {
      return Form(scale: scale, words: "the scale of the variant \(known.id.variant ?? "ease-1-7")")
    }
    if let text = measure.definition.instrument?.scale, let scale = answers(text) {
      return Form(scale: scale, words: "the answers \(CatalogFault.shown(text))")
    }
    // Beyond 10 it is one of the index forms, whose scale nobody can tell.
    guard measure.values.allSatisfy({ $0.number <= 10 && $0.number >= 0 }) else { return nil }
    return Scale(minimum: 1, maximum: 7).map { Form(scale: $0, words: "an effort score of 1 to 7") }
  }

  /// The variant a measure names, if it is a known one; the usual form is `ease-1-7`.
  private static func variant(of measure: CheckedMeasure) -> String? {
    guard let known = measure.known else { return nil }
    if let variant = known.id.variant { return variant }
    return measure.definition.formula?.variant == "ease-1-7" ? "ease-1-7" : nil
  }

  /// The scale in a text such as `1-7` or `1 to 5`; nil if it holds other than two numbers.
  private static func answers(_ text: String) -> Scale? {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 2, let low = numbers.first, let high = numbers.last else { return nil }
    return Scale(minimum: FiniteNumber(low), maximum: FiniteNumber(high))
  }

  // MARK: Direction

  private static func checkDirection(
    _ measure: CheckedMeasure, _ findings: inout FindingCollector
  ) {
    guard let stated = measure.definition.direction, let opposite = stated.opposite,
      let (expected, why) = expectedDirection(of: measure), expected == opposite
    else { return }
    findings.add(
      effortDirection, measure, "direction",
      "the direction says \(stated.inWords), but \(why); "
        + "make it '\(expected.rawValue)' or name the form it has in 'formula.variant'")
  }

  private static func expectedDirection(
    of measure: CheckedMeasure
  ) -> (direction: Direction, why: String)? {
    if let variant = variant(of: measure), let direction = measure.known?.direction {
      return (direction, "of the variant \(variant) \(direction.inWords)")
    }
    let isEasy = saysSo(measure, EffortWords.easy)
    let isHard = saysSo(measure, EffortWords.hard)
    if isEasy != isHard {
      return isEasy
        ? (.higherIsBetter, "the question asks how easy it was")
        : (.lowerIsBetter, "the question asks how much effort it was")
    }
    guard !isEasy, let scale = measure.definition.scale, scale.minimum == 1, scale.maximum == 7
    else { return nil }
    return (.higherIsBetter, "on 1 to 7 the highest answer means easy")
  }

  /// Whether the texts that tell the form hold words of a list.
  private static func saysSo(_ measure: CheckedMeasure, _ words: WordLists) -> Bool {
    let definition = measure.definition
    let texts = [
      definition.name, definition.question, definition.description, definition.instrument?.question,
      definition.formula?.text, definition.notes,
    ]
    for text in texts.compactMap({ $0 }) {
      for entry in text.entries where words.occur(in: FoldedText(entry.text), entry.language) {
        return true
      }
    }
    let names = definition.formula?.expression?.inputNames.map(\.text) ?? []
    return names.contains { words.occur(in: FoldedText($0), .english) }
  }
}
