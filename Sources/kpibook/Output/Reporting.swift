internal import ArgumentParser

/// What every command that reads measures lets a person say about its messages.
struct Reporting: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Leave out notes; warnings and errors are told all the same.")
  var quiet = false

  mutating func validate() {
    if quiet { Findings.isQuiet = true }
  }
}
