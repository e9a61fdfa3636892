/// A zip archive of stored entries in memory: the least that `ZipReader` takes.
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The whole archive.
  var bytes: [UInt8] {
    var end: [UInt8] = [0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0]
    StoredArchive.put(count, 2, &end)
    StoredArchive.put(count, 2, &end)
    StoredArchive.put(directory.count, 4, &end)
    StoredArchive.put(body.count, 4, &end)
    StoredArchive.put(0, 2, &end)
    return body + directory + end
  }

  mutating func add(_ name: String, _ content: [UInt8]) {
    var common: [UInt8] = []
    // Version, flags, method, time and date.
    StoredArchive.put(20, 2, &common)
    StoredArchive.put(0, 4, &common)
    StoredArchive.put(0x0021_0000, 4, &common)
    StoredArchive.put(Int(StoredArchive.crc32(content)), 4, &common)
    StoredArchive.put(content.count, 4, &common)
    StoredArchive.put(content.count, 4, &common)
    StoredArchive.put(name.utf8.count, 2, &common)
    StoredArchive.put(0, 2, &common)
    directory += [0x50, 0x4b, 0x01, 0x02, 20, 0] + common + [UInt8](repeating: 0, count: 10)
    StoredArchive.put(body.count, 4, &directory)
    directory += Array(name.utf8)
    body += [0x50, 0x4b, 0x03, 0x04] + common + Array(name.utf8) + content
    count += 1
  }

  private static func put(_ value: Int, _ size: Int, _ output: inout [UInt8]) {
    for index in 0..<size { output.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    var value = UInt32(byte)
    for _ in 0..<8 { value = value & 1 == 1 ? 0xedb8_8320 ^ value >> 1 : value >> 1 }
    return value
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 0xff)] ^ crc >> 8 }
    return ~crc
  }
}
