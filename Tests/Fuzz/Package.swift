// swift-tools-version: 6.2
import PackageDescription

/// Fuzzers for every door.
///
/// See README.md beside this file.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .strictMemorySafety(),
]
/// libFuzzer brings its own `main`.
let fuzzer = settings + [.unsafeFlags(["-parse-as-library"])]

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "kpibook", path: "../..")],
  targets: [
    .target(
      name: "FuzzSupport",
      dependencies: [
        .product(name: "SpreadsheetML", package: "kpibook"),
        .product(name: "TableConversion", package: "kpibook"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "fuzz-zip", dependencies: ["FuzzSupport"], swiftSettings: fuzzer),
    .executableTarget(name: "fuzz-xml", dependencies: ["FuzzSupport"], swiftSettings: fuzzer),
    .executableTarget(name: "fuzz-csv", dependencies: ["FuzzSupport"], swiftSettings: fuzzer),
    .executableTarget(name: "fuzz-convert", dependencies: ["FuzzSupport"], swiftSettings: fuzzer),
    .executableTarget(name: "fuzz-sheet", dependencies: ["FuzzSupport"], swiftSettings: fuzzer),
  ]
)
