import TestSupport
import Testing

@testable import XMLStream

/// All that comes of reading a text: its events, or the error.
struct Reading: Equatable, Sendable {
  var events: [XMLEvent] = []
  var error: String?

  /// Reads through ``XMLReader``.
  init(reader bytes: [UInt8], depth: Int = 256, attributes: Int = 4_096) {
    do throws(XMLError) {
      let reader = try XMLReader(bytes, depth: depth, attributes: attributes)
      while let event = try reader.next() { take(event) }
    } catch {
      self.error = "\(error)"
    }
  }

  /// Reads through ``XMLScanner``, every attribute and text decoded.
  init(
    scanner source: any XMLByteSource, capacity: Int = 64, limit: Int = 1 << 20, depth: Int = 256,
    attributes: Int = 4_096
  ) {
    do throws(XMLError) {
      let window = ByteWindow(source, capacity: capacity, limit: limit)
      let xml = try XMLScanner(window, depth: depth, attributes: attributes)
      var open: [XMLName] = []
      while true {
        switch try xml.next() {
        case .finished: return
        case .start:
          let element = try Reading.element(xml)
          open.append(element.name)
          take(.start(element))
        case .end: if let name = open.popLast() { take(.end(name)) }
        case .text:
          var bytes: [UInt8] = []
          try xml.appendText(to: &bytes)
          take(.text(String(decoding: bytes, as: UTF8.self)))
        }
      }
    } catch {
      self.error = "\(error)"
    }
  }

  init(scanner bytes: [UInt8]) { self.init(scanner: XMLMemorySource(bytes)) }
  init(scanner text: String) { self.init(scanner: Array(text.utf8)) }
  init(reader text: String) { self.init(reader: Array(text.utf8)) }

  /// Texts that follow one another are joined: where they are cut means nothing.
  private mutating func take(_ event: XMLEvent) {
    if case .text(let more) = event {
      if more.isEmpty { return }
      if case .text(let before) = events.last {
        events[events.count - 1] = .text(before + more)
      } else {
        events.append(event)
      }
    } else {
      events.append(event)
    }
  }

  private static func element(_ xml: XMLScanner) throws(XMLError) -> XMLElement {
    var attributes: [XMLAttribute] = []
    let name = XMLName(xml.localName, namespace: xml.namespace(xml.namespace))
    for place in xml.attributes {
      let bytes = unsafe Array(xml.window.buffer)
      let prefix = String(decoding: bytes[place.prefix], as: UTF8.self)
      let local = String(decoding: bytes[place.local], as: UTF8.self)
      if prefix == "xmlns" || (prefix.isEmpty && local == "xmlns") { continue }
      var namespace = ""
      if prefix == "xml" {
        namespace = "http://www.w3.org/XML/1998/namespace"
      } else if !prefix.isEmpty {
        namespace = xml.namespace(ofPrefix: prefix) ?? ""
      }
      attributes.append(
        XMLAttribute(
          name: XMLName(local, namespace: namespace), value: try xml.value(of: place)))
    }
    return XMLElement(name: name, attributes: attributes)
  }
}
