/// The names of a catalog's measures as a table: id, language and name, a tab between them, a name
/// a line.
enum NameTable {
  /// A name with the measure it belongs to.
  struct Row: Hashable {
    let id: KPIIdentifier
    let language: LanguageTag
    let name: String
  }

  /// The names of a catalog, measures in order: names by language, aliases, then those of the
  /// variants.
  static func rows(of catalog: Catalog) -> [Row] {
    var rows: [Row] = []
    for measure in catalog.measures {
      for entry in measure.name.entries {
        rows.append(Row(id: measure.id, language: entry.language, name: entry.text))
      }
      for alias in measure.aliases {
        rows.append(Row(id: measure.id, language: .undetermined, name: alias))
      }
      for variant in measure.variants {
        guard let id = measure.id.variant(variant.id) else { continue }
        for entry in variant.name?.entries ?? [] {
          rows.append(Row(id: id, language: entry.language, name: entry.text))
        }
      }
    }
    return rows
  }

  /// The table as text.
  ///
  /// Blanks of any kind inside a name become one space each.
  static func text(_ rows: [Row]) -> String {
    var text = ""
    for row in rows {
      let name = String(row.name.map { $0 == "\t" || $0.isNewline ? " " : $0 })
      text += row.id.text + "\t" + row.language.text + "\t" + name + "\n"
    }
    return text
  }
}

extension BuiltInCatalog {
  /// The names of the customer measures, found without parsing the catalog.
  ///
  /// Made at first use from the table checked in as `catalog/names.tsv`, which holds what
  /// ``namesTable()`` gives.
  public static let names = NameIndex(table: EmbeddedText.names())

  /// Makes the table of names from the catalog, to be checked in as `catalog/names.tsv`.
  ///
  /// - Returns: A line a name: id, language and name with a tab between them.
  /// - Throws: ``CatalogError`` with code `.builtIn` if the catalog is faulty.
  public static func namesTable() throws(CatalogError) -> String {
    NameTable.text(NameTable.rows(of: try customerMeasures()))
  }

  /// The names of the customer measures' groups in all languages, by the groups' ids.
  ///
  /// Made at first use from the table checked in as `catalog/groups.tsv`, which holds what
  /// ``groupNamesTable()`` gives.
  public static let groupNames = NameIndex(table: EmbeddedText.groupNames())

  /// Makes the table of the groups' names from the catalog, to be checked in as
  /// `catalog/groups.tsv`.
  ///
  /// - Returns: A line a name: id, language and name with a tab between them.
  /// - Throws: ``CatalogError`` with code `.builtIn` if the catalog is faulty.
  public static func groupNamesTable() throws(CatalogError) -> String {
    var rows: [NameTable.Row] = []
    for group in try customerMeasures().groups {
      guard let id = KPIIdentifier(group.id) else { continue }
      for entry in group.name.entries {
        rows.append(NameTable.Row(id: id, language: entry.language, name: entry.text))
      }
    }
    return NameTable.text(rows)
  }

  /// The table of the groups' names as it was checked in.
  static var checkedInGroupNamesTable: String {
    String(decoding: EmbeddedText.groupNames(), as: UTF8.self)
  }

  /// The table of names as it was checked in.
  static var checkedInNamesTable: String {
    String(decoding: EmbeddedText.names(), as: UTF8.self)
  }
}
