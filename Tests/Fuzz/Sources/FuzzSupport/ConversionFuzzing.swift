internal import DelimitedText
internal import SpreadsheetML
internal import TableConversion

/// Any text to a workbook and back.
public enum ConversionFuzzing {
  /// Converts the text, and requires that every field comes back.
  ///
  /// A byte stands before the text and says what is asked for: types, a header, a language, the size
  /// of the pieces.
  public static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let text = Array(bytes.dropFirst())
    var conversion = WorkbookConversion()
    conversion.delimiter = UInt8(ascii: first & 64 == 0 ? "," : ";")
    conversion.encoding = .utf8
    conversion.findsValues = first & 1 == 0
    conversion.hasHeader = first & 2 != 0
    if first & 4 != 0 { conversion.locale = first & 8 != 0 ? .fr : .de }
    var source = ByteArraySource(text, chunk: first & 16 == 0 ? .max : 7)
    let book: [UInt8]
    do {
      book = try WorkbookWriter.bytes { book in
        let report = try conversion.convert(
          ClosureByteSource { source.read(into: &$0) }, to: book)
        if !report.lateCodes.isEmpty { require(conversion.findsValues, "codes without types") }
      }
    } catch is DelimitedTextError {
      return
    } catch {
      return require(false, "the text cannot be converted: \(error)")
    }
    guard let expected = records(text, conversion) else { return }
    do {
      let sheet = try Workbook.open(bytes: book).sheets[0]
      let stored = try fields(sheet, .stored)
      let shown = try fields(sheet, .shown(conversion.locale ?? .en))
      for (row, record) in expected.enumerated() {
        for (column, field) in record.enumerated() {
          let one = value(stored, row, column)
          let other = value(shown, row, column)
          require(
            isSame(field, one, conversion) || field == other,
            "row \(row + 1), column \(column + 1): '\(String(decoding: field, as: UTF8.self))' came "
              + "back as '\(String(decoding: one, as: UTF8.self))', shown as "
              + "'\(String(decoding: other, as: UTF8.self))'")
        }
      }
    } catch {
      require(false, "the workbook cannot be read: \(error)")
    }
  }

  private static func value(_ rows: [[[UInt8]]], _ row: Int, _ column: Int) -> [UInt8] {
    row < rows.count && column < rows[row].count ? rows[row][column] : []
  }

  /// The records of a text as the conversion reads them, or nil when it cannot be read.
  private static func records(
    _ text: [UInt8], _ conversion: WorkbookConversion
  ) -> [[[UInt8]]]? {
    let guess = DialectGuess(
      ByteSample(text, isWhole: true), encoding: conversion.encoding,
      delimiter: conversion.delimiter)
    return try? records(text, guess.dialect, guess.encoding.value)
  }

  private static func records(
    _ text: [UInt8], _ dialect: Dialect, _ encoding: TextEncoding
  ) throws -> [[[UInt8]]] {
    var found: [[[UInt8]]] = []
    var reader = DelimitedReader(ByteArraySource(text), dialect: dialect, encoding: encoding)
    while try reader.readRecord() {
      found.append((0..<reader.fieldCount).map { Array(reader.text($0).utf8) })
    }
    return found
  }

  private static func fields(
    _ sheet: Sheet, _ values: SheetConversion.Values
  ) throws -> [[[UInt8]]] {
    var bytes: [UInt8] = []
    var writer = DelimitedWriter(
      ClosureByteSink { piece in for index in piece.indices { bytes.append(piece[index]) } })
    _ = try SheetConversion(values: values).convert(sheet, to: &writer)
    _ = try writer.finish()
    return try records(bytes, .csv, .utf8)
  }

  /// Whether a field came back as it was, or as the same number in other digits.
  private static func isSame(
    _ field: [UInt8], _ found: [UInt8], _ conversion: WorkbookConversion
  ) -> Bool {
    if field == found { return true }
    let mark = UInt8(ascii: conversion.locale == nil ? "." : ",")
    guard conversion.findsValues, let before = number(field, mark: mark),
      let after = number(found, mark: UInt8(ascii: "."))
    else { return false }
    return before == after
  }

  private struct Number: Equatable {
    var isNegative = false
    var digits: [UInt8] = []
    var power = 0
  }

  /// The digits of a decimal without zeros at either end; nil for what is none.
  private static func number(_ text: [UInt8], mark: UInt8) -> Number? {
    var number = Number()
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") {
      number.isNegative = true
      rest.removeFirst()
    }
    var hasMark = false
    while let byte = rest.first, byte == mark && !hasMark || 0x30...0x39 ~= byte {
      if byte == mark {
        hasMark = true
      } else {
        number.digits.append(byte)
        if hasMark { number.power -= 1 }
      }
      rest.removeFirst()
    }
    guard !number.digits.isEmpty else { return nil }
    if let byte = rest.first {
      guard byte | 0x20 == UInt8(ascii: "e"),
        let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self))
      else { return nil }
      number.power += power
    }
    while number.digits.last == 0x30 {
      number.digits.removeLast()
      number.power += 1
    }
    number.digits = Array(number.digits.drop { $0 == 0x30 })
    if number.digits.isEmpty { number.power = 0 }
    return number
  }
}
