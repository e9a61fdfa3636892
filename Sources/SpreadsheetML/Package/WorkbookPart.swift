internal import XMLStream
internal import Zip

/// What the workbook's main part lists (ECMA-376 Part 1, 18.2).
struct WorkbookPart {
  struct Entry {
    var name: String
    var kind: Sheet.Kind
    var visibility: Sheet.Visibility
    var part: String
  }

  var sheets: [Entry] = []
  var definedNames: [DefinedName] = []
  var dateSystem = DateSystem.since1900

  static func read(in package: WorkbookPackage) throws(WorkbookError) -> WorkbookPart {
    let bytes = try package.bytes(of: package.mainPart)
    var list = WorkbookPart()
    var links: [String: Relationship] = [:]
    for link in package.relationships where links[link.id] == nil { links[link.id] = link }
    do throws(XMLError) {
      let reader = try XMLReader(
        bytes, depth: package.limits.depth, attributes: package.limits.attributes,
        understands: Namespace.isUnderstood)
      var name: DefinedName?
      var isRoot = true
      while let event = try reader.next() {
        guard list.sheets.count + list.definedNames.count <= package.limits.listItems else {
          throw .tooMany("sheets and names", limit: package.limits.listItems)
        }
        switch event {
        case .start(let element):
          if isRoot {
            guard element.name.local == "workbook" else {
              throw XMLError(.notWellFormed, "the main part is not a workbook")
            }
            isRoot = false
          }
          guard Namespace.main.contains(element.name.namespace) else { continue }
          switch element.name.local {
          case "sheet": list.add(element, links)
          case "workbookPr":
            if isTrue(element["date1904"]) { list.dateSystem = .since1904 }
          case "definedName":
            name = DefinedName(
              name: element["name"] ?? "", formula: "",
              sheetIndex: element["localSheetId"].flatMap { Int($0) }.map { $0 &+ 1 },
              isHidden: isTrue(element["hidden"]))
          default: continue
          }
        case .text(let text): name?.formula += text
        case .end(let element):
          if element.local == "definedName", let done = name {
            list.definedNames.append(done)
            name = nil
          }
        }
      }
    } catch {
      throw .xml(error, at: Place(part: package.mainPart))
    }
    guard !list.sheets.isEmpty else {
      throw WorkbookError(
        .damagedPart, "the workbook lists no sheets", at: Place(part: package.mainPart))
    }
    // A part read once for each of a million names would be a small file that takes days.
    var parts: Set<String> = []
    for sheet in list.sheets where !sheet.part.isEmpty {
      guard parts.insert(PartName.key(sheet.part)).inserted else { throw .sharedPart(sheet.part) }
    }
    return list
  }

  private mutating func add(_ element: XMLElement, _ links: [String: Relationship]) {
    let id = element["id", in: Namespace.relationship]
    let link = id.flatMap { links[$0] }
    // Excel writes an empty id where a sheet of Excel 95 has become a module of Visual Basic.
    let unlinked: Sheet.Kind = id == "" ? .module : .worksheet
    let visibility = element["state"].flatMap { Sheet.Visibility(rawValue: $0) } ?? .visible
    sheets.append(
      Entry(
        name: element["name"] ?? "",
        kind: link.flatMap { Sheet.Kind(rawValue: String($0.kind)) } ?? unlinked,
        visibility: visibility, part: link?.part ?? ""))
  }
}
