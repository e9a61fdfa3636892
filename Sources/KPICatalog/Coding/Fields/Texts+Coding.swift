extension Objective: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      id: try map.read("id"), text: try map.read("text"), voice: try map.read("voice"),
      differentiator: try map.read("differentiator"))
    try map.finish(["id", "text", "voice", "differentiator"])
    if id == nil, text == nil { throw map.fault(.emptyObjective) }
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("id", id)
    map.add("text", text)
    map.add("voice", voice)
    map.add("differentiator", differentiator)
    return map.node
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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("includes", includes)
    map.add("excludes", excludes)
    map.add("population", population)
    return map.node
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

  var node: CatalogNode {
    guard let text, !text.isEmpty else { return kind.node }
    var map = MapWriter()
    map.add("kind", kind)
    map.add("text", text)
    return map.node
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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("question", question)
    map.add("scale", scale)
    map.add("sampleSize", sampleSize)
    map.add("minimumSample", minimumSample)
    map.add("responseRate", responseRate)
    return map.node
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

  var node: CatalogNode {
    var map = MapWriter()
    map.add("title", title)
    map.add("source", source)
    map.add("link", link)
    map.add("accessed", accessed)
    return map.node
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

  var node: CatalogNode {
    guard since != nil || replacedBy != nil else { return state.node }
    var map = MapWriter()
    map.add("state", state)
    map.add("since", since)
    map.add("replacedBy", replacedBy)
    return map.node
  }
}

extension Origin: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      sheet: try map.read("sheet"), row: try map.read("row"), cells: try map.map("cells"))
    try map.finish(["sheet", "row", "cells"])
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("sheet", sheet)
    map.add("row", row)
    map.add("cells", cells)
    return map.node
  }
}
