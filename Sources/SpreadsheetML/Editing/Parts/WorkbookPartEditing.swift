/// The few things an edit changes in the workbook's main part and in the lists of parts.
struct WorkbookPartEditing {
  private let outline: MarkupOutline

  init(_ package: WorkbookPackage) throws(WorkbookError) {
    outline = try package.outline(of: package.mainPart)
  }

  /// The ids of the sheets in the order of their tabs, which the calculation chain uses.
  var sheetIDs: [Int?] {
    outline.elements.indices.filter {
      outline.elements[$0].local == "sheet" && outline.elements[$0].isMain
    }.map { outline.startTag($0)["sheetId"].flatMap { Int($0) } }
  }

  /// Asks for everything to be calculated when the workbook is opened (ECMA-376 Part 1, 18.2.2).
  ///
  /// - Returns: nil when the workbook asks for it already.
  func askingForCalculation() throws(WorkbookError) -> SpliceList? {
    var splices = SpliceList()
    if let place = outline.child("calcPr") {
      var tag = outline.startTag(place)
      if isTrue(tag["fullCalcOnLoad"]) { return nil }
      tag.set("fullCalcOnLoad", to: "1")
      splices.replace(outline.elements[place].tag, with: tag.bytes)
      return splices
    }
    // The order of the elements is part of the format (18.2.27).
    let before: Set<String> = [
      "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
      "functionGroups", "externalReferences", "definedNames",
    ]
    guard
      let last = outline.children(of: 0).last(where: {
        outline.elements[$0].isMain && before.contains(outline.elements[$0].local)
      })
    else { throw .missingElement("sheets") }
    let name = outline.startTag(last).prefix + Array("calcPr".utf8)
    var tag = StartTag(named: name, isEmptyElement: true)
    tag.set("fullCalcOnLoad", to: "1")
    splices.insert(tag.bytes, at: outline.elements[last].whole.upperBound)
    return splices
  }
}

extension WorkbookPackage {
  /// Takes a part out of the list of content types.
  func withoutContentType(of part: String) throws(WorkbookError) -> SpliceList {
    try without(
      "Override", in: try outline(of: "[Content_Types].xml")
    ) { $0["PartName"].map { PartName.key($0) == PartName.key(part) } ?? false }
  }

  /// Takes the links to a part out of those of the workbook part.
  func withoutRelationship(to part: String) throws(WorkbookError) -> SpliceList {
    let main = mainPart
    return try without(
      "Relationship", in: try outline(of: PartName.relationships(of: main))
    ) { tag in
      guard tag["TargetMode"] != "External", let target = tag["Target"] else { return false }
      return PartName.key(PartName.resolve(target, against: main)) == PartName.key(part)
    }
  }

  private func without(
    _ local: String, in outline: MarkupOutline, where condition: (StartTag) -> Bool
  ) throws(WorkbookError) -> SpliceList {
    var splices = SpliceList()
    for (index, element) in outline.elements.enumerated()
    where element.local == local && element.parent == 0 && condition(outline.startTag(index)) {
      splices.replace(element.whole, with: [])
    }
    return splices
  }
}
