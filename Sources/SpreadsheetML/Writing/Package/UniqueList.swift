/// Values in the order they came, each once, found again by what they are.
struct UniqueList<Element: Hashable> {
  private(set) var all: [Element] = []
  private var indices: [Element: Int] = [:]

  init() {}

  init(_ first: Element) { _ = index(of: first) }

  /// The value's place, at the end if it is new.
  mutating func index(of element: Element) -> Int {
    if let index = indices[element] { return index }
    all.append(element)
    indices[element] = all.count - 1
    return all.count - 1
  }

  /// The value's place, 0 if it is not there.
  func place(of element: Element) -> Int { indices[element] ?? 0 }
}
