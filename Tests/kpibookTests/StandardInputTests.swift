import Foundation
import Testing

/// Catalogs that come through a pipe have no ending to be known by.
@Suite struct StandardInputTests {
  @Test(
    "a catalog from standard input is known by its first lines",
    arguments: [
      "KPI name,Unit,Target\nChurn,%,4\nCost,EUR,3\nWaiting,min,2\n",
      "KPI name;Unit;Target\nChurn;%;4\nCost;EUR;3\nWaiting;min;2\n",
      "KPI name\tUnit\tTarget\nChurn\t%\t4\nCost\tEUR\t3\nWaiting\tmin\t2\n",
      "\u{FEFF}KPI name,Unit,Target\r\nChurn,%,4\r\nCost,EUR,3\r\nWaiting,min,2\r\n",
      "measures:\n  - {id: churn, name: Churn}\n  - {id: cost, name: Cost}\n  - {id: waiting, name: Waiting}\n",
      "# ours, yours\nmeasures: [{id: churn, name: Churn}, {id: cost, name: Cost}, {id: waiting, name: W}]\n",
      #"{"measures": [{"id": "churn", "name": "C"}, {"id": "cost", "name": "D"}, {"id": "waiting", "name": "E"}]}"#,
      "{\"id\": \"churn\", \"name\": \"C\"}\n{\"id\": \"cost\", \"name\": \"D\"}\n{\"id\": \"waiting\", \"name\": \"E\"}\n",
    ])
  func isKnown(_ text: String) throws {
    let result = try Tool.run(["import", "-", "--format", "ndjson"], input: Data(text.utf8))
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 3)
  }
}
