import KPICatalog
import Testing

@Suite struct CatalogErrorTests {
  private func measure(_ fields: String) -> String {
    "measures:\n  - id: a\n    name: A\n    \(fields)\n"
  }

  @Test(
    "Fields of a measure: what is written, what is said",
    arguments: [
      (
        "frequncy: P1M",
        "4:5: measures[0].frequncy: 'frequncy' is not a known key; did you mean 'frequency'?"
      ),
      (
        "budget: 3",
        "4:5: measures[0].budget: 'budget' is not a known key; remove it or put it in 'custom'"
      ),
      (
        "direction: hihger",
        "4:16: measures[0].direction: 'hihger' is not a direction; did you mean 'higher'?"
      ),
      (
        "direction: up",
        "4:16: measures[0].direction: 'up' is not a direction; did you mean 'higher'?"
      ),
      (
        "direction: sideways",
        "4:16: measures[0].direction: 'sideways' is not a direction; use higher, lower, range or none"
      ),
      (
        "frequency: monthly",
        "4:16: measures[0].frequency: 'monthly' is not a frequency; did you mean 'P1M'?"
      ),
      (
        "frequency: P5M",
        "4:16: measures[0].frequency: 'P5M' is not a frequency; use P1D, P1W, P2W, P1M, P2M, P3M, P4M, P6M, P1Y, P2Y, continuous, onEvent or onDemand"
      ),
      (
        "unit: {kind: percnt}",
        "4:18: measures[0].unit.kind: 'percnt' is not a unit kind; did you mean 'percent'?"
      ),
      ("unit: {symbol: x}", "4:11: measures[0].unit: 'kind' is missing; add it"),
      (
        "unit: {kind: currency, currency: euro}",
        "4:38: measures[0].unit.currency: 'euro' is not a currency; use three capitals such as 'EUR'"
      ),
      ("kind: feeling", "4:11: measures[0].kind: 'feeling' is not a kind; use opinion or activity"),
      ("weight: 20", "4:13: measures[0].weight: 20 lies outside 0 to 1"),
      ("decimals: 1.5", "4:15: measures[0].decimals: 1.5 lies outside 0 to 10"),
      (
        "scale: {min: 5, max: 1}",
        "4:12: measures[0].scale: the scale's 'min' is above its 'max'; swap them"
      ),
      ("scale: {step: 0}", "4:12: measures[0].scale: the scale's 'step' must be above 0"),
      ("scale: {min: low}", "4:18: measures[0].scale.min: a number belongs here, not a text"),
      (
        "scale: {hard: yes}", "4:19: measures[0].scale.hard: true or false belongs here, not a text"
      ),
      ("scale: {max: .inf}", "4:18: measures[0].scale.max: a number with an end belongs here"),
      ("scale: [0, 1]", "4:12: measures[0].scale: a map belongs here, not a list"),
      ("tags: a", "4:11: measures[0].tags: a list belongs here, not a text"),
      ("tags: [a, [b]]", "4:15: measures[0].tags[1]: a text belongs here, not a list"),
      ("owner: {a: b}", "4:12: measures[0].owner: a text belongs here, not a map"),
      (
        "perspective: My View",
        "4:18: measures[0].perspective: 'My View' is not a short name; use small letters, digits and single hyphens"
      ),
      (
        "pairedWith: [No Id]",
        "4:18: measures[0].pairedWith[0]: 'No Id' is not an id; use small letters, digits and single hyphens, as in 'renewal-rate'"
      ),
      (
        "question: {english: x}",
        "4:16: measures[0].question.english: 'english' is not a language tag; use one such as 'en' or 'fr-CA'"
      ),
      ("question: {en: [x]}", "4:20: measures[0].question.en: a text belongs here, not a list"),
      (
        "question: {en: x, EN: y}",
        "4:23: measures[0].question.EN: the key 'en' stands twice; keep one"
      ),
      (
        "reviewDate: 2025-02-29",
        "4:17: measures[0].reviewDate: '2025-02-29' is not a date; write it as 2026-12-31"
      ),
      (
        "targets: [{value: 1, by: soon}]",
        "4:30: measures[0].targets[0].by: 'soon' is not a date or period; write it as 2026-12-31, 2026, 2026-Q4 or 2026-03"
      ),
      (
        "targets: [{by: 2026}]",
        "4:15: measures[0].targets[0]: a target needs 'value', or 'low' and 'high'; add one"
      ),
      (
        "targets: [{value: 1, low: 1}]",
        "4:15: measures[0].targets[0]: a target has either 'value' or 'low' and 'high'; remove one"
      ),
      (
        "targets: [{low: 1}]",
        "4:15: measures[0].targets[0]: a range needs both 'low' and 'high'; add the other"
      ),
      (
        "targets: [{low: 2, high: 1}]",
        "4:15: measures[0].targets[0]: 'low' is above 'high'; swap them"
      ),
      (
        "thresholds: {mode: absolute}",
        "4:17: measures[0].thresholds: thresholds need 'green' or 'amber'; add one"
      ),
      (
        "thresholds: {green: 1, amber: {low: 0, high: 2}}",
        "4:17: measures[0].thresholds: 'green' and 'amber' must both be numbers or both be ranges"
      ),
      (
        "baseline: {value: 1, period: 2024, date: 2024-01-01}",
        "4:15: measures[0].baseline: either 'period' or 'date' says when; remove one"
      ),
      ("baseline: {period: 2024}", "4:15: measures[0].baseline: 'value' is missing; add it"),
      (
        "objective: {voice: customer}",
        "4:16: measures[0].objective: an objective needs 'text' or the 'id' of one; add it"
      ),
      (
        "window: {period: 12M}",
        "4:22: measures[0].window.period: '12M' is not a length of time; write it as P12M, P1Y, P2W or P10D"
      ),
      (
        "instrument: {sampleSize: -4}",
        "4:30: measures[0].instrument.sampleSize: a whole number of 0 or more belongs here"
      ),
      (
        "variants: [{id: b}, {id: b}]",
        "4:25: measures[0].variants[1].id: the id 'b' is already that of variants[0]; give each measure its own"
      ),
      (
        "variants: [{id: B}]",
        "4:16: measures[0].variants[0].id: 'B' is not a short name; use small letters, digits and single hyphens"
      ),
      (
        "formula: {expression: 100 x a}",
        "4:27: measures[0].formula.expression: 'x' stands where an operator or the end belongs (character 5 of the formula)"
      ),
      (
        "formula: {inputs: [{name: a b}]}",
        "4:31: measures[0].formula.inputs[0].name: 'a b' is not a name for an input; use letters, digits and underscores, a letter first"
      ),
      (
        "custom: {x: {error: N/A}}",
        "4:17: measures[0].custom.x: 'N/A' is not an error word; write it as Excel does, '#N/A'"
      ),
      ("custom: {x: [1]}", "4:17: measures[0].custom.x: a text belongs here, not a list"),
      ("name: B", "3:5: the key 'name' stands twice; keep one"),
    ])
  func saysWhatIsWrongWithAField(_ field: String, _ sentence: String) {
    let error = #expect(throws: CatalogError.self) { try Catalog(yaml: measure(field).bytes) }
    #expect(error?.description == sentence)
  }

