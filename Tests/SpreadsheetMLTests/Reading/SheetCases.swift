import TestSupport

/// Sheets with something odd, and what they say.
enum SheetCases {
  static let rows = [
    SheetCase("no rows", "", says: ""),
    SheetCase("an empty row", "<row r=\"3\"/>", says: "3:"),
    SheetCase(
      "empty rows in pairs of tags", "<row r=\"3\"></row><row r=\"4\"> </row>", says: "3:; 4:"),
    SheetCase(
      "hidden rows",
      "<row r=\"1\" hidden=\"1\"/><row r=\"2\" hidden=\"true\"></row>"
        + "<row r=\"3\" hidden=\"0\"></row><row r=\"4\" hidden=\"false\"></row>"
        + "<row hidden=\"1\" r=\"5\"></row>", says: "1 hidden:; 2 hidden:; 3:; 4:; 5 hidden:"),
    SheetCase(
      "truth values that are none",
      "<row r=\"1\" hidden=\"10\"></row>"
        + "<row r=\"2\" hidden=\"tomato\"></row><row r=\"3\" hidden=\"\"></row>", says: "1:; 2:; 3:"
    ),
    SheetCase(
      "rows with all that Excel writes",
      "<row r=\"2\" spans=\"1:3\" s=\"4\" customFormat=\"1\" "
        + "ht=\"15.75\" customHeight=\"1\" thickBot=\"1\"><c r=\"B2\"><v>1</v></c></row>",
      says: "2: B=1"),
    SheetCase(
      "rows without numbers",
      "<row><c r=\"A1\"/></row><row/><row><c><v>2</v></c></row>"
        + "<row r=\"9\"/><row><c/></row>", says: "1: A=-; 2:; 3: A=2; 9:; 10: A=-"),
    SheetCase(
      "a row that has its number from its first cell",
      "<row><c r=\"B7\"><v>1</v></c><c><v>2</v></c></row><row/>", says: "7: B=1 C=2; 8:"),
    SheetCase("rows out of order", "<row r=\"5\"/><row r=\"2\"/><row/>", says: "5:; 2:; 3:"),
    SheetCase(
      "a row given twice", "<row r=\"5\"><c r=\"A5\"/></row><row r=\"5\"><c r=\"B5\"/></row>",
      says: "5: A=-; 5: B=-"),
    SheetCase(
      "the last row", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
      says: "1048576: XFD=1"),
    SheetCase(
      "numbers with leading zeros",
      "<row r=\"007\"><c r=\"A007\"><v>1</v></c>"
        + "<c r=\"B7\"><v>2</v></c></row>", says: "7: A=1 B=2"),
    SheetCase(
      "white space everywhere",
      "\n  <row r=\"1\" >\n\t<c r=\"A1\" >\r\n <v>1</v>\n </c>\n"
        + "  <c\nr=\"B1\"\tt=\"n\"\n><v\n>2</v ></c >\n </row\n>\n\n<row r = \"2\" />\n",
      says: "1: A=1 B=2; 2:"),
    SheetCase(
      "single quotes", "<row r='1' hidden='1'><c r='A1' s='3' t='str'><v>x</v></c></row>",
      says: "1 hidden: A=\"x\"~3"),
    SheetCase(
      "quotes of both kinds",
      "<row r=\"1\"><c r='A1' s=\"3\"><v>1</v></c>"
        + "<c r=\"B1\" s='4'><v>2</v></c></row>", says: "1: A=1~3 B=2~4"),
    SheetCase(
      "attributes with references",
      "<row r=\"&#49;\"><c r=\"&#65;1\" t=\"&#115;tr\">"
        + "<v>x</v></c></row>", says: "1: A=\"x\""),
    SheetCase(
      "comments and instructions between all",
      "<!-- a --><row r=\"1\"><!-- b --><c r=\"A1\">"
        + "<!-- c --><v>1<!-- d -->2</v><?e f?></c><?g?></row><!-- h -->", says: "1: A=12"),
    SheetCase(
      "text where none belongs", "x<row r=\"1\">y<c r=\"A1\">z<v>1</v>z</c>y</row>x",
      says: "1: A=1"),
    SheetCase(
      "elements nobody knows",
      "<other><row r=\"8\"/></other><row r=\"1\"><d/><c r=\"A1\"><w>5</w>"
        + "<v>1</v><extLst><v>7</v></extLst></c><e><c r=\"B1\"/></e></row>", says: "1: A=1"),
    SheetCase(
      "rows and cells of other namespaces",
      "<x:row xmlns:x=\"urn:x\" r=\"1\"/><row r=\"2\">"
        + "<x:c xmlns:x=\"urn:x\" r=\"A2\"/><c r=\"B2\"><x:v xmlns:x=\"urn:x\">9</x:v><v>1</v></c></row>",
      says: "2: B=1"),
    SheetCase(
      "attributes of other namespaces",
      "<row r=\"1\" xmlns:x=\"urn:x\" x:r=\"5\" x:hidden=\"1\">"
        + "<c x:r=\"C9\" r=\"A1\" x:t=\"b\"><v>1</v></c></row>", says: "1: A=1"),
    SheetCase(
      "a prefix as Excel writes it",
      "<row r=\"1\" xmlns:x14ac=\"urn:ac\" x14ac:dyDescent=\"0.2\">"
        + "<c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"/></row>", says: "1: A=1; 2: A=-"),
  ]

  static let cells = [
    SheetCase(
      "attributes in any order",
      "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"str\"><v>a</v></c>"
        + "<c s=\"1\" r=\"B1\" t=\"str\"><v>b</v></c><c t=\"str\" s=\"1\" r=\"C1\"><v>c</v></c>"
        + "<c t=\"str\" r=\"D1\" s=\"1\"><v>d</v></c><c s=\"1\" t=\"str\" r=\"E1\"><v>e</v></c></row>",
      says: "1: A=\"a\"~1 B=\"b\"~1 C=\"c\"~1 D=\"d\"~1 E=\"e\"~1"),
    SheetCase(
      "other attributes",
      "<row r=\"1\"><c r=\"A1\" cm=\"1\" vm=\"2\" ph=\"1\"><v>1</v></c>"
        + "<c r=\"B1\" x=\"1\"><v>2</v></c></row>", says: "1: A=1 B=2"),
    SheetCase(
      "no addresses", "<row r=\"2\"><c><v>1</v></c><c t=\"str\"><v>x</v></c><c/><c s=\"2\"/></row>",
      says: "2: A=1 B=\"x\" C=- D=-~2"),
    SheetCase(
      "some addresses",
      "<row r=\"2\"><c/><c r=\"D2\"><v>1</v></c><c><v>2</v></c><c r=\"B2\"/><c/></row>",
      says: "2: A=- B=- C=- D=1 E=2"),
    SheetCase(
      "cells out of order",
      "<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c>"
        + "<c r=\"B1\"><v>2</v></c></row>", says: "1: A=1 B=2 C=3"),
    SheetCase(
      "a cell given twice",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c>"
        + "<c r=\"A1\"><v>3</v></c></row>", says: "1: A=3 B=2"),
    SheetCase(
      "a cell given twice, texts and formulas among them",
      "<row r=\"1\">"
        + "<c r=\"B1\" t=\"str\"><f>1&amp;1</f><v>x&amp;</v></c><c r=\"A1\"><f>2</f><v>2</v></c>"
        + "<c r=\"B1\" t=\"str\"><f>3</f><v>y</v></c><c r=\"A1\"/></row>",
      says: "1: A=- B=\"y\" <- 3"),
    SheetCase(
      "small letters in an address", "<row r=\"1\"><c r=\"ab1\"><v>1</v></c></row>",
      says: "1: AB=1"),
    SheetCase("the last column", "<row r=\"1\"><c r=\"XFD1\"/></row>", says: "1: XFD=-"),
    SheetCase(
      "styles of all sizes",
      "<row r=\"1\"><c r=\"A1\" s=\"0\"/><c r=\"B1\" s=\"64000\"/>"
        + "<c r=\"C1\" s=\"007\"/><c r=\"D1\" s=\"2147483647\"/></row>",
      says: "1: A=- B=-~64000 C=-~7 D=-~2147483647"),
    SheetCase(
      "empty cells in pairs of tags",
      "<row r=\"1\"><c r=\"A1\"></c><c r=\"B1\" s=\"1\"> </c></row>",
      says: "1: A=- B=-~1"),
    SheetCase(
      "empty values of all types",
      "<row r=\"1\"><c r=\"A1\"><v></v></c><c r=\"B1\"><v/></c>"
        + "<c r=\"C1\" t=\"s\"><v></v></c><c r=\"D1\" t=\"b\"><v/></c><c r=\"E1\" t=\"e\"><v></v></c>"
        + "<c r=\"F1\" t=\"d\"><v></v></c><c r=\"G1\" t=\"str\"><v></v></c>"
        + "<c r=\"H1\" t=\"inlineStr\"><is><t></t></is></c><c r=\"I1\" t=\"inlineStr\"><is/></c></row>",
      says: "1: A=- B=- C=- D=- E=- F=- G=\"\" H=\"\" I=\"\""),
    SheetCase(
      "types without a value",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"/><c r=\"B1\" t=\"b\"/>"
        + "<c r=\"C1\" t=\"e\"/><c r=\"D1\" t=\"str\"/><c r=\"E1\" t=\"inlineStr\"/><c r=\"F1\" t=\"d\"/></row>",
      says: "1: A=- B=- C=- D=- E=- F=-"),
    SheetCase("two values", "<row r=\"1\"><c r=\"A1\"><v>1</v><v>2</v></c></row>", says: "1: A=1"),
  ]

  static let values = [
    SheetCase(
      "numbers",
      "<row r=\"1\"><c r=\"A1\"><v>0</v></c><c r=\"B1\"><v>-1.5</v></c>"
        + "<c r=\"C1\" t=\"n\"><v>1e3</v></c><c r=\"D1\"><v>0.1</v></c><c r=\"E1\"><v>1E-7</v></c>"
        + "<c r=\"F1\"><v>12345678901234567890</v></c><c r=\"G1\"><v>+.5</v></c></row>",
      says: "1: A=0 B=-1.5 C=1000 D=0.1 E=1e-07 F=1.2345678901234567e+19 G=0.5"),
    SheetCase(
      "numbers with white space around them",
      "<row r=\"1\"><c r=\"A1\"><v> 5 </v></c>"
        + "<c r=\"B1\"><v>\n6\t</v></c></row>", says: "1: A=5 B=6"),
    SheetCase(
      "a number in CDATA",
      "<row r=\"1\"><c r=\"A1\"><v><![CDATA[5]]></v></c>"
        + "<c r=\"B1\"><v>1<![CDATA[2]]>3</v></c></row>", says: "1: A=5 B=123"),
    SheetCase(
      "a number by references", "<row r=\"1\"><c r=\"A1\"><v>&#x31;2</v></c></row>", says: "1: A=12"
    ),
    SheetCase(
      "shared texts",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
        + "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>02</v></c></row>",
      says: "1: A=\"zero\" B=\"one\" C=\"Aé&\" D=\"Aé&\""),
    SheetCase(
      "shared texts with white space",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v> 0</v></c>"
        + "<c r=\"B1\" t=\"s\"><v>\n1\n</v></c></row>", says: "1: A=\"zero\" B=\"one\""),
    SheetCase(
      "truth values",
      "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"
        + "<c r=\"C1\" t=\"b\"><v>true</v></c><c r=\"D1\" t=\"b\"><v>FALSE</v></c></row>",
      says: "1: A=TRUE B=FALSE C=TRUE D=FALSE"),
    SheetCase(
      "errors",
      "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\" t=\"e\"><v>#DIV/0!</v></c>"
        + "<c r=\"C1\" t=\"e\"><v>#SPILL!</v></c><c r=\"D1\" t=\"e\"><v>#_x0041_!</v></c></row>",
      says: "1: A=#N/A B=#DIV/0! C=#SPILL! D=#_x0041_!"),
    SheetCase(
      "dates in ISO 8601",
      "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2024-01-31</v></c>"
        + "<c r=\"B1\" t=\"d\"><v>2024-01-31T12:00:00Z</v></c></row>",
      says: "1: A=@2024-01-31 B=@2024-01-31T12:00:00Z"),
    SheetCase(
      "a type nobody knows",
      "<row r=\"1\"><c r=\"A1\" t=\"z\"><v>5</v></c>"
        + "<c r=\"B1\" t=\"\"><v>6</v></c><c r=\"C1\" t=\"S\"><v>7</v></c></row>",
      says: "1: A=5 B=6 C=7"),
  ]

  static let texts = [
    SheetCase(
      "texts of a formula",
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>plain</v></c>"
        + "<c r=\"B1\" t=\"str\"><v>é€😀</v></c><c r=\"C1\" t=\"str\"><v> a  b </v></c>"
        + "<c r=\"D1\" t=\"str\"><v>a\nb</v></c></row>",
      says: "1: A=\"plain\" B=\"é€😀\" C=\" a  b \" D=\"a\nb\""),
    SheetCase(
      "texts with references",
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a&amp;b&lt;&#10;&#x1F600;</v></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><t>&quot;&apos;&gt;</t></is></c></row>",
      says: "1: A=\"a&b<\n😀\" B=\"\"'>\""),
    SheetCase(
      "line ends", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\r\nb\rc</v></c></row>",
      says: "1: A=\"a\nb\nc\""),
    SheetCase(
      "brackets", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a]b]]c]</v></c></row>",
      says: "1: A=\"a]b]]c]\""),
    SheetCase(
      "CDATA in a text",
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a<![CDATA[<&]]>b</v></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><t><![CDATA[ ]]></t></is></c></row>",
      says: "1: A=\"a<&b\" B=\" \""),
    SheetCase(
      "escapes",
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>_x0041__x000D_</v></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><t>_x005F_x0041_</t></is></c>"
        + "<c r=\"C1\" t=\"str\"><v>_xD83D__xDE00_</v></c><c r=\"D1\" t=\"str\"><v>_&#x78;0041_</v></c>"
        + "<c r=\"E1\" t=\"str\"><v>a_b</v></c><c r=\"F1\" t=\"str\"><v>_x00<!-- -->41_</v></c></row>",
      says: "1: A=\"A\r\" B=\"_x0041_\" C=\"😀\" D=\"A\" E=\"a_b\" F=\"A\""),
    SheetCase(
      "inline texts",
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>plain</t></is></c>"
        + "<c t=\"inlineStr\" r=\"B1\"><is><t xml:space=\"preserve\"> a </t></is></c>"
        + "<c r=\"C1\" t=\"inlineStr\"><is><t>a</t></is></c></row>",
      says: "1: A=\"plain\" B=\" a \" C=\"a\""),
    SheetCase(
      "inline texts with formats and phonetic guides",
      "<row r=\"1\">"
        + "<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space=\"preserve\"> x</t></r>"
        + "</is></c><c r=\"B1\" t=\"inlineStr\"><is><t>漢</t><rPh sb=\"0\" eb=\"1\"><t>カン</t></rPh></is></c></row>",
      says: "1: A=\"bold x\" B=\"漢\""),
    SheetCase(
      "an inline text and a value",
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>1</v><is><t>x</t></is></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is><v>1</v></c></row>",
      says: "1: A=\"x\" B=\"x\""),
    SheetCase(
      "an inline text of no type", "<row r=\"1\"><c r=\"A1\"><is><t>x</t></is></c></row>",
      says: "1: A=\"x\""),
    SheetCase(
      "a value of type inlineStr", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>x</v></c></row>",
      says: "1: A=\"x\""),
    SheetCase(
      "comments in texts",
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a<!-- x -->b<?y?>c</v></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><!-- z --><t>a<!-- x -->b</t></is></c></row>",
      says: "1: A=\"abc\" B=\"ab\""),
  ]

  static let formulas = [
    SheetCase(
      "formulas",
      "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\"><f>A1</f></c>"
        + "<c r=\"C1\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c><c r=\"D1\"><f/></c>"
        + "<c r=\"E1\"><v>3</v><f>A1+1</f></c></row>",
      says: "1: A=2 <- 1+1 B=- <- A1 C=\"ab\" <- \"a\"&\"b\" D=- <-  E=3 <- A1+1"),
    SheetCase(
      "formulas as LibreOffice writes them",
      "<row r=\"1\"><c r=\"A1\" s=\"0\" t=\"n\">"
        + "<f aca=\"false\">SUM(B1:C1)</f><v>2</v></c><c r=\"B1\" t=\"str\"><f aca=\"false\">\"]\"&amp;A1</f>"
        + "<v>]2</v></c></row>", says: "1: A=2 <- SUM(B1:C1) B=\"]2\" <- \"]\"&A1"),
    SheetCase(
      "shared formulas",
      "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"3\">B1</f><v>1</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"3\"/><v>2</v></c></row>",
      says: "1: A=1 <- B1 (shared 3 A1:A2); 2: A=2 <-  (shared 3)"),
    SheetCase(
      "array formulas",
      "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"$A$1:B1\">{1,2}</f><v>1</v></c>"
        + "<c r=\"B1\"><v>2</v></c></row>", says: "1: A=1 <- {1,2} (array A1:B1) B=2"),
    SheetCase(
      "data tables",
      "<row r=\"1\"><c r=\"A1\"><f t=\"dataTable\" ref=\"A1\" dt2D=\"1\" r1=\"B1\"/><v>1</v></c></row>",
      says: "1: A=1 <-  (dataTable A1)"),
    SheetCase(
      "formulas with line ends, CDATA and comments",
      "<row r=\"1\"><c r=\"A1\"><f>1+\r\n2</f><v>3</v></c>"
        + "<c r=\"B1\"><f><![CDATA[A1<2]]></f><v>0</v></c><c r=\"C1\"><f>1<!-- x -->+2</f><v>3</v></c></row>",
      says: "1: A=3 <- 1+\n2 B=0 <- A1<2 C=3 <- 1+2"),
    SheetCase(
      "formulas are not escaped", "<row r=\"1\"><c r=\"A1\"><f>_x0041_</f><v>1</v></c></row>",
      says: "1: A=1 <- _x0041_"),
    SheetCase(
      "formulas without a range they need",
      "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"?\">1</f><v>1</v></c>"
        + "<c r=\"B1\"><f t=\"shared\" si=\"x\">1</f><v>1</v></c></row>",
      says: "1: A=1 <- 1 (array) B=1 <- 1 (shared 0)"),
    SheetCase(
      "formulas of empty results",
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>"
        + "<c r=\"B1\"><f>A1</f><v></v></c></row>", says: "1: A=\"\" <- \"\" B=- <- A1"),
  ]

  static let frames = [
    SheetCase("the strict namespace", part: frame(WorkbookBuilder.strict), says: "1: A=1 B=\"x\""),
    SheetCase("a prefix", part: prefixed("x"), says: "1: A=1 B=\"x\"; 2:"),
    SheetCase("a long prefix", part: prefixed("spreadsheet"), says: "1: A=1 B=\"x\"; 2:"),
    SheetCase(
      "two prefixes of one namespace",
      part: """
        <x:worksheet xmlns:x="\(WorkbookBuilder.main)" xmlns="\(WorkbookBuilder.main)"><sheetData>\
        <row r="1"><c r="A1"><v>1</v></c><x:c r="B1"><x:v>2</x:v></x:c></row>\
        <x:row r="2"><c r="A2"><v>3</v></c></x:row></sheetData></x:worksheet>
        """, says: "1: A=1 B=2; 2: A=3"),
    SheetCase(
      "a namespace redeclared inside",
      part: """
        <worksheet xmlns="\(WorkbookBuilder.main)"><sheetData><row r="1"><c r="A1"><v>1</v></c>\
        <c xmlns="urn:x" r="B1"><v>2</v></c><c r="C1"><v xmlns="urn:y">3</v></c></row>\
        <row xmlns="urn:x" r="2"><c r="A2"><v>4</v></c></row>\
        <x:row xmlns:x="\(WorkbookBuilder.main)" r="3"><x:c r="A3"><x:v>5</x:v></x:c></x:row>\
        </sheetData></worksheet>
        """, says: "1: A=1 C=-; 3: A=5"),
    SheetCase(
      "the namespace of the data declared inside",
      part: """
        <x:worksheet xmlns:x="\(WorkbookBuilder.main)"><sheetData xmlns="\(WorkbookBuilder.main)">\
        <row r="1"><c r="A1"><v>1</v></c></row></sheetData></x:worksheet>
        """, says: "1: A=1"),
    SheetCase(
      "a byte order mark", part: "\u{feff}" + WorkbookBuilder.worksheet(rows: "<row r=\"1\"/>"),
      says: "1:"),
    SheetCase("no declaration", part: frame(WorkbookBuilder.main), says: "1: A=1 B=\"x\""),
    SheetCase(
      "UTF-16, little end first", bytes: utf16(bigEndian: false), says: "1: A=1 B=\"é😀\"; 2:"),
    SheetCase("UTF-16, big end first", bytes: utf16(bigEndian: true), says: "1: A=1 B=\"é😀\"; 2:"),
    SheetCase("ISO 8859-1", bytes: latin1, says: "1: A=1 B=\"é\""),
    SheetCase("no rows at all", part: "<worksheet xmlns=\"\(WorkbookBuilder.main)\"/>", says: ""),
    SheetCase(
      "an empty sheetData",
      part: "<worksheet xmlns=\"\(WorkbookBuilder.main)\"><sheetData/></worksheet>",
      says: ""),
    SheetCase(
      "elements before and behind",
      part: WorkbookBuilder.worksheet(
        rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        before:
          "<sheetPr><tabColor rgb=\"FF00FF00\"/></sheetPr><dimension ref=\"A1:Z99\"/><sheetViews>"
          + "<sheetView workbookViewId=\"0\"/></sheetViews><cols><col min=\"1\" max=\"2\"/></cols>",
        after:
          "<pageMargins left=\"1\"/><extLst><ext><sheetData><row r=\"9\"/></sheetData></ext></extLst>"
      ),
      says: "1: A=1"),
    SheetCase(
      "comments around the root",
      part: "<!-- a -->" + frame(WorkbookBuilder.main) + "<!-- b --><?c?>\n",
      says: "1: A=1 B=\"x\""),
  ]

  static let branches = [
    SheetCase(
      "a choice that is understood",
      alternate("x14", "<c r=\"B1\"><v>2</v></c>", "<c r=\"B1\"><v>3</v></c>"),
      says: "1: A=1 B=2 C=4"),
    SheetCase(
      "a choice that is not",
      alternate("other", "<c r=\"B1\"><v>2</v></c>", "<c r=\"B1\"><v>3</v></c>"),
      says: "1: A=1 B=3 C=4"),
    SheetCase(
      "a choice of two namespaces, one not understood", alternate("x14 other", "<c r=\"B1\"/>", ""),
      says: "1: A=1 C=4"),
    SheetCase(
      "several choices",
      "<row r=\"1\"><mc:AlternateContent xmlns:mc=\"\(mc)\" xmlns:o=\"urn:o\" "
        + "xmlns:x14=\"\(x14)\"><mc:Choice Requires=\"o\"><c r=\"A1\"><v>1</v></c></mc:Choice>"
        + "<mc:Choice Requires=\"x14\"><c r=\"A1\"><v>2</v></c></mc:Choice><mc:Choice Requires=\"x14\">"
        + "<c r=\"A1\"><v>3</v></c></mc:Choice><mc:Fallback><c r=\"A1\"><v>4</v></c></mc:Fallback>"
        + "</mc:AlternateContent><c r=\"B1\"><v>5</v></c></row><row r=\"2\"/>",
      says: "1: A=2 B=5; 2:"),
    SheetCase(
      "rows in a branch",
      "<mc:AlternateContent xmlns:mc=\"\(mc)\" xmlns:x14=\"\(x14)\">"
        + "<mc:Choice Requires=\"x14\"><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"/></mc:Choice>"
        + "<mc:Fallback><row r=\"9\"/></mc:Fallback></mc:AlternateContent><row r=\"3\"><c r=\"A3\"/></row>",
      says: "1: A=1; 2:; 3: A=-"),
    SheetCase(
      "a value in a branch",
      "<row r=\"1\"><c r=\"A1\"><mc:AlternateContent xmlns:mc=\"\(mc)\">"
        + "<mc:Choice Requires=\"none\"><v>1</v></mc:Choice><mc:Fallback><v>2</v></mc:Fallback>"
        + "</mc:AlternateContent></c><c r=\"B1\"><v>3</v></c></row>", says: "1: A=2 B=3"),
    SheetCase(
      "an AlternateContent of nothing",
      "<row r=\"1\"><mc:AlternateContent xmlns:mc=\"\(mc)\"/>"
        + "<c r=\"A1\"><v>1</v></c></row>", says: "1: A=1"),
  ]

  private static let mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
  private static let x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"

  private static func alternate(_ requires: String, _ choice: String, _ fallback: String) -> String
  {
    "<row r=\"1\"><c r=\"A1\"><v>1</v></c><mc:AlternateContent xmlns:mc=\"\(mc)\" xmlns:x14=\"\(x14)\" "
      + "xmlns:other=\"urn:other\"><mc:Choice Requires=\"\(requires)\">\(choice)</mc:Choice>"
      + "<mc:Fallback>\(fallback)</mc:Fallback></mc:AlternateContent><c r=\"C1\"><v>4</v></c></row>"
  }

  private static func frame(_ namespace: String) -> String {
    "<worksheet xmlns=\"\(namespace)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>"
      + "<c r=\"B1\" t=\"str\"><v>x</v></c></row></sheetData></worksheet>"
  }

  private static let latin1: [UInt8] = {
    let part = Array(
      ("<?xml version='1.0' encoding='ISO-8859-1'?>" + frame(WorkbookBuilder.main)).utf8)
    // The one text that is an x alone.
    return part.indices.map { index in
      part[index] == UInt8(ascii: "x") && part[index - 1] == UInt8(ascii: ">") ? 0xe9 : part[index]
    }
  }()

  private static func prefixed(_ p: String) -> String {
    "<\(p):worksheet xmlns:\(p)=\"\(WorkbookBuilder.main)\"><\(p):sheetData><\(p):row r=\"1\">"
      + "<\(p):c r=\"A1\"><\(p):v>1</\(p):v></\(p):c><\(p):c r=\"B1\" t=\"inlineStr\"><\(p):is><\(p):t>x</\(p):t>"
      + "</\(p):is></\(p):c></\(p):row><\(p):row r=\"2\"></\(p):row></\(p):sheetData></\(p):worksheet>"
  }

  private static func utf16(bigEndian: Bool) -> [UInt8] {
    """
    <?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="\(WorkbookBuilder.main)"><sheetData>\
    <row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>é😀</v></c></row><row r="2"/>\
    </sheetData></worksheet>
    """.utf16Bytes(bigEndian: bigEndian)
  }
}
