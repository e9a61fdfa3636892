/// What was found on the sheets of a book and taken for what.
public struct ImportPlan: Sendable {
  init(_ book: BookContent, _ survey: BookSurvey) {}
}
