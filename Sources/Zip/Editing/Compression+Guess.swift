extension ZipReader {
  /// The fastest setting that makes an entry about as small as it is now.
  ///
  /// The first 64 KiB of the entry are expanded and compressed again.
  func compression(like entry: ZipEntry) throws(ZipError) -> Compression {
    guard entry.method == 8, let sample = try DeflateSample(entry, in: self) else {
      return .standard
    }
    let limit = sample.compressedCount + sample.compressedCount * 3 / 100
    let settings: [Compression] = [.level(1), .standard, .level(5)]
    return settings.first { sample.size(at: $0) ?? .max <= limit } ?? .level(6)
  }
}

/// The beginning of an entry, compressed and expanded.
private struct DeflateSample {
  private let bytes: [UInt8]
  /// How many compressed bytes stand for them.
  let compressedCount: Int

  /// nil for an entry that cannot be expanded.
  init?(_ entry: ZipEntry, in reader: ZipReader) throws(ZipError) {
    let start = try reader.dataStart(of: entry)
    let input = try reader.file.read(at: start, count: Int(min(entry.compressedSize, 64 << 10)))
    guard let inflate = Inflate() else { return nil }
    // More than deflate can make of so few bytes is not asked for.
    var output = [UInt8](repeating: 0, count: min(max(input.count * 16, 1024), 512 << 10))
    let step = unsafe input.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBytes { unsafe inflate.expand(source, into: $0) }
    }
    guard step.made > 0, step.outcome != .damaged else { return nil }
    output.removeLast(output.count - step.made)
    bytes = output
    compressedCount = step.taken
  }

  /// How many bytes this setting makes of the sample.
  func size(at compression: Compression) -> Int? {
    guard let deflate = Deflate(compression) else { return nil }
    let none = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    var output = [UInt8](repeating: 0, count: Deflate.bound(bytes.count))
    return unsafe bytes.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBytes {
        unsafe deflate.compress(source, after: none, isLast: true, into: $0)
      }
    }
  }
}
