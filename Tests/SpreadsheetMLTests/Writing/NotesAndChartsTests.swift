import Testing

@testable import SpreadsheetML

@Suite("Notes, charts and what the workbook says of itself")
struct NotesAndChartsTests {
  @Test func writesNotesWithTheirBoxes() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow([1])
      try sheet.addNote("Ask <Ada>.", at: cell("C4"), author: "Ada")
      try sheet.addNote("First", at: cell("A1"))
      let second = try book.addSheet("Second")
      try second.addNote("Other", at: cell("B2"), author: "Ada")
    }
    #expect(
      try written.part("xl/comments1.xml").contains(
        #"<authors><author>Ada</author><author></author></authors><commentList>"#
          + #"<comment ref="A1" authorId="1">"#))
    let boxes = try written.part("xl/drawings/vmlDrawing1.vml")
    #expect(boxes.contains(##"<v:shape id="_x0000_s1025" type="#_x0000_t202""##))
    #expect(boxes.contains("<x:Row>3</x:Row><x:Column>2</x:Column>"))
    // Shapes of another sheet have other numbers.
    let others = try written.part("xl/drawings/vmlDrawing2.vml")
    #expect(others.contains(#"<o:idmap v:ext="edit" data="2"/>"#))
    #expect(others.contains("_x0000_s2049"))
    #expect(
      try written.part("[Content_Types].xml").contains(#"<Default Extension="vml""#))
  }

  @Test func readsNotesBack() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow([1])
      try sheet.addNote("Ask & wait.\nTwice.", at: cell("C4"), author: "Ada")
    }
    let note = try #require(try Workbook.open(bytes: bytes).sheets[0].comments().first)
    #expect(note.reference == cell("C4"))
    #expect(note.author == "Ada")
    #expect(note.text == "Ask & wait.\nTwice.")
  }

  @Test("Charts of each kind", arguments: [Chart.Kind.column, .bar, .line])
  func writesCharts(kind: Chart.Kind) throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow([1])
      var chart = Chart(kind, title: "A & B")
      chart.series = [
        ChartSeries("Data!$B$1", categories: "Data!$A$2:$A$9", values: "Data!$B$2:$B$9"),
        ChartSeries("\"say \"\"x\"\"\"", values: "Data!$C$2:$C$9", color: 0x00FF00),
      ]
      chart.isStacked = true
      sheet.addChart(chart, at: range("B2:H20"))
    }
    let chart = try written.part("xl/charts/chart1.xml")
    switch kind {
    case .column: #expect(chart.contains(#"<c:barChart><c:barDir val="col"/>"#))
    case .bar: #expect(chart.contains(#"<c:barChart><c:barDir val="bar"/>"#))
    case .line: #expect(chart.contains(#"<c:lineChart><c:grouping val="stacked"/>"#))
    }
    #expect(chart.contains("<a:t>A &amp; B</a:t>"))
    #expect(chart.contains("<c:tx><c:strRef><c:f>Data!$B$1</c:f></c:strRef></c:tx>"))
    #expect(chart.contains(#"<c:tx><c:v>say "x"</c:v></c:tx>"#))
    #expect(chart.contains(#"<a:srgbClr val="00FF00"/>"#))
    let drawing = try written.part("xl/drawings/drawing1.xml")
    // Corners count from 0; the lower right one is the cell behind the range.
    #expect(drawing.contains("<xdr:from><xdr:col>1</xdr:col>"))
    #expect(drawing.contains("<xdr:to><xdr:col>8</xdr:col>"))
    #expect(
      try written.part("xl/drawings/_rels/drawing1.xml.rels").contains("../charts/chart1.xml"))
  }

  @Test func saysWhatTheWorkbookIs() throws {
    let written = try Written { book in
      book.properties.title = "Measures <2026>"
      book.properties.author = "Ada"
      book.properties.company = "Example"
      book.properties.created = SerialDate(year: 2026, month: 1, day: 31, hour: 12)
      book.properties.custom = [("id", "a_x0041_b")]
      try book.addSheet("Sheet").writeRow([1])
    }
    let core = try written.part("docProps/core.xml")
    #expect(core.contains("<dc:title>Measures &lt;2026&gt;</dc:title>"))
    #expect(
      core.contains(
        #"<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-31T12:00:00Z</dcterms:created>"#))
    #expect(try written.part("docProps/app.xml").contains("<Company>Example</Company>"))
    // Only SpreadsheetML knows escapes, so here an underscore is an underscore.
    #expect(
      try written.part("docProps/custom.xml").contains(
        #"pid="2" name="id"><vt:lpwstr>a_x0041_b</vt:lpwstr>"#))
  }

  @Test func saysNothingOfTheMomentItWasWritten() throws {
    let core = try Written { try $0.addSheet("Sheet").writeRow([1]) }.part("docProps/core.xml")
    #expect(!core.contains("dcterms:created"))
    #expect(!core.contains("dcterms:modified"))
  }
}
