internal import XMLStream
internal import Zip

/// The parts of an open workbook file, found through relationships and content types.
///
/// File names inside the package mean nothing: the main part may have any.
final class WorkbookPackage: Sendable {
  let archive: ZipReader
  let limits: ReadLimits
  /// The name of the workbook part.
  let mainPart: String
  /// The links of the workbook part.
  let relationships: [Relationship]
  private let entries: [String: ZipEntry]

  init(_ archive: ZipReader) throws(WorkbookError) {
    self.archive = archive
    self.limits = archive.limits
    var entries: [String: ZipEntry] = [:]
    for entry in archive.entries where !entry.isDirectory {
      let key = PartName.key(entry.name)
      // Two names that differ by case only are one part (Part 2, 6.2.2.3); Excel takes the first.
      if entries[key] == nil { entries[key] = entry }
    }
    self.entries = entries
    let types = try WorkbookPackage.contentTypes(entries, archive)
    let top = try WorkbookPackage.relationships(of: "", entries, archive)
    guard let main = top.first(where: { $0.kind == "officeDocument" })?.part else {
      throw WorkbookPackage.notAWorkbook(entries)
    }
    if let type = types.type(of: main) { try WorkbookPackage.check(type) }
    guard entries[PartName.key(main)] != nil else { throw .missingPart(main) }
    mainPart = main
    relationships = try WorkbookPackage.relationships(of: main, entries, archive)
  }

  /// Whether the package holds the part.
  func has(_ part: String) -> Bool { entries[PartName.key(part)] != nil }

  /// The entry behind a part's name.
  func entry(_ part: String) throws(WorkbookError) -> ZipEntry {
    guard let entry = entries[PartName.key(part)] else { throw .missingPart(part) }
    return entry
  }

  /// A part's bytes, whole.
  func bytes(of part: String) throws(WorkbookError) -> [UInt8] {
    let entry = try entry(part)
    return try WorkbookError.wrappingZip { () throws(ZipError) in try archive.read(entry) }
  }

  /// The links of a part; none when it has no relationships part.
  func relationships(of part: String) throws(WorkbookError) -> [Relationship] {
    try WorkbookPackage.relationships(of: part, entries, archive)
  }

  private static func relationships(
    of part: String, _ entries: [String: ZipEntry], _ archive: ZipReader
  ) throws(WorkbookError) -> [Relationship] {
    let name = PartName.relationships(of: part)
    guard let bytes = try read(name, entries, archive) else { return [] }
    return try WorkbookError.wrappingXML(at: Place(part: name)) { () throws(XMLError) in
      try Relationship.read(bytes, of: part, limit: archive.limits.listItems)
    }
  }

  private static func read(
    _ part: String, _ entries: [String: ZipEntry], _ archive: ZipReader
  ) throws(WorkbookError) -> [UInt8]? {
    guard let entry = entries[PartName.key(part)] else { return nil }
    return try WorkbookError.wrappingZip { () throws(ZipError) in try archive.read(entry) }
  }

  private static func contentTypes(
    _ entries: [String: ZipEntry], _ archive: ZipReader
  ) throws(WorkbookError) -> ContentTypes {
    let name = "[Content_Types].xml"
    guard let bytes = try read(name, entries, archive) else { return ContentTypes() }
    return try WorkbookError.wrappingXML(at: Place(part: name)) { () throws(XMLError) in
      try ContentTypes(bytes, limit: archive.limits.listItems)
    }
  }

  private static func check(_ type: String) throws(WorkbookError) {
    if type.hasPrefix("application/vnd.openxmlformats-officedocument.spreadsheetml") { return }
    if type.hasPrefix("application/vnd.ms-excel.sheet.binary") {
      throw .notAWorkbook("this is a binary workbook (.xlsb); save it as .xlsx")
    }
    if type.contains("wordprocessingml") {
      throw .notAWorkbook("this is a Word document, not a workbook")
    }
    if type.contains("presentationml") {
      throw .notAWorkbook("this is a presentation, not a workbook")
    }
  }

  /// What a zip archive without a workbook in it most likely is.
  private static func notAWorkbook(_ entries: [String: ZipEntry]) -> WorkbookError {
    if entries["mimetype"] != nil && entries["content.xml"] != nil {
      return .notAWorkbook("this is an OpenDocument file; save it as .xlsx")
    }
    if entries["index/document.iwa"] != nil || entries["index.zip"] != nil {
      return .notAWorkbook("this is a Numbers document; export it as .xlsx")
    }
    return .notAWorkbook("this zip archive holds no workbook; it is not an .xlsx file")
  }
}

/// Which part is of which kind (ECMA-376 Part 2, 6.2.3).
struct ContentTypes: Sendable {
  private var defaults: [String: String] = [:]
  private var overrides: [String: String] = [:]

  init() {}

  init(_ bytes: [UInt8], limit: Int) throws(XMLError) {
    let reader = try XMLReader(bytes)
    while let event = try reader.next() {
      guard case .start(let element) = event, let type = element["ContentType"] else { continue }
      if element.name.local == "Default", let ending = element["Extension"] {
        defaults[ending.lowercased()] = type
      } else if element.name.local == "Override", let part = element["PartName"] {
        overrides[PartName.key(part)] = type
      }
      guard defaults.count + overrides.count <= limit else {
        throw .tooMany("content types", limit: limit)
      }
    }
  }

  /// The type of a part, or nil when none is stated.
  func type(of part: String) -> String? {
    let key = PartName.key(part)
    if let type = overrides[key] { return type }
    guard let ending = key.split(separator: ".").last else { return nil }
    return defaults[String(ending)]
  }
}
