import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("Changed fields in the form their cells have")
struct CellFormsTests {
  /// Three measures under a header; the cell under test is `C2`.
  private func book(_ heading: String, _ cells: [BookCell], unit: String = "%") -> [[BookCell]] {
    [
      ["KPI", "Unit", .text(heading), "Frequency"],
      ["Net promoter score", .text(unit), cells[0], "Monthly"],
      ["Repeat purchase rate", .text(unit), cells.count > 1 ? cells[1] : .blank, "Quarterly"],
      ["Complaint rate", .text(unit), cells.count > 2 ? cells[2] : .blank, "Monthly"],
    ]
  }

  private func set(_ target: FiniteNumber) -> (inout Catalog) -> Void {
    { catalog in
      if let by = catalog.measures[0].targets.first?.by {
        catalog.measures[0].targets = [Target(target, by: by)]
      } else {
        catalog.measures[0].targets = [Target(target)]
      }
    }
  }

  @Test func givesTheIdenticalFileWhenNothingChanges() throws {
    let applied = try AppliedBook(book("Target", [.number(0.45, .percent), "50 %", 60])) { _ in }
    #expect(applied.plan.isEmpty && applied.plan.findings.isEmpty)
    #expect(applied.after == applied.before)
  }

  @Test(
    "a target of 45 percent becomes 47.5",
    arguments: [
      (BookCell.number(0.45, .percent), CellValue.number(0.475), WritingRule.fraction),
      (45, .number(47.5), .number),
      ("45 %", .text("47.5 %"), .numberInText),
      ("45%", .text("47.5%"), .numberInText),
      ("≥ 45.0 %", .text("≥ 47.5 %"), .numberInText),
      ("at least 45 percent", .text("at least 47.5 percent"), .numberInText),
      ("45 % by 2026", .text("47.5 % by 2026"), .numberInText),
    ])
  func percents(cell: BookCell, expected: CellValue, rule: WritingRule) throws {
    let applied = try AppliedBook(book("Target", [cell, 50, 60]), change: set(47.5))
    #expect(applied.changed == ["C2"])
    #expect(applied.plan.changes.first?.rule == rule)
    #expect(try applied.value("C2") == expected)
    #expect(try applied.catalog().measures[0].targets == applied.wanted.measures[0].targets)
  }

  @Test func aDecimalCommaStaysOne() throws {
    let applied = try AppliedBook([
      ["Indicateur", "Unité", "Cible", "Fréquence"],
      ["Taux de recommandation net", "%", "85,5 %", "Mensuel"],
      ["Taux de réclamation", "%", "1 250,5 %", "Trimestriel"],
      ["Fidélité", "%", "70,25 %", "Mensuel"],
    ]) {
      $0.measures[0].targets = [Target(86)]
      $0.measures[1].targets = [Target(2300.75)]
      $0.measures[2].frequency = .yearly
    }
    #expect(try applied.value("C2") == .text("86,0 %"))
    #expect(try applied.value("C3") == .text("2 300,75 %"))
    #expect(try applied.value("D4") == .text("Annuel"))
  }

  @Test(
    arguments: [
      (BookCell.text("1.2 M€"), FiniteNumber(1.3), "1.3 M€"),
      ("€ 1,250.50", 1300.75, "€ 1,300.75"),
    ])
  func amountsKeepTheirWords(cell: BookCell, target: FiniteNumber, expected: String) throws {
    let unit = expected.contains("M") ? "M€" : "€"
    let applied = try AppliedBook(book("Target", [cell, 5, 6], unit: unit), change: set(target))
    #expect(try applied.value("C2") == .text(expected))
  }

  @Test func lengthsOfTimeArePartsOfADay() throws {
    let applied = try AppliedBook(
      book("Target", [.number(0.25, .elapsed), 8, 9], unit: "hours"), change: set(7.5))
    #expect(applied.base.measures[0].targets == [Target(6)])
    #expect(try applied.value("C2") == .number(0.3125))
  }

