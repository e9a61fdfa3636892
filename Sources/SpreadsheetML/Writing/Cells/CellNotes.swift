/// The notes of a sheet: their texts, and the shapes that Excel draws for them (ECMA-376 Part 1,
/// 18.7, and Part 4, 19).
struct CellNotes {
  struct Note {
    var cell: CellReference
    var author: String
    var text: String
  }

  private(set) var all: [Note] = []
  private var cells: Set<CellReference> = []

  var isEmpty: Bool { all.isEmpty }

  mutating func add(_ note: Note) {
    all.append(note)
    cells.insert(note.cell)
  }

  func contains(_ cell: CellReference) -> Bool { cells.contains(cell) }

  /// The part with the texts.
  func markup() -> [UInt8] {
    var authors = UniqueList<String>()
    for note in all { _ = authors.index(of: note.author) }
    return MarkupText.part { markup in
      markup.element("comments", ["xmlns": MarkupNamespace.main]) { markup in
        markup.element("authors") { markup in
          for author in authors.all { markup.element("author", text: author) }
        }
        markup.element("commentList") { markup in
          for note in all.sorted(by: { $0.cell < $1.cell }) {
            markup.element(
              "comment",
              ["ref": "\(note.cell)", "authorId": "\(authors.place(of: note.author))"]
            ) { markup in
              markup.element("text") { markup in
                markup.element("r") { markup in
                  CellFont(name: "Tahoma", size: 9).append("rPr", to: &markup, isRun: true)
                  markup.element("t", ["xml:space": "preserve"], text: note.text)
                }
              }
            }
          }
        }
      }
    }
  }

  /// How many blocks of 1,024 numbers the shapes take; the first number of each is no shape's.
  var blocks: Int { (all.count + 1022) / 1023 }

  /// The drawing with a box for each note, beside its cell and hidden until pointed at.
  ///
  /// Numbers of shapes are unlike those of other sheets; they begin with those of a block, from 1.
  func drawing(firstBlock: Int) -> [UInt8] {
    var markup = MarkupText(.plain)
    markup.element(
      "xml",
      [
        "xmlns:v": "urn:schemas-microsoft-com:vml",
        "xmlns:o": "urn:schemas-microsoft-com:office:office",
        "xmlns:x": "urn:schemas-microsoft-com:office:excel",
      ]
    ) { markup in
      markup.element("o:shapelayout", ["v:ext": "edit"]) {
        let numbers = (firstBlock..<firstBlock + blocks).map(String.init).joined(separator: ",")
        $0.element("o:idmap", ["v:ext": "edit", "data": numbers])
      }
      markup.element(
        "v:shapetype",
        [
          "id": "_x0000_t202", "coordsize": "21600,21600", "o:spt": "202",
          "path": "m,l,21600r21600,l21600,xe",
        ]
      ) { markup in
        markup.element("v:stroke", ["joinstyle": "miter"])
        markup.element("v:path", ["gradientshapeok": "t", "o:connecttype": "rect"])
      }
      for (index, note) in all.enumerated() {
        shape(note, (firstBlock + index / 1023) * 1024 + 1 + index % 1023, &markup)
      }
    }
    return markup.bytes
  }

  private func shape(_ note: Note, _ number: Int, _ markup: inout MarkupText) {
    // Lines of about thirty characters, and as many of them as the text needs, twelve at most.
    let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, ($1.count + 29) / 30) }
    let height = min(max(lines, 3), 12)
    let (row, column) = (note.cell.row - 1, note.cell.column - 1)
    let top = max(row - 1, 0)
    // The box stands right of the cell, or left of it at the sheet's edge.
    let left = column + 4 < CellReference.lastColumn ? column + 1 : max(column - 4, 0)
    let anchor = "\(left), 15, \(top), 4, \(left + 3), 15, \(top + height), 4"
    markup.element(
      "v:shape",
      [
        "id": "_x0000_s\(number)", "type": "#_x0000_t202",
        "style": "position:absolute;visibility:hidden", "fillcolor": "#ffffe1",
        "o:insetmode": "auto",
      ]
    ) { markup in
      markup.element("v:fill", ["color2": "#ffffe1"])
      markup.element("v:shadow", ["on": "t", "color": "black", "obscured": "t"])
      markup.element("v:path", ["o:connecttype": "none"])
      markup.element("v:textbox", ["style": "mso-direction-alt:auto"]) {
        $0.element("div", ["style": "text-align:left"])
      }
      markup.element("x:ClientData", ["ObjectType": "Note"]) { markup in
        markup.element("x:MoveWithCells")
        markup.element("x:SizeWithCells")
        markup.element("x:Anchor", text: anchor)
        markup.element("x:AutoFill", text: "False")
        markup.element("x:Row", text: "\(row)")
        markup.element("x:Column", text: "\(column)")
      }
    }
  }
}
