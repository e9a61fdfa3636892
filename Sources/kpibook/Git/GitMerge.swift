internal import CatalogMapping
internal import KPICatalog

/// Three versions of a workbook that git has, brought together.
struct GitMerge {
  /// The workbook with the result.
  let bytes: [UInt8]
  /// What could not be merged.
  let report: MergeReport
  /// What was noticed on the way, warnings and errors only.
  let findings: [Diagnostic]
  /// Whether what stands beside the measures was compared.
  let comparesRest: Bool

  /// The lines for standard error.
  var lines: [String] {
    let lines = findings.map(\.description) + report.lines
    guard !comparesRest else { return lines }
    return lines + [
      "\(report.place): warning: both sides added the workbook; what stands beside the measures is "
        + "that of ours"
    ]
  }

  /// Whether a person has to look.
  var hasConflicts: Bool { report.count > 0 || !comparesRest }

  /// Whether the three versions are workbooks; the first may be missing, where both sides added one.
  static func takes(_ versions: [[UInt8]]) -> Bool {
    versions.allSatisfy { $0.isEmpty || $0.starts(with: [0x50, 0x4b]) }
      && versions.dropFirst().allSatisfy { !$0.isEmpty }
  }

  /// Brings versions together.
  ///
  /// - Parameters:
  ///   - versions: The base, ours and theirs, such as ``takes(_:)`` accepts.
  ///   - path: The file's path, for messages.
  /// - Throws: ``Failure`` or an error of the libraries, naming the file.
  init(_ versions: [[UInt8]], path: String) throws {
    let sides = try zip(versions, ["base", "ours", "theirs"]).map { bytes, side in
      bytes.isEmpty
        ? MergeInput.empty(side) : try WorkbookText.version(bytes, named: "\(path) (\(side))")
    }
    let merge = WorkbookMerge(base: sides[0].source, ours: sides[1].source, theirs: sides[2].source)
    guard let written = try merge.write() else {
      throw Failure(path, "it is no workbook")
    }
    bytes = written.bytes
    findings = written.findings.filter { $0.severity != .note }
    comparesRest = merge.comparesRest
    var report = MergeReport(
      place: path, names: ("ours", "theirs"), conflicts: merge.measures.conflicts)
    report.besides = merge.conflicts
    report.unwritten = written.unwritten
    report.formats = merge.leftFormats
    self.report = report
  }
}
