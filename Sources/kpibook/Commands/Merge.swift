internal import ArgumentParser
internal import KPICatalog

/// Two changed versions of a catalog brought together.
struct Merge: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Bring together two changed versions of a catalog.",
    discussion: """
      Merges by measure and field: changes of different fields are both kept, of
      texts those of different languages, of lists those of different items. Where
      both changed the same field OURS is kept, the conflict is told with all
      values, and the status is 1. If OURS is an overlay, so is the result.

      Example:
        kpibook merge last-year.yaml ours.yaml theirs.xlsx -o merged.yaml
      """)

  @Argument(help: "The catalog both come from: a workbook, CSV, YAML or JSON file.")
  var base: String

  @Argument(help: "Our version, kept in conflicts.")
  var ours: String

  @Argument(help: "Their version.")
  var theirs: String

  @Option(name: .shortAndLong, help: "The file to write, .yaml or .json. Default: standard output.")
  var output: String = "-"

  @Option(help: "How conflicts are told: text on standard error, or json on standard output.")
  var format: Format = .text

  @Flag(help: "Write the whole catalog even if OURS is an overlay.")
  var flat = false

  func run() throws {
    guard format == .text || output != "-" else {
      throw ValidationError("Name a file with -o: conflicts as json go to standard output.")
    }
    let form = try CatalogForm(output: output)
    let sides = try [base, ours, theirs].map { try CatalogInput.read($0) }
    for side in sides { side.tellOfBase() }
    let merge = CatalogMerge(
      base: sides[0].catalog, ours: sides[1].catalog, theirs: sides[2].catalog)
    var bytes = form.bytes(of: merge.catalog)
    if let overlay = sides[1].overlay, let ground = sides[1].base, !flat {
      let merged = Overlay.difference(
        from: ground, to: merge.catalog, reference: overlay.base,
        style: overlay.select == nil ? .leavingOut : .naming)
      bytes = try form.bytes(of: merged, output: output)
    }
    try CatalogForm.write(bytes, to: output)
    try tell(merge.conflicts)
    if !merge.conflicts.isEmpty { throw ExitStatus.findings }
  }

  private func tell(_ conflicts: [MergeConflict]) throws {
    if format == .json {
      try Terminal.print(String(decoding: MergeConflict.json(conflicts), as: UTF8.self))
      return
    }
    guard !conflicts.isEmpty else { return }
    let place = output == "-" ? "standard output" : output
    for conflict in conflicts { Terminal.error("\(place): warning: \(conflict)") }
    let count = conflicts.count == 1 ? "1 conflict" : "\(conflicts.count) conflicts"
    Terminal.error("\(place): note: \(count); it was written with what \(ours) says")
  }
}
