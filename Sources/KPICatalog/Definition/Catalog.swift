/// A set of measures with what they share: languages, perspectives, groups, objectives.
public struct Catalog: Hashable, Sendable {
  /// The catalog this one builds on: the name of a built-in one or a file.
  ///
  /// A catalog with a base is an overlay,
  /// holding only what differs.
  public var extends: String?
  /// The version of the catalog.
  public var version: String?
  /// The title.
  public var title: LocalizedText
  /// The organization; `organisation` in a catalog file.
  public var organization: String?
  /// Where the catalog comes from.
  public var source: LocalizedText?
  /// Under which terms it may be used; `licence` in a catalog file.
  public var license: String?
  /// The language of texts when nothing else is asked for.
  public var defaultLanguage: LanguageTag?
  /// The languages the texts are in.
  public var languages: [LanguageTag]
  /// What the people served are called.
  public var audience: Audience?
  /// The currency of amounts that state none.
  public var currency: CurrencyCode?
  /// The day the fiscal year starts.
  public var fiscalYearStart: MonthDay?
  /// The perspectives, in order.
  public var perspectives: [PerspectiveEntry]
  /// Named orders of the perspectives, such as `company` and `mission`.
  public var perspectiveOrders: OrderedMap<String, [Perspective]>
  /// The words used for audiences.
  public var audiences: [AudienceEntry]
  /// The groups, in order.
  public var groups: [GroupEntry]
  /// The objectives measures refer to.
  public var objectives: [Objective]
  /// The types of custom columns, by header.
  public var customFields: OrderedMap<String, CustomFieldType>
  /// What the catalog asks of its checks.
  public var checks: CheckSettings
  /// The measures, in order.
  ///
  /// Reading a file refuses a repeated id.
  public var measures: [KPIDefinition]

  /// Makes a catalog of its fields; see each property.
  public init(
    title: LocalizedText = LocalizedText(),
    extends: String? = nil,
    version: String? = nil,
    organization: String? = nil,
    source: LocalizedText? = nil,
    license: String? = nil,
    defaultLanguage: LanguageTag? = nil,
    languages: [LanguageTag] = [],
    audience: Audience? = nil,
    currency: CurrencyCode? = nil,
    fiscalYearStart: MonthDay? = nil,
    perspectives: [PerspectiveEntry] = [],
    perspectiveOrders: OrderedMap<String, [Perspective]> = [:],
    audiences: [AudienceEntry] = [],
    groups: [GroupEntry] = [],
    objectives: [Objective] = [],
    customFields: OrderedMap<String, CustomFieldType> = [:],
    checks: CheckSettings = CheckSettings(),
    measures: [KPIDefinition] = []
  ) {
    self.extends = extends
    self.version = version
    self.title = title
    self.organization = organization
    self.source = source
    self.license = license
    self.defaultLanguage = defaultLanguage
    self.languages = languages
    self.audience = audience
    self.currency = currency
    self.fiscalYearStart = fiscalYearStart
    self.perspectives = perspectives
    self.perspectiveOrders = perspectiveOrders
    self.audiences = audiences
    self.groups = groups
    self.objectives = objectives
    self.customFields = customFields
    self.checks = checks
    self.measures = measures
  }

  /// The measure with this id, or nil.
  ///
  /// - Parameter id: The id, without variant.
  /// - Returns: The first measure with that id.
  /// - Complexity: O(*n*) in the number of measures.
  public func measure(_ id: KPIIdentifier) -> KPIDefinition? {
    measures.first { $0.id == id }
  }
}
