import Testing

@testable import kpibook

@Suite("Values kept to the end of the process")
struct ProcessLifetimeTests {
  private final class Probe {}

  @Test func aValueIsGivenBackAndNeverTakenApart() throws {
    weak var probe: Probe?
    weak var other: Probe?
    do {
      let kept = Probe()
      probe = ProcessLifetime.keep(kept)
      #expect(probe === kept)
      let dropped = Probe()
      other = dropped
    }
    #expect(probe != nil)
    #expect(other == nil)
  }

  @Test func theValueOfAStructIsTheSame() {
    #expect(ProcessLifetime.keep([1, 2, 3]) == [1, 2, 3])
  }
}
