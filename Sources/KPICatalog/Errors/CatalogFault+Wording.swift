extension CatalogFault {
  /// The kind of fault.
  var code: CatalogError.Code {
    switch self {
    case .notUTF8: .encoding
    case .tooLarge, .tooDeep, .tooManyNodes, .tooManyMeasures: .limit
    case .empty, .jsonUnexpected, .jsonEnded, .jsonControlCharacter, .jsonEscape,
      .jsonLoneSurrogate, .jsonNumber, .jsonTrailing, .yamlSyntax, .yamlKeyNotText:
      .syntax
    case .yamlAlias, .yamlUndefinedAlias, .yamlAnchor, .yamlTag, .yamlDocuments: .unsupported
    case .duplicateKey, .namedTwice: .duplicateKey
    case .unknownKey, .unknownField, .fieldHasNoParts, .fieldNeedsItem, .fieldNeedsKey,
      .fieldNeedsLanguage, .fieldPathBroken, .fieldMissing, .fieldKeptByImport, .noSuchItem:
      .unknownKey
    case .missingKey, .emptyObjective, .noThreshold, .neitherValueNorRange, .rangeNeedsBothEnds:
      .missingKey
    case .wrongType: .wrongType
    case .unknownWord, .unknownWordForField: .unknownWord
    case .unknownMeasure, .severalMeasures, .measureNotInBase: .unknownMeasure
    case .baseOutsideFolder, .baseLoop, .basesTooDeep, .baseFaulty: .base
    case .duplicateIdentifier, .measureIsThere: .duplicateIdentifier
    case .notIdentifier, .notSlug, .notLanguage, .notDate, .notMoment, .notMonthDay,
      .notCalendarPeriod, .notCurrency, .notFinite, .notWholeNumber, .notErrorWord, .outside,
      .reversedScale, .stepNotPositive, .reversedRange, .valueAndRange, .mixedThresholds,
      .periodAndDate, .jsonNumberTooLarge, .notNumber, .doubtfulNumber, .percentOfUnit, .notTruth,
      .notShort, .emptyMeansTrue:
      .invalidValue
    case .formulaEmpty, .formulaTooLong, .formulaTooDeep, .formulaCharacter, .formulaNumber,
      .formulaExpected, .formulaFunction, .formulaArguments, .formulaName:
      .expression
    case .unitsDiffer, .unitNotCountable: .unit
    case .builtInFile: .builtIn
    }
  }

  /// What is wrong and what to do, one sentence without a full stop.
  var sentence: String {
    switch self {
    case .notUTF8, .tooLarge, .tooDeep, .tooManyNodes, .tooManyMeasures, .empty, .jsonUnexpected,
      .jsonEnded,
      .jsonControlCharacter, .jsonEscape, .jsonLoneSurrogate, .jsonNumber, .jsonNumberTooLarge,
      .jsonTrailing, .yamlSyntax, .yamlAlias, .yamlUndefinedAlias, .yamlAnchor, .yamlTag,
      .yamlDocuments, .yamlKeyNotText, .builtInFile:
      fileSentence
    case .duplicateKey, .unknownKey, .missingKey, .wrongType, .unknownWord, .duplicateIdentifier:
      keySentence
    case .unknownField, .fieldHasNoParts, .fieldNeedsItem, .fieldNeedsKey, .fieldNeedsLanguage,
      .fieldPathBroken, .fieldMissing, .fieldKeptByImport, .noSuchItem, .notNumber,
      .doubtfulNumber, .percentOfUnit, .notTruth, .notShort, .unknownWordForField, .unknownMeasure,
      .measureNotInBase, .baseOutsideFolder,
      .baseLoop, .basesTooDeep, .baseFaulty, .emptyMeansTrue, .namedTwice, .severalMeasures,
      .measureIsThere:
      fieldSentence
    case .formulaEmpty, .formulaTooLong, .formulaTooDeep, .formulaCharacter, .formulaNumber,
      .formulaExpected, .formulaFunction, .formulaArguments, .formulaName, .unitsDiffer,
      .unitNotCountable:
      formulaSentence
    default: valueSentence
    }
  }

  private var fileSentence: String {
    switch self {
    case .notUTF8: "the bytes here are not UTF-8; save the file as UTF-8"
    case .tooLarge(let limit):
      "the file is larger than \(limit) bytes; split it or raise the limit"
    case .tooDeep(let limit): "lists and maps are nested more than \(limit) deep"
    case .tooManyNodes(let limit):
      "the file holds more than \(limit) values; split it or raise the limit"
    case .tooManyMeasures(let limit):
      "the file holds more than \(limit) measures; split it"
    case .empty: "the file is empty; a catalog is a map with 'measures'"
    case .jsonUnexpected(let expected, let found):
      "\(Self.quoted(found)) stands where \(expected) belongs"
    case .jsonEnded(let expected): "the text ends where \(expected) belongs"
    case .jsonControlCharacter(let value):
      "a text holds the control character \(Self.codePoint(value)); write it as an escape"
    case .jsonEscape: "this is no escape JSON knows; write a backslash as '\\\\'"
    case .jsonLoneSurrogate: "'\\u' gives half a character; write both halves"
    case .jsonNumber: "this is no number as JSON writes it"
    case .jsonNumberTooLarge: "the number is too large for a double"
    case .jsonTrailing: "something follows after the end of the value; remove it"
    case .yamlSyntax(let problem): "this is not YAML: \(problem)\(Self.cure(for: problem))"
    case .yamlAlias(let name):
      "the alias '*\(Self.shown(name))' is not allowed; write the value out"
        + ", or '\\x2a' for '*' in a quoted text"
    case .yamlUndefinedAlias:
      "an alias stands for nothing here; put a text that begins with '*' in quotes"
    case .yamlAnchor(let name): "the anchor '&\(Self.shown(name))' is not allowed; remove it"
    case .yamlTag(let tag): "the tag \(quote(tag)) is not allowed; remove it"
    case .yamlDocuments: "the file holds a second document; keep one"
    case .yamlKeyNotText: "a key must be a text"
    case .builtInFile(let name, let why):
      "the built-in text \(quote(name)) is faulty: \(why)"
    default: ""
    }
  }

  private var keySentence: String {
    switch self {
    case .duplicateKey(let key): "the key \(quote(key)) stands twice; keep one"
    case .unknownKey(let key, let nearest?):
      "\(quote(key)) is not a known key; did you mean '\(nearest)'?"
    case .unknownKey(let key, nil):
      "\(quote(key)) is not a known key; remove it or put it in 'custom'"
    case .missingKey(let key): "\(quote(key)) is missing; add it"
    case .wrongType(let expected, let found):
      "\(Self.article(expected)) belongs here, not \(Self.article(found))"
        + (expected == .text && found == .number ? "; put it in quotes" : "")
    case .unknownWord(let text, let noun, let nearest?, _):
      "\(quote(text)) is not \(noun); did you mean '\(nearest)'?"
    case .unknownWord(let text, let noun, nil, let choices):
      "\(quote(text)) is not \(noun); use \(Self.list(choices))"
    case .duplicateIdentifier(let id, let first):
      "the id \(quote(id)) is already that of \(first); give each measure its own"
    default: ""
    }
  }

  private var valueSentence: String {
    switch self {
    case .notIdentifier(let text):
      "\(quote(text)) is not an id; use small letters, digits and single hyphens"
        + ", as in 'renewal-rate'"
    case .notSlug(let text):
      "\(quote(text)) is not a short name; use small letters, digits and single hyphens"
    case .notLanguage(let text):
      "\(quote(text)) is not a language tag; use one such as 'en' or 'fr-CA'"
    case .notDate(let text): "\(quote(text)) is not a date; write it as 2026-12-31"
    case .notMoment(let text):
      "\(quote(text)) is not a date or period; write it as 2026-12-31, 2026, 2026-Q4 or 2026-03"
    case .notMonthDay(let text):
      "\(quote(text)) is not a day of the year; write it as 04-01, month first"
    case .notCalendarPeriod(let text):
      "\(quote(text)) is not a length of time; write it as P12M, P1Y, P2W or P10D"
    case .notCurrency(let text):
      "\(quote(text)) is not a currency; use three capitals such as 'EUR'"
    case .notFinite: "a number with an end belongs here"
    case .notWholeNumber: "a whole number of 0 or more belongs here"
    case .notErrorWord(let text):
      "\(quote(text)) is not an error word; write it as Excel does, '#N/A'"
    case .outside(let text, let low, let high): "\(text) lies outside \(low) to \(high)"
    case .reversedScale: "the scale's 'min' is above its 'max'; swap them"
    case .stepNotPositive: "the scale's 'step' must be above 0"
    case .reversedRange: "'low' is above 'high'; swap them"
    case .valueAndRange: "a target has either 'value' or 'low' and 'high'; remove one"
    case .neitherValueNorRange: "a target needs 'value', or 'low' and 'high'; add one"
    case .rangeNeedsBothEnds: "a range needs both 'low' and 'high'; add the other"
    case .noThreshold: "thresholds need 'green' or 'amber'; add one"
    case .mixedThresholds: "'green' and 'amber' must both be numbers or both be ranges"
    case .periodAndDate: "either 'period' or 'date' says when; remove one"
    case .emptyObjective: "an objective needs 'text' or the 'id' of one; add it"
    default: ""
    }
  }

  private var fieldSentence: String {
    switch self {
    case .unknownField("", _, _, _): "a field's name is missing here"
    case .unknownField(let key, "", let nearest?, _):
      "\(quote(key)) is not a field; did you mean '\(nearest)'?"
    case .unknownField(let key, "", nil, let choices):
      "\(quote(key)) is not a field; use \(Self.list(choices)), or custom.\(Self.shown(key))"
    case .unknownField(let key, let whole, let nearest?, let choices):
      "\(quote(key)) is no part of \(quote(whole)); did you mean '\(nearest)'?"
        + " It has \(Self.list(choices, last: " and "))"
    case .unknownField(let key, let whole, nil, let choices):
      "\(quote(key)) is no part of \(quote(whole)); it has \(Self.list(choices, last: " and "))"
    case .fieldHasNoParts(let field): "\(quote(field)) has no parts; give it a value as a whole"
    case .fieldNeedsItem(let field):
      "\(quote(field)) is a list; say which item, as in '\(Self.shown(field))[1]'"
    case .fieldNeedsKey(let field):
      "\(quote(field)) holds named values; say which, as in '\(Self.shown(field)).Cost'"
    case .fieldNeedsLanguage(let languages):
      "the text is in \(Self.list(languages, last: " and ")); say which, as in"
        + " '.\(languages.first ?? "en")'"
    case .fieldPathBroken(let field):
      "the path breaks off or is wrongly put together after \(quote(field))"
        + "; write it as in 'unit.kind' or 'targets[1].value'"
    case .fieldMissing(let id, let example):
      "a field of \(quote(id)) must be named, as in '\(Self.shown(example))'"
    case .fieldKeptByImport: "where a measure was read from cannot be set"
    case .noSuchItem(let name, let count):
      "there is no item \(quote(name)); the list has \(count == 0 ? "none" : String(count))"
        + ", and '\(count + 1)' would add one"
    case .notNumber(let text): "\(quote(text)) is not a number; write it as in 4.5"
    case .doubtfulNumber(let text):
      "\(quote(text)) can be read in two ways; write it with a point before the decimals and no mark between thousands, as in 1500.5"
    case .percentOfUnit(let text, let unit):
      "\(quote(text)) is a percent, but the unit of the measure is \(unit); write the number alone"
    case .notTruth(let text): "\(quote(text)) is neither true nor false; use one of them"
    case .notShort(let text, let example):
      "\(quote(text)) does not fit here; write it as \(example)"
    case .unknownWordForField(let text, let noun, let nearest?, let choices):
      "\(quote(text)) is not \(noun); did you mean '\(nearest)'? It takes \(Self.list(choices))"
    case .unknownWordForField(let text, let noun, nil, let choices):
      "\(quote(text)) is not \(noun); use \(Self.list(choices))"
    case .unknownMeasure(let id, let nearest):
      "there is no measure \(quote(id)); "
        + (nearest.isEmpty
          ? "'kpibook list' shows the ids"
          : "did you mean \(Self.list(nearest.map { "'\($0)'" }))?")
    case .severalMeasures(let word, let ids):
      "\(quote(word)) means several measures; use one of the ids \(Self.list(ids))"
    case .measureIsThere(let id):
      "the measure \(quote(id)) is there already; set its fields instead"
    case .measureNotInBase(let id, let nearest?):
      "the base has no measure \(quote(id)); did you mean '\(nearest)'?"
        + " A new measure needs a name"
    case .measureNotInBase(let id, nil):
      "the base has no measure \(quote(id)), and a new one needs a name; add it or take the"
        + " measure out"
    case .baseOutsideFolder(let path):
      "\(quote(path)) cannot be a base; name a built-in catalog, or a file in the overlay's folder"
        + " or below it, with '/' and without '..'"
    case .baseLoop(let path):
      "the overlay builds on itself through \(quote(path)); name another base"
    case .basesTooDeep(let limit): "more than \(limit) overlays build on each other"
    case .namedTwice(let id, let first): "\(quote(id)) is named at \(first) already; keep one"
    case .baseFaulty(let path, let why): "its base \(quote(path)) is faulty: \(why)"
    case .emptyMeansTrue: "an empty cell is written {empty: true}"
    default: ""
    }
  }

  private var formulaSentence: String {
    switch self {
    case .formulaEmpty: "the formula is empty"
    case .formulaTooLong(let limit): "the formula is longer than \(limit) bytes"
    case .formulaTooDeep(let limit):
      "the formula has more than \(limit) parts or is nested too deep"
    case .formulaCharacter(let scalar): "\(Self.quoted(scalar)) has no meaning in a formula"
    case .formulaNumber(let text): "\(quote(text)) is not a number"
    case .formulaExpected(let expected, let found?):
      "\(quote(found)) stands where \(expected) belongs"
    case .formulaExpected(let expected, nil): "the formula ends where \(expected) belongs"
    case .formulaFunction(let name, let nearest?):
      "\(quote(name)) is not a function; did you mean '\(nearest)'?"
    case .formulaFunction(let name, nil):
      "\(quote(name)) is not a function; use "
        + Self.list(FormulaFunction.allCases.map(\.rawValue))
    case .formulaArguments(let function, let expected): "'\(function)' takes \(expected)"
    case .formulaName(let text):
      "\(quote(text)) is not a name for an input; use letters, digits and underscores"
        + ", a letter first"
    case .unitsDiffer(let left, let right, let operation):
      "\(Self.shown(left)) and \(Self.shown(right)) cannot be \(operation)"
    case .unitNotCountable(let unit): "\(Self.shown(unit)) cannot be reckoned with"
    default: ""
    }
  }

  /// What is added to a formula's error where the formula stands in a file.
  static func formulaPlace(_ column: Int) -> String {
    " (character \(column) of the formula)"
  }

  private static func article(_ form: Form) -> String {
    switch form {
    case .text: "a text"
    case .number: "a number"
    case .boolean: "true or false"
    case .list: "a list"
    case .map: "a map"
    case .nothing: "nothing"
    }
  }

  /// A text from a file in single quotes.
  private func quote(_ text: String) -> String {
    "'" + Self.shown(text) + "'"
  }

  /// What to do about the commonest slips, in libyaml's words.
  private static func cure(for problem: String) -> String {
    if problem.hasSuffix("mapping values are not allowed in this context") {
      return "; put a text that holds a colon and a blank in quotes"
    }
    if problem.hasSuffix("found character that cannot start any token") {
      return "; put a text that begins with this character in quotes, and indent with blanks"
    }
    return ""
  }

  /// A text from a file as it stands in a sentence: one line, and not too long.
  static func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(80) {
      shown.append(mustHide(scalar) ? " " : scalar)
    }
    return String(shown) + (text.unicodeScalars.dropFirst(80).isEmpty ? "" : "…")
  }

  private static func mustHide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  static func quoted(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      codePoint(scalar.value)
    default: "'\(scalar)'"
    }
  }

  private static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func list(_ words: [String], last conjunction: String = " or ") -> String {
    guard let last = words.last else { return "nothing" }
    let others = words.dropLast()
    return others.isEmpty ? last : others.joined(separator: ", ") + conjunction + last
  }
}
