/// What findings call the fields.
enum FieldNames {
  static func name(_ field: ColumnField) -> String {
    switch field {
    case .id: "code"
    case .leadLag: "lead or lag"
    case .notes: "note"
    case .reportingFrequency: "reporting frequency"
    case .targetDate: "target date"
    case .baselineDate: "date of the baseline"
    case .currentDate: "date of the current value"
    case .current: "current value"
    case .targetLow, .targetHigh: "target range"
    case .thresholdGreen: "green threshold"
    case .thresholdAmber: "amber threshold"
    case .thresholdRed: "red threshold"
    case .rangeMin: "lower end of the scale"
    case .rangeMax: "upper end of the scale"
    case .reviewDate: "review date"
    case .aggregationAcross: "aggregation across units"
    case .surveyQuestion: "survey question"
    case .sampleSize: "sample size"
    case .minimumSample: "minimum sample"
    case .valueType: "value type"
    case .pairedWith: "paired measure"
    case .derivedFrom: "derivation"
    default: field.name
    }
  }
}
