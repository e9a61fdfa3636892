import TestSupport
import Testing
import Zip

/// What comes of opening an archive and reading all of it.
enum Opening: Equatable, Sendable {
  /// The names and texts of the entries.
  case texts([String: String])
  /// The error's sentence.
  case refused(String)

  init(_ zip: ZipBuilder, limits: ReadLimits = .standard) {
    self.init(zip.bytes(), limits: limits)
  }

  init(_ bytes: [UInt8], limits: ReadLimits = .standard) {
    do throws(ZipError) {
      let archive = try ZipReader(file: RandomAccessFile(bytes: bytes), limits: limits)
      var texts: [String: String] = [:]
      for entry in archive.entries {
        texts[entry.name] = String(decoding: try archive.read(entry), as: UTF8.self)
      }
      self = .texts(texts)
    } catch {
      self = .refused("\(error)")
    }
  }
}

/// An archive and what must come of it.
struct ArchiveCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let zip: ZipBuilder
  let outcome: Opening

  init(_ name: String, refused sentence: String, _ change: (inout ZipBuilder) -> Void) {
    self.init(name, .refused(sentence), change)
  }

  init(read name: String, _ change: (inout ZipBuilder) -> Void) {
    self.init(name, .texts(["a.txt": "alpha", "b.txt": "beta"]), change)
  }

  private init(_ name: String, _ outcome: Opening, _ change: (inout ZipBuilder) -> Void) {
    testDescription = name
    self.outcome = outcome
    var zip = ZipBuilder(["a.txt": "alpha", "b.txt": "beta"])
    change(&zip)
    self.zip = zip
  }
}
