import Testing
import Zip

@Suite("ZipError")
struct ZipErrorTests {
  @Test func putsTheEntryFirst() {
    #expect(ZipError(.damaged, "it is short").description == "it is short")
    #expect(
      ZipError(.damaged, "it is short", entry: "a b", offset: 7).description
        == "entry 'a b': it is short")
  }
}
