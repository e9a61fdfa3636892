/// The catalog the program carries within it.
public enum BuiltInCatalog {
  /// The name by which the catalog of customer measures is asked for.
  public static let customerMeasuresName = "customer-measures"

  /// The catalog of 53 customer measures in English, French and Italian.
  ///
  /// Parsed anew at each call.
  ///
  /// - Returns: The catalog, its measures in the order of its groups.
  /// - Throws: ``CatalogError`` with code `.builtIn` if a text is faulty; its `cause` says where.
  /// - Complexity: O(*n*) in the size of the texts, some hundred kilobytes of YAML.
  public static func customerMeasures() throws(CatalogError) -> Catalog {
    var catalog: Catalog
    do throws(CatalogError) {
      let level = try YAMLReader.read(EmbeddedText.catalog(), limits: .standard)
      catalog = try Catalog(node: level, needsMeasures: false)
    } catch {
      throw faulty("catalog.yaml", error)
    }
    for file in EmbeddedText.measures() {
      do throws(CatalogError) {
        let list = try YAMLReader.read(file.bytes, limits: .standard)
        catalog.measures += try Catalog.measures(in: list, needsName: true)
      } catch {
        throw faulty("measures/\(file.name).yaml", error)
      }
    }
    var places: [KPIIdentifier: Int] = [:]
    for (index, measure) in catalog.measures.enumerated() {
      if let first = places.updateValue(index, forKey: measure.id) {
        let fault = CatalogFault.duplicateIdentifier(measure.id.text, first: "measures[\(first)]")
        throw faulty("measures", CatalogError(fault))
      }
    }
    return catalog
  }

  private static func faulty(_ file: String, _ cause: CatalogError) -> CatalogError {
    CatalogError(.builtInFile(file, why: cause.description), cause: cause)
  }
}
