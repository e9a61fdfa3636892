/// What can be wrong, as facts; the sentences are in `CatalogFault+Wording.swift`.
enum CatalogFault {
  /// What kind of thing stands in a file.
  enum Form {
    case text, number, boolean, list, map, nothing
  }

  // The file as a whole
  case notUTF8
  case tooLarge(limit: Int)
  case tooDeep(limit: Int)
  case tooManyNodes(limit: Int)
  case tooManyMeasures(limit: Int)
  case empty

  // JSON
  case jsonUnexpected(expected: String, found: Unicode.Scalar)
  case jsonEnded(expected: String)
  case jsonControlCharacter(UInt32)
  case jsonEscape
  case jsonLoneSurrogate
  case jsonNumber
  case jsonNumberTooLarge
  case jsonTrailing

  // YAML
  case yamlSyntax(String)
  case yamlAlias(String)
  case yamlUndefinedAlias
  case yamlAnchor(String)
  case yamlTag(String)
  case yamlDocuments
  case yamlKeyNotText

  // Keys
  case duplicateKey(String)
  case unknownKey(String, nearest: String?)
  case missingKey(String)

  // Values
  case wrongType(expected: Form, found: Form)
  case unknownWord(String, noun: String, nearest: String?, choices: [String])
  case notIdentifier(String)
  case notSlug(String)
  case notLanguage(String)
  case notDate(String)
  case notMoment(String)
  case notMonthDay(String)
  case notCalendarPeriod(String)
  case notCurrency(String)
  case notFinite
  case notWholeNumber
  case notErrorWord(String)
  case outside(String, low: String, high: String)
  case reversedScale
  case stepNotPositive
  case reversedRange
  case valueAndRange
  case neitherValueNorRange
  case rangeNeedsBothEnds
  case noThreshold
  case mixedThresholds
  case periodAndDate
  case emptyObjective
  case duplicateIdentifier(String, first: String)

  // Fields by path
  case unknownField(String, of: String, nearest: String?, choices: [String])
  case fieldHasNoParts(String)
  case fieldNeedsItem(String)
  case fieldNeedsKey(String)
  case fieldNeedsLanguage([String])
  case fieldPathBroken(String)
  case fieldMissing(String, example: String)
  case fieldKeptByImport
  case noSuchItem(String, count: Int)
  case notNumber(String)
  case doubtfulNumber(String)
  case percentOfUnit(String, unit: String)
  case notTruth(String)
  case notShort(String, example: String)
  case unknownWordForField(String, noun: String, nearest: String?, choices: [String])
  case unknownMeasure(String, nearest: [String])
  case severalMeasures(String, [String])
  case measureIsThere(String)

  // Overlays
  case measureNotInBase(String, nearest: String?)
  case baseOutsideFolder(String)
  case baseLoop(String)
  case basesTooDeep(limit: Int)
  case baseFaulty(String, why: String)
  case emptyMeansTrue
  case namedTwice(String, first: String)

  // Formulas
  case formulaEmpty
  case formulaTooLong(limit: Int)
  case formulaTooDeep(limit: Int)
  case formulaCharacter(Unicode.Scalar)
  case formulaNumber(String)
  case formulaExpected(String, found: String?)
  case formulaFunction(String, nearest: String?)
  case formulaArguments(function: String, expected: String)
  case formulaName(String)
  case unitsDiffer(String, String, operation: String)
  case unitNotCountable(String)

  // The built-in catalog
  case builtInFile(String, why: String)
}
