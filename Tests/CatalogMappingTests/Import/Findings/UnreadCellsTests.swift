import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// What no measure takes in is told with its cell; what stands in a measure's row is kept.
@Suite struct UnreadCellsTests {
  /// Tables, forms and prose in which each cell is replaced by a mark in turn.
  static let sheets: [[[TestCell]]] = [
    [
      [.bold("Customer scorecard")], ["As of 31 December"], [],
      [.bold("KPI"), .bold("Unit"), .bold("Frequency"), .bold("Target 2026"), .bold("Room")],
      [.bold("Loyalty")],
      ["Renewals", "%", "monthly", 80, "A1"], ["Complaints", "#", "weekly", 12, "B2"],
      [.bold("Service")],
      ["Waiting time", "min", "daily", 4, "C3"], ["Answered calls", "%", "daily", 95, nil],
      ["Total", nil, nil, 191], [], ["* provisional"],
    ],
    [
      [.bold("Measure"), "Renewals"], [.bold("Unit"), "%"], [.bold("Target"), 80],
      [.bold("Owner"), "Anna"], [.bold("Frequency"), "monthly"], [],
      [.bold("Measure"), "Complaints"], [.bold("Unit"), "#"], [.bold("Target"), 12],
      [.bold("Owner"), "Ben"], [.bold("Frequency"), "weekly"],
    ],
    [
      [
        .bold("KPI"), .bold("Unit"), .bold("Target"), nil, .bold("KPI"), .bold("Unit"),
        .bold("Target"),
      ],
      ["Renewals", "%", 80, nil, "Lead time", "days", 3],
      ["Complaints", "#", 12, nil, "Defects", "#", 7],
      ["Waiting time", "min", 4, nil, "Rework", "%", 2],
    ],
  ]

  @Test("a mark in any cell of a sheet of measures comes back", arguments: sheets.indices)
  func nothingIsLost(_ index: Int) throws {
    let rows = Self.sheets[index]
    let width = rows.map(\.count).max() ?? 1
    for row in rows.indices {
      for column in 0..<(width + 2) {
        var marked = rows
        while marked[row].count <= column { marked[row].append(nil) }
        if case .bold = marked[row][column] { continue }
        marked[row][column] = "Zq mark"
        let result = try CatalogImport().read(.of(marked))
        guard !result.catalog.measures.isEmpty else { continue }
        let isFound =
          String(decoding: result.catalog.yaml(), as: UTF8.self).contains("Zq mark")
          || result.diagnostics.contains { $0.message.contains("Zq mark") }
          || result.diagnostics.contains { $0.place.cell?.row == row + 1 }
        #expect(isFound, "row \(row + 1), column \(column + 1)")
      }
    }
  }

  @Test func totalsNotesAndLegendsAreToldInOneLine() throws {
    let result = try CatalogImport().read(.of(Self.sheets[0]))
    let told = result.diagnostics.filter { $0.rule == "cells-not-read" }
    #expect(
      told.map(\.message) == [
        "4 cells belong to no measure and were not read: A2 'As of 31 December', A11 'Total', "
          + "D11 191, A13 '* provisional'"
      ])
    #expect(told.first?.severity == .note)
    #expect(told.first?.place.cell?.description == "A2")
  }

  @Test func aRemarkBesideAMeasureIsKeptWithIt() throws {
    var rows = Self.sheets[0]
    rows[5].append("see the minutes")
    let result = try CatalogImport().read(.of(rows))
    #expect(result.catalog.measures.first?.custom["F"] == .text("see the minutes"))
    #expect(result.catalog.measures.first?.origin?.cells["custom.F"] == "F6")
  }

  @Test func aBlockBesideTheTableIsNotTakenForRemarks() throws {
    var rows = Self.sheets[0]
    for (row, text) in [(4, "Rooms"), (5, "A1 is the hall")] {
      while rows[row].count < 6 { rows[row].append(nil) }
      rows[row][5] = .value(.text(text))
    }
    let result = try CatalogImport().read(.of(rows))
    #expect(result.catalog.measures.allSatisfy { $0.custom["F"] == nil })
    #expect(result.diagnostics.contains { $0.message.contains("F6 'A1 is the hall'") })
  }

  @Test func aStrayCellBehindAValueOfAFormIsTold() throws {
    var rows = Self.sheets[1]
    rows[2].append("after the move")
    let result = try CatalogImport().read(.of(rows))
    #expect(
      result.diagnostics.contains {
        $0.rule == "cells-not-read" && $0.message.contains("C3 'after the move'")
      })
  }

  @Test func whatCannotBeReadIsKeptUnderItsHeading() throws {
    // A numerator alone makes no formula.
    let result = try CatalogImport().read(
      .of([
        [.bold("KPI"), .bold("Unit"), .bold("Numerator"), .bold("Target")],
        ["Renewals", "%", "members who renew", 80], ["Complaints", "#", "letters received", 12],
      ]))
    #expect(result.catalog.measures.first?.custom["Numerator"] == .text("members who renew"))
    #expect(result.rules.contains("value-kept"))
  }

  @Test func ownersAndCustomValuesOfOtherLanguagesAreKept() throws {
    let result = try CatalogImport().read(
      .of([
        [
          .bold("Code"), .bold("Language"), .bold("KPI"), .bold("Owner"), .bold("Target"),
          .bold("Room"),
        ],
        ["K-1", "EN", "Renewals", "Sales", 80, "hall"],
        ["K-1", "FR", "Renouvellements", "Ventes", 80, "salle"],
        ["K-2", "EN", "Complaints", "Service", 12, nil],
        ["K-2", "FR", "Réclamations", "Service", 12, "cour"],
      ]))
    #expect(result.catalog.measures.count == 2)
    let first = try #require(result.catalog.measures.first)
    #expect(first.owner == "Sales")
    #expect(first.custom["owner (fr)"] == .text("Ventes"))
    #expect(first.custom["Room (fr)"] == .text("salle"))
    #expect(result.catalog.measures.last?.custom["Room"] == .text("cour"))
  }
}
