extension String: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) { self = try node.text() }
  func encode(to encoder: inout some CatalogEncoder) { encoder.text(self) }
}

extension Bool: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) { self = try node.boolean() }
  func encode(to encoder: inout some CatalogEncoder) { encoder.boolean(self) }
}

extension FiniteNumber: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) { self = try node.number() }
  func encode(to encoder: inout some CatalogEncoder) { encoder.number(double) }
}

extension UInt: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    guard let whole = UInt(exactly: try node.number().double) else {
      throw CatalogError(.notWholeNumber, at: node)
    }
    self = whole
  }

  func encode(to encoder: inout some CatalogEncoder) { encoder.number(Double(self)) }
}

extension Int: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    guard let whole = Int(exactly: try node.number().double), whole >= 0 else {
      throw CatalogError(.notWholeNumber, at: node)
    }
    self = whole
  }

  func encode(to encoder: inout some CatalogEncoder) { encoder.number(Double(self)) }
}

extension Weight: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    let share = try node.number()
    guard let weight = Weight(share) else {
      throw CatalogError(.outside(share.description, low: "0", high: "1"), at: node)
    }
    self = weight
  }

  func encode(to encoder: inout some CatalogEncoder) { share.encode(to: &encoder) }
}

extension DecimalPlaces: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    let number = try node.number()
    guard let places = number.integer.flatMap(DecimalPlaces.init) else {
      throw CatalogError(.outside(number.description, low: "0", high: "10"), at: node)
    }
    self = places
  }

  func encode(to encoder: inout some CatalogEncoder) { count.encode(to: &encoder) }
}

/// A value written as a text of its own form.
protocol TextCodable: CatalogCodable, CustomStringConvertible {
  init?(_ text: String)
  static func fault(_ text: String) -> CatalogFault
}

extension TextCodable {
  init(node: CatalogNode) throws(CatalogError) {
    let text = try node.text()
    guard let value = Self(text) else { throw CatalogError(Self.fault(text), at: node) }
    self = value
  }

  func encode(to encoder: inout some CatalogEncoder) { encoder.text(description) }
}

extension KPIIdentifier: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notIdentifier(text) }
}

extension Perspective: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notSlug(text) }
}

extension LanguageTag: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notLanguage(text) }
}

extension CurrencyCode: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notCurrency(text) }
}

extension CivilDate: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notDate(text) }
}

extension MonthDay: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notMonthDay(text) }
}

extension Period: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notMoment(text) }
}

extension Moment: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notMoment(text) }
}

extension CalendarPeriod: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .notCalendarPeriod(text) }
}

extension FormulaName: TextCodable {
  static func fault(_ text: String) -> CatalogFault { .formulaName(text) }
}

extension FormulaExpression: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    do throws(CatalogError) {
      try self.init(try node.text())
    } catch {
      guard error.code == .expression else { throw error }
      // The column inside the formula stays with the cause.
      var located = error
      located.line = node.line
      located.column = node.column
      if let column = error.column { located.message += CatalogFault.formulaPlace(column) }
      located.cause = error
      throw located
    }
  }

  func encode(to encoder: inout some CatalogEncoder) { encoder.text(description) }
}
