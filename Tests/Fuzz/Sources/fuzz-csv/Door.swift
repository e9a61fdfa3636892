internal import FuzzSupport

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  DelimitedTextFuzzing.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
