extension ZipBuilder {
  /// The archive's bytes.
  public func bytes() -> [UInt8] {
    var output = prefix
    let base = countsPrefix ? 0 : prefix.count
    var directory: [UInt8] = []
    for entry in entries { write(entry, base: base, to: &output, directory: &directory) }
    output += gap
    let start = output.count - base
    output += directory
    if hasZip64End { writeZip64End(start: start, size: directory.count, base: base, to: &output) }
    writeEnd(start: start, size: directory.count, to: &output)
    return output + suffix
  }

  /// Where each entry's local header begins in ``bytes()``.
  public func offsets() -> [Int] {
    var output = prefix
    var directory: [UInt8] = []
    return entries.map { entry in
      defer { write(entry, base: 0, to: &output, directory: &directory) }
      return output.count
    }
  }

  private func write(
    _ entry: Entry, base: Int, to output: inout [UInt8], directory: inout [UInt8]
  ) {
    let (method, packed) = entry.packed
    let offset = output.count - base
    let escaped = UInt32.max
    var header = Header(
      flags: entry.hasDataDescriptor ? 0x0008 : 0, method: method,
      crc32: Deflated.crc32(entry.content),
      compressedSize: entry.hasZip64 ? escaped : UInt32(packed.count),
      size: entry.hasZip64 ? escaped : UInt32(entry.content.count),
      offset: entry.hasZip64 ? escaped : UInt32(offset), name: entry.name, extra: [])
    var local = header
    if entry.hasDataDescriptor { (local.crc32, local.compressedSize, local.size) = (0, 0, 0) }
    if entry.hasZip64 {
      local.extra = Entry.zip64Field([entry.content.count, packed.count])
      header.extra = Entry.zip64Field([entry.content.count, packed.count, offset])
    }
    entry.local(&local)
    entry.central(&header)

    output.append(littleEndian: 0x0403_4b50 as UInt32)
    local.writeCommon(to: &output)
    output += local.name + local.extra + packed
    if entry.hasDataDescriptor {
      output.append(littleEndian: 0x0807_4b50 as UInt32)
      output.append(littleEndian: Deflated.crc32(entry.content))
      output.append(littleEndian: UInt32(packed.count))
      output.append(littleEndian: UInt32(entry.content.count))
    }

    directory.append(littleEndian: 0x0201_4b50 as UInt32)
    directory.append(littleEndian: 20 as UInt16)
    header.writeCommon(to: &directory)
    // Comment length, disk, internal and external attributes.
    directory += [UInt8](repeating: 0, count: 2 + 2 + 2 + 4)
    directory.append(littleEndian: header.offset)
    directory += header.name + header.extra
  }

  private func writeZip64End(start: Int, size: Int, base: Int, to output: inout [UInt8]) {
    var record = Zip64EndRecord(
      entries: UInt64(entries.count), size: UInt64(size), offset: UInt64(start),
      locatedAt: UInt64(output.count - base))
    zip64End(&record)
    output.append(littleEndian: record.signature)
    output.append(littleEndian: 44 as UInt64)
    output.append(littleEndian: 45 as UInt16)
    output.append(littleEndian: 45 as UInt16)
    output.append(littleEndian: 0 as UInt64)
    output.append(littleEndian: record.entries)
    output.append(littleEndian: record.entries)
    output.append(littleEndian: record.size)
    output.append(littleEndian: record.offset)
    // The locator.
    output.append(littleEndian: 0x0706_4b50 as UInt32)
    output.append(littleEndian: 0 as UInt32)
    output.append(littleEndian: record.locatedAt)
    output.append(littleEndian: 1 as UInt32)
  }

  private func writeEnd(start: Int, size: Int, to output: inout [UInt8]) {
    var record = EndRecord(
      entries: hasZip64End ? .max : UInt16(entries.count), size: hasZip64End ? .max : UInt32(size),
      offset: hasZip64End ? .max : UInt32(start), commentLength: UInt16(comment.count))
    end(&record)
    output.append(littleEndian: 0x0605_4b50 as UInt32)
    output.append(littleEndian: record.disk)
    output.append(littleEndian: record.disk)
    output.append(littleEndian: record.entries)
    output.append(littleEndian: record.entries)
    output.append(littleEndian: record.size)
    output.append(littleEndian: record.offset)
    output.append(littleEndian: record.commentLength)
    output += comment
  }
}

extension ZipBuilder.Entry {
  fileprivate var packed: (method: UInt16, bytes: [UInt8]) {
    switch packing {
    case .stored: (0, content)
    case .deflated: (8, Deflated.packed(content))
    case .storedBlocks: (8, Deflated.storedBlocks(content))
    case .raw(let method, let bytes): (method, bytes)
    }
  }

  /// A 64-bit extra field (APPNOTE 4.5.3) of these values.
  public static func zip64Field(_ values: [Int]) -> [UInt8] {
    var field: [UInt8] = []
    field.append(littleEndian: 0x0001 as UInt16)
    field.append(littleEndian: UInt16(values.count * 8))
    for value in values { field.append(littleEndian: UInt64(bitPattern: Int64(value))) }
    return field
  }
}

extension ZipBuilder.Header {
  /// What local and central headers have in common, from the version needed to the extra's length.
  fileprivate func writeCommon(to output: inout [UInt8]) {
    output.append(littleEndian: 20 as UInt16)
    output.append(littleEndian: flags)
    output.append(littleEndian: method)
    // 1 January 1980.
    output.append(littleEndian: 0x0021_0000 as UInt32)
    output.append(littleEndian: crc32)
    output.append(littleEndian: compressedSize)
    output.append(littleEndian: size)
    output.append(littleEndian: UInt16(name.count))
    output.append(littleEndian: UInt16(extra.count))
  }
}
