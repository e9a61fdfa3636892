internal import Glibc

/// write(2) until all is written.
enum SystemWrite {
  /// - Returns: nil, or the error number.
  static func all(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
      let wrote = unsafe Glibc.write(
        descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      if wrote < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += wrote
    }
    return nil
  }
}
