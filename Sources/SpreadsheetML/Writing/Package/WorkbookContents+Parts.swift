internal import Zip

extension WorkbookContents {
  /// Writes all parts that are not sheets' own, and ends the archive.
  func writeParts(_ properties: DocumentProperties) throws(WorkbookError) {
    guard sheets.contains(where: { $0.visibility == .visible }) else { throw .noVisibleSheet() }
    var links = PartLinks()
    let sheetIDs = sheets.indices.map { links.add("worksheet", "worksheets/sheet\($0 + 1).xml") }
    _ = links.add("styles", "styles.xml")
    if texts.count > 0 {
      try writeTexts()
      _ = links.add("sharedStrings", "sharedStrings.xml")
    }
    try write(styles.markup(), as: "xl/styles.xml", type: PartType.styles)
    try write(markup(sheetIDs), as: "xl/workbook.xml", type: PartType.workbook)
    try write(links.markup(), as: "xl/_rels/workbook.xml.rels")

    var top = PartLinks()
    _ = top.add("officeDocument", "xl/workbook.xml")
    _ = top.add(
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml")
    _ = top.add("extended-properties", "docProps/app.xml")
    try write(properties.coreMarkup(), as: "docProps/core.xml", type: PartType.core)
    try write(
      properties.applicationMarkup(), as: "docProps/app.xml", type: PartType.application)
    if let custom = try properties.customMarkup() {
      _ = top.add("custom-properties", "docProps/custom.xml")
      try write(custom, as: "docProps/custom.xml", type: PartType.custom)
    }
    try write(top.markup(), as: "_rels/.rels")
    try write(parts.markup(), as: "[Content_Types].xml")
    do throws(ZipError) {
      try archive.finish()
    } catch {
      throw .unwritable(error)
    }
  }

  /// Writes a part whose bytes are at hand.
  func write(_ bytes: [UInt8], as part: String, type: String? = nil) throws(WorkbookError) {
    if let type { parts.add(part, type: type) }
    do throws(ZipError) {
      try archive.write(bytes, as: part)
    } catch {
      throw .unwritable(error)
    }
  }

  private func writeTexts() throws(WorkbookError) {
    let part = "xl/sharedStrings.xml"
    parts.add(part, type: PartType.texts)
    let entry: ZipEntryWriter
    do throws(ZipError) {
      entry = try archive.openEntry(part)
    } catch {
      throw .unwritable(error)
    }
    var markup = SheetMarkup(entry, head: nil)
    try markup.writeTexts(texts)
  }

  /// The workbook part, given the relationships of the sheets.
  private func markup(_ ids: [String]) -> [UInt8] {
    MarkupText.part { markup in
      markup.element(
        "workbook",
        ["xmlns": MarkupNamespace.main, "xmlns:r": MarkupNamespace.relationships]
      ) { markup in
        markup.element("workbookPr", ["date1904": flag(dateSystem == .since1904)])
        let active = sheets.firstIndex { $0.visibility == .visible } ?? 0
        markup.element("bookViews") { markup in
          markup.element(
            "workbookView",
            [
              "xWindow": "0", "yWindow": "0", "windowWidth": "28800", "windowHeight": "15000",
              "firstSheet": active == 0 ? nil : "\(active)",
              "activeTab": active == 0 ? nil : "\(active)",
            ])
        }
        markup.element("sheets") { markup in
          for (index, sheet) in sheets.enumerated() {
            markup.element(
              "sheet",
              [
                "name": sheet.name, "sheetId": "\(index + 1)",
                "state": sheet.visibility == .visible ? nil : sheet.visibility.rawValue,
                "r:id": ids[index],
              ])
          }
        }
        appendNames(to: &markup)
        if needsCalculation {
          markup.element("calcPr", ["calcId": "191029", "fullCalcOnLoad": "1"])
        }
      }
    }
  }

  private func appendNames(to markup: inout MarkupText) {
    guard !names.isEmpty else { return }
    // Excel keeps them in this order.
    let sorted = names.sorted {
      ($0.name.lowercased(), $0.sheetIndex ?? 0) < ($1.name.lowercased(), $1.sheetIndex ?? 0)
    }
    markup.element("definedNames") { markup in
      for name in sorted {
        markup.element(
          "definedName",
          [
            "name": name.name, "localSheetId": name.sheetIndex.map { "\($0 - 1)" },
            "hidden": flag(name.isHidden),
          ], text: name.formula)
      }
    }
  }
}

extension SheetMarkup {
  /// Writes the part with the shared texts (ECMA-376 Part 1, 18.4.9).
  mutating func writeTexts(_ texts: borrowing SharedTextTable) throws(WorkbookError) {
    put("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    put("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"")
    try putMarkup(Array("\(texts.references)\" uniqueCount=\"\(texts.count)\">".utf8))
    for number in 0..<texts.count {
      if !hasRoom(128) { try makeRoom() }
      let text = unsafe Span(_unsafeElements: texts[number])
      put("<si><t")
      if SheetMarkup.hasOuterBlank(text) { put(" xml:space=\"preserve\"") }
      put(">")
      try putEscaped(text)
      if !hasRoom(128) { try makeRoom() }
      put("</t></si>")
    }
    try finish(Array("</sst>".utf8))
  }
}
