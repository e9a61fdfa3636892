internal import XMLStream
internal import Zip

/// A link from one part to another or to the outside (ECMA-376 Part 2, 6.5).
struct Relationship: Hashable, Sendable {
  var id: String
  /// The type's URI, whose last step is what matters: `…/relationships/worksheet`.
  var type: String
  /// The part's name without a leading slash, or nil when the target lies outside the package.
  var part: String?

  /// The last step of the type, the same for strict and transitional files.
  var kind: Substring { type.split(separator: "/").last ?? "" }
}

extension Relationship {
  /// Reads a relationships part of at most `limit` links; targets are resolved against the folder of
  /// `source`.
  static func read(
    _ bytes: [UInt8], of source: String, limit: Int
  ) throws(XMLError) -> [Relationship] {
    var list: [Relationship] = []
    let reader = try XMLReader(bytes)
    while let event = try reader.next() {
      guard case .start(let element) = event, element.name.local == "Relationship" else { continue }
      guard let id = element["Id"], let type = element["Type"] else { continue }
      guard list.count < limit else { throw .tooMany("links between parts", limit: limit) }
      var part: String?
      if element["TargetMode"] != "External", let target = element["Target"] {
        part = PartName.resolve(target, against: source)
      }
      list.append(Relationship(id: id, type: type, part: part))
    }
    return list
  }
}

/// Names of parts as paths inside the package (ECMA-376 Part 2, 6.2.2), without a leading slash.
enum PartName {
  /// The part that `target` means in a relationship of `source`.
  static func resolve(_ target: String, against source: String) -> String {
    let clean = target.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    let path = clean.contains("\\") ? String(clean.map { $0 == "\\" ? "/" : $0 }) : String(clean)
    var steps: [Substring] = []
    if !path.hasPrefix("/") {
      steps = Array(source.split(separator: "/").dropLast())
    }
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  /// The name of the part that holds the relationships of `part`; the package's own for "".
  static func relationships(of part: String) -> String {
    var steps = part.split(separator: "/")
    let base = steps.popLast() ?? ""
    return (steps + ["_rels", "\(base).rels"]).joined(separator: "/")
  }

  /// The form in which names are compared: they do not differ by ASCII case (Part 2, 6.2.2.3).
  static func key(_ name: String) -> String {
    var bytes = Array(name.utf8)
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[index] |= 0x20
      case UInt8(ascii: "\\"): bytes[index] = UInt8(ascii: "/")
      default: break
      }
    }
    let start = bytes.first == UInt8(ascii: "/") ? 1 : 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }
}
