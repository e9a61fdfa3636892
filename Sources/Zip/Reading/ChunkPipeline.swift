internal import Glibc

/// A ring of four buffers between a thread that expands an entry and the one that reads it.
///
/// The expanding thread waits when all buffers are full, the reading one when all are empty, so
/// memory is 1 MiB whatever the entry. Bytes come out in order and an error comes after the bytes
/// before it. Measured against one thread: no more CPU time, and the shorter of the two works is
/// hidden behind the longer.
final class ChunkPipeline {
  private let shared: Shared
  private var current: (slot: Int, size: Int)?
  private var offset = 0

  init(_ expander: EntryExpander) {
    shared = Shared(expander)
    shared.start()
  }

  deinit {
    // The thread is told to stop and waited for, so it never outlives the buffers.
    shared.stop()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    var done = 0
    while done < buffer.count {
      if current == nil {
        // What is there already is given out before waiting for more.
        if done > 0 && !shared.isReady { break }
        guard let next = try shared.takeFilled() else { break }
        current = next
        offset = 0
      }
      guard let (slot, filled) = current else { break }
      let size = min(buffer.count - done, filled - offset)
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done..<done + size]).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: shared.buffers[slot][offset..<offset + size]))
      done += size
      offset += size
      if offset == filled {
        shared.giveBack()
        current = nil
      }
    }
    return done
  }
}

/// What both threads see.
///
/// Every field but the buffers' bytes is touched under `mutex` only; a buffer's bytes belong to the
/// expanding thread until it counts as filled and to the reading thread until it is given back.
/// That is why `@unchecked Sendable` holds.
@safe private final class Shared: @unchecked Sendable {
  static let slots = 4
  static let slotBytes = 256 << 10

  let buffers: [UnsafeMutableRawBufferPointer]

  private var filled = [Int](repeating: 0, count: Shared.slots)
  private let expander: EntryExpander
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var thread = pthread_t()
  private var isRunning = false
  private var produced = 0
  private var consumed = 0
  private var isAtEnd = false
  private var isStopped = false
  private var failure: ZipError?

  init(_ expander: EntryExpander) {
    self.expander = expander
    unsafe buffers = (0..<Shared.slots).map { _ in
      .allocate(byteCount: Shared.slotBytes, alignment: 64)
    }
    unsafe mutex = .allocate(capacity: 1)
    unsafe changed = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
    for slot in 0..<Shared.slots { unsafe buffers[slot].deallocate() }
  }

  func start() {
    let box = unsafe Unmanaged.passRetained(self)
    let status = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Shared>.fromOpaque(argument).takeRetainedValue().expandAll()
        return nil
      }, box.toOpaque())
    isRunning = status == 0
    if !isRunning { unsafe box.release() }
  }

  func stop() {
    guard isRunning else { return }
    unsafe pthread_mutex_lock(mutex)
    isStopped = true
    unsafe pthread_cond_signal(changed)
    unsafe pthread_mutex_unlock(mutex)
    pthread_join(thread, nil)
    isRunning = false
  }

  private func expandAll() {
    while true {
      unsafe pthread_mutex_lock(mutex)
      while produced - consumed == Shared.slots && !isStopped {
        unsafe pthread_cond_wait(changed, mutex)
      }
      let slot = produced % Shared.slots
      let mustStop = isStopped
      unsafe pthread_mutex_unlock(mutex)
      if mustStop { return }

      var size = 0
      var fault: ZipError?
      do throws(ZipError) {
        size = unsafe try expander.expand(into: buffers[slot])
      } catch {
        fault = error
      }
      unsafe pthread_mutex_lock(mutex)
      failure = fault
      if size > 0 {
        filled[slot] = size
        produced += 1
      } else {
        isAtEnd = true
      }
      let isLast = isAtEnd
      unsafe pthread_cond_signal(changed)
      unsafe pthread_mutex_unlock(mutex)
      if isLast { return }
    }
  }

  var isReady: Bool {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return produced > consumed
  }

  /// The oldest filled buffer and how many bytes it holds, or nil at the end.
  func takeFilled() throws(ZipError) -> (slot: Int, size: Int)? {
    if !isRunning {
      // No thread was to be had; the work is done here, in the first buffer.
      let size = unsafe try expander.expand(into: buffers[0])
      return size > 0 ? (0, size) : nil
    }
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while produced == consumed && !isAtEnd { unsafe pthread_cond_wait(changed, mutex) }
    if produced > consumed {
      let slot = consumed % Shared.slots
      return (slot, filled[slot])
    }
    if let failure { throw failure }
    return nil
  }

  func giveBack() {
    guard isRunning else { return }
    unsafe pthread_mutex_lock(mutex)
    consumed += 1
    unsafe pthread_cond_signal(changed)
    unsafe pthread_mutex_unlock(mutex)
  }
}
