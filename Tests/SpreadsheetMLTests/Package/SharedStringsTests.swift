import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("SharedStrings")
struct SharedStringsTests {
  /// The texts of these items, and libxml2's opinion of the same.
  static func texts(
    _ items: String, limits: ReadLimits = .standard
  ) throws(WorkbookError) -> [String] {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedItems = items
    return try texts(Workbook.made(builder, limits: limits))
  }

  static func texts(_ book: Workbook) throws(WorkbookError) -> [String] {
    let table = try book.storage.sharedStrings()
    return (0..<table.count).map { table.text($0) ?? "nil" }
  }

  static let cases: [(items: String, texts: [String])] = [
    ("", []), ("<si><t>one</t></si><si><t>two</t></si>", ["one", "two"]),
    ("<si><t></t></si><si><t/></si><si/><si></si>", ["", "", "", ""]),
    ("<si><t>é€😀</t></si><si><t>a&amp;b</t></si>", ["é€😀", "a&b"]),
    ("\n  <si>\n <t>one</t>\n</si>\n  <si><t>two</t></si>\n", ["one", "two"]),
    ("<si><t xml:space=\"preserve\"> a </t></si><si><t> b </t></si>", [" a ", " b "]),
    ("<si><t xml:space='preserve'> a</t></si>", [" a"]),
    ("<si><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></si><si><t>c</t></si>", ["ab", "c"]),
    ("<si><t>漢</t><rPh sb=\"0\" eb=\"1\"><t>カン</t></rPh></si>", ["漢"]),
    ("<si><t>_x0041__x000D_</t></si><si><t>a_b</t></si>", ["A\r", "a_b"]),
    ("<si><t>_&#x78;0041_</t></si>", ["A"]),
    ("<si><t>x]y</t></si><si><t>]]</t></si>", ["x]y", "]]"]),
    ("<si><t>a\r\nb\rc</t></si>", ["a\nb\nc"]), ("<si><t><![CDATA[<x>]]></t></si>", ["<x>"]),
    ("<si><!-- c --><t>a</t></si><!-- d --><si><t>b</t></si>", ["a", "b"]),
    ("<si><t>a</t></si><other/><si><t>b</t></si><extLst><si><t>no</t></si></extLst>", ["a", "b"]),
    ("<si ><t >a</t ></si >", ["a"]), ("<?pi?><si><t>a</t></si>", ["a"]),
  ]

  @Test("reads items as libxml2 does", arguments: zip(cases.map(\.items), cases.map(\.texts)))
  func reads(items: String, texts: [String]) throws {
    #expect(try Self.texts(items) == texts)
    let part = "<sst xmlns=\"\(WorkbookBuilder.main)\">\(items)</sst>"
    #expect(try ReferenceRowReader.sharedTexts(of: Array(part.utf8)) == texts)
  }

  @Test func readsPartsOfOtherPrefixesNamespacesAndEncodings() throws {
    let items = "<si><t>é</t></si><si><r><t>a</t></r></si>"
    let prefixed = items.split(separator: "<").map { tag in
      tag.hasPrefix("/") ? "</x:\(tag.dropFirst())" : "<x:\(tag)"
    }.joined()
    for part in [
      Array("<x:sst xmlns:x=\"\(WorkbookBuilder.main)\">\(prefixed)</x:sst>".utf8),
      Array("<sst xmlns=\"\(WorkbookBuilder.strict)\">\(items)</sst>".utf8),
      Array("\u{feff}<sst xmlns='\(WorkbookBuilder.main)' count='99'>\(items)</sst>".utf8),
      "<sst xmlns=\"\(WorkbookBuilder.main)\">\(items)</sst>".utf16Bytes(),
    ] {
      #expect(try Self.texts(Self.book(part)) == ["é", "a"])
    }
  }

  @Test func readsMoreTextsThanTheWindowHolds() throws {
    let items = (0..<3_500).map { index in
      switch index % 5 {
      case 0: "<si><t>text number \(index) of many that are alike</t></si>"
      case 1: "<si><t xml:space=\"preserve\"> text \(index) </t></si>"
      case 2: "<si><r><t>text</t></r><r><t> \(index)</t></r></si>"
      case 3: "<si><t>tëxt &amp; \(index)</t></si>\n"
      default: "<si><t>_x0041_ \(index)</t></si>"
      }
    }.joined()
    let part = "<sst xmlns=\"\(WorkbookBuilder.main)\">\(items)</sst>"
    #expect(part.utf8.count > 128 << 10)
    let texts = try Self.texts(items)
    #expect(try texts == ReferenceRowReader.sharedTexts(of: Array(part.utf8)))
  }

