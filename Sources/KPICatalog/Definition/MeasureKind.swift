/// What a measure of customers rests on.
public enum MeasureKind: String, Hashable, Sendable, CaseIterable {
  /// What customers say.
  case opinion
  /// What customers do.
  case activity
}

extension MeasureKind: CatalogWord {
  static var noun: String { "a kind" }
}

/// What a measure's values are.
public enum ValueType: String, Hashable, Sendable, CaseIterable {
  /// Numbers with or without decimals.
  case number
  /// Whole numbers.
  case integer
  /// Yes or no.
  case boolean
  /// One of a list of words.
  case choice
  /// Free text.
  case text
}

extension ValueType: CatalogWord {
  static var noun: String { "a value type" }
}

/// What the people served are called.
public enum Audience: String, Hashable, Sendable, CaseIterable {
  /// Customers, clients.
  case customer
  /// Constituents.
  case constituent
  /// Beneficiaries, recipients of benefits.
  case beneficiary
  /// Stakeholders.
  case stakeholder
  /// Citizens, residents.
  case citizen
  /// Members, donors.
  case member
  /// Students and their families.
  case student
}

extension Audience: CatalogWord {
  static var noun: String { "an audience" }
}
