import Testing

@testable import KPICatalog

@Suite("The bytes of a text file as they are written")
struct TextOutputTests {
  private func text(_ output: TextOutput) -> String {
    String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func piecesStandOneAfterTheOther() {
    var output = TextOutput()
    output.append("é")
    output.append(": " as StaticString)
    output.append(UInt8(ascii: "["))
    output.indent(by: 3)
    output.append(Array("x]".utf8))
    output.append("")
    #expect(text(output) == "é: [   x]")
    #expect(output.count == text(output).utf8.count)
  }

  @Test("Pieces of any length find room", arguments: [0, 1, 15, 16, 4095, 4096, 4097, 100_000])
  func growsAsNeeded(length: Int) {
    var output = TextOutput()
    let piece = String(repeating: "a", count: length)
    for _ in 0..<3 {
      output.append(piece)
      output.indent(by: length)
      output.append(UInt8(ascii: "\n"))
    }
    let line = piece + String(repeating: " ", count: length) + "\n"
    #expect(text(output) == line + line + line)
  }

  @Test("What was written after a place can be taken back", arguments: [(3, "abc"), (9, "abcdef")])
  func truncates(place: Int, rest: String) {
    var output = TextOutput()
    output.append("abcdef")
    output.truncate(to: place)
    #expect(text(output) == rest)
    output.truncate(to: -1)
    #expect(output.count == 0)
    output.append("g")
    #expect(text(output) == "g")
  }

  @Test func beginsAnewWhenItsBytesAreGivenAway() {
    var output = TextOutput()
    output.append("one")
    #expect(output.finish() == Array("one".utf8))
    #expect(output.count == 0)
    output.append("two")
    #expect(output.finish() == Array("two".utf8))
    #expect(output.finish().isEmpty)
  }
}
