// swift-tools-version: 6.2
import PackageDescription

// Programs to measure, apart from the library so that it does not depend on them.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "kpibook", path: "..")],
  targets: [
    .executableTarget(
      name: "read-cells", dependencies: [.product(name: "SpreadsheetML", package: "kpibook")])
  ]
)
