internal import Glibc
internal import Zip

/// The rows of a sheet as XML, written straight into the blocks that are compressed.
///
/// This is the inner loop of writing: a cell is some stores into memory, without a string, an array
/// or a reference count. Until ``settle()`` the rows wait in a buffer of their own, so that what
/// stands before them in the file, such as the columns' widths, may depend on them.
@safe package struct SheetMarkup: ~Copyable {
  /// How many bytes of rows can wait for what stands before them.
  static let previewBytes = 192 << 10

  private let entry: ZipEntryWriter
  private let head: SheetHead?
  private let preview: UnsafeMutablePointer<UInt8>
  private var isSettled = false

  /// Where bytes go: `base[count..<capacity]` is free.
  var base: UnsafeMutablePointer<UInt8>
  var count = 0
  private var capacity: Int

  /// The row being written, from 1; 0 before the first.
  package private(set) var row = 0
  /// Its digits in ASCII, the first in the lowest byte.
  private var rowDigits: UInt64 = 0
  private var rowDigitCount = 0
  private var rowIsOpen = false
  /// The last column that has a cell in any row.
  package private(set) var lastColumn = 0

  /// What is known of each column, from the first on.
  private var columns: UnsafeMutablePointer<ColumnState>
  private var columnCapacity: Int
  /// What comes between a cell's address and its type, for each style.
  private var openings: UnsafeMutablePointer<StyleOpening>
  private var openingCount: Int

  /// Writes to an entry; `head` makes what stands before the rows, nil if nothing waits for it.
  init(_ entry: ZipEntryWriter, head: SheetHead?) {
    self.entry = entry
    self.head = head
    unsafe preview = .allocate(capacity: SheetMarkup.previewBytes)
    unsafe base = preview
    capacity = SheetMarkup.previewBytes
    columnCapacity = 32
    unsafe columns = .allocate(capacity: columnCapacity)
    for column in 0..<columnCapacity {
      unsafe (columns + column).initialize(to: ColumnState(column: column + 1))
    }
    openingCount = 16
    unsafe openings = .allocate(capacity: openingCount)
    for style in 0..<openingCount {
      unsafe (openings + style).initialize(to: StyleOpening(style: style))
    }
  }

  deinit {
    unsafe preview.deallocate()
    unsafe columns.deallocate()
    unsafe openings.deallocate()
  }

  /// Whether what stands before the rows has been written.
  package var isPreview: Bool { !isSettled }

  /// Writes what stands before the rows, and the rows that waited for it.
  package mutating func settle() throws(WorkbookError) { try settle(used: nil) }

  /// Settles, with the range of all cells if no more will come.
  private mutating func settle(used: CellRange?) throws(WorkbookError) {
    guard !isSettled else { return }
    isSettled = true
    do throws(ZipError) {
      if let head { try entry.write(head.markup(used: used).span) }
      let rows = unsafe Span(_unsafeStart: preview, count: count)
      try entry.write(rows)
    } catch {
      throw .unwritable(error)
    }
    takeRoom()
  }

  /// Ends the rows' XML: hands the bytes over and takes no more.
  mutating func finish(_ tail: [UInt8]) throws(WorkbookError) {
    if let first = CellReference(row: 1, column: 1),
      let last = CellReference(row: max(row, 1), column: max(lastColumn, 1))
    {
      try settle(used: CellRange(first, last))
    }
    do throws(ZipError) {
      entry.takeLast(count)
      count = 0
      try entry.write(tail.span)
      try entry.finish()
    } catch {
      throw .unwritable(error)
    }
  }

  private mutating func takeRoom() {
    let room = unsafe entry.room
    guard let start = unsafe room.bindMemory(to: UInt8.self).baseAddress else { return }
    unsafe base = start
    capacity = room.count
    count = 0
  }

  /// Whether so many bytes fit without a new block.
  @inline(__always)
  func hasRoom(_ size: Int) -> Bool { capacity &- count >= size }

  /// Makes room for a whole block.
  @inline(never)
  mutating func makeRoom() throws(WorkbookError) {
    try settle()
    do throws(ZipError) {
      try entry.take(count)
    } catch {
      throw .unwritable(error)
    }
    takeRoom()
  }

  /// Starts the row of a number, from 1 and above that of the row before.
  package mutating func beginRow(_ number: Int) throws(WorkbookError) {
    try beginRow(number, attributes: "")
  }

  mutating func beginRow(_ number: Int, attributes: String) throws(WorkbookError) {
    if !hasRoom(256) { try makeRoom() }
    row = number
    var digits: UInt64 = 0
    var length = 0
    var rest = UInt32(truncatingIfNeeded: number)
    repeat {
      digits = digits << 8 | UInt64(0x30 &+ rest % 10)
      rest /= 10
      length &+= 1
    } while rest > 0
    rowDigits = digits
    rowDigitCount = length
    put("<row r=\"")
    putRowDigits()
    put("\"")
    for byte in attributes.utf8 { unsafe base[count] = byte; count &+= 1 }
    put(">")
  }

  /// Ends the row.
  package mutating func endRow() throws(WorkbookError) {
    if !hasRoom(64) { try makeRoom() }
    put("</row>")
  }

  /// Appends bytes known to the compiler; there must be room for sixteen more.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    unsafe memcpy(base + count, text.utf8Start, text.utf8CodeUnitCount)
    count &+= text.utf8CodeUnitCount
  }

  @inline(__always)
  private mutating func putRowDigits() {
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: rowDigits, as: UInt64.self)
    count &+= rowDigitCount
  }

  /// Appends `<c r="B7"` and the style; there must be room for forty bytes.
  @inline(__always)
  mutating func putOpening(_ column: Int, _ style: Int) {
    if column > columnCapacity { growColumns(to: column) }
    if style >= openingCount { growOpenings(to: style) }
    if column > lastColumn { lastColumn = column }
    put("<c r=\"")
    let letters = unsafe columns[column &- 1].letters
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: letters, as: UInt32.self)
    count &+= Int(letters >> 24)
    putRowDigits()
    unsafe memcpy(base + count, openings + style, 16)
    count &+= unsafe Int(openings[style].length)
  }

  /// What is known of a column of which a cell was begun.
  subscript(column column: Int) -> ColumnState {
    get { unsafe columns[column &- 1] }
    set { unsafe columns[column &- 1] = newValue }
  }

  @inline(never)
  private mutating func growColumns(to column: Int) {
    let larger = max(column, columnCapacity * 2)
    let moved = UnsafeMutablePointer<ColumnState>.allocate(capacity: larger)
    unsafe moved.update(from: columns, count: columnCapacity)
    for column in columnCapacity..<larger {
      unsafe (moved + column).initialize(to: ColumnState(column: column + 1))
    }
    unsafe columns.deallocate()
    unsafe columns = moved
    columnCapacity = larger
  }

  @inline(never)
  private mutating func growOpenings(to style: Int) {
    let larger = max(style + 1, openingCount * 2)
    let moved = UnsafeMutablePointer<StyleOpening>.allocate(capacity: larger)
    unsafe moved.update(from: openings, count: openingCount)
    for style in openingCount..<larger {
      unsafe (moved + style).initialize(to: StyleOpening(style: style))
    }
    unsafe openings.deallocate()
    unsafe openings = moved
    openingCount = larger
  }
}

/// What the writer knows of a column.
struct ColumnState {
  /// The column's letters, the first in the lowest byte, and in the highest how many there are.
  let letters: UInt32
  /// How many texts of the current stretch were looked for among the shared ones, and were there.
  var looked: UInt16 = 0
  var found: UInt16 = 0

  init(column: Int) {
    var letters: UInt32 = 0
    var length: UInt32 = 0
    var rest = column
    while rest > 0 {
      letters = letters << 8 | UInt32(0x41 + (rest - 1) % 26)
      rest = (rest - 1) / 26
      length += 1
    }
    self.letters = letters | length << 24
  }
}

/// `" s="12"`: the end of a cell's address and its style.
private struct StyleOpening {
  private var low: UInt64
  private var high: UInt32
  var length: UInt32

  init(style: Int) {
    let text = Array(style == 0 ? "\"".utf8 : "\" s=\"\(style)\"".utf8)
    low = 0
    high = 0
    for (index, byte) in text.enumerated() {
      if index < 8 {
        low |= UInt64(byte) << UInt64(index * 8)
      } else {
        high |= UInt32(byte) << UInt32(index * 8 - 64)
      }
    }
    length = UInt32(text.count)
  }
}
