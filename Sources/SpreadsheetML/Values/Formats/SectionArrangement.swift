/// Which section of a format code serves which values.
///
/// Without conditions the sections are for positive numbers, negative numbers, zero and text;
/// with conditions, the first that holds is taken. Where fewer are written, Excel fills in the
/// rest, and decides by its own lights which of them show a minus.
struct SectionArrangement {
  var numbers: [FormatSection]
  var text: FormatSection?
  var isConditional: Bool
  /// Whether the code had nothing but a section for text.
  var isTextOnly: Bool

  init(_ sections: [FormatSection]) {
    var numbers = Array(sections.prefix(3))
    text = sections.count > 3 ? sections[3] : nil
    if sections.count < 4, let index = numbers.lastIndex(where: { $0.isText }) {
      text = numbers.remove(at: index)
    }
    isTextOnly = numbers.isEmpty && text != nil
    isConditional = numbers.contains { $0.condition != nil }
    if numbers.isEmpty {
      numbers = [.general]
    } else if isConditional {
      SectionArrangement.addConditions(to: &numbers)
    } else if numbers.count == 1 {
      numbers[0].showsMinus = true
    }
    self.numbers = numbers
  }

  /// The section that tells what positive numbers are; nil for a code of text alone.
  ///
  /// With conditions it is the first that some positive number meets. Only dates and times must
  /// stand in the first section to count, as all readers of workbooks have it: in `[=0]?;[h]:mm`
  /// they read numbers.
  var positive: FormatSection? {
    guard !isTextOnly, let first = numbers.first else { return nil }
    guard isConditional,
      let reached = numbers.first(where: { $0.condition?.holdsForSomePositive ?? true })
    else { return first }
    return reached.content == .date ? first : reached
  }

  /// Fills in what a conditional code leaves out, as Excel does.
  private static func addConditions(to sections: inout [FormatSection]) {
    let written = sections.count
    if sections[0].condition == nil {
      sections[0].condition = FormatCondition(comparison: .greater, operand: 0)
    }
    if written == 1 { sections.append(.general) }
    if written == 3 {
      if sections[1].condition == nil {
        sections[1].condition = FormatCondition(comparison: .less, operand: 0)
      }
      for index in sections.indices {
        sections[index].showsMinus = !(sections[index].condition?.isForNegatives ?? false)
      }
      return
    }
    guard let first = sections[0].condition else { return }
    sections[0].showsMinus = !first.isForNegatives
    if let second = sections[1].condition {
      sections[1].showsMinus = !second.isForNegatives
    } else {
      // The rest shows a minus only if the first section was for positive numbers.
      sections[1].showsMinus =
        switch first.comparison {
        case .equal: true
        case .greater, .greaterOrEqual: first.operand >= 0
        default: false
        }
    }
  }
}
