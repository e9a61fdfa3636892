/// Gives each column the field that makes the best total, each field once unless it may repeat.
enum ColumnAssignment {
  /// A column's claim on a field.
  struct Claim: Sendable {
    let column: Int
    let field: ColumnField
    let score: Double
  }

  /// The best total assignment.
  ///
  /// - Parameters:
  ///   - claims: Claims with a score; those below ``threshold`` are not considered.
  ///   - columns: The number of columns.
  ///   - places: How many columns may hold a field.
  /// - Returns: The claim each column is granted, or nil.
  /// - Complexity: O(*n*² · *m*) in columns with a claim and fields.
  static func best(
    _ claims: [Claim], columns: Int, places: (ColumnField) -> Int
  ) -> [Claim?] {
    let claims = claims.filter { $0.score >= threshold }
    guard columns > 0, !claims.isEmpty else { return Array(repeating: nil, count: max(0, columns)) }
    var slots: [ColumnField] = []
    var seen: FieldSet = []
    for claim in claims where seen.insert(claim.field) {
      slots += Array(repeating: claim.field, count: max(1, places(claim.field)))
    }
    // A column may also stay without a field, at no gain.
    let claiming = Set(claims.map(\.column)).sorted()
    let rows = Dictionary(uniqueKeysWithValues: zip(claiming, claiming.indices))
    let width = slots.count + claiming.count
    var gains = [[Double]](
      repeating: [Double](repeating: 0, count: width), count: claiming.count)
    var granted = [FieldTable<Claim>](repeating: FieldTable(), count: claiming.count)
    for claim in claims {
      guard let row = rows[claim.column] else { continue }
      granted[row][claim.field] = claim
      for (slot, field) in slots.enumerated() where field == claim.field {
        gains[row][slot] = claim.score - threshold + 0.05
      }
    }
    var best = [Claim?](repeating: nil, count: columns)
    for (row, slot) in Hungarian.assign(gains).enumerated() where slot < slots.count {
      best[claiming[row]] = granted[row][slots[slot]]
    }
    return best
  }

  /// Below this score a claim is no match.
  static let threshold = 0.55
}

/// The assignment of greatest total gain, by the Hungarian method.
enum Hungarian {
  /// For each row the column it is given; there must be at least as many columns as rows.
  static func assign(_ gains: [[Double]]) -> [Int] {
    let rows = gains.count
    guard let columns = gains.first?.count, columns >= rows else { return [] }
    var u = [Double](repeating: 0, count: rows + 1)
    var v = [Double](repeating: 0, count: columns + 1)
    var owner = [Int](repeating: 0, count: columns + 1)
    var way = [Int](repeating: 0, count: columns + 1)
    for row in 1...max(1, rows) where row <= rows {
      owner[0] = row
      var column = 0
      var smallest = [Double](repeating: .infinity, count: columns + 1)
      var used = [Bool](repeating: false, count: columns + 1)
      repeat {
        used[column] = true
        let current = owner[column]
        var delta = Double.infinity
        var next = 0
        for candidate in 1...columns where !used[candidate] {
          let cost = -gains[current - 1][candidate - 1] - u[current] - v[candidate]
          if cost < smallest[candidate] {
            smallest[candidate] = cost
            way[candidate] = column
          }
          if smallest[candidate] < delta {
            delta = smallest[candidate]
            next = candidate
          }
        }
        for candidate in 0...columns {
          if used[candidate] {
            u[owner[candidate]] += delta
            v[candidate] -= delta
          } else {
            smallest[candidate] -= delta
          }
        }
        column = next
      } while owner[column] != 0
      repeat {
        let previous = way[column]
        owner[column] = owner[previous]
        column = previous
      } while column != 0
    }
    var result = [Int](repeating: 0, count: rows)
    for column in 1...columns where owner[column] > 0 { result[owner[column] - 1] = column - 1 }
    return result
  }
}
