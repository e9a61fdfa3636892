import KPICatalog
import Testing

@Suite struct SeededFaultsTests {
  @Test(arguments: SeededCatalog.all)
  func eachFaultIsFoundAndNothingElse(_ seeded: SeededCatalog) throws {
    let findings = try seeded.findings()
    let found = Set(findings.map(\.rule.name))
    #expect(found.contains(seeded.rule) == seeded.isFaulty, "\(findings.map(\.message))")
    // What a small catalog leaves out is no false alarm; of the rest, no rule may cry.
    let cried = findings.filter {
      $0.severity > .note && $0.rule.name != seeded.rule && !seeded.others.contains($0.rule.name)
    }
    #expect(cried.isEmpty, "\(cried.map { "\($0.rule): \($0.message)" })")
  }

  @Test func eachRuleHasFiveCatalogsWithTheFaultAndFiveWithout() {
    for rule in CheckRule.all {
      let catalogs = SeededCatalog.all.filter { $0.rule == rule.name }
      #expect(catalogs.filter(\.isFaulty).count >= 5, "\(rule)")
      #expect(catalogs.filter { !$0.isFaulty }.count >= 5, "\(rule)")
    }
    #expect(SeededCatalog.all.allSatisfy { CheckRule.named($0.rule) != nil })
  }

  /// Precision and recall by rule, over the catalogs of all rules; printed for the record.
  @Test func precisionAndRecallAreWhole() throws {
    struct Tally {
      var right = 0
      var wrong = 0
      var missed = 0
    }
    var tallies: [String: Tally] = [:]
    for seeded in SeededCatalog.all {
      let found = Set(try seeded.findings().map(\.rule.name))
      for rule in CheckRule.all {
        let isSeeded = seeded.isFaulty && seeded.rule == rule.name
        // Advice that is rightly given in the catalogs of other rules says nothing here.
        if !isSeeded, seeded.rule != rule.name,
          seeded.others.contains(rule.name) || rule.severity == .note
        {
          continue
        }
        switch (isSeeded, found.contains(rule.name)) {
        case (true, true): tallies[rule.name, default: Tally()].right += 1
        case (false, true): tallies[rule.name, default: Tally()].wrong += 1
        case (true, false): tallies[rule.name, default: Tally()].missed += 1
        case (false, false): break
        }
      }
    }
    var all = Tally()
    for rule in CheckRule.all {
      let tally = tallies[rule.name] ?? Tally()
      all.right += tally.right
      all.wrong += tally.wrong
      all.missed += tally.missed
      if tally.wrong + tally.missed > 0 {
        print("\(rule.name): \(tally.right) found, \(tally.wrong) false, \(tally.missed) missed")
      }
    }
    print(
      "\(CheckRule.all.count) rules, \(SeededCatalog.all.count) catalogs:",
      "precision \(Double(all.right) / Double(max(1, all.right + all.wrong))),",
      "recall \(Double(all.right) / Double(max(1, all.right + all.missed)))")
    #expect(all.wrong == 0)
    #expect(all.missed == 0)
  }
}
