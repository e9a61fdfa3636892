extension CheckReport {
  /// The report as JSON: `catalog`, `measures`, `summary` with a count for each severity looked
  /// for, and `findings`, each with `rule`, `severity`, `measure`, `field`, `message` and `origin`
  /// of
  /// `sheet` and `cell`; what is not known is left out.
  ///
  /// The same report always gives the same bytes.
  ///
  /// - Parameter file: The file's name, as the reader knows it.
  /// - Returns: UTF-8 with a line break at the end.
  public func json(file: String) -> [UInt8] {
    var report = MapWriter()
    report.add("catalog", file)
    report.add("measures", measureCount)
    var summary = MapWriter()
    for severity in severities {
      summary.add(severity.rawValue + "s", count(of: severity))
    }
    report.add("summary", summary.node)
    report.add("findings", CatalogNode(.list(findings.map(Self.node))))
    var writer = JSONWriter(isPretty: true)
    writer.write(report.node)
    return writer.finish()
  }

  private static func node(of finding: CheckFinding) -> CatalogNode {
    var map = MapWriter()
    map.add("rule", finding.rule.name)
    map.add("severity", finding.severity.rawValue)
    map.add("measure", finding.measure)
    map.add("field", finding.field)
    map.add("message", finding.message)
    if let origin = finding.origin {
      var place = MapWriter()
      place.add("sheet", origin.sheet)
      place.add("cell", origin.cell)
      map.add("origin", place.node)
    }
    return map.node
  }
}
