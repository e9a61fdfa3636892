import Foundation
import KPICatalog
import SpreadsheetML
import TestSupport
import Testing

@testable import CatalogMapping

/// Workbooks made by somebody who had not seen the importer, and what they expect of it.
@Suite struct KPIBookTests {
  static let books = [
    "de_formeln_ohne_werte", "de_klinik_zeiten", "de_logistik_tippfehler",
    "de_software_nebeneinander", "de_sparkasse_tausender", "de_stadtwerke_blatt_je_perspektive",
    "de_verein_steckbriefe", "en_airport_everything_around", "en_bank_listobject",
    "en_clinic_bands_in_a_cell", "en_council_plain_fractions", "en_factory_stacked_blocks",
    "en_housing_errors_initiatives", "en_insurer_dates_1904", "en_lawfirm_two_meanings",
    "en_library_prose", "en_museum_percent_forms", "en_police_page_breaks",
    "en_transit_targets_by_year", "en_utility_duplicates", "es_hospital_fila_por_idioma",
    "es_hotel_plazos_en_letras", "es_ong_ficha_columnas", "es_tienda_oculto_errores",
    "es_transporte_prosa", "fr_hopital_fiches_deux_par_deux", "fr_musees_trois_langues",
    "fr_pharmacie_abreviations", "fr_tram_transpose", "fr_universite_axes",
    "intl_five_name_columns", "it_ateneo_schede", "it_banca_target_consuntivo",
    "it_comune_unione_verticale", "it_fabbrica_tre_tabelle", "it_ospedale_riga12",
    "it_trasporti_intestazioni_doppie", "neg_de_umfrage_rohdaten", "neg_en_staff_directory",
    "neg_fr_devis",
  ]

  /// Those made later, by somebody else who had not seen it either.
  static let laterBooks = [
    "de_energie_brueche_fehler", "de_hochschule_doppelsinn", "de_klinikverbund_ziele_ampel",
    "de_landkreis_text_zahlen", "de_maschinenbau_bloecke", "de_stiftung_prosa",
    "de_verbund_de_en", "de_versicherer_steckbrief_je_blatt", "de_x_freie_koepfe",
    "de_x_halbjahre", "de_x_quer_mit_ampel", "de_x_verzeichnis",
    "en_city_gar_columns", "en_college_prose_perspectives", "en_creditunion_two_listobjects",
    "en_freight_1904_sheets", "en_hospice_cards_abreast", "en_pensions_noise",
    "en_theatre_two_meanings", "en_water_commitments", "en_x_free_targets",
    "en_x_hint_row", "en_x_outline", "en_x_plain_speech",
    "en_x_quarter_pairs", "es_aseguradora_paginas", "es_caja_hojas_perspectiva",
    "es_clinica_semaforo", "es_colegio_fichas_dos_columnas", "es_ministerio_matriz",
    "es_neg_presupuesto", "es_organismo_fila_por_idioma", "es_puerto_fechas_codigos",
    "es_x_dos_hojas_por_clave", "es_x_marco_logico", "es_x_palabras_llanas",
    "fr_aide_alimentaire_prose", "fr_bailleur_erreurs_doublons", "fr_cooperative_cote_a_cote",
    "fr_ehpad_fiche_par_feuille", "fr_mobilite_cibles_texte", "fr_mutuelle_feuille_par_perspective",
    "fr_orchestre_seuils_une_cellule", "fr_ville_suisse_entetes_bilingues", "fr_x_deux_colonnes",
    "fr_x_deux_lignes_par_indicateur", "fr_x_numeros_de_colonnes", "fr_x_tetes_libres",
    "it_acquedotto_soglie_cella", "it_fondazione_colonne", "it_gdo_parole_doppie",
    "it_multiutility_tabella_excel", "it_museo_it_de_en", "it_neg_cronoprogramma",
    "it_sanita_piano_performance", "it_turismo_prosa_prospettive", "it_x_codice_nome_descrizione",
    "it_x_pesi_e_date", "it_x_schede_etichette_libere",
  ]

  /// Those made last, with what is hard to tell apart: values that are heading words, totals of
  /// blocks, headers that come again, two pairs a line.
  static let latestBooks = [
    "de_kirche_themenfeld", "de_reha_ampelregeln", "en_cinema_bands", "en_dental_forms",
    "en_insurer_hidden", "es_gimnasio_pesos", "fr_academie_deux_lignes", "fr_bailleur_imprime",
    "fr_librairie_trois", "it_birrificio_schede", "it_gelaterie_pesi", "it_terme_due_righe",
    "it_tribunale_soglie",
  ]

  static let allBooks = books + laterBooks + latestBooks

  @Test("a workbook gives the measures a careful reader finds in it", arguments: allBooks)
  func givesTheMeasuresExpected(_ name: String) throws {
    let expected = try Expectation(name)
    let result = try Self.imported(name)
    let found = try Expectation.measures(of: result)
    #expect(found.count == expected.measures.count)
    for measure in expected.measures {
      let match = found.first { measure.isAt($0) }
      let label = measure.label
      guard let match else {
        Issue.record("\(label) was not found")
        continue
      }
      for fault in measure.faults(of: match) { Issue.record("\(label): \(fault)") }
    }
  }

  @Test("what is doubtful is told at its cell", arguments: allBooks)
  func tellsWhatIsDoubtful(_ name: String) throws {
    let expected = try Expectation(name)
    let result = try Self.imported(name)
    let told = Set(
      result.diagnostics.map { "\($0.place.sheet ?? "")!\($0.place.cell?.description ?? "")" })
    for cells in expected.findings { #expect(!told.isDisjoint(with: cells)) }
  }

  @Test(
    "what inspect writes as a mapping gives the same measures again", arguments: allBooks)
  func itsOwnMappingChangesNothing(_ name: String) throws {
    let result = try Self.imported(name)
    guard !result.catalog.measures.isEmpty else { return }
    let mapping = try MappingFile(yaml: result.plan.mapping.yaml())
    #expect(mapping == result.plan.mapping)
    let again = try Self.imported(name, ImportOptions(mapping: mapping))
    #expect(again.catalog.json() == result.catalog.json())
    #expect(!again.rules.contains("mapping-drift"))
  }

  private static func imported(
    _ name: String, _ options: ImportOptions = ImportOptions()
  ) throws -> ImportResult {
    let book = try Workbook.open(
      bytes: Fixture.bytes("kpi-books/books/\(name).xlsx"), name: "\(name).xlsx")
    return try CatalogImport(options: options).read(book, name: "\(name).xlsx")
  }
}
