internal import CLibYAML

/// One step through a YAML text.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case listStart, listEnd, mapStart, mapEnd
    case alias(String)
    /// A scalar and whether it stands there without quotes, tag and block.
    case scalar(String, isPlain: Bool)
  }

  var kind: Kind
  /// Where it begins, from 1.
  var place: CatalogNode.Place
  /// The anchor before it.
  var anchor: String?
  /// The tag before it, as far as it says more than its form.
  var tag: String?
}

/// The events of a YAML text, one after the other, as libyaml reads them.
///
/// The one file that knows libyaml. Nothing is kept of what was passed, so
/// that a text takes no more memory than what is made of it.
@safe final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: [UInt8]
  private let limits: CatalogLimits
  private var fed: Int

  /// Makes a reader of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8, which was checked.
  ///   - start: Where it begins.
  ///   - limits: What errors name.
  /// - Throws: ``CatalogError`` when there is no memory.
  init(_ bytes: [UInt8], from start: Int, limits: CatalogLimits) throws(CatalogError) {
    self.bytes = bytes
    self.limits = limits
    fed = start
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      throw CatalogError(.yamlSyntax("there is no memory left to read it"))
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml asks for pieces; a pointer to all would have to outlive this call.
    unsafe yaml_parser_set_input(
      parser,
      { context, buffer, size, count in
        guard let context = unsafe context, let buffer = unsafe buffer,
          let count = unsafe count
        else { return 0 }
        let events = unsafe Unmanaged<YAMLEvents>.fromOpaque(context).takeUnretainedValue()
        unsafe count.pointee = unsafe events.feed(
          UnsafeMutableRawBufferPointer(start: buffer, count: size))
        return 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  private func feed(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let end = min(fed + buffer.count, bytes.count)
    unsafe buffer.copyBytes(from: bytes[fed..<end])
    defer { fed = end }
    return end - fed
  }

  /// The next event; nothing may be asked for behind the end of the stream.
  ///
  /// - Throws: ``CatalogError`` with the place where the text is no YAML.
  func next() throws(CatalogError) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&event) }
    let mark = unsafe event.start_mark
    let place = CatalogNode.Place(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    func made(
      _ kind: YAMLEvent.Kind, _ anchor: UnsafeMutablePointer<UInt8>? = nil, tag: String? = nil
    ) -> YAMLEvent {
      YAMLEvent(kind: kind, place: place, anchor: unsafe Self.text(anchor), tag: tag)
    }
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return made(.streamStart)
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
    case YAML_DOCUMENT_END_EVENT: return made(.documentEnd)
    case YAML_SEQUENCE_END_EVENT: return made(.listEnd)
    case YAML_MAPPING_END_EVENT: return made(.mapEnd)
    case YAML_SEQUENCE_START_EVENT:
      let list = unsafe event.data.sequence_start
      return unsafe made(
        .listStart, list.anchor, tag: list.implicit != 0 ? nil : Self.text(list.tag))
    case YAML_MAPPING_START_EVENT:
      let map = unsafe event.data.mapping_start
      return unsafe made(.mapStart, map.anchor, tag: map.implicit != 0 ? nil : Self.text(map.tag))
    case YAML_ALIAS_EVENT:
      return unsafe made(.alias(Self.text(event.data.alias.anchor) ?? ""))
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let tag = unsafe scalar.quoted_implicit == 1 ? nil : Self.text(scalar.tag)
      let isPlain = unsafe scalar.plain_implicit == 1 && scalar.style == YAML_PLAIN_SCALAR_STYLE
      return unsafe made(.scalar(text, isPlain: isPlain), scalar.anchor, tag: tag)
    default: return made(.streamEnd)
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }

  /// What libyaml stumbled over.
  private func failure() -> CatalogError {
    let state = unsafe parser.pointee
    guard let words = unsafe state.problem else {
      return CatalogError(.yamlSyntax("it cannot be read"))
    }
    let problem = unsafe String(cString: words)
    if unsafe state.error == YAML_READER_ERROR {
      let place = unsafe TextBytes.place(of: state.problem_offset, in: bytes)
      return CatalogError(.yamlSyntax(problem), line: place.line, column: place.column)
    }
    let mark = unsafe state.problem_mark
    let fault: CatalogFault
    if problem.hasPrefix("Maximum nesting level") {
      fault = .tooDeep(limit: limits.depth)
    } else {
      let context = unsafe state.context.map { unsafe String(cString: $0) + ", " } ?? ""
      fault = .yamlSyntax(context + problem)
    }
    return CatalogError(fault, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
