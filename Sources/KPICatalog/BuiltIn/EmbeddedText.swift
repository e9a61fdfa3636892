import CCustomerMeasures

/// The texts the program carries within it.
///
/// The one file that sees the C target.
enum EmbeddedText {
  /// A text with the name of its file, without the ending.
  struct File {
    let name: String
    let bytes: [UInt8]
  }

  /// The level above the measures.
  static func catalog() -> [UInt8] {
    var length = 0
    let start = unsafe customer_measures_catalog(&length)
    return unsafe bytes(start, length)
  }

  /// The table of names.
  static func names() -> [UInt8] {
    var length = 0
    let start = unsafe customer_measures_names(&length)
    return unsafe bytes(start, length)
  }

  /// The table of the groups' names.
  static func groupNames() -> [UInt8] {
    var length = 0
    let start = unsafe customer_measures_group_names(&length)
    return unsafe bytes(start, length)
  }

  /// The files of measures, in order.
  static func measures() -> [File] {
    (0..<max(0, customer_measures_count())).map { index in
      var length = 0
      let start = unsafe customer_measures_text(index, &length)
      let name = unsafe customer_measures_group(index).map { unsafe String(cString: $0) } ?? ""
      return File(name: name, bytes: unsafe bytes(start, length))
    }
  }

  /// The languages there are display words of.
  static func displayLanguages() -> [String] {
    (0..<max(0, display_languages())).compactMap { index in
      unsafe display_language(index).map { unsafe String(cString: $0) }
    }
  }

  /// The display words of a language, by its index.
  static func display(_ index: Int) -> [UInt8] {
    var length = 0
    let start = unsafe display_words(Int32(clamping: index), &length)
    return unsafe bytes(start, length)
  }

  /// The style of exported pages.
  static func pageStyle() -> [UInt8] {
    var length = 0
    let start = unsafe display_page_style(&length)
    return unsafe bytes(start, length)
  }

  /// The script of exported pages.
  static func pageScript() -> [UInt8] {
    var length = 0
    let start = unsafe display_page_script(&length)
    return unsafe bytes(start, length)
  }

  private static func bytes(_ start: UnsafePointer<UInt8>?, _ length: Int) -> [UInt8] {
    // The C side gives constant arrays with their size.
    unsafe Array(UnsafeBufferPointer(start: start, count: unsafe start == nil ? 0 : length))
  }
}
