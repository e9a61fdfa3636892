import Testing
import XMLStream

@testable import SpreadsheetML

@Suite("Relationships")
struct RelationshipsTests {
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  static func read(_ list: String) throws -> [Relationship] {
    try Relationship.read(
      Array("<Relationships xmlns='\(package)'>\(list)</Relationships>".utf8),
      of: "xl/workbook.xml",
      limit: 100)
  }

  @Test func readsIdTypeAndTarget() throws {
    let list = try Self.read(
      "<Relationship Id='rId1' Type='http://x/relationships/worksheet' Target='worksheets/s.xml'/>"
        + "<Relationship Id='rId2' Type='urn:styles' Target='/styles.xml'/>")
    #expect(list.map(\.id) == ["rId1", "rId2"])
    #expect(list.map(\.part) == ["xl/worksheets/s.xml", "styles.xml"])
    #expect(list.map(\.kind) == ["worksheet", "urn:styles"])
  }

  @Test func followsNoLinkOutOfThePackage() throws {
    let list = try Self.read(
      "<Relationship Id='a' Type='t/hyperlink' Target='http://example.org/' TargetMode='External'/>"
        + "<Relationship Id='b' Type='t/hyperlink' Target='book2.xlsx' TargetMode='External'/>")
    #expect(list.map(\.part) == [nil, nil])
  }

  @Test func passesOverLinksWithoutIdOrType() throws {
    let list = try Self.read(
      "<Relationship Type='t/a' Target='b'/><Relationship Id='a' Target='b'/>"
        + "<Relationship Id='c' Type='t/x'/>")
    #expect(list.map(\.id) == ["c"])
    #expect(list.map(\.part) == [nil])
  }

  @Test func refusesWhatIsNoXML() {
    #expect(throws: XMLError.self) { try Self.read("<Relationship") }
  }
}

@Suite("PartName")
struct PartNameTests {
  @Test(
    "resolves targets against the folder of the source",
    arguments: [
      ("worksheets/sheet1.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"),
      ("/xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"),
      ("../tables/table1.xml", "xl/worksheets/sheet1.xml", "xl/tables/table1.xml"),
      ("./sheet1.xml", "xl/worksheets/s.xml", "xl/worksheets/sheet1.xml"),
      ("../../../../etc/passwd", "xl/worksheets/s.xml", "etc/passwd"),
      ("xl/workbook.xml", "", "xl/workbook.xml"), ("/workbook.xml", "", "workbook.xml"),
      ("worksheets\\sheet1.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"),
      ("sheet1.xml#Print_Area", "xl/workbook.xml", "xl/sheet1.xml"),
      ("a//b/./c/../d", "x/y", "x/a/b/d"), ("", "xl/workbook.xml", "xl"), ("#x", "a/b", "a"),
    ])
  func resolve(target: String, source: String, part: String) {
    #expect(PartName.resolve(target, against: source) == part)
  }

  @Test(
    "knows where a part's relationships are",
    arguments: [
      ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"), ("book.xml", "_rels/book.xml.rels"),
      ("", "_rels/.rels"), ("a/b/c.xml", "a/b/_rels/c.xml.rels"),
    ])
  func relationships(part: String, name: String) {
    #expect(PartName.relationships(of: part) == name)
  }

  @Test(
    "compares names without case, slash or direction",
    arguments: [
      ("XL/Workbook.XML", "xl/workbook.xml"), ("/xl/workbook.xml", "xl/workbook.xml"),
      ("xl\\workbook.xml", "xl/workbook.xml"), ("É", "É"), ("", ""), ("/", ""),
    ])
  func key(name: String, key: String) {
    #expect(PartName.key(name) == key)
  }
}
