import Foundation
import Testing

@Suite("Words of people on the command line")
struct WordsTests {
  private func count(_ condition: String, in catalog: String = "customer-measures") throws -> String
  {
    let result = try Tool.run(["list", catalog, "-q", "--where", condition])
    return result.output.split(separator: "\n").last.map(String.init) ?? result.errors
  }

  @Test(
    "Conditions take what files have and what people read",
    arguments: [
      ["frequency=P1M", "frequency=monthly", "Frequency=Monthly", "Häufigkeit=monatlich"],
      ["group=retention", "group=Retention and renewal", "Groupe=Rétention et renouvellement"],
      ["kind=opinion", "Kind=Opinion", "Say or do=opinion"],
      ["unit.kind=percent", "Unit=%", "Einheit=Prozent", "unit=percent"],
      ["direction=lower", "direction=lower is better", "Polarität=Niedriger ist besser"],
    ])
  func conditionsMeanTheSame(words: [String]) throws {
    let counts = try words.map { try count($0) }
    #expect(counts.allSatisfy { $0.hasSuffix(" measures") && $0 != "0 measures" }, "\(counts)")
    #expect(Set(counts).count == 1, "\(counts)")
  }

  @Test func columnsOfOnesOwnCanBeAskedFor() throws {
    #expect(try count("online=true", in: "samples/service-targets.csv") == "7 measures")
    #expect(try count("Online=TRUE", in: "samples/service-targets.csv") == "7 measures")
    #expect(try count("online=", in: "samples/service-targets.csv") == "0 measures")
  }

