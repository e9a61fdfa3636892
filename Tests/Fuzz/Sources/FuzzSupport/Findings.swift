/// Ends the process, so that the fuzzer keeps the input, when two readers do not agree.
func require(_ isSo: Bool, _ message: @autoclosure () -> String) {
  if !isSo { fatalError(message()) }
}
