@testable internal import XMLStream

/// Any bytes as XML, by the scanner and by libxml2.
public enum XMLFuzzing {
  /// Reads the bytes in both ways; what both take must be the same.
  public static func run(_ bytes: [UInt8]) {
    let head = Array(bytes.prefix(256))
    guard !XMLEncoding.needsTranscoding(head) else {
      // What was turned into UTF-8 must be well-formed for the scanner too.
      if let utf8 = try? XMLEncoding.utf8(bytes, depth: 64, attributes: 64) {
        _ = scanned(utf8, capacity: 64)
      }
      return
    }
    let whole = scanned(bytes, capacity: 1 << 16)
    let small = scanned(bytes, capacity: 64)
    require(whole == small, "the window's size matters: \(String(describing: whole))")
    if let whole, let read = read(bytes) {
      require(whole == read, "\(whole) is not \(read)")
    }
  }

  private static func scanned(_ bytes: [UInt8], capacity: Int) -> [XMLEvent]? {
    var events: [XMLEvent] = []
    do {
      let window = ByteWindow(XMLMemorySource(bytes), capacity: capacity, limit: 1 << 16)
      let xml = try XMLScanner(window, depth: 64, attributes: 64)
      var open: [XMLName] = []
      while true {
        switch try xml.next() {
        case .finished: return events
        case .start:
          let name = XMLName(xml.localName, namespace: xml.namespace(xml.namespace))
          var attributes: [XMLAttribute] = []
          for place in xml.attributes {
            let all = unsafe xml.window.buffer
            let prefix = unsafe String(
              decoding: UnsafeBufferPointer(rebasing: all[place.prefix]), as: UTF8.self)
            let local = unsafe String(
              decoding: UnsafeBufferPointer(rebasing: all[place.local]), as: UTF8.self)
            if prefix == "xmlns" || prefix.isEmpty && local == "xmlns" { continue }
            attributes.append(
              XMLAttribute(name: XMLName(local), value: try xml.value(of: place)))
          }
          open.append(name)
          events.append(.start(XMLElement(name: name, attributes: attributes)))
        case .end: if let name = open.popLast() { events.append(.end(name)) }
        case .text:
          var text: [UInt8] = []
          try xml.appendText(to: &text)
          add(String(decoding: text, as: UTF8.self), to: &events)
        }
      }
    } catch {
      return nil
    }
  }

  private static func read(_ bytes: [UInt8]) -> [XMLEvent]? {
    var events: [XMLEvent] = []
    do {
      let reader = try XMLReader(bytes, depth: 64, attributes: 64)
      while let event = try reader.next() {
        switch event {
        case .start(var element):
          // Namespaces of attributes are compared in the tests.
          for index in element.attributes.indices {
            element.attributes[index].name.namespace = ""
          }
          events.append(.start(element))
        case .end: events.append(event)
        case .text(let text): add(text, to: &events)
        }
      }
      return events
    } catch {
      return nil
    }
  }

  private static func add(_ text: String, to events: inout [XMLEvent]) {
    if text.isEmpty { return }
    if case .text(let before) = events.last {
      events[events.count - 1] = .text(before + text)
    } else {
      events.append(.text(text))
    }
  }
}
