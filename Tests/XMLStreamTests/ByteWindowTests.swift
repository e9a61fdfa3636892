import TestSupport
import Testing

@testable import XMLStream

@Suite("ByteWindow")
struct ByteWindowTests {
  static let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 % 251 + 1) }

  @Test("gives every byte once, in order", arguments: [1, 10, 63, 64, 65, 1_000])
  func allBytes(size: Int) throws {
    let window = ByteWindow(
      ChoppedSource(Self.bytes, piecesOf: size), capacity: 100, limit: 100)
    var seen: [UInt8] = []
    while try window.refill(keepingFrom: window.end) {
      #expect(window.discarded == UInt64(seen.count))
      seen += unsafe Array(window.buffer[..<window.end])
    }
    #expect(seen == Self.bytes)
    #expect(window.isAtEnd)
    #expect(try !window.refill(keepingFrom: window.end))
  }

  @Test func standsBeforeAPaddingOfNULBytes() throws {
    let window = ByteWindow(ChoppedSource(Self.bytes, piecesOf: 7), capacity: 70, limit: 70)
    repeat {
      let bytes = bytes(of: window)
      #expect(bytes.count == window.end + ByteWindow.padding)
      #expect(bytes[window.end...].allSatisfy { $0 == 0 })
    } while try window.refill(keepingFrom: min(window.end, 5))
  }

  @Test func growsToItsLimitAndSaysSo() throws {
    let window = ByteWindow(XMLMemorySource(Self.bytes), capacity: 64, limit: 500)
    while window.end < 500 { #expect(try window.refill(keepingFrom: 0)) }
    #expect(bytes(of: window).prefix(500) == Self.bytes.prefix(500))
    let error = #expect(throws: XMLError.self) { try window.refill(keepingFrom: 0) }
    #expect(
      error?.description
        == "byte 0: one row, text or tag takes more than 500 bytes, the limit ReadLimits.rowBytes")
    #expect(error?.code == .limitExceeded)
    // What was kept is still there, and reading goes on once some is let go.
    #expect(try window.refill(keepingFrom: 1))
    #expect(bytes(of: window)[0] == Self.bytes[1])
  }

  @Test func tellsTheErrorOfTheSource() {
    final class Broken: XMLByteSource {
      struct Fault: Error, CustomStringConvertible { let description = "the disk is gone" }
      func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { throw Fault() }
    }
    let window = ByteWindow(Broken(), limit: 100)
    let error = #expect(throws: XMLError.self) { try window.refill(keepingFrom: 0) }
    #expect(error?.description == "the disk is gone")
    #expect(error?.code == .source)
  }

  @Test func isSoonAtTheEndOfNothing() throws {
    let window = ByteWindow(XMLMemorySource([]), limit: 100)
    #expect(try !window.refill(keepingFrom: 0))
    #expect(window.end == 0)
    #expect(bytes(of: window)[0] == 0)
  }

  private func bytes(of window: ByteWindow) -> [UInt8] { unsafe Array(window.buffer) }
}
