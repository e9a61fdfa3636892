/// What follows moved rows, gathered for the plan.
struct FollowerList {
  private(set) var list: [EditPlan.Follower] = []
  private(set) var count = 0
  /// How many there are of each kind, by the part's name.
  private(set) var subjects: [String: [String: Int]] = [:]

  /// Notes one.
  mutating func add(
    _ subject: String, part: String, sheet: String?, cell: CellReference? = nil, old: String,
    new: String?
  ) {
    count += 1
    subjects[part, default: [:]][subject, default: 0] += 1
    guard list.count < EditPlan.mostFollowers else { return }
    list.append(
      EditPlan.Follower(subject: subject, sheet: sheet, cell: cell, old: old, new: new))
  }

  /// Adds those of another list.
  mutating func append(_ other: FollowerList) {
    count += other.count
    list += other.list.prefix(max(0, EditPlan.mostFollowers - list.count))
    for (part, known) in other.subjects {
      subjects[part, default: [:]].merge(known) { $0 + $1 }
    }
  }

  /// What changes in a part, in a few words.
  func reasons(for part: String) -> [String] {
    let known = (subjects[part] ?? [:]).sorted { $0.key < $1.key }.map { subject, count in
      subject + (count > 1 ? " (\(count))" : "")
    }
    return known.isEmpty ? [] : ["moved rows are followed by: \(known.joined(separator: ", "))"]
  }
}
