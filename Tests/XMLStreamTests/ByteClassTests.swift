import Testing

@testable import XMLStream

@Suite("ByteClass")
struct ByteClassTests {
  @Test("puts every byte where XML puts it", arguments: UInt8.min...UInt8.max)
  func table(byte: UInt8) {
    let classes = ByteClass.table[Int(byte)]
    func has(_ bit: UInt8) -> Bool { classes & bit != 0 }
    #expect(has(ByteClass.reference) == (byte == 0x26))
    #expect(has(ByteClass.beyondASCII) == (byte >= 0x80))
    #expect(has(ByteClass.carriageReturn) == (byte == 0x0d))
    #expect(has(ByteClass.forbidden) == (byte < 0x20 && ![0x09, 0x0a, 0x0d].contains(byte)))
    #expect(has(ByteClass.bracket) == (byte == 0x5d))
    #expect(has(ByteClass.underscore) == (byte == 0x5f))
    #expect(has(ByteClass.white) == [0x09, 0x0a, 0x20].contains(byte))
    #expect(has(ByteClass.visible) == (byte > 0x20))
  }

  @Test("knows the bytes of names and of white space", arguments: UInt8.min...UInt8.max)
  func names(byte: UInt8) {
    let character = Character(Unicode.Scalar(byte))
    let starts = byte >= 0x80 || character.isLetter || character == "_" || character == ":"
    #expect(ByteClass.startsName(byte) == starts)
    #expect(
      ByteClass.continuesName(byte)
        == (starts || "0123456789-.".contains(character)))
    #expect(ByteClass.isWhite(byte) == [0x09, 0x0a, 0x0d, 0x20].contains(byte))
  }
}