  @Test func givesNilForAnIndexThereIsNot() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedItems = "<si><t>one</t></si>"
    let table = try Workbook.made(builder).storage.sharedStrings()
    for index in [-1, 1, Int.max, Int.min] { #expect(table.text(index) == nil) }
    #expect(table.text(0) == "one")
  }

  @Test(
    "refuses damaged items with the part's name",
    arguments: [
      ("<si><t>a</si>", "'</si>' closes another element"),
      ("<si><t>&x;</t></si>", "an entity other than lt, gt, amp, quot and apos is used"),
      ("<si><t>\u{1}</t></si>", "a control character is not allowed in XML"),
      ("<si><t>a]]>b</t></si>", "']]>' may not stand in text"),
    ])
  func damaged(items: String, sentence: String) {
    let error = #expect(throws: WorkbookError.self) { try Self.texts(items) }
    #expect(error?.code == .damagedPart)
    #expect(error?.description.hasPrefix("book.xlsx: xl/sharedStrings.xml: byte ") == true)
    #expect(error?.description.hasSuffix(sentence) == true)
  }

  @Test func refusesTextsThatAreNotUTF8() {
    let part =
      Array("<sst xmlns=\"\(WorkbookBuilder.main)\"><si><t>".utf8) + [0xc3, 0x28]
      + Array("</t></si></sst>".utf8)
    let error = #expect(throws: WorkbookError.self) { try Self.texts(Self.book(part)) }
    #expect(error?.description.hasSuffix("the bytes are not valid UTF-8") == true)
  }

  @Test func namesTheLimitOfBytes() {
    var limits = ReadLimits()
    limits.partBytes = 700
    // The texts and 8 bytes for each pass the limit although the other parts do not.
    let items = String(repeating: "<si><t/></si>", count: 100)
    let error = #expect(throws: WorkbookError.self) { try Self.texts(items, limits: limits) }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.description
        == "book.xlsx: xl/sharedStrings.xml: the shared texts take more than 700 bytes, "
        + "the limit ReadLimits.partBytes")
  }

  @Test func namesTheLimitOfOneText() {
    var limits = ReadLimits()
    limits.rowBytes = 1_000
    let items = "<si><t>\(String(repeating: "x", count: 2_000))</t></si>"
    let error = #expect(throws: WorkbookError.self) { try Self.texts(items, limits: limits) }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.description.hasSuffix(
        "one row, text or tag takes more than 1000 bytes, the limit ReadLimits.rowBytes") == true)
  }

  @Test func isEmptyWithoutThePart() throws {
    #expect(try Self.texts(Workbook.made(WorkbookBuilder(rows: ""))) == [])
    // Named by a relationship but not in the package.
    var builder = WorkbookBuilder(rows: "")
    builder.sharedItems = ""
    var zip = builder.zip()
    zip.entries.removeAll { $0.name == Array("xl/sharedStrings.xml".utf8) }
    #expect(try Self.texts(Workbook.open(bytes: zip.bytes())) == [])
  }

  @Test(
    "takes a stated size past all bounds without a trap", arguments: [Int.max, -1, -64, 1 << 62])
  func lyingSize(size: Int) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedItems = "<si><t>one</t></si>"
    var zip = builder.zip()
    for index in zip.entries.indices
    where zip.entries[index].name == Array("xl/sharedStrings.xml".utf8) {
      zip.entries[index].hasZip64 = true
      zip.entries[index].hasDataDescriptor = true
      zip.entries[index].central = { header in
        header.extra.replaceSubrange(
          4..<12, with: ZipBuilder.Entry.zip64Field([size]).dropFirst(4))
      }
    }
    let book = try Workbook.open(bytes: zip.bytes())
    let error = #expect(throws: WorkbookError.self) { try book.storage.sharedStrings() }
    #expect(error?.code == .damagedPart)
  }

  private static func book(_ part: [UInt8]) throws(WorkbookError) -> Workbook {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedItems = ""
    var zip = builder.zip()
    for index in zip.entries.indices
    where zip.entries[index].name == Array("xl/sharedStrings.xml".utf8) {
      zip.entries[index].content = part
    }
    return try Workbook.open(bytes: zip.bytes(), name: "book.xlsx")
  }
}
