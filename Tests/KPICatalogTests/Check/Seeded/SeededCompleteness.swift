extension SeededCatalog {
  private static let whole = """
    - {id: whole, name: {en: Renewal rate}, unit: percent, direction: higher, frequency: P1M,
       owner: Head of Sales, targets: [{value: 90, by: 2026}]}

    """

  /// The sound catalogs of each rule: what is there, and what need not be.
  private static func complete(_ key: String) -> [String] {
    [
      whole,
      whole + "- {id: old, name: {fr: Ancien}, lifecycle: {state: retired, replacedBy: whole}}",
      "extends: customer-measures\nmeasures: [{id: net-promoter-score, code: N1}]",
      whole + "- {id: b, name: {it: Senza}, ignore: [missing-\(key)]}",
      "checks: {ignore: [missing-\(key)]}\nmeasures: [{id: b, name: {de: Ohne}}]",
    ]
  }

  private static func without(_ key: String) -> [String] {
    let fields = [
      ("unit", "unit: {kind: count}"), ("direction", "direction: lower"),
      ("frequency", "frequency: P3M"),
      ("owner", "owner: Ada"), ("target", "targets: [{value: 12}]"),
    ]
    let rest = fields.filter { $0.0 != key }.map(\.1).joined(separator: ", ")
    return [
      "- {id: a, name: {en: Late deliveries}, \(rest)}",
      whole + "- {id: b, name: {fr: Livraisons en retard}, \(rest)}",
      """
      - {id: a, name: {it: Consegne in ritardo}, \(rest)}
      - {id: b, name: {it: Ritardi lunghi}, \(rest)}
      - {id: c, name: {it: Ritardi brevi}, \(rest)}
      """,
      "- {id: a, name: {de: Verspätungen}, \(rest), lifecycle: active}\n" + whole,
      "title: Tabla\nlanguages: [es]\nmeasures: [{id: a, name: {es: Retrasos}, \(rest)}]",
    ]
  }

  /// Fields that should be there.
  static let completeness = ["unit", "direction", "frequency", "owner", "target"].flatMap { key in
    of("missing-\(key)", faulty: without(key), sound: complete(key))
  }
}
