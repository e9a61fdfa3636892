extension RecordShape {
  /// The fields of a measure, but for where it was read from.
  static let measure = RecordShape(
    KPIDefinition.self,
    [
      "id": .value(KPIIdentifier.self),
      "code": .value(String.self),
      "name": .text,
      "aliases": .values(String.self),
      "perspective": .value(Perspective.self),
      "kind": .value(MeasureKind.self),
      "group": .value(String.self),
      "audience": .value(Audience.self),
      "objective": .record(.objective),
      "question": .text,
      "description": .text,
      "rationale": .text,
      "scope": .record(.scope),
      "formula": .record(.formula),
      "valueType": .value(ValueType.self),
      "unit": .record(.unit),
      "scale": .record(.scale),
      "decimals": .value(DecimalPlaces.self),
      "direction": .value(Direction.self),
      "frequency": .value(Cadence.self),
      "reportingFrequency": .value(Cadence.self),
      "window": .record(.window),
      "aggregation": .record(.aggregation),
      "source": .text,
      "method": .record(.method),
      "instrument": .record(.instrument),
      "leadLag": .value(LeadLag.self),
      "owner": .value(String.self),
      "collector": .value(String.self),
      "baseline": .record(.baseline),
      "targets": .list(ListShape(item: .record(.target), identity: .facts(["by"]))),
      "thresholds": .record(.thresholds),
      "current": .record(.current),
      "weight": .value(Weight.self),
      "benchmarks": .list(
        ListShape(item: .record(.benchmark), identity: .facts(["label", "source", "date"]))),
      "pairedWith": .values(KPIIdentifier.self),
      "derivedFrom": .values(KPIIdentifier.self),
      "pitfalls": .text,
      "evidence": .list(
        ListShape(item: .record(.evidence), identity: .facts(["link", "title"]))),
      "tags": .values(String.self),
      "notes": .text,
      "lifecycle": .record(.lifecycle),
      "reviewDate": .value(CivilDate.self),
      "version": .value(String.self),
      "variants": .list(ListShape(item: .record(.variant), identity: .key("id"))),
      "ignore": .values(String.self),
      "custom": .map(.custom),
    ])

  static let scope = RecordShape(
    Scope.self, ["includes": .text, "excludes": .text, "population": .text])

  static let formula = RecordShape(
    Formula.self,
    [
      "text": .text,
      "expression": .value(FormulaExpression.self),
      "inputs": .list(ListShape(item: .record(.input), identity: .key("name"))),
      "variant": .value(String.self),
    ])

  static let input = RecordShape(
    FormulaInput.self,
    [
      "name": .value(FormulaName.self), "label": .text, "unit": .record(.unit),
      "aggregate": .value(InputAggregate.self), "source": .text,
    ])

  static let unit = RecordShape(
    MeasureUnit.self, word: "kind", statements: [["kind", "symbol", "per", "currency"]],
    [
      "kind": .value(UnitKind.self), "symbol": .value(String.self), "per": .value(String.self),
      "currency": .value(CurrencyCode.self),
    ])

  static let scale = RecordShape(
    Scale.self, statements: [["min", "max", "step"]],
    [
      "min": .value(FiniteNumber.self), "max": .value(FiniteNumber.self),
      "step": .value(FiniteNumber.self), "hard": .value(Bool.self),
    ])

  static let window = RecordShape(
    MeasureWindow.self, statements: [["period", "rolling"]],
    ["period": .value(CalendarPeriod.self), "rolling": .value(Bool.self)])

  static let aggregation = RecordShape(
    Aggregation.self,
    [
      "time": .value(AggregationRule.self), "across": .value(AggregationRule.self), "note": .text,
    ])

  static let method = RecordShape(
    CollectionMethod.self, word: "kind", ["kind": .value(MethodKind.self), "text": .text])

  static let instrument = RecordShape(
    Instrument.self,
    [
      "question": .text, "scale": .value(String.self), "sampleSize": .value(UInt.self),
      "minimumSample": .value(UInt.self), "responseRate": .value(String.self),
    ])

  static let baseline = RecordShape(
    Baseline.self, statements: [["value", "period", "date"]],
    alternatives: [["period"], ["date"]],
    [
      "value": .value(FiniteNumber.self), "period": .value(Period.self),
      "date": .value(CivilDate.self), "note": .text,
    ])

  static let current = RecordShape(
    CurrentValue.self, statements: [["value", "period", "date"]],
    alternatives: [["period"], ["date"]],
    [
      "value": .value(FiniteNumber.self), "period": .value(Period.self),
      "date": .value(CivilDate.self),
    ])

  static let target = RecordShape(
    Target.self, statements: [["value", "low", "high", "by"]],
    alternatives: [["value"], ["low", "high"]],
    [
      "value": .value(FiniteNumber.self), "low": .value(FiniteNumber.self),
      "high": .value(FiniteNumber.self), "by": .value(Moment.self), "note": .text,
    ])

  static let thresholds = RecordShape(
    Thresholds.self,
    [
      "green": .value(Thresholds.Band.self), "amber": .value(Thresholds.Band.self),
      "mode": .value(Thresholds.Mode.self),
    ])

  static let benchmark = RecordShape(
    Benchmark.self, statements: [["value", "date"]],
    [
      "value": .value(FiniteNumber.self), "label": .text, "source": .text,
      "date": .value(Moment.self),
    ])

  static let evidence = RecordShape(
    Evidence.self,
    [
      "title": .text, "source": .text, "link": .value(String.self),
      "accessed": .value(CivilDate.self),
    ])

  static let lifecycle = RecordShape(
    Lifecycle.self, word: "state", statements: [["state", "since", "replacedBy"]],
    [
      "state": .value(Lifecycle.State.self), "since": .value(CivilDate.self),
      "replacedBy": .value(KPIIdentifier.self),
    ])

  static let variant = RecordShape(
    MeasureVariant.self,
    [
      "id": .value(String.self), "audience": .value(Audience.self), "name": .text, "note": .text,
      "formula": .record(.formula), "unit": .record(.unit), "scale": .record(.scale),
      "direction": .value(Direction.self),
    ])
}