  @Test(
    "Whole files: what is written, what is said",
    arguments: [
      ("", "1:1: the file is empty; a catalog is a map with 'measures'"),
      ("title: A", "1:1: 'measures' is missing; add it"),
      ("measure: []", "1:1: measure: 'measure' is not a known key; did you mean 'measures'?"),
      ("- id: a", "1:1: a map belongs here, not a list"),
      ("measures: 5", "1:11: measures: a list belongs here, not a number"),
      ("measures: [{name: A}]", "1:12: measures[0]: 'id' is missing; add it"),
      ("measures: [{id: a}]", "1:12: measures[0]: 'name' is missing; add it"),
      (
        "measures: [{id: a, name: A}, {id: a, name: B}]",
        "1:30: measures[1].id: the id 'a' is already that of measures[0]; give each measure its own"
      ),
      (
        "fiscalYearStart: 1 April\nmeasures: []",
        "1:18: fiscalYearStart: '1 April' is not a day of the year; write it as 04-01, month first"
      ),
      (
        "customFields: {x: money}\nmeasures: []",
        "1:19: customFields.x: 'money' is not a custom field type; use text, number, boolean or date"
      ),
      (
        "perspectiveOrders: {company: [A]}\nmeasures: []",
        "1:31: perspectiveOrders.company[0]: 'A' is not a short name; use small letters, digits and single hyphens"
      ),
      (
        "measures: [",
        "2:1: this is not YAML: while parsing a flow node, did not find expected node content"
      ),
      ("a: &x [1]\nmeasures: []", "1:4: the anchor '&x' is not allowed; remove it"),
      (
        "a: &x [1]\nmeasures: *x",
        "2:11: the alias '*x' is not allowed; write the value out, or '\\x2a' for '*' in a quoted text"
      ),
      (
        "title: a: b",
        "1:9: this is not YAML: mapping values are not allowed in this context; put a text that holds a colon and a blank in quotes"
      ),
      (
        "title: @b",
        "1:8: this is not YAML: while scanning for the next token, found character that cannot start any token; put a text that begins with this character in quotes, and indent with blanks"
      ),
      (
        "title: *b",
        "1:8: an alias stands for nothing here; put a text that begins with '*' in quotes"
      ),
      ("{[a]: 1, [a]: 2}", "1:2: a key must be a text"),
      ("a\u{1}: 1", "1:2: this is not YAML: control characters are not allowed"),
      ("measures: !x []", "1:11: the tag '!x' is not allowed; remove it"),
      (
        "title: !!int 5\nmeasures: []",
        "1:8: the tag 'tag:yaml.org,2002:int' is not allowed; remove it"
      ),
      ("measures: []\n---\nmeasures: []", "2:1: the file holds a second document; keep one"),
      ("? [a]\n: b", "1:3: a key must be a text"),
    ])
  func saysWhatIsWrongWithAYAMLFile(_ text: String, _ sentence: String) {
    let error = #expect(throws: CatalogError.self) { try Catalog(yaml: text.bytes) }
    #expect(error?.description == sentence)
  }

