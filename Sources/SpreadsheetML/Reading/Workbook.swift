internal import XMLStream
public import Zip

/// A workbook open for reading.
///
///     let book = try Workbook.open("library.xlsx")
///     for sheet in book.sheets { print(sheet.name, sheet.visibility) }
///     let rows = try book.sheet(named: "Measures").rows()
///
/// Opening reads the list of sheets only; cells, styles and shared texts are read when asked for.
public struct Workbook: Sendable {
  /// The sheets in the order of their tabs, hidden and chart sheets included.
  public let sheets: [Sheet]
  /// How the workbook counts its days.
  public var dateSystem: DateSystem { storage.dateSystem }
  /// The names defined for ranges and formulas.
  public let definedNames: [DefinedName]

  let storage: Storage

  /// Opens the workbook at `path`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limits: how much of it is believed.
  /// - Returns: the workbook.
  /// - Throws: ``WorkbookError`` whose place names the file.
  /// - Complexity: O(*n*) in the number of parts and sheets.
  public static func open(
    _ path: String, limits: ReadLimits = .standard
  ) throws(WorkbookError) -> Workbook {
    let file = try WorkbookError.inFile(path) { () throws(WorkbookError) in
      try WorkbookError.wrappingZip { () throws(ZipError) in try RandomAccessFile(path: path) }
    }
    return try Workbook(file: file, name: path, limits: limits)
  }

  /// Opens a workbook that is in memory, such as one that came through a pipe.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what errors call it.
  ///   - limits: how much of it is believed.
  /// - Returns: the workbook.
  /// - Throws: ``WorkbookError``.
  public static func open(
    bytes: [UInt8], name: String = "-", limits: ReadLimits = .standard
  ) throws(WorkbookError) -> Workbook {
    try Workbook(file: RandomAccessFile(bytes: bytes), name: name, limits: limits)
  }

  private init(
    file: RandomAccessFile, name: String, limits: ReadLimits
  ) throws(WorkbookError) {
    do throws(WorkbookError) {
      let archive = try WorkbookError.wrappingZip { () throws(ZipError) in
        try ZipReader(file: file, limits: limits)
      }
      let package = try WorkbookPackage(archive)
      let list = try WorkbookPart.read(in: package)
      let storage = Storage(package, file: name, dateSystem: list.dateSystem)
      self.storage = storage
      self.definedNames = list.definedNames
      self.sheets = list.sheets.enumerated().map { index, sheet in
        Sheet(
          name: sheet.name, index: index + 1, kind: sheet.kind, visibility: sheet.visibility,
          part: sheet.part, book: storage)
      }
    } catch {
      throw error.inFile(name)
    }
  }

  /// The sheet of this exact name.
  ///
  /// - Throws: ``WorkbookError`` with code `.noSuchSheet` listing the names there are.
  public func sheet(named name: String) throws(WorkbookError) -> Sheet {
    if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
    throw WorkbookError.noSuchSheet(name, among: sheets.map(\.name)).inFile(storage.file)
  }

  /// The sheet that a person's word means: an exact name wins, then an index from 1, then a name in
  /// other case, as Excel does not tell case apart.
  ///
  /// - Throws: ``WorkbookError`` with code `.noSuchSheet`.
  public func sheet(_ word: String) throws(WorkbookError) -> Sheet {
    if let sheet = sheets.first(where: { $0.name == word }) { return sheet }
    if let index = Int(word), index >= 1, index <= sheets.count { return sheets[index - 1] }
    let folded = word.lowercased()
    if let sheet = sheets.first(where: { $0.name.lowercased() == folded }) { return sheet }
    throw WorkbookError.noSuchSheet(word, among: sheets.map(\.name)).inFile(storage.file)
  }

  /// The cell formats.
  ///
  /// - Throws: ``WorkbookError`` when the styles part is damaged.
  public func styles() throws(WorkbookError) -> StyleSheet { try storage.styles() }
}

/// A name for a range, a constant or a formula (ECMA-376 Part 1, 18.2.5).
public struct DefinedName: Hashable, Sendable {
  /// The name; built-in ones begin with `_xlnm.`, such as `_xlnm.Print_Area`.
  public var name: String
  /// What it stands for, without an equals sign.
  public var formula: String
  /// The sheet it is local to, by its index from 1, or nil when the whole workbook has it.
  public var sheetIndex: Int?
  /// Whether it is kept from the lists a person sees.
  public var isHidden: Bool
}
