extension Objective: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      id: try map.read("id"), text: try map.read("text"), voice: try map.read("voice"),
      differentiator: try map.read("differentiator"))
    try map.finish(["id", "text", "voice", "differentiator"])
    if id == nil, text == nil { throw map.fault(.emptyObjective) }
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("id", id)
    encoder.add("text", text)
    encoder.add("voice", voice)
    encoder.add("differentiator", differentiator)
    encoder.endMap()
  }
}

extension Scope: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      includes: try map.read("includes"), excludes: try map.read("excludes"),
      population: try map.read("population"))
    try map.finish(["includes", "excludes", "population"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("includes", includes)
    encoder.add("excludes", excludes)
    encoder.add("population", population)
    encoder.endMap()
  }
}

extension CollectionMethod: CatalogCodable {
  // A word alone stands for a method without further text.
  init(node: CatalogNode) throws(CatalogError) {
    guard case .map = node.content else {
      self.init(try MethodKind(node: node))
      return
    }
    var map = try MapReader(node)
    self.init(try map.require("kind"), text: try map.read("text"))
    try map.finish(["kind", "text"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    guard let text, !text.isEmpty else {
      kind.encode(to: &encoder)
      return
    }
    encoder.beginMap()
    encoder.add("kind", kind)
    encoder.add("text", text)
    encoder.endMap()
  }
}

extension Instrument: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      question: try map.read("question"), scale: try map.read("scale"),
      sampleSize: try map.read("sampleSize"), minimumSample: try map.read("minimumSample"),
      responseRate: try map.read("responseRate"))
    try map.finish(["question", "scale", "sampleSize", "minimumSample", "responseRate"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("question", question)
    encoder.add("scale", scale)
    encoder.add("sampleSize", sampleSize)
    encoder.add("minimumSample", minimumSample)
    encoder.add("responseRate", responseRate)
    encoder.endMap()
  }
}

extension Evidence: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      title: try map.read("title"), source: try map.read("source"), link: try map.read("link"),
      accessed: try map.read("accessed"))
    try map.finish(["title", "source", "link", "accessed"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("title", title)
    encoder.add("source", source)
    encoder.add("link", link)
    encoder.add("accessed", accessed)
    encoder.endMap()
  }
}

extension Lifecycle: CatalogCodable {
  // A word alone stands for a state without further facts.
  init(node: CatalogNode) throws(CatalogError) {
    guard case .map = node.content else {
      self.init(try State(node: node))
      return
    }
    var map = try MapReader(node)
    self.init(
      try map.require("state"), since: try map.read("since"),
      replacedBy: try map.read("replacedBy"))
    try map.finish(["state", "since", "replacedBy"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    guard since != nil || replacedBy != nil else {
      state.encode(to: &encoder)
      return
    }
    encoder.beginMap()
    encoder.add("state", state)
    encoder.add("since", since)
    encoder.add("replacedBy", replacedBy)
    encoder.endMap()
  }
}

extension Origin: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      sheet: try map.read("sheet"), row: try map.read("row"), cells: try map.map("cells"))
    try map.finish(["sheet", "row", "cells"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("sheet", sheet)
    encoder.add("row", row)
    encoder.add("cells", cells)
    encoder.endMap()
  }
}
