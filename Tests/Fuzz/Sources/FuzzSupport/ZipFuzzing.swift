internal import Zip

/// Any bytes as an archive, all entries read.
public enum ZipFuzzing {
  /// Reads the bytes as an archive in every way there is.
  public static func run(_ bytes: [UInt8]) {
    var limits = ReadLimits()
    limits.partBytes = 1 << 20
    limits.expandedBytes = 4 << 20
    limits.entries = 1_000
    guard let archive = try? ZipReader(file: RandomAccessFile(bytes: bytes), limits: limits) else {
      return
    }
    for entry in archive.entries {
      let whole = try? archive.read(entry)
      guard let reader = try? archive.open(entry) else {
        require(whole == nil, "\(entry.name) is read but does not open")
        continue
      }
      var pieces: [UInt8] = []
      do {
        while true {
          let piece = try reader.read(upTo: 100)
          if piece.isEmpty { break }
          pieces += piece
        }
        if let whole { require(whole == pieces, "\(entry.name) differs when read in pieces") }
        require(UInt64(pieces.count) == entry.size, "\(entry.name) has another size")
      } catch {
        require(whole == nil, "\(entry.name) is read whole but not in pieces")
      }
    }
  }
}
