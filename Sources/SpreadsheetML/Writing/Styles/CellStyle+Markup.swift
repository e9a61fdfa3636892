extension CellFont {
  /// Appends the font; within rich text its name has another element.
  func append(_ name: StaticString, to markup: inout MarkupText, isRun: Bool = false) {
    markup.element(name) { markup in
      if isRun { markup.element("rFont", ["val": self.name]) }
      if isBold { markup.element("b") }
      if isItalic { markup.element("i") }
      if isStruck { markup.element("strike") }
      if !isRun, underline != .none { appendUnderline(to: &markup) }
      if isRun, let color { markup.element("color", ["rgb": color.argb]) }
      markup.element("sz", ["val": ShortestDecimal.text(size)])
      if isRun, underline != .none { appendUnderline(to: &markup) }
      if !isRun, let color { markup.element("color", ["rgb": color.argb]) }
      if !isRun {
        markup.element("name", ["val": self.name])
        markup.element("family", ["val": "2"])
      }
    }
  }

  private func appendUnderline(to markup: inout MarkupText) {
    markup.element("u", ["val": underline == .double ? "double" : nil])
  }
}

extension CellFill {
  func append(to markup: inout MarkupText) {
    markup.element("fill") { markup in
      switch self {
      case .none: markup.element("patternFill", ["patternType": "none"])
      case .solid(let color):
        markup.element("patternFill", ["patternType": "solid"]) { markup in
          markup.element("fgColor", ["rgb": color.argb])
          markup.element("bgColor", ["indexed": "64"])
        }
      case .pattern(.gray125, .black, on: .white):
        markup.element("patternFill", ["patternType": "gray125"])
      case .pattern(let pattern, let color, let ground):
        markup.element("patternFill", ["patternType": pattern.rawValue]) { markup in
          markup.element("fgColor", ["rgb": color.argb])
          markup.element("bgColor", ["rgb": ground.argb])
        }
      }
    }
  }
}

extension CellBorder {
  func append(to markup: inout MarkupText, isDifferential: Bool) {
    markup.element("border") { markup in
      line("left", left, &markup, isDifferential)
      line("right", right, &markup, isDifferential)
      line("top", top, &markup, isDifferential)
      line("bottom", bottom, &markup, isDifferential)
      if !isDifferential { markup.element("diagonal") }
    }
  }

  private func line(
    _ name: StaticString, _ line: BorderLine?, _ markup: inout MarkupText, _ isDifferential: Bool
  ) {
    guard let line else {
      if !isDifferential { markup.element(name) }
      return
    }
    markup.element(name, ["style": line.style.rawValue]) { markup in
      if let color = line.color {
        markup.element("color", ["rgb": color.argb])
      } else {
        markup.element("color", ["auto": "1"])
      }
    }
  }
}

extension CellAlignment {
  func append(to markup: inout MarkupText) {
    // Angles below the horizontal are kept as 90 and more.
    let angle = rotation < 0 ? 90 - rotation : rotation
    // An indent needs a side to start from.
    let side = indent > 0 && horizontal == .general ? Horizontal.left : horizontal
    markup.element(
      "alignment",
      [
        "horizontal": side == .general ? nil : side.rawValue,
        "vertical": vertical == .bottom ? nil : vertical.rawValue,
        "textRotation": angle == 0 ? nil : "\(angle)", "wrapText": flag(wrapsText),
        "indent": indent == 0 ? nil : "\(indent)", "shrinkToFit": flag(shrinksToFit),
      ])
  }
}
