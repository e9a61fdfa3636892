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
  /// - Complexity: O(*n*² · *m*) in columns with a claim and fields up to ``most`` such columns;
  ///   beyond that O(*n* log *n*) in the claims, and no more in what competes than fields allow.
  static func best(
    _ claims: [Claim], columns: Int, places: (ColumnField) -> Int
  ) -> [Claim?] {
    let claims = claims.filter { $0.score >= threshold }
    guard columns > 0, !claims.isEmpty else { return Array(repeating: nil, count: max(0, columns)) }
    let claiming = Set(claims.map(\.column)).sorted()
    guard claiming.count <= most else {
      return bestOfMany(claims, columns: columns, places: places)
    }
    var slots: [ColumnField] = []
    var seen: FieldSet = []
    for claim in claims where seen.insert(claim.field) {
      slots += Array(repeating: claim.field, count: max(1, places(claim.field)))
    }
    // A column may also stay without a field, at no gain.
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

  /// How many columns are assigned as one; a table of measures has fewer.
  static let most = 96

  /// A field with at least this many places is given to each column that is strong enough.
  private static let many = 8

  /// The best assignment of a wide table.
  ///
  /// Of the columns that compete for a field no more than there are places in all can win one, so
  /// only the strongest claims on each field are weighed against each other. A field with a place
  /// for each claim is given to all that have nothing better.
  static func bestOfMany(
    _ claims: [Claim], columns: Int, places: (ColumnField) -> Int
  ) -> [Claim?] {
    var fields: [ColumnField] = []
    var byField: [ColumnField: [Claim]] = [:]
    for claim in claims {
      if byField[claim.field] == nil { fields.append(claim.field) }
      byField[claim.field, default: []].append(claim)
    }
    var granted = [Claim?](repeating: nil, count: columns)
    var scarce: [(claims: [Claim], slots: Range<Int>)] = []
    var slots = 0
    for field in fields {
      let own = byField[field] ?? []
      let count = max(1, places(field))
      if count < own.count, count < many {
        scarce.append((own, slots..<slots + count))
        slots += count
        continue
      }
      for claim in own.sorted(by: { $0.score > $1.score }).prefix(count)
      where claim.score > granted[claim.column]?.score ?? 0 {
        granted[claim.column] = claim
      }
    }
    func gain(_ claim: Claim) -> Double {
      claim.score - (granted[claim.column]?.score ?? threshold - 0.05)
    }
    let contested = scarce.map { field in
      field.claims.filter { gain($0) > 0 }.sorted { gain($0) > gain($1) }.prefix(slots)
    }
    let rivals = Set(contested.joined().map(\.column)).sorted()
    let order = Dictionary(uniqueKeysWithValues: zip(rivals, rivals.indices))
    var gains = [[Double]](
      repeating: [Double](repeating: 0, count: rivals.count + slots), count: slots)
    var winners = [[Int: Claim]](repeating: [:], count: slots)
    for (field, claims) in zip(scarce, contested) {
      for claim in claims {
        guard let place = order[claim.column] else { continue }
        for slot in field.slots {
          gains[slot][place] = gain(claim)
          winners[slot][place] = claim
        }
      }
    }
    for (slot, place) in Hungarian.assign(gains).enumerated() {
      if let claim = winners[slot][place] { granted[claim.column] = claim }
    }
    return granted
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
