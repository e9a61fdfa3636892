extension Catalog {
  /// Checks the catalog by the rules of the domain.
  ///
  ///     let report = try BuiltInCatalog.customerMeasures().check()
  ///     report.count(of: .warning)  // 0
  ///
  /// An overlay that was not applied to its base is checked for what it says; rules about what is
  /// missing leave it alone.
  ///
  /// - Parameter options: What to leave out, and the day to judge dates by.
  /// - Returns: The findings, those about the catalog first, then measure by measure in the
  ///   catalog's order; the same catalog and options always give the same report.
  /// - Complexity: O(*n*) in the size of the catalog.
  public func check(_ options: CheckOptions = CheckOptions()) -> CheckReport {
    let subject = CheckSubject(self, options)
    var collector = FindingCollector(self, options)
    for family in RuleFamilies.all { family.check(subject, &collector) }
    return CheckReport(
      findings: collector.sorted, measureCount: measures.count,
      minimumSeverity: options.minimumSeverity)
  }
}
