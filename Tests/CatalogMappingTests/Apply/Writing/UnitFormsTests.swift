import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("Values in blank cells follow the measure's unit")
struct UnitFormsTests {
  /// One measure of a unit whose target is set.
  struct Case: Sendable {
    var unit: String
    var value: Double
    var own: BookCell.Look
    var number: Double
    var look: BookCell.Look

    init(
      _ unit: String, _ value: Double, own: BookCell.Look, number: Double, look: BookCell.Look
    ) {
      self.unit = unit
      self.value = value
      self.own = own
      self.number = number
      self.look = look
    }
  }

  /// The measure between others of other units, whose values all have another format.
  private func applied(
    _ unit: String, _ value: Double, own: BookCell.Look, neighbors: [(String, BookCell)],
    current: BookCell = .blank
  ) throws -> AppliedBook {
    var rows: [[BookCell]] = [["KPI", "Unit", "Frequency", "Current value", "Target"]]
    for (index, neighbor) in neighbors.enumerated() {
      let name = ["Renewal rate", "Repair time", "Sales", "Visits"][index % 4]
      rows.append([.text(name), .text(neighbor.0), "Monthly", .blank, neighbor.1])
    }
    rows.insert(["Own measure", .text(unit), "Monthly", current, .empty(own)], at: 2)
    return try AppliedBook(rows) {
      $0.measures[1].targets = [Target(try #require(FiniteNumber(value)))]
    }
  }

  private let others: [(String, BookCell)] = [
    ("%", .number(0.9, .percent)), ("stars", .number(4, .padded)), ("£", .number(9, .pound)),
  ]

  @Test(
    "A format of its own stays if it fits the unit",
    arguments: [
      Case("%", 45, own: .percent, number: 0.45, look: .percent),
      Case("%", 4.5, own: .decimal, number: 4.5, look: .decimal),
      Case("points", 45, own: .signed, number: 45, look: .signed),
      Case("score 1-10", 5.8, own: .decimal, number: 5.8, look: .decimal),
      Case("hours", 3.5, own: .decimal, number: 3.5, look: .decimal),
      Case("hours", 36, own: .elapsed, number: 1.5, look: .elapsed),
      Case("EUR", 90, own: .euro, number: 90, look: .euro),
      Case("EUR", 90, own: .decimal, number: 90, look: .decimal),
      Case("number", 12, own: .padded, number: 12, look: .padded),
    ])
  func ownFormat(_ value: Case) throws {
    let applied = try applied(value.unit, value.value, own: value.own, neighbors: others)
    #expect(try applied.value("E3") == .number(value.number))
    #expect(try applied.look("E3") == value.look)
    #expect(try applied.catalog().measures[1].targets == applied.wanted.measures[1].targets)
  }

  @Test(
    "A cell without a format takes none of another unit's",
    arguments: [("%", 45.0), ("points", 45), ("hours", 3.5), ("EUR", 90), ("number", 12)])
  func general(unit: String, value: Double) throws {
    let neighbors = others.filter { $0.0 != unit && !(unit == "points" && $0.0 == "stars") }
    let applied = try applied(unit, value, own: .general, neighbors: neighbors)
    #expect(try applied.value("E3") == .number(value))
    #expect(try applied.look("E3") == .general)
    #expect(try applied.catalog().measures[1].targets == applied.wanted.measures[1].targets)
  }

  @Test(
    "A cell without a format takes that of a measure of its unit, however far",
    arguments: [
      Case("%", 45, own: .general, number: 0.45, look: .percent),
      Case("£", 90, own: .general, number: 90, look: .pound),
      Case("EUR", 90, own: .general, number: 90, look: .euro),
      Case("hours", 36, own: .general, number: 1.5, look: .elapsed),
    ])
  func sameUnit(_ value: Case) throws {
    let neighbors: [(String, BookCell)] = [
      ("points", .number(4, .padded)), ("points", .number(5, .padded)),
      ("%", .number(0.9, .percent)), ("£", .number(9, .pound)), ("EUR", .number(9, .euro)),
      ("hours", .number(0.5, .elapsed)),
    ]
    let applied = try applied(value.unit, value.value, own: .general, neighbors: neighbors)
    #expect(try applied.value("E3") == .number(value.number))
    #expect(try applied.look("E3") == value.look)
  }

  @Test(
    "A format of another unit is no format of its own",
    arguments: [
      Case("points", 45, own: .percent, number: 45, look: .general),
      Case("%", 8, own: .euro, number: 8, look: .general),
      Case("number", 12, own: .elapsed, number: 12, look: .general),
      Case("EUR", 90, own: .pound, number: 90, look: .general),
    ])
  func wrongFormat(_ value: Case) throws {
    let neighbors: [(String, BookCell)] = [("stars", 4), ("stars", 5)]
    let applied = try applied(value.unit, value.value, own: value.own, neighbors: neighbors)
    #expect(try applied.value("E3") == .number(value.number))
    let look = try applied.look("E3")
    #expect(look != value.own && ![.percent, .euro, .pound, .elapsed].contains(look))
  }

  @Test func aPercentBesideFractionsOfTheSameMeasureIsOne() throws {
    let applied = try applied(
      "%", 12, own: .decimal, neighbors: [("points", .number(4, .decimal))],
      current: .number(0.11, .percent))
    #expect(try applied.value("E3") == .number(0.12))
    #expect(try applied.look("E3") == .percent)
    // The other way round a score beside it stays what it is.
    let score = try self.applied(
      "points", 12, own: .general, neighbors: [("%", .number(0.4, .percent))], current: 11)
    #expect(try score.value("E3") == .number(12) && score.look("E3") == .general)
  }

  @Test func thresholdsAndBaselinesFollowTheUnitToo() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Baseline", "Green", "Amber", "Target", "Frequency"],
      [
        "Renewal rate", "%", .number(0.7, .percent), .number(0.9, .percent),
        .number(0.8, .percent), .number(0.9, .percent), "Monthly",
      ],
      [
        "Order value", "EUR", .number(40, .euro), .empty(.euro), .empty(.euro), .number(50, .euro),
        "Monthly",
      ],
      [
        "Complaint rate", "%", .empty(.general), .empty(.decimal), .empty(.decimal),
        .number(0.11, .percent), "Monthly",
      ],
    ]
    let applied = try AppliedBook(rows) {
      $0.measures[1].thresholds = Thresholds(green: .boundary(45), amber: .boundary(42))
      $0.measures[2].thresholds = Thresholds(green: .boundary(12), amber: .boundary(9))
      $0.measures[2].baseline = Baseline(8)
    }
    #expect(try applied.value("D3") == .number(45) && applied.look("D3") == .euro)
    #expect(try applied.value("C4") == .number(0.08) && applied.look("C4") == .percent)
    #expect(try applied.value("D4") == .number(0.12) && applied.look("D4") == .percent)
    #expect(try applied.value("E4") == .number(0.09) && applied.look("E4") == .percent)
  }
}
