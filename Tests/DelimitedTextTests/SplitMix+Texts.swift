import TestSupport

extension SplitMix {
  /// A text of up to `length` pieces.
  mutating func text(of pieces: [String], upTo length: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      text += pieces.randomElement(using: &self) ?? ""
    }
    return text
  }
}
