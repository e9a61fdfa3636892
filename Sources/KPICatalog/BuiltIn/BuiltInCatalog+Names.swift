extension NameIndex {
  /// Makes an index of a catalog: the names in all languages, the aliases, and those of the
  /// variants.
  ///
  /// - Parameter catalog: The catalog.
  /// - Complexity: O(*n*) in the length of the names.
  public init(_ catalog: Catalog) {
    self.init()
    for measure in catalog.measures {
      for entry in measure.name.entries { add(entry.text, for: measure.id) }
      for alias in measure.aliases { add(alias, for: measure.id) }
      for variant in measure.variants {
        guard let id = measure.id.variant(variant.id) else { continue }
        for entry in variant.name?.entries ?? [] { add(entry.text, for: id) }
      }
    }
  }
}

extension BuiltInCatalog {
  /// The names of the customer measures, found without parsing the catalog.
  ///
  /// Made at first use from the table checked in as `catalog/names.tsv`.
  public static let names = NameIndex(table: EmbeddedText.names())

  /// The names of the customer measures' groups in all languages, by the groups' ids.
  ///
  /// Made at first use from the table checked in as `catalog/groups.tsv`.
  public static let groupNames = NameIndex(table: EmbeddedText.groupNames())

  /// Makes the table of names from the catalog, to be checked in as `catalog/names.tsv`.
  static func namesTable() throws(CatalogError) -> String {
    NameIndex(try customerMeasures()).table
  }

  /// Makes the table of the groups' names from the catalog, to be checked in as
  /// `catalog/groups.tsv`.
  static func groupNamesTable() throws(CatalogError) -> String {
    var index = NameIndex()
    for group in try customerMeasures().groups {
      guard let id = KPIIdentifier(group.id) else { continue }
      for entry in group.name.entries { index.add(entry.text, for: id) }
    }
    return index.table
  }

  /// The table of names as it was checked in.
  static var checkedInNamesTable: String {
    String(decoding: EmbeddedText.names(), as: UTF8.self)
  }

  /// The table of the groups' names as it was checked in.
  static var checkedInGroupNamesTable: String {
    String(decoding: EmbeddedText.groupNames(), as: UTF8.self)
  }
}
