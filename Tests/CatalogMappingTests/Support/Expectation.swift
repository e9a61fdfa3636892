import Foundation
import KPICatalog
import TestSupport

@testable import CatalogMapping

/// What is expected of a workbook, read from `Tests/Fixtures/kpi-books/expected`.
struct Expectation {
  typealias Object = [String: Any]

  var measures: [Measure] = []
  /// The places at which something must be told, each any of some cells such as `Sheet!B2`.
  var findings: [[String]] = []

  init(_ book: String) throws {
    let bytes = try Fixture.bytes("kpi-books/expected/\(book).json")
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? Object ?? [:]
    measures = (object["measures"] as? [Object] ?? []).map(Measure.init)
    findings = (object["expect_findings"] as? [Object] ?? []).map { finding in
      finding["any"] as? [String] ?? [finding["cell"] as? String ?? ""]
    }
  }

  /// The measures of an import as their JSON says.
  static func measures(of result: ImportResult) throws -> [Object] {
    let object = try JSONSerialization.jsonObject(with: Data(result.catalog.json())) as? Object
    return object?["measures"] as? [Object] ?? []
  }

  /// One expected measure.
  struct Measure {
    let fields: Object
    let absent: [String]
    let origin: Object

    init(_ object: Object) {
      fields = object["fields"] as? Object ?? [:]
      absent = object["absent"] as? [String] ?? []
      origin = object["origin"] as? Object ?? [:]
    }

    var label: String { Expectation.leaves(fields["name"]).first ?? "?" }

    /// Whether a measure was read from the row this one stands in and bears its name.
    func isAt(_ found: Object) -> Bool {
      let place = found["origin"] as? Object ?? [:]
      let names = Expectation.leaves(found["name"]).map(Expectation.folded)
      return place["sheet"] as? String == origin["sheet"] as? String
        && place["row"] as? Int == origin["row"] as? Int
        && Expectation.leaves(fields["name"]).map(Expectation.folded).contains {
          names.contains($0)
        }
    }

    /// What is not as expected.
    func faults(of found: Object) -> [String] {
      var faults = fields.keys.sorted().compactMap { key in
        isRight(key, fields[key], found)
          ? nil
          : "\(key) should be \(fields[key] ?? ""), is \(Expectation.value(key, found) ?? "absent")"
      }
      for key in absent where key != "targets.by" && Expectation.value(key, found) != nil {
        faults.append("\(key) should be absent")
      }
      let cells = (found["origin"] as? Object)?["cells"] as? [String: String] ?? [:]
      for (field, cell) in origin["cells"] as? [String: String] ?? [:] {
        let stem =
          field.hasPrefix("formula")
          ? "formula" : field.hasPrefix("thresholds") ? "threshold" : field
        if !cells.contains(where: { $0.key.hasPrefix(stem) && $0.value == cell }) {
          faults.append("\(field) should come from \(cell)")
        }
      }
      return faults
    }

    private func isRight(_ key: String, _ wanted: Any?, _ found: Object) -> Bool {
      let value = Expectation.value(key, found)
      switch key {
      case "name", "description", "question", "rationale", "notes", "formula.text":
        let texts = Expectation.leaves(value).map(Expectation.folded)
        return Expectation.leaves(wanted).allSatisfy { texts.contains(Expectation.folded($0)) }
      case "group", "perspective", "kind":
        return Expectation.leaves(value).map(Expectation.slug)
          == Expectation.leaves(wanted).map(Expectation.slug)
      case "targets": return hasTargets(wanted as? [Object] ?? [], value as? [Object] ?? [])
      case "custom":
        let values = value as? Object ?? [:]
        return (wanted as? Object ?? [:]).allSatisfy { key, wanted in
          let found = values.first { Expectation.folded($0.key) == Expectation.folded(key) }?.value
          return Expectation.leaves(found).first.map { Expectation.isSame($0, wanted) } ?? false
        }
      case "formula.expression":
        return Expectation.shape(wanted as? String) == Expectation.shape(value as? String)
      case "lifecycle":
        return Expectation.leaves(value).contains(wanted as? String ?? "")
      case _ where key.hasSuffix(".period"):
        let stem = String(key.dropLast(7))
        let found = Expectation.leaves(found[stem])
        return found.contains { $0.hasPrefix(wanted as? String ?? "?") }
      default:
        return Expectation.leaves(value).first.map { Expectation.isSame($0, wanted) } ?? false
          || Expectation.leaves(value) == Expectation.leaves(wanted)
      }
    }

    private func hasTargets(_ wanted: [Object], _ found: [Object]) -> Bool {
      wanted.count == found.count
        && zip(wanted, found).allSatisfy { wanted, found in
          ["value", "low", "high"].allSatisfy { key in
            wanted[key] == nil
              || Expectation.leaves(found[key]).first.map { Expectation.isSame($0, wanted[key]) }
                ?? false
          } && (found["by"] as? String ?? "").hasPrefix(wanted["by"] as? String ?? "")
        }
    }
  }

  // MARK: Values

  static func value(_ path: String, _ object: Object) -> Any? {
    var value: Any? = object
    for key in path.split(separator: ".") { value = (value as? Object)?[String(key)] }
    return value
  }

  static func leaves(_ value: Any?) -> [String] {
    switch value {
    case let object as Object: object.keys.sorted().flatMap { leaves(object[$0]) }
    case let list as [Any]: list.flatMap { leaves($0) }
    case let text as String: [text]
    case let number as NSNumber: [number.description]
    default: []
    }
  }

  static func isSame(_ text: String, _ wanted: Any?) -> Bool {
    guard let wanted = leaves(wanted).first else { return false }
    if let left = Double(text), let right = Double(wanted) {
      return abs(left - right) <= 1e-9 * max(1, abs(right))
    }
    return folded(text) == folded(wanted)
  }

  /// The text with runs of blanks as one.
  static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  static func slug(_ text: String) -> String {
    text.folding(options: .diacriticInsensitive, locale: nil).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// An expression with its inputs named in the order in which they stand.
  static func shape(_ expression: String?) -> String? {
    guard let expression else { return nil }
    var names: [Substring] = []
    var shape = ""
    var rest = Substring(expression)
    while let first = rest.first {
      if first.isLetter || first == "_" {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest.dropFirst(name.count)
        let place = names.firstIndex(of: name) ?? names.count
        if place == names.count { names.append(name) }
        shape += "v\(place)"
      } else {
        if !first.isWhitespace { shape.append(first) }
        rest = rest.dropFirst()
      }
    }
    return shape
  }
}
