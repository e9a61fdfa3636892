// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: the language as strict as it goes.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .strictMemorySafety(),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "kpibook",
  products: [
    .library(name: "SpreadsheetML", targets: ["SpreadsheetML", "Zip", "XMLStream"]),
    .library(name: "TableConversion", targets: ["TableConversion", "DelimitedText"]),
    .library(name: "KPICatalog", targets: ["KPICatalog", "CatalogMapping"]),
    .executable(name: "kpibook", targets: ["kpibook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C, imported by one Swift target each.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // The texts of the built-in catalog, embedded as bytes.
    .target(
      name: "CCustomerMeasures", path: "catalog",
      exclude: [
        "catalog.yaml", "names.tsv", "groups.tsv", "measures", "vocabulary", "display",
      ],
      sources: ["embedded.c"]),
    // Header and value words of five languages, embedded as bytes.
    .target(
      name: "CVocabulary", path: "catalog/vocabulary", exclude: ["headers", "words", "prepared"]),

    .target(name: "Zip", dependencies: ["CZlib"], swiftSettings: strict),
    .target(name: "XMLStream", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(name: "SpreadsheetML", dependencies: ["Zip", "XMLStream"], swiftSettings: strict),
    .target(name: "DelimitedText", swiftSettings: strict),
    .target(
      name: "TableConversion", dependencies: ["SpreadsheetML", "DelimitedText"],
      swiftSettings: strict),
    .target(
      name: "KPICatalog", dependencies: ["CCustomerMeasures", "CLibYAML"], swiftSettings: strict),
    .target(
      name: "CatalogMapping",
      dependencies: ["SpreadsheetML", "DelimitedText", "KPICatalog", "CVocabulary"],
      swiftSettings: strict),
    .executableTarget(
      name: "kpibook",
      dependencies: [
        "SpreadsheetML", "Zip", "TableConversion", "DelimitedText", "KPICatalog", "CatalogMapping",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // What tests share: archives and workbooks built byte by byte, a slow reader to compare with.
    .target(
      name: "TestSupport", dependencies: ["CZlib", "Zip", "XMLStream", "SpreadsheetML"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "ZipTests", dependencies: ["Zip", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "XMLStreamTests", dependencies: ["XMLStream", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetMLTests",
      dependencies: ["SpreadsheetML", "Zip", "XMLStream", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DelimitedTextTests", dependencies: ["DelimitedText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TableConversionTests",
      dependencies: ["TableConversion", "DelimitedText", "SpreadsheetML", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "KPICatalogTests", dependencies: ["KPICatalog", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CatalogMappingTests",
      dependencies: [
        "CatalogMapping", "KPICatalog", "SpreadsheetML", "Zip", "DelimitedText", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "kpibookTests", dependencies: ["kpibook", "Zip"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

// What `make sanitize` builds: the modules that look at bytes by pointers, with their tests.
if Context.environment["KPIBOOK_SANITIZED"] != nil {
  let kept: Set = [
    "CZlib", "CLibXML2", "Zip", "XMLStream", "SpreadsheetML", "TestSupport", "ZipTests",
    "XMLStreamTests", "SpreadsheetMLTests",
  ]
  package.targets.removeAll { !kept.contains($0.name) }
  package.products.removeAll { $0.name != "SpreadsheetML" }
}
