internal import Synchronization

extension Workbook {
  /// What the sheets of a workbook share, read when first asked for.
  final class Storage: Sendable {
    let package: WorkbookPackage
    let file: String
    let dateSystem: DateSystem
    private let loaded = Mutex<(strings: SharedStrings?, styles: StyleSheet?)>((nil, nil))

    init(_ package: WorkbookPackage, file: String, dateSystem: DateSystem) {
      self.package = package
      self.file = file
      self.dateSystem = dateSystem
    }

    /// The shared texts; empty when the workbook has none.
    func sharedStrings() throws(WorkbookError) -> SharedStrings {
      if let strings = loaded.withLock({ $0.strings }) { return strings }
      let strings: SharedStrings
      if let part = part(of: "sharedStrings"), package.has(part) {
        strings = try WorkbookError.inFile(file) { () throws(WorkbookError) in
          try SharedStrings.read(part, in: package)
        }
      } else {
        strings = .empty
      }
      loaded.withLock { $0.strings = strings }
      return strings
    }

    func styles() throws(WorkbookError) -> StyleSheet {
      if let styles = loaded.withLock({ $0.styles }) { return styles }
      var styles = StyleSheet.empty
      if let part = part(of: "styles") {
        // Read without its styles, a date would be a plain number, and nobody would know.
        guard package.has(part) else { throw WorkbookError.missingPart(part).inFile(file) }
        styles = try WorkbookError.inFile(file) { () throws(WorkbookError) in
          try StyleSheet.read(part, in: package)
        }
      }
      loaded.withLock { [styles] in $0.styles = styles }
      return styles
    }

    /// The part that the workbook part links to by this kind; nil if it links to none.
    private func part(of kind: String) -> String? {
      package.relationships.first { $0.kind == kind }?.part
    }
  }
}
