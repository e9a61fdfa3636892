/// The way from a record to one of its fields: `unit.kind`, `targets[1].value`, `custom.Cost`.
struct FieldPath: Sendable {
  enum Step: Hashable, Sendable {
    /// A key of a map.
    case key(String)
    /// An item of a list, by its number from 1 or its name.
    case item(String)
  }

  /// The path as it was written.
  let text: String
  /// The steps, never empty.
  let steps: [Step]
  /// What may stand at its end.
  let shape: FieldShape

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - text: Keys with dots between them; items of lists in brackets, counted from 1 or named;
  ///     the
  ///     header of a custom column as it is, or in quotes.
  ///   - record: Where it starts.
  /// - Throws: ``CatalogError`` naming what there is and what comes nearest.
  init(_ text: String, in record: RecordShape) throws(CatalogError) {
    var reader = Reader(rest: text[...], shape: .record(record), known: "")
    do throws(CatalogError) {
      repeat { try reader.step() } while !reader.rest.isEmpty
    } catch {
      var error = error
      error.field = text.isEmpty ? nil : text
      throw error
    }
    self.text = text
    steps = reader.steps
    shape = reader.shape
  }

  /// Walks along a path and the shapes of its fields.
  private struct Reader {
    var rest: Substring
    var shape: FieldShape
    /// What was read so far, for errors.
    var known: String
    var steps: [Step] = []

    mutating func step() throws(CatalogError) {
      switch shape {
      case .record(let record):
        try skipDot()
        let key = take { $0 == "." || $0 == "[" }
        guard let next = record[key] else { throw unknown(key, in: record) }
        advance(.key(key), to: next)
      case .text:
        try skipDot()
        let key = take { $0 == "." }
        guard let language = LanguageTag(key) else { throw CatalogError(.notLanguage(key)) }
        advance(.key(language.text), to: .value(String.self))
      case .map(let item):
        try skipDot()
        let key = try mapKey(of: item)
        guard !key.isEmpty else { throw CatalogError(.fieldNeedsKey(known)) }
        advance(.key(key), to: item)
      case .list(let list):
        if rest.first == "." {
          rest.removeFirst()
          guard list.nameKey != nil, !rest.isEmpty else {
            throw CatalogError(.fieldNeedsItem(known))
          }
          advance(.item(take { $0 == "." || $0 == "[" }), to: list.item)
        } else {
          rest.removeFirst()
          guard let end = rest.firstIndex(of: "]"), end > rest.startIndex else {
            throw CatalogError(.fieldNeedsItem(known))
          }
          let name = String(rest[..<end])
          rest = rest[rest.index(after: end)...]
          advance(.item(name), to: list.item)
        }
      case .value, .custom, .unknown:
        throw CatalogError(.fieldHasNoParts(known))
      }
    }

    private mutating func advance(_ step: Step, to next: FieldShape) {
      switch step {
      case .key(let key): known += known.isEmpty ? key : "." + key
      case .item(let name): known += "[" + name + "]"
      }
      steps.append(step)
      shape = next
    }

    /// Passes the dot before a key; the first key has none.
    private mutating func skipDot() throws(CatalogError) {
      guard !steps.isEmpty else { return }
      guard rest.first == ".", rest.count > 1 else { throw CatalogError(.fieldPathBroken(known)) }
      rest.removeFirst()
    }

    private mutating func take(until isEnd: (Character) -> Bool) -> String {
      let end = rest.firstIndex(where: isEnd) ?? rest.endIndex
      defer { rest = rest[end...] }
      return String(rest[..<end])
    }

    /// A free key: what the quotes hold, else all that is left, as headers may hold any mark.
    private mutating func mapKey(of item: FieldShape) throws(CatalogError) -> String {
      if let quote = rest.first, quote == "\"" || quote == "'" {
        let inside = rest.dropFirst()
        guard let end = inside.lastIndex(of: quote) else {
          throw CatalogError(.fieldPathBroken(known))
        }
        rest = inside[inside.index(after: end)...]
        return String(inside[..<end])
      }
      if case .list = item { return take { $0 == "[" } }
      return take { _ in false }
    }

    private func unknown(_ key: String, in record: RecordShape) -> CatalogError {
      guard key != KPIField.origin.rawValue || !known.isEmpty else {
        return CatalogError(.fieldKeptByImport)
      }
      let nearest =
        record.path(endingIn: key) ?? SpellingSuggestion.nearest(to: key, among: record.keys)
      return CatalogError(
        .unknownField(key, of: known, nearest: nearest, choices: record.keys))
    }
  }
}

extension RecordShape {
  /// The one path below here whose last key is this one: `unit.currency` for `currency`.
  fileprivate func path(endingIn key: String) -> String? {
    let paths = fields.compactMap { field -> String? in
      guard case .record(let record) = field.shape, record[key] != nil else { return nil }
      return field.key + "." + key
    }
    return paths.count == 1 ? paths.first : nil
  }
}
