import Testing

@testable import SpreadsheetML

/// What stands behind the rows when `body` is done with a sheet.
private func tail(_ body: (SheetWriter) throws -> Void) throws -> String {
  let tail = try Written { book in
    let sheet = try book.addSheet("Sheet")
    try sheet.writeRow([1])
    try body(sheet)
  }.tail()
  let margins =
    #"<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>"#
  return tail.split(separator: margins, omittingEmptySubsequences: false).joined(separator: "|")
}

@Suite("What belongs to ranges")
struct SheetRangesTests {
  @Test func mergesCells() throws {
    let markup = try tail { sheet in
      try sheet.merge(range("A1:C1"))
      try sheet.merge(range("A2:A3"))
    }
    #expect(
      markup
        == #"<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>|"#)
  }

  @Test func filters() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow(["a", "b"])
      try sheet.addFilter(range("A1:B9"))
    }
    #expect(try written.tail().hasPrefix(#"<autoFilter ref="A1:B9"/>"#))
    #expect(
      try written.part("xl/workbook.xml").contains(
        #"<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet!$A$1:$B$9<"#))
  }

  @Test func listsWordsInTheRuleItself() throws {
    let markup = try tail { sheet in
      try sheet.addInputRule(
        .list(["yes", "no", "say \"no\""]).prompting("Help", "Choose").refusing(
          "No", "Not on the list", severity: .warning),
        to: [range("B2:B9"), range("D2")])
    }
    #expect(
      markup
        == #"<dataValidations count="1"><dataValidation type="list" errorStyle="warning" "#
        + #"allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="No" "#
        + #"error="Not on the list" promptTitle="Help" prompt="Choose" sqref="B2:B9 D2">"#
        + #"<formula1>"yes,no,say ""no"""</formula1></dataValidation></dataValidations>|"#)
  }

  @Test("Lists that cannot stand in the rule go to a hidden sheet")
  func listsWordsOnAHiddenSheet() throws {
    let long = (1...40).map { "choice number \($0)" }
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow([1])
      try sheet.addInputRule(.list(["a, b", "c"]), to: [range("A1")])
      try sheet.addInputRule(.list(long), to: [range("B1")])
      try sheet.addInputRule(.list(["a, b", "c"]), to: [range("C1")])
      let second = try book.addSheet("Lists of lists")
      try second.addInputRule(.list(long), to: [range("A1")])
    }
    let tail = try written.tail()
    #expect(tail.contains(#"sqref="A1"><formula1>Lists!$A$1:$A$2</formula1>"#))
    #expect(tail.contains(#"sqref="B1"><formula1>Lists!$B$1:$B$40</formula1>"#))
    #expect(tail.contains(#"sqref="C1"><formula1>Lists!$A$1:$A$2</formula1>"#))
    #expect(try written.tail(2).contains("Lists!$B$1:$B$40"))
    #expect(
      try written.part("xl/workbook.xml").contains(
        #"<sheet name="Lists" sheetId="3" state="hidden""#))
    #expect(try written.rows(3).contains(#"<row r="40"><c r="B40""#))
  }

  @Test("Rules of other kinds")
  func writesInputRules() throws {
    let day = try #require(SerialDate(year: 2024, month: 1, day: 31))
    let cases: [(InputRule, String, String)] = [
      (.wholeNumber(-1...5), #"type="whole""#, "<formula1>-1</formula1><formula2>5</formula2>"),
      (.decimal(0...0.5), #"type="decimal""#, "<formula1>0</formula1><formula2>0.5</formula2>"),
      (
        .date(day, through: day), #"type="date""#,
        "<formula1>DATE(2024,1,31)</formula1><formula2>DATE(2024,1,31)</formula2>"
      ),
      (.textLength(1...3), #"type="textLength""#, "<formula1>1</formula1><formula2>3</formula2>"),
      (.formula("A1>0"), #"type="custom""#, "<formula1>A1&gt;0</formula1>"),
      (.list(in: "Codes"), #"type="list""#, "<formula1>Codes</formula1>"),
      (
        .compared(.decimal, .greaterThan("$B$1")), #"type="decimal" operator="greaterThan""#,
        "<formula1>$B$1</formula1>"
      ),
    ]
    for (rule, type, formulas) in cases {
      let markup = try tail { try $0.addInputRule(rule, to: [range("A1")]) }
      #expect(markup.contains("<dataValidation \(type) "))
      #expect(markup.contains(formulas + "</dataValidation>"))
    }
  }

  @Test("Conditional formats of each kind")
  func writesConditionalFormats() throws {
    let style = HighlightStyle(fontColor: 0x9C0006, isBold: true, fill: 0xFFC7CE)
    let cases: [(ConditionalFormat, String)] = [
      (
        .cells(.lessThan("0.5"), style),
        #"<cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0.5</formula>"#
      ),
      (
        .cells(.between("1", "$B$1"), style),
        #"operator="between"><formula>1</formula><formula>$B$1</formula></cfRule>"#
      ),
      (
        .formula("$A2>1", style),
        #"<cfRule type="expression" dxfId="0" priority="1"><formula>$A2&gt;1</formula></cfRule>"#
      ),
      (.duplicates(style), #"<cfRule type="duplicateValues" dxfId="0" priority="1"></cfRule>"#),
      (.blanks(style), #"type="containsBlanks" dxfId="0" priority="1"><formula>LEN(TRIM(B2))=0<"#),
      (.errors(style), "<formula>ISERROR(B2)</formula>"),
      (
        .contains("a\"b", style),
        #"operator="containsText" text="a&quot;b"><formula>NOT(ISERROR(SEARCH("a""b",B2)))<"#
      ),
      (
        .top(5, isPercent: true, isBottom: true, style),
        #"<cfRule type="top10" dxfId="0" priority="1" percent="1" bottom="1" rank="5">"#
      ),
      (
        .colorScale([(.least, 0xFF0000), (.percentile(50), 0xFFFF00), (.greatest, 0x00FF00)]),
        #"<cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/>"#
          + #"<cfvo type="percentile" val="50"/><cfvo type="max"/><color rgb="FFFF0000"/>"#
          + #"<color rgb="FFFFFF00"/><color rgb="FF00FF00"/></colorScale></cfRule>"#
      ),
      (
        .icons(.threeSigns, [.number(1), .formula("$B$1")], isReversed: true, showsValue: false),
        #"<iconSet iconSet="3Signs" showValue="0" reverse="1"><cfvo type="percent" val="0"/>"#
          + #"<cfvo type="num" val="1"/><cfvo type="formula" val="$B$1"/></iconSet>"#
      ),
      (
        .icons(.fourArrows),
        #"<cfvo type="percent" val="0"/><cfvo type="percent" val="25"/>"#
          + #"<cfvo type="percent" val="50"/><cfvo type="percent" val="75"/>"#
      ),
      (
        .dataBar(0x5B9BD5),
        #"<dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF5B9BD5"/></dataBar>"#
      ),
    ]
    for (format, markup) in cases {
      let tail = try tail { sheet in
        try sheet.addConditionalFormat(format, to: [range("B2:B9"), range("D2")])
      }
      #expect(tail.hasPrefix(#"<conditionalFormatting sqref="B2:B9 D2">"#))
      #expect(tail.contains(markup), "\(markup)")
    }
  }

  @Test func drawsBarsToTheirFullLength() throws {
    let markup = try tail { sheet in
      try sheet.addConditionalFormat(.dataBar(0x5B9BD5), to: [range("B2:B9")])
    }
    let id = "{6B706962-6F6F-4B00-0001-000000000000}"
    #expect(markup.contains("<x14:id>\(id)</x14:id>"))
    #expect(
      markup.contains(
        #"<x14:cfRule type="dataBar" id="\#(id)"><x14:dataBar minLength="0" maxLength="100" gradient="0">"#
      ))
    #expect(markup.contains("<xm:sqref>B2:B9</xm:sqref>"))
  }

  @Test func keepsChangesOfLooksOnce() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow([1])
      try sheet.addConditionalFormat(.cells(.equal("1"), .bad), to: [range("A1")])
      try sheet.addConditionalFormat(.cells(.equal("2"), .good), to: [range("A1")])
      try sheet.addConditionalFormat(.cells(.equal("3"), .bad), to: [range("A1")])
    }
    let tail = try written.tail()
    for rule in [
      #"dxfId="0" priority="1""#, #"dxfId="1" priority="2""#, #"dxfId="0" priority="3""#,
    ] {
      #expect(tail.contains(rule))
    }
    #expect(
      try written.part("xl/styles.xml").contains(
        #"<dxfs count="2"><dxf><font><color rgb="FF9C0006"/></font><fill>"#
          + #"<patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/>"#)
    )
  }

  @Test func protectsAgainstSlips() throws {
    let markup = try tail {
      $0.protect(SheetProtection(allowsSorting: true, allowsFiltering: true))
    }
    #expect(
      markup == #"<sheetProtection sheet="1" objects="1" scenarios="1" sort="0" autoFilter="0"/>|"#)
  }

  @Test func letsTextsLookLikeNumbers() throws {
    let markup = try tail { $0.allowNumbersAsText(in: range("A2:A9")) }
    #expect(
      markup == #"|<ignoredErrors><ignoredError sqref="A2:A9" numberStoredAsText="1"/>"#
        + "</ignoredErrors>")
  }

  @Test func drawsSparklines() throws {
    let markup = try tail { sheet in
      sheet.addSparklines(
        Sparklines(.column, color: 0x1F3864, lastColor: 0xFF0000),
        [(cell("N2"), "Data!B2:M2"), (cell("N3"), "Data!B3:M3")])
    }
    #expect(
      markup.contains(
        #"<x14:sparklineGroup type="column" displayEmptyCellsAs="gap" last="1">"#
          + #"<x14:colorSeries rgb="FF1F3864"/>"#))
    #expect(
      markup.contains(
        "<x14:sparkline><xm:f>Data!B3:M3</xm:f><xm:sqref>N3</xm:sqref></x14:sparkline>"))
  }

  @Test func putsPartsInTheOrderOfTheSchema() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow(["a", "b"])
      try sheet.writeRow([.link("x", to: .address("https://example.org")), 1])
      sheet.addSparklines(Sparklines(), [(cell("C2"), "Sheet!A1:B1")])
      sheet.addChart(Chart(.line), at: range("E1:H9"))
      sheet.allowNumbersAsText(in: range("A1"))
      try sheet.addNote("note", at: cell("A1"))
      try sheet.addTable("T", over: range("A1:B2"), columns: ["a", "b"])
      try sheet.addInputRule(.list(["a"]), to: [range("D1")])
      try sheet.addConditionalFormat(.duplicates(.bad), to: [range("A1")])
      try sheet.merge(range("A5:B5"))
      try sheet.addFilter(range("A7:B8"))
      sheet.protect()
      sheet.breakPage(after: 5)
    }
    let tail = try written.tail()
    // ECMA-376 Part 1, 18.3.1.99.
    let order = [
      "<sheetProtection", "<autoFilter", "<mergeCells", "<conditionalFormatting",
      "<dataValidations", "<hyperlinks", "<pageMargins", "<rowBreaks", "<ignoredErrors",
      "<drawing", "<legacyDrawing", "<tableParts", "<extLst",
    ]
    let places = try order.map { try #require(tail.firstRange(of: $0)?.lowerBound) }
    #expect(places == places.sorted())
  }
}
