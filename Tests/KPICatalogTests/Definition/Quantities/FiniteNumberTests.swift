import KPICatalog
import Testing

@Suite struct FiniteNumberTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func refusesWhatIsNotFinite(_ double: Double) {
    #expect(FiniteNumber(double) == nil)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (85, "85"), (-12, "-12"), (0.31, "0.31"), (1e15, "1000000000000000"),
    (9_007_199_254_740_994, "9007199254740994"), (1e16, "1e+16"), (1.5e-7, "1.5e-07"),
    (1e300, "1e+300"), (0.1 + 0.2, "0.30000000000000004"),
  ])
  func printsTheShortestDecimal(_ double: Double, _ text: String) {
    #expect(FiniteNumber(double)?.description == text)
  }

  @Test func negativeZeroIsZero() {
    let zero = -0.0
    #expect(FiniteNumber(zero) == 0)
    #expect(FiniteNumber(zero)?.double.sign == .plus)
  }

  @Test func ordersByValue() {
    let low: FiniteNumber = -1.5
    #expect(low < 0)
    #expect(FiniteNumber(2).integer == 2)
    #expect(low.integer == nil)
  }
}
