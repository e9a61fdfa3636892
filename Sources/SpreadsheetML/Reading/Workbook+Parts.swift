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
    var charts: Set<String> = []
    func note(_ list: [Relationship]) {
      for link in list {
        guard let part = link.part else { continue }
        if Workbook.passedKinds.contains(String(link.kind)) { passed.insert(PartName.key(part)) }
        if link.kind == "chart" { charts.insert(PartName.key(part)) }
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
      let isChart = charts.contains(key)
      let fingerprint = isChart ? chartFingerprint(entry.name) : nil
      parts.append(
        PartSummary(
          name: entry.name, size: entry.size, fingerprint: fingerprint ?? UInt64(entry.crc32)))
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

  /// A number for a chart's markup without the values it keeps; nil if it cannot be read.
  private func chartFingerprint(_ part: String) -> UInt64? {
    guard let bytes = try? storage.package.bytes(of: part) else { return nil }
    // FNV-1a: nobody has to be kept from making two charts alike.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    let limits = storage.package.limits
    var skipped = 0
    do throws(XMLError) {
      let xml = try XMLReader(bytes, depth: limits.depth, attributes: limits.attributes)
      while let event = try xml.next() {
        switch event {
        case .start(let element):
          if skipped > 0 || Workbook.caches.contains(element.name.local) {
            skipped += 1
            continue
          }
          add(element.name.local)
          for attribute in element.attributes {
            add(attribute.name.local)
            add(attribute.value)
          }
        case .end: if skipped > 0 { skipped -= 1 } else { add("/") }
        case .text(let text): if skipped == 0 { add(text) }
        }
      }
    } catch {
      return nil
    }
    return hash
  }

  private static let caches: Set<String> = ["numCache", "strCache", "multiLvlStrCache"]
}