  @Test(
    "JSON: what is written, what is said",
    arguments: [
      ("", "1:1: the file is empty; a catalog is a map with 'measures'"),
      (" \n", "1:1: the file is empty; a catalog is a map with 'measures'"),
      ("{", "1:2: the text ends where a key or '}' belongs"),
      ("{\"a\" 1}", "1:6: '1' stands where ':' belongs"),
      ("{\"a\": 1 \"b\": 2}", "1:9: '\"' stands where ',' or '}' belongs"),
      ("{\"a\": 1,}", "1:9: '}' stands where a key belongs"),
      ("{a: 1}", "1:2: 'a' stands where a key or '}' belongs"),
      ("[1 2]", "1:4: '2' stands where ',' or ']' belongs"),
      ("[1,]", "1:4: ']' stands where a value belongs"),
      ("[é]", "1:2: 'é' stands where a value belongs"),
      ("[\u{7}]", "1:2: U+0007 stands where a value belongs"),
      ("[tru]", "1:2: 't' stands where a value belongs"),
      ("[tru", "1:5: the text ends where 'true' belongs"),
      ("[NaN]", "1:2: 'N' stands where a value belongs"),
      ("[01]", "1:2: this is no number as JSON writes it"),
      ("[+1]", "1:2: '+' stands where a value belongs"),
      ("[1.]", "1:4: ']' stands where a digit belongs"),
      ("[-]", "1:3: ']' stands where a digit belongs"),
      ("[1e]", "1:4: ']' stands where a digit belongs"),
      ("[1e999]", "1:2: the number is too large for a double"),
      ("[\"a\nb\"]", "1:4: a text holds the control character U+000A; write it as an escape"),
      ("[\"\\x\"]", "1:3: this is no escape JSON knows; write a backslash as '\\\\'"),
      ("[\"\\u12g4\"]", "1:3: this is no escape JSON knows; write a backslash as '\\\\'"),
      ("[\"\\ud800\"]", "1:3: '\\u' gives half a character; write both halves"),
      ("[\"\\udc00\"]", "1:3: '\\u' gives half a character; write both halves"),
      ("[\"\\ud800\\u0041\"]", "1:3: '\\u' gives half a character; write both halves"),
      ("[\"a", "1:4: the text ends where '\"' belongs"),
      ("[] []", "1:4: something follows after the end of the value; remove it"),
      ("{\"ää\": 1,\n \"é\": 2, \"é\": 3}", "2:10: the key 'é' stands twice; keep one"),
      (
        "{\"title\": 5, \"measures\": []}",
        "1:11: title: a text belongs here, not a number; put it in quotes"
      ),
      (
        "{\"title\": \"é\", \"x\": 1, \"measures\": []}",
        "1:16: x: 'x' is not a known key; remove it or put it in 'custom'"
      ),
      (
        "{\"measures\": [{\"id\": \"a\", \"name\": null}]}",
        "1:15: measures[0]: 'name' is missing; add it"
      ),
      (
        "{\n \"measures\": [\n  {\"id\": \"A\"}]}",
        "3:10: measures[0].id: 'A' is not an id; use small letters, digits and single hyphens, as in 'renewal-rate'"
      ),
    ])
  func saysWhatIsWrongWithAJSONFile(_ text: String, _ sentence: String) {
    let error = #expect(throws: CatalogError.self) { try Catalog(json: text.bytes) }
    #expect(error?.description == sentence)
  }

  @Test func saysWhereBytesAreNotUTF8() {
    let bytes = "{\"é\":\n \"".bytes + [0xFF] + "\"}".bytes
    let json = #expect(throws: CatalogError.self) { try Catalog(json: bytes) }
    #expect(json?.description == "2:3: the bytes here are not UTF-8; save the file as UTF-8")
    #expect(json?.code == .encoding)
    let yaml = #expect(throws: CatalogError.self) { try Catalog(yaml: bytes) }
    #expect(yaml?.code == .encoding)
  }

  @Test func messagesStayOnOneLineOfBoundedLength() throws {
    let key = String(repeating: "x\\n\\u2028", count: 5000)
    let error = #expect(throws: CatalogError.self) {
      try Catalog(json: "{\"\(key)\": 1, \"measures\": []}".bytes)
    }
    let text = try #require(error?.description)
    #expect(text.split(whereSeparator: \.isNewline).count == 1)
    #expect(text.count < 300)
  }

  @Test func keepsTheFormulasOwnErrorAsCause() throws {
    let text = measure("formula: {expression: 1 +}")
    let error = #expect(throws: CatalogError.self) { try Catalog(yaml: text.bytes) }
    let cause = try #require(error?.cause as? CatalogError)
    #expect(cause.line == nil && cause.column == 4)
  }
}
