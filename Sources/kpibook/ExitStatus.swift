internal import CatalogMapping
internal import SpreadsheetML

/// How the process ends, as scripts rely on it.
enum ExitStatus: Int32, Error {
  /// Done.
  case done = 0
  /// Done, and there are differences, conflicts or findings.
  case findings = 1
  /// Bad input, or the work failed; no output file was touched.
  case failed = 2
  /// Wrong usage.
  case usage = 64
}

/// A fault told in one line: place, what is wrong, what to do.
struct Failure: Error {
  /// The line, beginning with the file's name.
  var line: String

  /// The line for an error of the libraries: its place, then `error:`, then the rest.
  static func line(for error: any Error) -> String {
    if let error = error as? WorkbookError {
      return "\(error.place): error: \(error.message)"
    }
    if let error = error as? ImportError {
      let place = error.place.description
      return place.isEmpty
        ? "kpibook: error: \(error.message)" : "\(place): error: \(error.message)"
    }
    return "kpibook: error: \(error)"
  }

  init(_ place: String, _ message: String) {
    line = "\(place): error: \(message)"
  }
}
