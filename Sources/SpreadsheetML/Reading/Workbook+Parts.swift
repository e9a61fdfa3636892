internal import XMLStream
internal import Zip

/// A part of a workbook's package that is not made of cells, such as a chart, a picture or macros.
public struct PartSummary: Hashable, Sendable {
  /// The part's name in the package, such as `xl/charts/chart1.xml`.
  public let name: String
  /// The expanded size in bytes.
  public let size: UInt64
  /// A number that is the same for the same content: the CRC-32 of the bytes; of a chart that of
  /// its markup without the values it keeps of the cells it shows.
  public let fingerprint: UInt64
  /// The same of a chart or drawing without the numbers of rows, so that rows that come and go in the
  /// sheets make no difference.
  public let rowlessFingerprint: UInt64
}

extension Workbook {
  /// The parts that hold neither cells, nor texts, formats and links of cells, nor what programs
  /// write anew on each saving; in the order of the archive.
  ///
  /// Sheets, shared texts, styles, themes, tables, notes, the calculation chain, pivot caches,
  /// printer settings and document properties are left out.
  ///
  /// - Returns: the parts with fingerprints to compare them by.
  /// - Throws: ``WorkbookError`` when a relationships part is damaged.
  /// - Complexity: O(*n*) in the number of parts and the size of the charts.
  public func otherParts() throws(WorkbookError) -> [PartSummary] {
    let package = storage.package
    var passed: Set<String> = [PartName.key(package.mainPart)]
    var drawn: Set<String> = []
    func note(_ list: [Relationship]) {
      for link in list {
        guard let part = link.part else { continue }
        if Workbook.passedKinds.contains(String(link.kind)) { passed.insert(PartName.key(part)) }
        if link.kind == "chart" || link.kind == "drawing" { drawn.insert(PartName.key(part)) }
      }
    }
    note(package.relationships)
    note(try package.relationships(of: ""))
    for sheet in sheets {
      if sheet.kind.hasCells { passed.insert(PartName.key(sheet.part)) }
      let links = try package.relationships(of: sheet.part)
      note(links)
      for drawing in links where drawing.kind == "drawing" {
        if let part = drawing.part { note(try package.relationships(of: part)) }
      }
    }
    var parts: [PartSummary] = []
    for entry in package.archive.entries where !entry.isDirectory {
      let key = PartName.key(entry.name)
      guard !passed.contains(key), !key.hasSuffix(".rels"), key != "[content_types].xml" else {
        continue
      }
      let found = drawn.contains(key) ? fingerprints(entry.name) : nil
      let checksum = UInt64(entry.crc32)
      parts.append(
        PartSummary(
          name: entry.name, size: entry.size, fingerprint: found?.whole ?? checksum,
          rowlessFingerprint: found?.rowless ?? checksum))
    }
    return parts
  }

  /// Kinds of links to parts that hold cells, or are written anew on each saving.
  private static let passedKinds: Set<String> = [
    "sharedStrings", "styles", "theme", "calcChain", "table", "comments", "threadedComment",
    "vmlDrawing", "person", "sheetMetadata", "printerSettings", "pivotCacheDefinition",
    "pivotCacheRecords", "core-properties", "extended-properties", "custom-properties",
    "thumbnail",
  ]

  /// Numbers for the markup of a chart or drawing without the values it keeps, with and without the
  /// numbers of rows; nil if it cannot be read.
  private func fingerprints(_ part: String) -> (whole: UInt64, rowless: UInt64)? {
    guard let bytes = try? storage.package.bytes(of: part) else { return nil }
    var whole = Fingerprint()
    var rowless = Fingerprint()
    func add(_ text: String) {
      whole.add(text)
      rowless.add(text)
    }
    let limits = storage.package.limits
    var skipped = 0
    var path: [String] = []
    do throws(XMLError) {
      let xml = try XMLReader(bytes, depth: limits.depth, attributes: limits.attributes)
      while let event = try xml.next() {
        switch event {
        case .start(let element):
          if skipped > 0 || Workbook.caches.contains(element.name.local) {
            skipped += 1
            continue
          }
          path.append(element.name.local)
          add(element.name.local)
          for attribute in element.attributes {
            add(attribute.name.local)
            add(attribute.value)
          }
        case .end:
          if skipped > 0 {
            skipped -= 1
          } else {
            add("/")
            path.removeLast(path.isEmpty ? 0 : 1)
          }
        case .text(let text):
          guard skipped == 0 else { continue }
          whole.add(text)
          switch path.last {
          case "f": rowless.add(text.filter { !$0.isNumber })
          case "row", "rowOff": continue
          default: rowless.add(text)
          }
        }
      }
    } catch {
      return nil
    }
    return (whole.value, rowless.value)
  }

  private static let caches: Set<String> = ["numCache", "strCache", "multiLvlStrCache"]
}

/// FNV-1a over texts: nobody has to be kept from making two charts alike.
private struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ 0xff) &* 0x100_0000_01b3
  }
}
