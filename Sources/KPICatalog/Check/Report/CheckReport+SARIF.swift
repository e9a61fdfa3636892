extension CheckReport {
  /// The report as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), as code hosts
  /// read it.
  ///
  /// Every rule is described, each finding has the file, the measure and field as a logical
  /// location, and the cell where it is known. The same report always gives the same bytes.
  ///
  /// - Parameters:
  ///   - file: The file's path as the reader knows it; `-` is named `stdin`.
  ///   - lines: The lines of the file, if it has any; a workbook has cells instead.
  ///   - version: The version of the program that asks.
  /// - Returns: UTF-8 with a line break at the end.
  public func sarif(
    file: String, lines: CatalogLines? = nil, version: String? = nil
  ) -> [UInt8] {
    var driver = MapWriter()
    driver.add("name", "kpibook")
    driver.add("semanticVersion", version)
    driver.add("rules", CatalogNode(.list(CheckRule.all.map(Self.descriptor))))
    let uri = Self.uri(of: file)
    let places = Dictionary(
      CheckRule.all.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let results = findings.map {
      Self.result($0, at: places[$0.rule.name], uri, line: lines?.line(of: $0))
    }
    let run = Self.map {
      $0.add("tool", Self.map { $0.add("driver", driver.node) })
      $0.add("columnKind", "unicodeCodePoints")
      $0.add(
        "artifacts", Self.list(Self.map { $0.add("location", Self.map { $0.add("uri", uri) }) }))
      $0.add("results", CatalogNode(.list(results)))
    }
    let log = Self.map {
      $0.add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.add("version", "2.1.0")
      $0.add("runs", Self.list(run))
    }
    var writer = JSONWriter(isPretty: true)
    writer.write(log)
    return writer.finish()
  }

  private static func descriptor(_ rule: CheckRule) -> CatalogNode {
    let page = "docs/rules/\(rule.page).md#\(rule.name)"
    return map {
      $0.add("id", rule.name)
      $0.add("shortDescription", text(rule.summary))
      $0.add("fullDescription", text(rule.summary + " " + rule.reason))
      $0.add(
        "help",
        map {
          $0.add("text", "\(rule.reason) \(rule.cure) See \(page).")
          $0.add("markdown", "\(rule.reason)\n\n\(rule.cure)\n\nSee `\(page)`.")
        })
      $0.add("defaultConfiguration", map { $0.add("level", rule.severity.rawValue) })
      $0.add("properties", map { $0.add("page", page) })
    }
  }

  private static func result(
    _ finding: CheckFinding, at index: Int?, _ uri: String, line: Int?
  ) -> CatalogNode {
    map {
      $0.add("ruleId", finding.rule.name)
      $0.add("ruleIndex", index)
      $0.add("level", finding.severity.rawValue)
      $0.add("message", text(message(of: finding)))
      $0.add("locations", list(location(of: finding, uri, line: line)))
      // The same fault stays the same though rows move.
      $0.add(
        "partialFingerprints",
        map { $0.add("measureAndField/v1", fingerprint(of: finding)) })
    }
  }

  private static func location(
    of finding: CheckFinding, _ uri: String, line: Int?
  ) -> CatalogNode {
    map {
      $0.add(
        "physicalLocation",
        map {
          $0.add(
            "artifactLocation",
            map {
              $0.add("uri", uri); $0.add("index", 0)
            })
          if let line { $0.add("region", map { $0.add("startLine", line) }) }
        })
      let logical = logicalLocations(of: finding)
      if !logical.isEmpty { $0.add("logicalLocations", CatalogNode(.list(logical))) }
    }
  }

  private static func logicalLocations(of finding: CheckFinding) -> [CatalogNode] {
    var locations: [CatalogNode] = []
    let parts = [finding.measure?.text, finding.field].compactMap { $0 }
    if let last = parts.last {
      locations.append(
        map {
          $0.add("name", last)
          $0.add("fullyQualifiedName", parts.joined(separator: "."))
          $0.add("kind", finding.field == nil ? "object" : "member")
        })
    }
    if let origin = finding.origin {
      let name = place(of: finding) ?? origin.cell
      locations.append(
        map {
          $0.add("name", origin.cell)
          $0.add("fullyQualifiedName", name)
          $0.add("kind", "cell")
        })
    }
    return locations
  }

  /// The message, with the place hosts do not show.
  private static func message(of finding: CheckFinding) -> String {
    let measure = finding.measure.map { $0.text + ": " } ?? ""
    guard finding.origin != nil, let place = place(of: finding) else {
      return measure + finding.message
    }
    return "\(measure)\(finding.message) (\(place))"
  }

  private static func fingerprint(of finding: CheckFinding) -> String {
    [finding.rule.name, finding.measure?.text ?? "", finding.field ?? ""].joined(separator: "|")
  }

  private static func text(_ text: String) -> CatalogNode { map { $0.add("text", text) } }

  private static func map(_ build: (inout MapWriter) -> Void) -> CatalogNode {
    var writer = MapWriter()
    build(&writer)
    return writer.node
  }

  private static func list(_ item: CatalogNode) -> CatalogNode { CatalogNode(.list([item])) }

  // MARK: URI

  /// The path as a URI reference (RFC 3986): what may not stand in one is written as `%20` is.
  static func uri(of file: String) -> String {
    guard file != "-" else { return "stdin" }
    var uri = file.hasPrefix("/") ? "file://" : ""
    // A colon in the first part would read as a scheme.
    var isFirstPart = !file.hasPrefix("/")
    for byte in file.utf8 {
      if byte == UInt8(ascii: "/") { isFirstPart = false }
      let isPlain =
        byte.isASCIILetter || byte.isASCIIDigit || "-._~/!$&'()*+,;=@".utf8.contains(byte)
        || (byte == UInt8(ascii: ":") && !isFirstPart)
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }
}
