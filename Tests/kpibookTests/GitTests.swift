import Foundation
import Testing
import Zip

/// Whether git is where the tests' PATH leads.
private enum InstalledGit {
  static let isThere = ["/usr/bin/git", "/bin/git"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }
}

@Suite("kpibook git", .enabled(if: InstalledGit.isThere, "git is not installed"))
struct GitTests {
  /// A folder whose git knows nothing of the person who runs the tests.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let book = Tool.root.appendingPathComponent("samples/customer-measures-en.xlsx").path
    try FileManager.default.copyItem(atPath: book, toPath: folder.path("sample.xlsx"))
    return folder
  }

  /// Runs a script in a repository in the folder, which is made with one commit.
  private func run(_ script: String, in folder: TemporaryFolder) throws -> Tool.Result {
    try Tool.shell(
      """
      set -e
      export HOME="$PWD/home" GIT_CONFIG_NOSYSTEM=1 GIT_PAGER=cat
      export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org
      export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
      set_() { "$KPIBOOK" edit book.xlsx -o book.xlsx --set "$1"; }
      if [ ! -d repo ]; then
        mkdir repo home
        git init -q repo
        cd repo
        git checkout -q -b main
        cp ../sample.xlsx book.xlsx
        git add book.xlsx
        git commit -q -m first
      else
        cd repo
      fi
      \(script)
      """, in: folder.url)
  }

  private func archive(_ path: String) throws -> [String: [UInt8]] {
    let zip = try ZipReader(path: path)
    var entries: [String: [UInt8]] = [:]
    for entry in zip.entries { entries[entry.name] = try zip.read(entry) }
    return entries
  }

  // MARK: Setting up

  @Test func isSetUpOnceAndTakenBackWithoutATrace() throws {
    let folder = try folder()
    let result = try run(
      """
      printf '*.txt text\\n*.png binary' > .gitattributes
      cp .gitattributes ../attributes
      cp .git/config ../config
      "$KPIBOOK" git install
      cp .gitattributes ../once
      "$KPIBOOK" git install
      cmp .gitattributes ../once
      git check-attr diff merge -- book.xlsx a.xlsm b.png
      git config --local --get-regexp kpibook | sed 's/=.*//; s/ .*//'
      "$KPIBOOK" git uninstall
      cmp .gitattributes ../attributes
      cmp .git/config ../config
      "$KPIBOOK" git uninstall
      """, in: folder)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("*.xlsx, *.xlsm: compared and merged by kpibook ("))
    #expect(
      lines[1]
        == "*.xlsx, *.xlsm: already compared and merged by kpibook; nothing was changed")
    #expect(
      lines[2...11] == [
        "book.xlsx: diff: kpibook", "book.xlsx: merge: kpibook", "a.xlsm: diff: kpibook",
        "a.xlsm: merge: kpibook", "b.png: diff: unset", "b.png: merge: unset",
        "diff.kpibook.textconv", "diff.kpibook.command", "merge.kpibook.name",
        "merge.kpibook.driver",
      ])
    #expect(lines[12].hasPrefix("kpibook was taken out of "))
    #expect(lines[13] == "kpibook was not set up here; nothing was changed")
  }

  @Test(
    "Whatever stood in .gitattributes stands there again",
    arguments: [
      "", "\\n", "a b", "a b\\n", "a b\\n\\n", "a b\\r\\nc d\\r\\n",
      "# kpibook\\n*.xlsx diff=other\\n",
    ])
  func leavesOtherLinesAlone(content: String) throws {
    let folder = try folder()
    let result = try run(
      """
      printf '\(content)' > .gitattributes
      cp .gitattributes ../attributes
      "$KPIBOOK" git install 'measures/*.xlsx' > ../out
      git check-attr merge -- measures/a.xlsx other.xlsx
      "$KPIBOOK" git install --remove > ../out
      cmp .gitattributes ../attributes
      """, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == "measures/a.xlsx: merge: kpibook\nother.xlsx: merge: unspecified\n")
  }

  @Test func aFileMadeForItsLinesGoesWithThem() throws {
    let folder = try folder()
    let result = try run(
      """
      "$KPIBOOK" git install > ../out
      test -f .gitattributes
      "$KPIBOOK" git uninstall > ../out
      test ! -e .gitattributes
      cp .git/info/exclude ../exclude; ls .git/info > ../info
      "$KPIBOOK" git install --private > ../out
      test ! -e .gitattributes
      git check-attr merge -- book.xlsx
      "$KPIBOOK" git uninstall > ../out
      ls .git/info | cmp - ../info
      git status --porcelain
      """, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "book.xlsx: merge: kpibook\n")
  }

  @Test func isSetUpForAllOfAPersonsRepositories() throws {
    let folder = try folder()
    let result = try run(
      """
      "$KPIBOOK" git install --global > ../out
      git check-attr merge -- book.xlsx
      git status --porcelain
      cd ..
      "$KPIBOOK" git uninstall --global > out
      find home -type f
      """, in: folder)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output == "book.xlsx: merge: kpibook\n")
  }

  @Test func saysWhereThereIsNoRepositoryOrNoGit() throws {
    let folder = try folder()
    let none = try Tool.shell(
      #"GIT_CEILING_DIRECTORIES="$PWD/.." "$KPIBOOK" git install"#, in: folder.url)
    #expect(none.status == 2)
    #expect(none.errors.hasPrefix("git: error: this folder is in no repository"))
    let missing = try Tool.shell(#"PATH=/nowhere "$KPIBOOK" git install"#, in: folder.url)
    #expect(missing.status == 2)
    #expect(
      missing.errors == "git: error: it was not found on the PATH; install git, or put it there\n")
    #expect(try Tool.run(["git", "install", "two words"]).status == 64)
  }

  // MARK: Comparing

  @Test func showsWhatChangedByMeasureAndField() throws {
    let folder = try folder()
    let result = try run(
      """
      "$KPIBOOK" git install --private > ../out
      set_ 'Customer measures!L37=Ada'
      set_ 'Guide!B12=Done'
      git diff
      git commit -q -a -m second
      git log -p -1 --format=
      """, in: folder)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(
      result.output.hasPrefix(
        """
        kpibook diff book.xlsx
        ~ conversion-rate  Conversion rate
            owner  Head of Sales → Ada

        Measures: 1 changed

        beside the measures
            Guide!B12  5.  Keep at least one activity measure
        """))
    #expect(result.output.contains("-    owner: Head of Sales\n+    owner: Ada\n"))
    #expect(result.output.contains("+# Guide!B12: Done\n"))
  }

  @Test func aFileThatIsNoWorkbookStopsNothing() throws {
    let folder = try folder()
    let result = try run(
      """
      "$KPIBOOK" git install --private > ../out
      echo 'PK, but no workbook' > book.xlsx
      echo 'no workbook at all: [' > other.xlsx
      git add .
      git diff --cached
      git diff --cached --no-ext-diff
      rm book.xlsx
      git diff
      """, in: folder)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output.contains("+# 20 bytes, "))
  }

  // MARK: Merging

  /// Two branches set one cell each; then they are merged.
  private func merge(_ theirs: [String], _ ours: [String], in folder: TemporaryFolder) throws
    -> Tool.Result
  {
    let set = { (cells: [String]) in cells.map { "set_ '\($0)'" }.joined(separator: "\n") }
    return try run(
      """
      "$KPIBOOK" git install > ../out
      git add .gitattributes && git commit -q -m attributes
      git checkout -q -b theirs
      \(set(theirs))
      git commit -q -a -m theirs
      git checkout -q main
      \(set(ours))
      git commit -q -a -m ours
      cp book.xlsx ../ours.xlsx
      git merge -q -m merged theirs
      """, in: folder)
  }

  @Test func branchesThatChangedDifferentMeasuresMerge() throws {
    let folder = try folder()
    let result = try merge(
      ["Customer measures!L37=Ada", "Customer measures!M38=7", "Guide!B12=Theirs"],
      ["Customer measures!L36=Bob", "Customer measures!L37=Ada"], in: folder)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(!result.errors.contains("warning"), "\(result.errors)")
    let status = try run("git status --porcelain; git log -1 --format=%s", in: folder)
    #expect(status.output == "merged\n")
    let diff = try Tool.run("diff ours.xlsx repo/book.xlsx", in: folder.url)
    #expect(diff.output.hasSuffix("Measures: 1 changed\n"), "\(diff.output)")
    // The workbook is ours but for the two changed sheets, every byte of it.
    let ours = try archive(folder.path("ours.xlsx"))
    let merged = try archive(folder.path("repo/book.xlsx"))
    #expect(ours.count == merged.count)
    let changed = ours.keys.filter { ours[$0] != merged[$0] }.sorted()
    #expect(changed.allSatisfy { $0.hasPrefix("xl/worksheets/") || $0 == "xl/workbook.xml" })
    #expect(changed.count(where: { $0.hasPrefix("xl/worksheets/") }) == 2)
    let guide = try Tool.run("convert repo/book.xlsx - --to csv --sheet Guide", in: folder.url)
    #expect(guide.output.contains("Theirs"))
  }

  @Test func theSameFieldChangedInBothIsAConflict() throws {
    let folder = try folder()
    let result = try merge(
      ["Customer measures!L37=Ada", "Customer measures!L36=Cid"], ["Customer measures!L37=Bob"],
      in: folder)
    #expect(result.status == 1)
    let told =
      "book.xlsx: warning: conversion-rate.owner: both changed it: was “Head of Sales”; ours is Bob (ours: 'Customer measures'!L37), theirs is Ada (theirs: 'Customer measures'!L37); ours is kept\n"
    #expect(result.errors.contains(told), "\(result.errors)")
    let status = try run(
      """
      git status --porcelain
      "$KPIBOOK" git conflicts || echo "status $?"
      git diff --name-only --diff-filter=U
      """, in: folder)
    #expect(status.output.hasPrefix("UU book.xlsx\n" + told))
    #expect(status.output.hasSuffix("status 1\nbook.xlsx\n"))
    // What could be merged is there, and the workbook is whole.
    let table = try Tool.run("convert repo/book.xlsx - --to csv --sheet 2", in: folder.url)
    #expect(table.output.contains("Bob") && table.output.contains("Cid"))
    #expect(!table.output.contains("Ada"))
    let solved = try run(
      """
      set_ 'Customer measures!L37=Ada and Bob'
      git add book.xlsx && git commit -q -m solved
      "$KPIBOOK" git conflicts
      git status --porcelain
      """, in: folder)
    #expect(solved.status == 0 && solved.output.isEmpty, "\(solved.output)\(solved.errors)")
  }

  @Test func whatIsNoWorkbookIsMergedByLines() throws {
    let folder = try folder()
    let result = try run(
      """
      "$KPIBOOK" git install '*.yaml' > ../out
      printf 'a\\nb\\nc\\nd\\ne\\n' > x.yaml; git add . ; git commit -q -m x
      git checkout -q -b theirs; printf 'A\\nb\\nc\\nd\\ne\\n' > x.yaml; git commit -q -a -m theirs
      git checkout -q main; printf 'a\\nb\\nc\\nd\\nE\\n' > x.yaml; git commit -q -a -m ours
      git merge -q -m merged theirs > ../out
      cat x.yaml
      git checkout -q -b third HEAD~2; printf 'a\\nb\\nc\\nd\\nF\\n' > x.yaml; git commit -q -a -m 3
      git merge -q -m merged main > ../out || sed 's/ .*//' x.yaml
      """, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("A\nb\nc\nd\nE\n"))
    #expect(result.output.contains("<<<<<<<\nF\n=======\nE\n>>>>>>>\n"))
  }
}