  @Test(
    "A condition no measure fulfils is told with what comes near",
    arguments: [
      ("kind=opinon", "no measure has kind=opinon; did you mean 'opinion'?"),
      ("kind=x", "no measure has kind=x; there are opinion, activity"),
      ("owner=Ada", "no measure has owner=Ada"),
    ])
  func tellsOfEmptyLists(condition: String, note: String) throws {
    let result = try Tool.run(["list", "customer-measures", "--where", condition])
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("0 measures\n"))
    #expect(result.errors == "customer-measures: note: \(note)\n")
  }

  @Test func tellsOfAFieldThatIsNone() throws {
    let result = try Tool.run("customize customer-measures --set nps.ownr=Ada")
    #expect(result.status == 2)
    #expect(result.errors.contains("'ownr' is not a field; did you mean 'owner'?"))
  }

  @Test func conditionsThatNameNothingAreWrongUsage() throws {
    let result = try Tool.run("list customer-measures --where foo=1")
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("Error: 'foo' is not a field; "))
    #expect(result.errors.contains("\nUsage: kpibook list <catalog> "))
    #expect(result.errors.hasSuffix("  See 'kpibook list --help' for more information.\n"))
  }

  @Test(
    "Measures are known by id, code and name",
    arguments: [
      ["show", "customer-measures", "nps"],
      ["customize", "customer-measures", "--set", "Net Promoter Score (NPS).owner=Ada"],
      ["customize", "customer-measures", "--set", "NPS.target=45"],
      ["customize", "customer-measures", "--select", "NPS", "--remove", "Churn rate"],
      ["explain", "samples/customer-measures-en.xlsx", "Net Promoter Score (NPS).target"],
      ["explain", "samples/service-targets.csv", "00072.target"],
    ])
  func knowsMeasures(words: [String]) throws {
    let result = try Tool.run(words + ["-q"])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(
    "What comes near is named",
    arguments: [
      (["show", "customer-measures", "net-promotor-score"], "'net-promoter-score'?"),
      (["show", "customer-measures", "promotor"], "'net-promoter-score'?"),
      (
        ["customize", "customer-measures", "--remove", "revenue"],
        "'gross-revenue-retention', 'net-revenue-retention' or "
      ),
      (["explain", "samples/customer-measures-en.xlsx", "promoter"], "'net-promoter-score'?"),
    ])
  func namesWhatComesNear(words: [String], hint: String) throws {
    let result = try Tool.run(words + ["-q"])
    #expect(result.status == 2)
    #expect(result.errors.contains("there is no measure '"))
    #expect(result.errors.contains("; did you mean "))
    #expect(result.errors.contains(hint), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test(
    "A name that is no file gets a helpful line",
    arguments: [
      (
        "list costumer-measures",
        "costumer-measures: error: there is no such file; did you mean the built-in catalog "
          + "'customer-measures'?\n"
      ),
      (
        "list samples",
        "samples: error: it is a folder; name a file in it, such as "
          + "samples/customer-measures-en.xlsx\n"
      ),
      ("inspect no.xlsx", "no.xlsx: error: there is no such file; check the name and the folder\n"),
      (
        "inspect customer-measures",
        "customer-measures: error: it is the built-in catalog, and a file belongs here; "
          + "'kpibook list customer-measures' shows the catalog, "
          + "'kpibook export customer-measures -o BOOK.xlsx' makes a workbook of it\n"
      ),
      (
        "explain catalog/catalog.yaml nps",
        "catalog/catalog.yaml: error: it is a catalog file, and a workbook belongs here; "
          + "'kpibook list' and 'kpibook show' tell what it holds\n"
      ),
      (
        "apply samples/customer-measures-en.xlsx customer-measures -o x.xlsx",
        "customer-measures: error: it is a catalog, and the workbook belongs here; write the catalog "
          + "first: kpibook apply customer-measures samples/customer-measures-en.xlsx\n"
      ),
      (
        "import no/x.yaml",
        "no/x.yaml: error: there is no such file; there is no folder 'no' either\n"
      ),
    ])
  func tellsOfMissingFiles(words: String, errors: String) throws {
    let result = try Tool.run(words)
    #expect(result.status == 2)
    #expect(result.errors == errors)
  }

  @Test func aTextNamedAsAWorkbookIsTold() throws {
    let folder = try TemporaryFolder()
    try Data("KPI,Unit,Target\nChurn,%,4\n".utf8)
      .write(to: folder.url.appendingPathComponent("t.xlsx"))
    for words in [["inspect", "t.xlsx"], ["import", "t.xlsx", "-o", "-"]] {
      let result = try Tool.run(words, in: folder.url)
      #expect(result.status == 2)
      #expect(
        result.errors
          == "t.xlsx: error: it holds text and is no workbook; if it is a table, give it a name that ends in .csv\n"
      )
    }
  }

  @Test(
    "A word that is no command gets a helpful line",
    arguments: ["lst", "help lst", "lst --help"])
  func tellsOfMissingCommands(words: String) throws {
    let result = try Tool.run(words)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: There is no command 'lst'; did you mean 'list'?\n"))
  }

  @Test func tellsOnceWhatIsNotInALanguage() throws {
    let list = try Tool.run("list customer-measures --language de")
    #expect(list.errors == "customer-measures: note: no text is in 'de'; shown in en\n")
    #expect(list.output.contains("monatlich"))
    let folder = try TemporaryFolder()
    let half = folder.path("half.yaml")
    #expect(
      try Tool.run([
        "customize", "customer-measures", "--select", "NPS", "--flat", "-o", half, "--set",
        "NPS.name.de=NPS", "--set", "NPS.question.de=Würden Kunden uns empfehlen?",
      ]).status == 0)
    let export = try Tool.run(["export", half, folder.path("half.md"), "--language", "de"])
    #expect(export.status == 0)
    #expect(export.errors.hasPrefix("\(half): note: "))
    #expect(export.errors.contains(" texts are not in 'de' ("))
    #expect(export.errors.contains("description 1"))
    #expect(export.errors.split(separator: "\n").count == 1)
    let unknown = try Tool.run(["export", half, folder.path("half.xlsx"), "--language", "nl"])
    #expect(unknown.errors.contains("headings and lists are not known in 'nl' and are in en"))
    #expect(try Tool.run("list customer-measures --language fr").errors == "")
  }
}
