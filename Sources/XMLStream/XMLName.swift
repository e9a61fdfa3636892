/// A name with its namespace resolved: prefixes never matter to a reader.
public struct XMLName: Hashable, Sendable {
  /// The namespace's URI; empty for none.
  public var namespace: String
  /// The name without its prefix.
  public var local: String

  /// The most bytes of a name or a namespace: they are compared and hashed once for every element.
  static let longest = 4_096
  /// The most namespaces declared at one place: each prefix is looked up among them.
  ///
  /// Excel itself declares some thirty.
  static let mostDeclared = 256
  /// The most different namespaces in one text.
  static let mostNamespaces = 4_096

  /// Makes a name.
  public init(_ local: String, namespace: String = "") {
    self.namespace = namespace
    self.local = local
  }
}

/// An attribute of an element.
public struct XMLAttribute: Hashable, Sendable {
  /// The attribute's name; attributes without a prefix have no namespace.
  public var name: XMLName
  /// The value, references resolved and white space normalised (XML 1.0, 3.3.3).
  public var value: String
}

/// An element's start: its name and attributes.
public struct XMLElement: Hashable, Sendable {
  /// The element's name.
  public var name: XMLName
  /// The attributes in the text's order.
  public var attributes: [XMLAttribute]

  /// The value of the attribute of this local name that has no namespace, or nil.
  public subscript(_ local: String) -> String? {
    for attribute in attributes
    where attribute.name.local == local && attribute.name.namespace.isEmpty {
      return attribute.value
    }
    return nil
  }

  /// The value of the attribute of this local name in one of these namespaces, or nil.
  public subscript(_ local: String, in namespaces: [String]) -> String? {
    for attribute in attributes
    where attribute.name.local == local && namespaces.contains(attribute.name.namespace) {
      return attribute.value
    }
    return nil
  }
}

/// What an ``XMLReader`` meets next.
public enum XMLEvent: Hashable, Sendable {
  /// An element begins.
  case start(XMLElement)
  /// An element ends.
  case end(XMLName)
  /// Text or CDATA; one run of text may come in several events.
  case text(String)
}
