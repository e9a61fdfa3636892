internal import Glibc

/// How the process takes memory from the system.
enum ProcessMemory {
  /// Files of fewer bytes are read in small steps.
  private static let largeFile = 256 << 10
  /// A large page of x86 and ARM.
  private static let largePage: UInt = 2 << 20
  /// The largest block that, given back, makes the heap hold blocks of its size (mallopt(3),
  /// `M_MMAP_THRESHOLD`: at most 32 MB), less what the heap keeps beside it.
  private static let block = 31 << 20

  /// Prepares for reading a file into memory: for a large one the heap is asked for in one step, in
  /// large pages where the system has such.
  ///
  /// To take 50 MB page by page, and to translate addresses in 12,000 small pages, is a sixth of
  /// the time of importing 5,000 measures. Only what is used of the heap is taken.
  ///
  /// - Parameters:
  ///   - path: The file; nil when it is read already.
  ///   - size: Its bytes, when it is read already.
  static func prepare(forFile path: String?, size: Int) {
    var status = stat()
    if let path, unsafe stat(path, &status) != 0 { return }
    if path == nil ? size >= largeFile : status.st_size >= largeFile { reserveHeap() }
  }

  private static func reserveHeap() {
    // The first block has a place of its own; by its end the heap learns that blocks of any size
    // come from it, and to keep twice as much. The second is of the heap.
    for _ in 0..<2 {
      let start = unsafe malloc(block)
      let address = UInt(bitPattern: start)
      guard address != 0 else { return }
      let first = (address + largePage - 1) / largePage * largePage
      let length = block - Int(first - address)
      // A wish: where it is not granted, pages are small.
      _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), length, MADV_HUGEPAGE)
      unsafe free(start)
    }
  }
}
