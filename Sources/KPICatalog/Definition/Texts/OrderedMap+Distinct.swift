extension OrderedMap {
  /// Makes a map of pairs whose keys the caller knows to differ, without looking at them.
  package init(distinctKeys pairs: [Pair]) {
    self.init(distinct: pairs)
  }
}
