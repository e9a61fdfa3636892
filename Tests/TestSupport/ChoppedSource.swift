internal import XMLStream

/// A text that comes in pieces of given sizes, as a slow file or pipe would give it.
package final class ChoppedSource: XMLByteSource {
  private let bytes: [UInt8]
  private var position = 0
  private var cuts: [Int]

  /// A text that ends a piece at each of these places, ascending.
  package init(_ bytes: [UInt8], cutAt cuts: [Int]) {
    self.bytes = bytes
    self.cuts = (cuts + [bytes.count]).reversed()
  }

  /// A text in pieces of `size` bytes.
  package convenience init(_ bytes: [UInt8], piecesOf size: Int) {
    self.init(bytes, cutAt: Array(stride(from: size, to: bytes.count, by: max(size, 1))))
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while let next = cuts.last, next <= position { cuts.removeLast() }
    let count = min(buffer.count, (cuts.last ?? position) - position)
    unsafe bytes.withUnsafeBytes { all in
      unsafe buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
    }
    position += count
    return count
  }
}
