/// One entry's expanded bytes, piece by piece, in constant memory.
///
/// The size, the limits and the CRC-32 are checked as the bytes go by; the last piece is only given
/// out when they hold. Entries of more than 2 MiB compressed are expanded on a thread of their own,
/// so that reading and understanding go on side by side.
public final class ZipEntryReader {
  /// The entry being read.
  public let entry: ZipEntry

  private let expander: EntryExpander
  private var pipeline: ChunkPipeline?

  init(
    _ entry: ZipEntry, dataStart: UInt64, file: RandomAccessFile, limits: ReadLimits
  ) throws(ZipError) {
    self.entry = entry
    self.expander = try EntryExpander(entry, dataStart: dataStart, file: file, limits: limits)
  }

  /// Asks for the entry to be expanded on a thread of its own where that pays.
  ///
  /// Has no effect below 2 MiB compressed, or after the first read.
  public func expandAside() {
    guard pipeline == nil, !expander.hasStarted, entry.compressedSize > 2 << 20 else { return }
    pipeline = ChunkPipeline(expander)
  }

  /// The next piece, at most `count` bytes; empty after the last.
  ///
  /// - Throws: ``ZipError``.
  public func read(upTo count: Int) throws(ZipError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(count, 1))
    let got: Result<Int, ZipError> = unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(ZipError) {
        return .success(unsafe try read(into: buffer))
      } catch {
        return .failure(error)
      }
    }
    bytes.removeLast(bytes.count - (try got.get()))
    return bytes
  }

  /// Fills as much of `buffer` as one piece gives; 0 after the last byte.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    if let pipeline { return unsafe try pipeline.read(into: buffer) }
    return unsafe try expander.expand(into: buffer)
  }
}

/// The work behind ``ZipEntryReader``: file to inflate to checks.
///
/// Used by one thread at a time.
@safe final class EntryExpander {
  private let entry: ZipEntry
  private let file: RandomAccessFile
  private let limits: ReadLimits
  private let inflate: Inflate?
  private let input: UnsafeMutableRawBufferPointer
  private var inputStart = 0
  private var inputEnd = 0
  private var position: UInt64
  private var left: UInt64
  private var made: UInt64 = 0
  private var crc = CRC32()
  private var isFinished = false
  private var failure: ZipError?

  init(
    _ entry: ZipEntry, dataStart: UInt64, file: RandomAccessFile, limits: ReadLimits
  ) throws(ZipError) {
    self.entry = entry
    self.file = file
    self.limits = limits
    self.position = dataStart
    self.left = entry.compressedSize
    if entry.method == 8 {
      guard let inflate = Inflate() else {
        throw ZipError(.limitExceeded, "there is no memory left to read it", entry: entry.name)
      }
      self.inflate = inflate
    } else {
      self.inflate = nil
    }
    // Small parts are the many, so the buffer is no larger than the entry.
    let size = Int(min(max(entry.compressedSize, 64), 128 << 10))
    unsafe input = .allocate(byteCount: size, alignment: 16)
  }

  deinit { unsafe input.deallocate() }

  var hasStarted: Bool { made > 0 || isFinished }

  /// Fills `buffer` as far as it goes; 0 at the end, once all checks hold.
  ///
  /// What failed once fails the same way each time, so a damaged entry never seems to end well.
  func expand(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    if let failure { throw failure }
    do throws(ZipError) {
      return unsafe try expandNext(into: buffer)
    } catch {
      failure = error
      throw error
    }
  }

  private func expandNext(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    var done = 0
    while done < buffer.count, !isFinished {
      if inputStart == inputEnd { try refill() }
      let target = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let source = unsafe UnsafeRawBufferPointer(rebasing: input[inputStart..<inputEnd])
      if let inflate {
        let step = unsafe inflate.expand(source, into: target)
        inputStart += step.taken
        done += step.made
        unsafe try count(UnsafeRawBufferPointer(rebasing: target[..<step.made]))
        switch step.outcome {
        case .damaged: throw .badDeflate(entry.name)
        case .finished: try finish()
        case .more:
          if step.taken == 0 && step.made == 0 && left == 0 && inputStart == inputEnd {
            throw .endsEarly(entry.name)
          }
        }
      } else if unsafe source.isEmpty {
        try finish()
      } else {
        let size = min(source.count, target.count)
        unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<size]))
        inputStart += size
        done += size
        unsafe try count(UnsafeRawBufferPointer(rebasing: target[..<size]))
      }
    }
    return done
  }

  private func refill() throws(ZipError) {
    inputStart = 0
    inputEnd = 0
    guard left > 0 else { return }
    let wanted = unsafe Int(min(left, UInt64(input.count)))
    inputEnd = unsafe try file.read(
      at: position, into: UnsafeMutableRawBufferPointer(rebasing: input[..<wanted]))
    guard inputEnd > 0 else { throw .endsEarly(entry.name) }
    position += UInt64(inputEnd)
    left -= UInt64(inputEnd)
  }

  /// Every byte that comes out passes here: checksum, stated size and limits.
  private func count(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    unsafe crc.update(bytes)
    made += UInt64(bytes.count)
    guard made <= entry.size else {
      throw .wrongSize(entry.name, stated: entry.size, found: made)
    }
    guard made <= limits.expandedBytes else {
      throw .expanded(entry.name, limit: limits.expandedBytes)
    }
    // Checked with the last byte, as nobody has to ask for more once all are there.
    guard made < entry.size || crc.value == entry.crc32 else { throw .checksum(entry.name) }
    if made > limits.ratioStartsAt {
      let taken = max(entry.compressedSize - left, 1)
      guard made / taken <= UInt64(max(limits.ratio, 1)) else {
        throw .ratio(entry.name, limit: limits.ratio)
      }
    }
  }

  private func finish() throws(ZipError) {
    isFinished = true
    guard made == entry.size else {
      throw .wrongSize(entry.name, stated: entry.size, found: made)
    }
    guard crc.value == entry.crc32 else { throw .checksum(entry.name) }
  }
}
