import KPICatalog
import Testing

@Suite struct ThresholdsTests {
  private static let boundaries = Thresholds(green: .boundary(45), amber: .boundary(35))
  private static let reversed = Thresholds(green: .boundary(5), amber: .boundary(10))
  private static let ranges = Thresholds(
    green: ValueRange(low: 10, high: 20).map(Thresholds.Band.range),
    amber: ValueRange(low: 5, high: 30).map(Thresholds.Band.range))

  @Test(
    "A boundary belongs to the better band",
    arguments: [
      (50, Status.green), (45, .green), (44.9, .amber), (35, .amber), (34.9, .red),
    ] as [(FiniteNumber, Status)])
  func judgesUpwards(_ value: FiniteNumber, _ status: Status) {
    #expect(Self.boundaries?.status(of: value, direction: .higherIsBetter) == status)
  }

  @Test(
    arguments: [(4, Status.green), (5, .green), (5.1, .amber), (10, .amber), (10.1, .red)]
      as [(FiniteNumber, Status)])
  func judgesDownwards(_ value: FiniteNumber, _ status: Status) {
    #expect(Self.reversed?.status(of: value, direction: .lowerIsBetter) == status)
  }

  @Test(
    arguments: [
      (10, Status.green), (20, .green), (5, .amber), (30, .amber), (4.9, .red), (30.1, .red),
    ] as [(FiniteNumber, Status)])
  func judgesRanges(_ value: FiniteNumber, _ status: Status) {
    #expect(Self.ranges?.status(of: value, direction: .withinRange) == status)
  }

  @Test func judgesNotWhatHasNoDirectionOrOtherBands() {
    #expect(Self.boundaries?.status(of: 50, direction: .unjudged) == nil)
    #expect(Self.boundaries?.status(of: 50, direction: .withinRange) == nil)
    #expect(Self.ranges?.status(of: 50, direction: .higherIsBetter) == nil)
  }

  @Test func oneBoundaryMakesTwoColors() {
    let thresholds = Thresholds(green: .boundary(45))
    #expect(thresholds?.status(of: 45, direction: .higherIsBetter) == .green)
    #expect(thresholds?.status(of: 44, direction: .higherIsBetter) == .red)
  }

  @Test func percentOfTargetNeedsATargetAboveZero() {
    let thresholds = Thresholds(green: .boundary(100), amber: .boundary(90), mode: .percentOfTarget)
    #expect(thresholds?.status(of: 46, direction: .higherIsBetter, target: 50) == .amber)
    #expect(thresholds?.status(of: 46, direction: .higherIsBetter, target: 0) == nil)
    #expect(thresholds?.status(of: 46, direction: .higherIsBetter, target: -5) == nil)
    #expect(thresholds?.status(of: 46, direction: .higherIsBetter) == nil)
  }

  @Test func percentOfRangeNeedsAScaleWithBothEnds() {
    let thresholds = Thresholds(green: .boundary(70), amber: .boundary(60), mode: .percentOfRange)
    let scale = Scale(minimum: -100, maximum: 100)
    #expect(thresholds?.status(of: 40, direction: .higherIsBetter, scale: scale) == .green)
    #expect(thresholds?.status(of: 20, direction: .higherIsBetter, scale: scale) == .amber)
    let open = Scale(minimum: 0)
    #expect(thresholds?.status(of: 20, direction: .higherIsBetter, scale: open) == nil)
    let point = Scale(minimum: 1, maximum: 1)
    #expect(thresholds?.status(of: 1, direction: .higherIsBetter, scale: point) == nil)
  }

  @Test func refusesNothingAndMixtures() throws {
    let range = try #require(ValueRange(low: 1, high: 2))
    #expect(Thresholds(green: nil) == nil)
    #expect(Thresholds(green: .boundary(1), amber: .range(range)) == nil)
    #expect(Thresholds(green: nil, amber: .boundary(1)) != nil)
  }
}
