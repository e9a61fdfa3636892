internal import Glibc

/// Compresses the blocks of an entry side by side and gives them out in order.
///
/// The caller fills one buffer while two threads compress the ones before it; a ring of buffers
/// keeps memory at 3 MiB whatever the entry. What comes out depends on the blocks alone, not on
/// which thread took which or when. An entry of one block needs no thread.
@safe final class DeflatePipeline {
  /// How many bytes a block holds.
  static let blockBytes = 256 << 10
  private static let slotCount = 5
  private static let workers = 2

  private let compression: Compression
  private let work: BlockQueue
  private var own: Deflate?
  /// The number of the block being filled, and of the oldest that is not given out yet.
  private var filling = 0
  private var oldest = 0
  /// The checksum of all bytes that were given out.
  private(set) var crc = CRC32()

  /// - Returns: nil when there is no memory.
  init?(_ compression: Compression) {
    guard let own = Deflate(compression) else { return nil }
    self.compression = compression
    self.own = own
    work = BlockQueue((0..<DeflatePipeline.slotCount).map { _ in BlockSlot() })
  }

  deinit { work.stop() }

  /// Where the next block's bytes go.
  var buffer: UnsafeMutableRawBufferPointer { unsafe slot(filling).block }

  /// Prepares for the next entry.
  func begin() {
    // Nothing is left of the entry before: its last block waited for all others.
    crc = CRC32()
    slot(filling).dictionaryCount = 0
  }

  /// Takes the first `count` bytes of ``buffer``, which is another one afterwards.
  ///
  /// - Parameters:
  ///   - count: how many bytes of the buffer are filled.
  ///   - isLast: whether the entry ends here.
  ///   - output: takes compressed bytes, in order, before this call returns or in a later one.
  /// - Throws: what `output` throws, or ``ZipError``. The pipeline is of no use after that.
  func submit(
    _ count: Int, isLast: Bool, output: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let current = slot(filling)
    current.count = count
    current.isLast = isLast
    if isLast && filling == oldest || !work.start(DeflatePipeline.workers, compression) {
      if let own { current.compress(own) }
      current.isDone = true
      filling += 1
      while oldest < filling { unsafe try giveOut(output) }
    } else {
      while filling + 1 - oldest >= DeflatePipeline.slotCount { unsafe try giveOut(output) }
      if !isLast { slot(filling + 1).takeDictionary(from: current) }
      filling += 1
      work.submit(upTo: filling)
      while isLast && oldest < filling { unsafe try giveOut(output) }
      return
    }
    if !isLast { slot(filling).takeDictionary(from: current) }
  }

  private func slot(_ number: Int) -> BlockSlot { work.slots[number % DeflatePipeline.slotCount] }

  private func giveOut(_ output: (UnsafeRawBufferPointer) throws -> Void) throws {
    let done = slot(oldest)
    work.wait(for: done)
    guard let count = done.outputCount else { throw ZipError.deflateFailed }
    try unsafe output(UnsafeRawBufferPointer(rebasing: done.output[..<count]))
    crc.append(done.crc, count: done.count)
    done.isDone = false
    oldest += 1
  }
}

/// One block: its bytes with those before it, and what they were compressed to.
@safe private final class BlockSlot {
  /// The dictionary, ending where the block begins, and the block.
  private let input: UnsafeMutableRawBufferPointer
  let output: UnsafeMutableRawBufferPointer
  var dictionaryCount = 0
  var count = 0
  var isLast = false
  /// How many bytes were made, or nil when compressing failed.
  var outputCount: Int?
  var crc: UInt32 = 0
  var isDone = false

  init() {
    let block = DeflatePipeline.blockBytes
    unsafe input = .allocate(byteCount: Deflate.window + block, alignment: 64)
    unsafe output = .allocate(byteCount: Deflate.bound(block), alignment: 64)
  }

  deinit {
    unsafe input.deallocate()
    unsafe output.deallocate()
  }

