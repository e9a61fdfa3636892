public import XMLStream

/// An element with all that is in it, read by libxml2: slow and obvious.
public final class XMLTree {
  /// What an element contains.
  public enum Child {
    /// An element.
    case element(XMLTree)
    /// A run of text.
    case text(String)
  }

  /// The element's name and attributes.
  public let element: XMLElement
  /// What it contains, in order.
  public private(set) var children: [Child] = []

  private init(_ element: XMLElement) { self.element = element }

  /// Reads a text whole.
  ///
  /// - Throws: `XMLError` when it is not well-formed.
  public static func read(_ bytes: [UInt8]) throws -> XMLTree {
    let reader = try XMLReader(bytes)
    var root: XMLTree?
    var open: [XMLTree] = []
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        let tree = XMLTree(element)
        open.last?.children.append(.element(tree))
        open.append(tree)
        if root == nil { root = tree }
      case .end: open.removeLast()
      case .text(let text): open.last?.children.append(.text(text))
      }
    }
    guard let root else { throw ReferenceFault("there is no root element") }
    return root
  }

  /// The elements inside, with the branch of each `AlternateContent` that counts in its place.
  public var elements: [XMLTree] {
    children.flatMap { child -> [XMLTree] in
      guard case .element(let tree) = child else { return [] }
      guard tree.isCompatibility else { return [tree] }
      return tree.element.name.local == "AlternateContent" ? tree.chosenBranch : []
    }
  }

  /// The elements inside of this name in one of SpreadsheetML's namespaces.
  public func elements(_ local: String) -> [XMLTree] {
    elements.filter { $0.element.name.local == local && $0.isMain }
  }

  /// The text directly inside.
  public var text: String {
    children.map { child in
      guard case .text(let text) = child else { return "" }
      return text
    }.joined()
  }

  /// Whether the element is in one of SpreadsheetML's namespaces.
  public var isMain: Bool {
    [WorkbookBuilder.main, WorkbookBuilder.strict].contains(element.name.namespace)
  }

  private var isCompatibility: Bool {
    element.name.namespace == "http://schemas.openxmlformats.org/markup-compatibility/2006"
  }

  /// ECMA-376 Part 3, 9.3: the first `Choice` whose namespaces are all understood, else `Fallback`.
  ///
  /// Namespaces are told by their usual prefixes here.
  private var chosenBranch: [XMLTree] {
    let understood: Set<Substring> = ["x14", "x15", "x16", "x14ac", "xr", "xr2", "xr3", "main"]
    for case .element(let branch) in children where branch.isCompatibility {
      switch branch.element.name.local {
      case "Choice":
        let required = (branch.element["Requires"] ?? "").split(separator: " ")
        if required.allSatisfy(understood.contains) { return branch.elements }
      case "Fallback": return branch.elements
      default: continue
      }
    }
    return []
  }
}

/// Why the reference reader refuses a part.
public struct ReferenceFault: Error, CustomStringConvertible {
  /// The reason.
  public let description: String

  init(_ description: String) { self.description = description }
}
