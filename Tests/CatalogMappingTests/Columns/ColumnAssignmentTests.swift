import Testing

@testable import CatalogMapping

@Suite struct ColumnAssignmentTests {
  private typealias Claim = ColumnAssignment.Claim

  private func total(_ granted: [Claim?]) -> Double {
    granted.reduce(0) { $0 + ($1.map { $0.score - ColumnAssignment.threshold + 0.05 } ?? 0) }
  }

  @Test("The way of wide tables has the same total as that of narrow ones", arguments: 0..<60)
  func isTheBest(seed: Int) {
    var random = Generator(state: UInt64(seed) &* 977 &+ 5)
    let fields: [ColumnField] = [.name, .unit, .target, .owner, .benchmark]
    var claims: [Claim] = []
    for column in 0..<Int.random(in: 1...9, using: &random) {
      for field in fields where Bool.random(using: &random) {
        claims.append(
          Claim(column: column, field: field, score: .random(in: 0.56...1.3, using: &random)))
      }
    }
    guard !claims.isEmpty else { return }
    func places(_ field: ColumnField) -> Int {
      switch field {
      case .benchmark: claims.count { $0.field == field }
      case .target: 2
      default: 1
      }
    }
    let narrow = ColumnAssignment.best(claims, columns: 9, places: places)
    let wide = ColumnAssignment.bestOfMany(claims, columns: 9, places: places)
    #expect(abs(total(narrow) - total(wide)) < 1e-9)
    for field in fields { #expect(wide.count { $0?.field == field } <= places(field)) }
    for (column, claim) in wide.enumerated() where claim != nil {
      #expect(claim?.column == column)
    }
  }

  @Test func aFieldWithAPlaceForEachIsGivenToAll() {
    var claims = (1..<400).map { Claim(column: $0, field: .benchmark, score: 0.9) }
    claims += (0..<400).map { Claim(column: $0, field: .name, score: 0.6 + Double($0) / 2000) }
    let granted = ColumnAssignment.best(claims, columns: 400) { $0 == .benchmark ? 399 : 1 }
    #expect(granted[0]?.field == .name)
    #expect(granted.dropFirst().allSatisfy { $0?.field == .benchmark })
  }

  @Test func ofManyThatCompeteForOnePlaceTheStrongestWins() {
    let claims = (0..<400).map {
      Claim(column: $0, field: .owner, score: $0 == 217 ? 1 : 0.7)
    }
    let granted = ColumnAssignment.best(claims, columns: 400) { _ in 1 }
    #expect(granted.indices.filter { granted[$0] != nil } == [217])
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