  /// Where the block's bytes are.
  var block: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(rebasing: input[Deflate.window...])
  }

  /// Copies the last bytes of the block before this one.
  func takeDictionary(from before: BlockSlot) {
    dictionaryCount = min(Deflate.window, before.dictionaryCount + before.count)
    let end = Deflate.window + before.count
    let last = unsafe UnsafeRawBufferPointer(
      rebasing: before.input[end - dictionaryCount..<end])
    unsafe UnsafeMutableRawBufferPointer(
      rebasing: input[Deflate.window - dictionaryCount..<Deflate.window]
    ).copyMemory(from: last)
  }

  func compress(_ deflate: Deflate) {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: block[..<count])
    let before = unsafe UnsafeRawBufferPointer(
      rebasing: input[Deflate.window - dictionaryCount..<Deflate.window])
    outputCount = unsafe deflate.compress(bytes, after: before, isLast: isLast, into: output)
    var checksum = CRC32()
    unsafe checksum.update(bytes)
    crc = checksum.value
  }
}

/// What the caller and the threads share.
///
/// A slot belongs to the caller until it is submitted, to the thread that took it until it is done,
/// and to the caller again; the counts, `idle` and `isDone` are touched under `mutex` only. That is why
/// `@unchecked Sendable` holds.
@safe private final class BlockQueue: @unchecked Sendable {
  let slots: [BlockSlot]
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let submittedOne: UnsafeMutablePointer<pthread_cond_t>
  private let finishedOne: UnsafeMutablePointer<pthread_cond_t>
  private var threads: [pthread_t] = []
  private var idle: [Deflate] = []
  private var submitted = 0
  private var taken = 0
  private var isStopped = false
  private var hasStarted = false

  init(_ slots: [BlockSlot]) {
    self.slots = slots
    unsafe mutex = .allocate(capacity: 1)
    unsafe submittedOne = .allocate(capacity: 1)
    unsafe finishedOne = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(submittedOne, nil)
    unsafe pthread_cond_init(finishedOne, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(finishedOne)
    unsafe pthread_cond_destroy(submittedOne)
    unsafe pthread_mutex_destroy(mutex)
    unsafe finishedOne.deallocate()
    unsafe submittedOne.deallocate()
    unsafe mutex.deallocate()
  }

  /// Starts the threads, if they do not run yet.
  ///
  /// - Returns: false when none was to be had.
  func start(_ count: Int, _ compression: Compression) -> Bool {
    guard !hasStarted else { return !threads.isEmpty }
    hasStarted = true
    for _ in 0..<count {
      guard let deflate = Deflate(compression) else { break }
      // The threads started before take theirs meanwhile.
      unsafe pthread_mutex_lock(mutex)
      idle.append(deflate)
      unsafe pthread_mutex_unlock(mutex)
      let box = unsafe Unmanaged.passRetained(self)
      var thread = pthread_t()
      let status = unsafe pthread_create(
        &thread, nil,
        { argument in
          guard let argument = unsafe argument else { return nil }
          unsafe Unmanaged<BlockQueue>.fromOpaque(argument).takeRetainedValue().compressAll()
          return nil
        }, box.toOpaque())
      guard status == 0 else {
        unsafe box.release()
        break
      }
      threads.append(thread)
    }
    return !threads.isEmpty
  }

  /// Tells the threads to end, and waits for them.
  func stop() {
    unsafe pthread_mutex_lock(mutex)
    isStopped = true
    unsafe pthread_cond_broadcast(submittedOne)
    unsafe pthread_mutex_unlock(mutex)
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }

  /// Hands over all blocks before number `end`.
  func submit(upTo end: Int) {
    unsafe pthread_mutex_lock(mutex)
    taken = taken == submitted ? end - 1 : taken
    submitted = end
    unsafe pthread_cond_signal(submittedOne)
    unsafe pthread_mutex_unlock(mutex)
  }

  func wait(for slot: BlockSlot) {
    unsafe pthread_mutex_lock(mutex)
    while !slot.isDone { unsafe pthread_cond_wait(finishedOne, mutex) }
    unsafe pthread_mutex_unlock(mutex)
  }

  private func compressAll() {
    unsafe pthread_mutex_lock(mutex)
    let deflate = idle.popLast()
    while let deflate {
      while taken == submitted && !isStopped { unsafe pthread_cond_wait(submittedOne, mutex) }
      if isStopped { break }
      let slot = slots[taken % slots.count]
      taken += 1
      unsafe pthread_mutex_unlock(mutex)
      slot.compress(deflate)
      unsafe pthread_mutex_lock(mutex)
      slot.isDone = true
      unsafe pthread_cond_signal(finishedOne)
    }
    unsafe pthread_mutex_unlock(mutex)
  }
}