  @Test func aDateInABlankCellOfADateFormatIsADate() throws {
    let applied = try AppliedBook([
      ["KPI", "Unit", "Target", "Due date"],
      ["Net promoter score", "points", .empty(.general), .empty(.date)],
      ["Repeat purchase rate", "%", .empty(.percent), .empty(.date)],
      ["Complaint rate", "%", .empty(.percent), .empty(.date)],
    ]) { catalog in
      catalog.measures[1].targets = [
        Target(30, by: .date(try #require(CivilDate("2027-06-30"))))
      ]
    }
    #expect(try applied.value("C3") == .number(0.3))
    #expect(try applied.value("D3") == .number(46568))
    #expect(
      applied.plan.changes.last?.rule == .dateSerial && applied.plan.changes.last?.style == nil)
    #expect(try applied.catalog().measures[1].targets == applied.wanted.measures[1].targets)
  }

  @Test(
    "a column of numbers stays one where a date has no column",
    arguments: [BookCell.empty(.percent), .number(0.2, .percent)])
  func numbersStayNumbers(cell: BookCell) throws {
    let applied = try AppliedBook(book("Baseline", [cell, .empty(.percent), .empty(.percent)])) {
      $0.measures[0].baseline = Baseline(
        25, at: .date(try #require(CivilDate("2026-01-31"))))
    }
    #expect(try applied.value("C2") == .number(0.25))
    #expect(applied.warnings == ["no-place"])
  }

  @Test func rangesStayRanges() throws {
    let applied = try AppliedBook(book("Target", ["35–45 %", 50, 60])) {
      let range = try #require(ValueRange(low: 36, high: 48))
      $0.measures[0].targets = [Target(.range(range))]
    }
    #expect(try applied.value("C2") == .text("36–48 %"))
  }

  @Test(
    arguments: [
      (BookCell.number(46387, .date), CellValue.number(46752)),
      ("31.12.2026", .text("31.12.2027")),
      ("2026-12-31", .text("2027-12-31")),
      ("31 December 2026", .text("31 December 2027")),
      ("Dec 31, 2026", .text("Dec 31, 2027")),
    ])
  func datesKeepTheirForm(cell: BookCell, expected: CellValue) throws {
    let applied = try AppliedBook([
      ["KPI", "Unit", "Target", "Target date", "Frequency"],
      ["Net promoter score", "points", 45, cell, "Monthly"],
      ["Repeat purchase rate", "%", 30, "2027-06-30", "Quarterly"],
      ["Complaint rate", "%", 5, "2027-06-30", "Monthly"],
    ]) {
      let day = try #require(CivilDate(year: 2027, month: 12, day: 31))
      $0.measures[0].targets = [Target(45, by: .date(day))]
    }
    #expect(applied.changed == ["D2"])
    #expect(try applied.value("D2") == expected)
  }

  @Test func eachYearHasItsColumn() throws {
    let applied = try AppliedBook([
      ["KPI", "Unit", "Target 2026", "Target 2027", "Frequency"],
      ["Net promoter score", "points", 40, 45, "Monthly"],
      ["Repeat purchase rate", "%", 30, .blank, "Quarterly"],
      ["Complaint rate", "%", 5, 4, "Monthly"],
    ]) {
      let years = try [2026, 2027].map { try #require(Period(.year, year: $0)) }
      $0.measures[0].targets = [
        Target(40, by: .period(years[0])), Target(50, by: .period(years[1])),
      ]
      $0.measures[1].targets.append(Target(35, by: .period(years[1])))
      $0.measures[2].targets = [Target(4, by: .period(years[1]))]
    }
    #expect(applied.changed == ["D2", "D3", "C4"])
    #expect(try applied.value("D3") == .number(35))
    #expect(try applied.value("C4") == .blank)
    #expect(applied.warnings.isEmpty)
  }

  @Test func codesKeepTheirZeros() throws {
    let applied = try AppliedBook([
      ["Code", "KPI", "Unit", "Frequency"],
      [.number(7, .padded), "Net promoter score", "points", "Monthly"],
      [.number(8, .padded), "Repeat purchase rate", "%", "Quarterly"],
      ["C-01", "Complaint rate", "%", "Monthly"],
    ]) {
      #expect($0.measures[0].code == "007")
      $0.measures[0].code = "012"
      $0.measures[2].code = "C-09"
    }
    #expect(try applied.value("A2") == .number(12))
    #expect(try applied.value("A4") == .text("C-09"))
  }

  @Test func wordsAreThoseOfTheColumn() throws {
    let applied = try AppliedBook([
      ["Kennzahl", "Einheit", "Richtung", "Häufigkeit", "Verantwortlich"],
      ["Net Promoter Score", "Punkte", "↑", "mtl.", "Leitung Service"],
      ["Wiederkaufrate", "%", "↑", "jedes Quartal", "Leitung Vertrieb"],
      ["Beschwerdequote", "%", "↓", "mtl.", "Leitung Service"],
    ]) {
      $0.measures[0].frequency = .quarterly
      $0.measures[1].direction = .lowerIsBetter
      $0.measures[2].frequency = .yearly
    }
    #expect(try applied.value("D2") == .text("jedes Quartal"))
    #expect(try applied.value("C3") == .text("↓"))
    // Nothing in the column says yearly: the usual word of the language, small like the others.
    #expect(try applied.value("D4") == .text("jährlich"))
  }

  @Test func ticksMoveToTheirColumn() throws {
    let applied = try AppliedBook([
      ["KPI", "Opinion", "Activity", "Unit", "Frequency"],
      ["Net promoter score", "x", .blank, "points", "Monthly"],
      ["Repeat purchase rate", .blank, "x", "%", "Quarterly"],
      ["Complaint rate", .blank, "x", "%", "Monthly"],
      ["Satisfaction", "x", .blank, "%", "Monthly"],
    ]) {
      guard $0.measures[0].kind == .opinion else { return }
      $0.measures[0].kind = .activity
    }
    guard applied.base.measures[0].kind == .opinion else { return }
    #expect(applied.changed == ["B2", "C2"])
    #expect(try applied.value("B2") == .blank)
    #expect(try applied.value("C2") == .text("x"))
  }

  @Test(
    arguments: [
      ("≥85 green; 70-85 amber; <70 red", "≥90 green; 72-90 amber; <72 red"),
      ("G: ≥85 / A: 70-84 / R: <70", "G: ≥90 / A: 72-89 / R: <72"),
    ])
  func rulesOfATrafficLightKeepTheirWords(old: String, new: String) throws {
    let applied = try AppliedBook(book("RAG thresholds", [.text(old), .text(old), .text(old)])) {
      $0.measures[0].thresholds = Thresholds(green: .boundary(90), amber: .boundary(72))
    }
    #expect(try applied.value("C2") == .text(new))
  }

  @Test func textsGoToTheColumnOfTheirLanguage() throws {
    let applied = try AppliedBook([
      ["Name EN", "Nom FR", "Unit", "Target", "Frequency"],
      ["Net promoter score", "Taux de recommandation net", "points", 45, "Monthly"],
      ["Repeat purchase rate", "Taux de réachat", "%", 30, "Quarterly"],
      ["Complaint rate", "Taux de réclamation", "%", 5, "Monthly"],
    ]) {
      $0.measures[1].name[.french] = "Part des clients qui reviennent"
    }
    #expect(applied.changed == ["B3"])
  }

  @Test func otherColumnsAreWrittenToo() throws {
    let applied = try AppliedBook([
      ["KPI", "Unit", "Target", "Frequency", "Cost centre", "Since"],
      ["Net promoter score", "points", 45, "Monthly", "CC-1", .number(45_000, .date)],
      ["Repeat purchase rate", "%", 30, "Quarterly", "CC-2", .number(45_100, .date)],
      ["Complaint rate", "%", 5, "Monthly", "CC-3", .number(45_200, .date)],
    ]) {
      $0.measures[0].custom["Cost centre"] = .text("CC-9")
      $0.measures[1].custom["Since"] = CustomValue("2024-01-31")
    }
    #expect(applied.changed == ["E2", "F3"])
    #expect(try applied.value("F3") == .number(45_322))
  }

  @Test func whatTheCatalogNoLongerSaysIsCleared() throws {
    let applied = try AppliedBook(book("Owner", ["Head of Service", "A", "B"])) {
      $0.measures[0].owner = nil
    }
    #expect(applied.plan.changes.first?.rule == .cleared)
    #expect(try applied.value("C2") == .blank)
  }

  @Test(
    "a clock keeps its form",
    arguments: [
      ("min", "03:45", 4.5, "04:30"), ("h", "3:45", 4.5, "4:30"),
      ("min", "0:03:45", 4.5, "0:04:30"),
    ])
  func clocks(_ unit: String, _ text: String, _ value: Double, _ expected: String) throws {
    let target = try #require(FiniteNumber(value))
    let applied = try AppliedBook(book("Target", [.text(text)], unit: unit), change: set(target))
    #expect(try applied.value("C2") == .text(expected))
  }

  @Test func theFirstDateOfAColumnIsADate() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target", "Target date"], ["Renewal rate", "%", .number(0.9, .percent)],
      ["Churn rate", "%", .number(0.05, .percent)], ["Open rate", "%", .number(0.2, .percent)],
    ]
    func target(_ value: FiniteNumber, _ day: String) throws -> Target {
      Target(value, by: .date(try #require(CivilDate(day))))
    }
    for hasFormat in [true, false] {
      var book = rows
      // A date format elsewhere in the workbook is taken, else one is made.
      if !hasFormat {
        book = rows.map {
          $0.map { if case .text(let text) = $0 { .styled(text, .unlocked) } else { $0 } }
        }
      }
      let applied = try AppliedBook(book) {
        $0.measures[0].targets = [try target(91, "2026-12-31")]
        $0.measures[2].targets = [try target(22, "2027-03-31")]
        var new = $0.measures[1]
        new.id = try #require(KPIIdentifier("new"))
        new.name = LocalizedText("Bounce rate", language: .english)
        new.targets = [try target(3, "2028-01-31")]
        $0.measures.append(new)
      }
      #expect(applied.plan.findings.isEmpty)
      #expect(try applied.value("D2") == .number(46387) && applied.value("D4") == .number(46477))
      #expect(try applied.value("D5") == .number(46783))
      #expect(applied.plan.changes.compactMap(\.shown?.new).count == 2)
      #expect(
        try applied.catalog().measures.map(\.targets) == applied.wanted.measures.map(\.targets))
    }
  }
}
