#!/usr/bin/env python3
"""Makes the files of this folder from the built-in catalog: three workbooks and one CSV file.

    python3 samples/make_samples.py [FOLDER]

Needs openpyxl and PyYAML. Names, questions, descriptions, formulas, sources and pitfalls come from
catalog/. Owners, baselines, targets and notes are invented here. The three workbooks hold the same
numbers in the same order; only the words differ. Nothing depends on the clock, so the same catalog
and the same library versions give the same bytes.
"""

import datetime
import io
import pathlib
import re
import sys
import unicodedata
import zipfile
from decimal import Decimal

import yaml
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import DataPoint
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

HERE = pathlib.Path(__file__).resolve().parent
CATALOG = HERE.parent / "catalog"
STAMP = datetime.datetime(2026, 1, 15, 9, 0, 0)
NB = "\u00a0"  # the blank French puts before : and ;

# MARK: Invented facts, by measure: owner, baseline 2025, target 2026 (percent as people say it).

FACTS = {
    "customer-satisfaction-score": ("experience", "82.4", "86.0"),
    "customer-satisfaction-index": ("experience", "74.5", "77.0"),
    "highly-satisfied-share": ("experience", "41", "46"),
    "satisfaction-with-feature": ("product", "3.92", "4.10"),
    "satisfaction-with-buying-process": ("online", "4.12", "4.25"),
    "satisfaction-with-interaction": ("care", "85", "88"),
    "satisfaction-with-service": ("experience", "4.05", "4.20"),
    "expectation-match-score": ("product", "79", "83"),
    "value-for-money-score": ("marketing", "3.75", "3.90"),
    "complaint-handling-satisfaction": ("care", "61.5", "70.0"),
    "net-promoter-score": ("experience", "32", "38"),
    "repurchase-intention": ("experience", "72", "75"),
    "switching-intention": ("experience", "14.2", "11.5"),
    "customer-trust-score": ("brand", "3.98", "4.10"),
    "customer-effort-score": ("care", "5.42", "5.70"),
    "brand-awareness": ("brand", "28", "32"),
    "brand-attitude-index": ("brand", "66.5", "69.0"),
    "external-rating": ("brand", "71.0", "74.0"),
    "online-review-rating": ("online", "4.21", "4.40"),
    "complaint-rate": ("care", "12.5", "10.0"),
    "feedback-sentiment-score": ("experience", "24", "32"),
    "focus-group-theme-frequency": ("insight", "37.5", None),
    "survey-response-rate": ("insight", "22.4", "28.0"),
    "active-customers": ("sales", "18450", "19600"),
    "new-customers": ("sales", "420", "460"),
    "conversion-rate": ("sales", "21.3", "24.0"),
    "lead-velocity-rate": ("marketing", "2.4", "3.5"),
    "clv-to-cac-ratio": ("control", "3.0", "3.6"),
    "market-share": ("sales", "12.4", "13.0"),
    "relative-market-share": ("sales", "0.65", "0.70"),
    "purchase-frequency": ("marketing", "3.40", "3.60"),
    "average-order-value": ("online", "84.50", "88.00"),
    "time-between-purchases": ("marketing", "96.0", "88.0"),
    "repeat-purchase-rate": ("marketing", "58", "62"),
    "early-repeat-rate": ("marketing", "24", "28"),
    "cross-sell-rate": ("sales", "18", "22"),
    "upsell-rate": ("sales", "6.5", "8.0"),
    "cart-abandonment-rate": ("online", "71.4", "67.0"),
    "product-return-rate": ("logistics", "5.8", "5.0"),
    "share-of-wallet": ("insight", "31", "34"),
    "customer-retention-rate": ("accounts", "97.9", "98.3"),
    "customer-churn-rate": ("accounts", "2.1", "1.7"),
    "renewal-rate": ("accounts", "84", "87"),
    "gross-revenue-retention": ("control", "98.2", "98.6"),
    "net-revenue-retention": ("control", "99.6", "100.5"),
    "win-back-rate": ("marketing", "9.5", "12.0"),
    "adoption-rate": ("product", "27", "35"),
    "average-revenue-per-customer": ("control", "23.90", "26.40"),
    "customer-lifetime-value": ("control", "240", "310"),
    "first-contact-resolution": ("care", "68", "74"),
    "first-response-time": ("care", "6.5", "4.0"),
    "on-time-delivery": ("logistics", "91.2", "95.0"),
    "referral-rate": ("marketing", "14", "17"),
}

OWNERS = {
    "experience": ("Head of Customer Experience", "Responsable expérience client",
                   "Responsabile esperienza cliente"),
    "care": ("Head of Customer Service", "Responsable service client",
             "Responsabile servizio clienti"),
    "marketing": ("Head of Marketing", "Responsable marketing", "Responsabile marketing"),
    "brand": ("Head of Brand and Communications", "Responsable marque et communication",
              "Responsabile marchio e comunicazione"),
    "sales": ("Head of Sales", "Responsable commercial", "Responsabile commerciale"),
    "accounts": ("Key Account Manager", "Responsable grands comptes",
                 "Responsabile grandi clienti"),
    "online": ("E-commerce Manager", "Responsable e-commerce", "Responsabile e-commerce"),
    "product": ("Product Manager", "Responsable produit", "Responsabile di prodotto"),
    "insight": ("Customer Insight Manager", "Responsable études clients",
                "Responsabile ricerche sui clienti"),
    "control": ("Financial Controller", "Responsable contrôle de gestion",
                "Responsabile controllo di gestione"),
    "logistics": ("Logistics Manager", "Responsable logistique", "Responsabile logistica"),
}

NOTES = {
    "customer-satisfaction-score": ("Question unchanged since 2023.",
                                    "Question inchangée depuis 2023.",
                                    "Domanda invariata dal 2023."),
    "customer-satisfaction-index": ("Weights fixed until the 2027 review.",
                                    "Pondérations figées jusqu'à la révision de 2027.",
                                    "Pesi fissi fino alla revisione del 2027."),
    "satisfaction-with-feature": ("Feature followed in 2026: the customer account.",
                                  f"Fonctionnalité suivie en 2026{NB}: l'espace client.",
                                  "Funzionalità seguita nel 2026: l'area clienti."),
    "net-promoter-score": ("Two waves in 2025, quarterly from 2026.",
                           "Deux vagues en 2025, rythme trimestriel à partir de 2026.",
                           "Due rilevazioni nel 2025, trimestrale dal 2026."),
    "brand-awareness": ("Home market only.", "Marché national uniquement.",
                        "Solo mercato nazionale."),
    "external-rating": ("Yearly sector survey, 2025 edition; score out of 100.",
                        f"Enquête sectorielle annuelle, édition 2025{NB}; note sur 100.",
                        "Indagine annuale di settore, edizione 2025; punteggio su 100."),
    "online-review-rating": ("Two review sites, all reviews pooled.",
                             "Deux sites d'avis, tous les avis réunis.",
                             "Due siti di recensioni, tutte le recensioni riunite."),
    "focus-group-theme-frequency": (
        "Theme followed in 2025: delivery slots (3 groups out of 8).",
        f"Thème suivi en 2025{NB}: les créneaux de livraison (3 groupes sur 8).",
        "Tema seguito nel 2025: le fasce orarie di consegna (3 gruppi su 8)."),
    "active-customers": ("Activity window: 12 months. Figure at year end.",
                         f"Période d'activité{NB}: 12 mois. Chiffre en fin d'année.",
                         "Periodo di attività: 12 mesi. Dato a fine anno."),
    "conversion-rate": ("Base: offers made by the sales team.",
                        f"Base{NB}: offres émises par l'équipe commerciale.",
                        "Base: offerte presentate dalla rete commerciale."),
    "market-share": ("National market, by value.", "Marché national, en valeur.",
                     "Mercato nazionale, a valore."),
    "average-order-value": ("Net of VAT and delivery, returns deducted.",
                            "Hors TVA et hors livraison, retours déduits.",
                            "Al netto di IVA e spedizione, resi dedotti."),
    "customer-retention-rate": ("Lost after 12 months without a purchase.",
                                "Client perdu après 12 mois sans achat.",
                                "Cliente perso dopo 12 mesi senza acquisti."),
    "customer-lifetime-value": ("Discount rate: 10% a year.",
                                f"Taux d'actualisation{NB}: 10{NB}% par an.",
                                "Tasso di attualizzazione: 10% annuo."),
    "first-contact-resolution": ("Repeat window: 7 days.",
                                 f"Délai de réitération{NB}: 7 jours.",
                                 "Termine di ripetizione: 7 giorni."),
    "first-response-time": ("Working hours.", "Heures ouvrées.", "Ore lavorative."),
    "referral-rate": ("Read beside the NPS.", "À lire en regard du NPS.",
                      "Da leggere accanto all'NPS."),
}

# MARK: Words, in the order of LANGUAGES.

LANGUAGES = ("en", "fr", "it")

KINDS = {
    "opinion": ("Opinion", "Opinion", "Opinione"),
    "activity": ("Activity", "Activité", "Attività"),
}
DIRECTIONS = {
    "higher": ("Higher is better", "À la hausse", "Crescente"),
    "lower": ("Lower is better", "À la baisse", "Decrescente"),
    "range": ("Within range", "Dans la plage", "Entro l'intervallo"),
    "none": ("Informational", "Pour information", "A titolo informativo"),
}
FREQUENCIES = {
    "P1D": ("Daily", "Quotidienne", "Giornaliera"),
    "P1W": ("Weekly", "Hebdomadaire", "Settimanale"),
    "P1M": ("Monthly", "Mensuelle", "Mensile"),
    "P3M": ("Quarterly", "Trimestrielle", "Trimestrale"),
    "P6M": ("Half-yearly", "Semestrielle", "Semestrale"),
    "P1Y": ("Yearly", "Annuelle", "Annuale"),
    "P2Y": ("Every two years", "Tous les deux ans", "Ogni due anni"),
    "onEvent": ("Per wave", "Par vague", "Per indagine"),
    "onDemand": ("On demand", "À la demande", "Su richiesta"),
}
METHODS = {
    "survey": ("Survey", "Enquête", "Indagine"),
    "feedbackForm": ("Online feedback form", "Formulaire de commentaires en ligne",
                     "Modulo di feedback online"),
    "focusGroup": ("Focus group", "Groupe de discussion", "Focus group"),
    "system": ("System data", "Données de gestion", "Dati gestionali"),
    "review": ("Online reviews", "Avis en ligne", "Recensioni online"),
    "thirdParty": ("Third party", "Tiers", "Terze parti"),
    "derived": ("Derived", "Dérivé", "Derivato"),
}
UNITS = {
    "percent": ("%", "%", "%"),
    "score": ("Score", "Note", "Punteggio"),
    "index": ("Index", "Indice", "Indice"),
    "ratio": ("Ratio", "Rapport", "Rapporto"),
    "count": ("Number", "Nombre", "Numero"),
    "currency": ("€", "€", "€"),
    "rate": ("Per 1,000", f"Pour 1{NB}000", "Per 1.000"),
    "d": ("Days", "Jours", "Giorni"),
    "h": ("Hours", "Heures", "Ore"),
}
EURO = ("[$€-809]#,##0", "#,##0\\ [$€-40C]", "#,##0\\ [$€-410]")
NO_TARGET = ("n/a", "s.o.", "n.a.")

# Key, width, header in each language. Yellow columns are the reader's own.
COLUMNS = (
    ("name", 28, ("Measure", "Indicateur", "Indicatore")),
    ("kind", 11, ("Opinion or activity", "Opinion ou activité", "Opinione o attività")),
    ("question", 29, ("Question answered", "Question clé", "Domanda chiave")),
    ("description", 46, ("Description", "Définition", "Descrizione")),
    ("formula", 36, ("Calculation", "Mode de calcul", "Modalità di calcolo")),
    ("unit", 10.5, ("Unit", "Unité", "Unità di misura")),
    ("scale", 12.5, ("Scale", "Échelle", "Scala")),
    ("direction", 13.5, ("Direction", "Sens souhaité", "Andamento atteso")),
    ("frequency", 13.5, ("Frequency", "Périodicité", "Frequenza")),
    ("source", 27, ("Data source", "Source des données", "Fonte dei dati")),
    ("method", 15.5, ("Collection method", "Mode de collecte", "Modalità di raccolta")),
    ("owner", 24, ("Owner", "Responsable", "Responsabile")),
    ("baseline", 12, ("Baseline 2025", "Valeur de référence 2025", "Valore di partenza 2025")),
    ("target", 12, ("Target 2026", "Cible 2026", "Valore obiettivo 2026")),
    ("pitfalls", 40, ("Pitfalls", "Points de vigilance", "Avvertenze")),
    ("notes", 27, ("Notes", "Remarques", "Note")),
)
OWN = {"owner", "baseline", "target", "notes"}
CENTERED = {"kind", "unit", "scale", "direction", "frequency"}

SHEETS = (
    ("Guide", "Customer measures", "Chart", "Lists"),
    ("Mode d'emploi", "Indicateurs clients", "Graphique", "Listes"),
    ("Guida", "Indicatori sui clienti", "Grafico", "Elenchi"),
)
TITLE = ("Customer measures 2026", "Indicateurs clients 2026", "Indicatori sui clienti 2026")
SUBTITLE = (
    "53 measures of what customers say and what customers do",
    "53 indicateurs sur ce que disent et ce que font les clients",
    "53 indicatori su ciò che i clienti dicono e ciò che fanno",
)
EDITION = (
    "Version of 15 January 2026. Owners, baselines and targets are examples.",
    "Version du 15 janvier 2026. Responsables, valeurs de référence et cibles sont des exemples.",
    "Versione del 15 gennaio 2026. Responsabili, valori di partenza e obiettivi sono esempi.",
)
LEGEND = ("Legend and sources", "Légende et sources", "Legenda e fonti")
FOOTNOTES = (
    (
        "Blue bands: what customers say (opinion). Green bands: what customers do (activity).",
        "Baseline: average of the year for weekly and monthly measures, latest result for the "
        "others. n/a: no target, the measure is for information only.",
        "Definitions: kpibook built-in catalog, version 1.0 (Apache-2.0 licence). "
        "Owners, baselines, targets and notes: invented for this sample.",
    ),
    (
        f"Bandeaux bleus{NB}: ce que disent les clients (opinion). "
        f"Bandeaux verts{NB}: ce que font les clients (activité).",
        f"Valeur de référence{NB}: moyenne de l'année pour les indicateurs hebdomadaires et "
        f"mensuels, dernier résultat pour les autres. s.o.{NB}: sans objet, indicateur suivi "
        "sans cible.",
        f"Définitions{NB}: catalogue intégré de kpibook, version 1.0 (licence Apache-2.0). "
        f"Responsables, valeurs, cibles et remarques{NB}: inventés pour cet exemple.",
    ),
    (
        "Fasce blu: cosa dicono i clienti (opinione). Fasce verdi: cosa fanno i clienti "
        "(attività).",
        "Valore di partenza: media dell'anno per gli indicatori settimanali e mensili, ultimo "
        "risultato per gli altri. n.a.: non applicabile, indicatore seguito senza obiettivo.",
        "Definizioni: catalogo integrato di kpibook, versione 1.0 (licenza Apache-2.0). "
        "Responsabili, valori, obiettivi e note: inventati per questo esempio.",
    ),
)
# Guide: h = heading, p = paragraph.
GUIDE = (
    (
        ("p", "This workbook holds 53 customer measures in 11 groups. Five groups gather what "
              "customers say (opinion), six gather what customers do (activity)."),
        ("h", "In five steps"),
        ("p", "1.  Read the sheet “Customer measures” once from top to bottom. Keep the "
              "measures that follow from your strategy, about ten for a scorecard, and delete "
              "the other rows."),
        ("p", "2.  Rename what has another name in your organisation. Change the texts and add "
              "rows or columns as you like, but leave the header row in place."),
        ("p", "3.  Fill in the yellow columns: owner, baseline, target, notes. The values you "
              "find there are examples."),
        ("p", "4.  Choose the direction and the frequency from the drop-down lists."),
        ("p", "5.  Keep at least one activity measure beside each opinion measure: what "
              "customers do shows whether they mean what they say."),
        ("h", "Good to know"),
        ("p", "Type percentages with their sign, for example 86%."),
        ("p", "To add a measure, insert a row inside its group. The coloured band above gives "
              "the group."),
        ("p", "Before you compare two results, read the column “Pitfalls”."),
        ("p", "The sheet “Chart” shows how many measures each group holds."),
    ),
    (
        ("p", "Ce classeur réunit 53 indicateurs clients en 11 groupes. Cinq groupes rassemblent "
              "ce que disent les clients (opinion), six ce qu'ils font (activité)."),
        ("h", "En cinq étapes"),
        ("p", f"1.  Parcourez une première fois la feuille «{NB}Indicateurs clients{NB}». Gardez "
              "les indicateurs qui découlent de votre stratégie, une dizaine pour un tableau de "
              "bord, et supprimez les autres lignes."),
        ("p", "2.  Renommez ce qui porte un autre nom chez vous. Modifiez les textes, ajoutez "
              "des lignes ou des colonnes à votre gré, mais laissez en place la ligne "
              "d'en-têtes."),
        ("p", f"3.  Remplissez les colonnes jaunes{NB}: responsable, valeur de référence, cible, "
              "remarques. Les valeurs qui s'y trouvent sont des exemples."),
        ("p", "4.  Choisissez le sens souhaité et la périodicité dans les listes déroulantes."),
        ("p", "5.  Gardez au moins un indicateur d'activité en regard de chaque indicateur "
              f"d'opinion{NB}: les actes montrent si les clients font ce qu'ils disent."),
        ("h", "Bon à savoir"),
        ("p", f"Saisissez les pourcentages avec leur signe, par exemple 86{NB}%."),
        ("p", "Pour ajouter un indicateur, insérez une ligne à l'intérieur de son groupe. Le "
              "bandeau de couleur placé au-dessus donne le groupe."),
        ("p", f"Avant de comparer deux résultats, lisez la colonne «{NB}Points de "
              f"vigilance{NB}»."),
        ("p", f"La feuille «{NB}Graphique{NB}» montre combien d'indicateurs compte chaque "
              "groupe."),
    ),
    (
        ("p", "Questa cartella di lavoro raccoglie 53 indicatori sui clienti in 11 gruppi. "
              "Cinque gruppi riuniscono ciò che i clienti dicono (opinione), sei ciò che fanno "
              "(attività)."),
        ("h", "In cinque passi"),
        ("p", "1.  Scorrete una prima volta il foglio «Indicatori sui clienti». Tenete gli "
              "indicatori che derivano dalla vostra strategia, una decina per una scorecard, ed "
              "eliminate le altre righe."),
        ("p", "2.  Rinominate ciò che da voi ha un altro nome. Modificate i testi, aggiungete "
              "righe o colonne a piacere, ma lasciate al suo posto la riga di intestazione."),
        ("p", "3.  Compilate le colonne gialle: responsabile, valore di partenza, valore "
              "obiettivo, note. I valori già presenti sono esempi."),
        ("p", "4.  Scegliete l'andamento atteso e la frequenza dagli elenchi a discesa."),
        ("p", "5.  Affiancate a ogni indicatore di opinione almeno un indicatore di attività: "
              "i fatti mostrano se i clienti fanno ciò che dicono."),
        ("h", "Da sapere"),
        ("p", "Scrivete le percentuali con il loro segno, per esempio 86%."),
        ("p", "Per aggiungere un indicatore, inserite una riga all'interno del suo gruppo. La "
              "fascia colorata che sta sopra indica il gruppo."),
        ("p", "Prima di confrontare due risultati, leggete la colonna «Avvertenze»."),
        ("p", "Il foglio «Grafico» mostra quanti indicatori conta ogni gruppo."),
    ),
)
CHART_TITLE = ("How the measures are spread", "Répartition des indicateurs",
               "Ripartizione degli indicatori")
CHART_HEADERS = (("Group", "How many"), ("Groupe", "Effectif"), ("Gruppo", "Quanti"))
CHART_NOTE = (
    ("Blue: opinion. Green: activity.",),
    (f"Bleu{NB}: opinion. Vert{NB}: activité.",),
    ("Blu: opinione. Verde: attività.",),
)
TOTAL = ("Total", "Total", "Totale")
PAGE = ("Page &P of &N", "Page &P sur &N", "Pagina &P di &N")
LIST_ERROR = (
    ("Not in the list", "Choose a word from the list."),
    ("Valeur hors liste", "Choisissez un mot de la liste."),
    ("Valore non in elenco", "Scegliete una voce dall'elenco."),
)

# MARK: Looks

FONT = "Arial"
NAVY, GREY, LINE = "1F3A5F", "5F6B7A", "D5DBE3"
BAND = {"opinion": "DCE8F6", "activity": "E1F0E4"}
BAR = {"opinion": "4F81BD", "activity": "6BA57A"}
YELLOW, OCHRE = "FFFBE8", "8A6A12"


def font(size=10, **more):
    return Font(name=FONT, size=size, **more)


def fill(color):
    return PatternFill("solid", fgColor=color)


# Widths of the Arial letters from blank to ~, in thousandths of the font size.
ARIAL = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)


def text_width(text, size, bold=False):
    """The width of a line in pixels, at 96 to the inch."""
    total = 0
    for letter in text.replace(NB, " "):
        base = unicodedata.normalize("NFD", letter)[0]
        total += ARIAL[ord(base) - 32] if 32 <= ord(base) < 127 else 600
    return total / 1000 * size * 96 / 72 * (1.08 if bold else 1)


def line_count(text, column_width, size=10, bold=False):
    """How many lines a wrapped text takes in a column of that width in characters."""
    room = column_width * 7 - 1
    lines, line = 1, ""
    for word in str(text or "").split(" "):
        wider = f"{line} {word}" if line else word
        if line and text_width(wider, size, bold) > room:
            lines, line = lines + 1, word
        else:
            line = wider
    return lines


THIN = Border(bottom=Side(style="thin", color=LINE))
BOX = Border(*(Side(style="thin", color=LINE) for _ in range(4)))


def put(sheet, address, text, **style):
    cell = sheet[address]
    cell.value = text
    for name, value in style.items():
        setattr(cell, name, value)
    return cell


# MARK: The catalog


def load_catalog():
    """The groups in order, and the measures of each in the order of its file."""
    catalog = yaml.safe_load((CATALOG / "catalog.yaml").read_text(encoding="utf-8"))
    by_group = {group["id"]: [] for group in catalog["groups"]}
    for path in sorted((CATALOG / "measures").glob("*.yaml")):
        for measure in yaml.safe_load(path.read_text(encoding="utf-8")):
            by_group[measure["group"]].append(measure)
    ids = [measure["id"] for measures in by_group.values() for measure in measures]
    if sorted(ids) != sorted(FACTS):
        sys.exit(f"catalog and FACTS differ: {sorted(set(ids) ^ set(FACTS))}")
    return catalog["groups"], by_group


def unit_key(measure):
    unit = measure["unit"]
    return unit["symbol"] if unit["kind"] == "duration" else unit["kind"]


def number(measure, text):
    """The cell value of a number: a percent is stored as a fraction of one."""
    value = Decimal(text)
    if measure["unit"]["kind"] == "percent":
        value /= 100
    return int(value) if value == value.to_integral_value() else float(value)


def number_format(measure, texts, language):
    kind, decimals = measure["unit"]["kind"], measure["decimals"]
    if kind == "percent":
        return "0.0%" if any("." in text for text in texts) else "0%"
    if kind == "count":
        return "#,##0"
    if kind == "currency":
        return EURO[language].replace("#,##0", "#,##0" + ("." + "0" * decimals) * bool(decimals))
    scale = measure.get("scale") or {}
    if kind == "score" and scale.get("min", 0) < 0:
        return "+0;-0;0"
    return "0." + "0" * decimals if decimals else "0"


def scale_text(measure, language):
    if measure["unit"]["kind"] not in ("score", "index"):
        return None
    scale = measure.get("scale") or {"min": 0, "max": 100}  # external-rating: see its note
    low, high = scale["min"], scale["max"]
    if low >= 0:
        return f"{low}–{high}"
    return (f"{low} to {high}", f"{low} à {high}", f"da {low} a {high}")[language]


def row_values(measure, language):
    tag = LANGUAGES[language]
    owner, baseline, target = FACTS[measure["id"]]
    notes = NOTES.get(measure["id"])
    return {
        "name": measure["name"][tag],
        "kind": KINDS[measure["kind"]][language],
        "question": measure["question"][tag],
        "description": measure["description"][tag],
        "formula": measure["formula"]["text"][tag],
        "unit": UNITS[unit_key(measure)][language],
        "scale": scale_text(measure, language),
        "direction": DIRECTIONS[measure["direction"]][language],
        "frequency": FREQUENCIES[measure["frequency"]][language],
        "source": measure["source"][tag],
        "method": METHODS[measure["method"]][language],
        "owner": OWNERS[owner][language],
        "baseline": number(measure, baseline),
        "target": NO_TARGET[language] if target is None else number(measure, target),
        "pitfalls": measure["pitfalls"][tag],
        "notes": notes and notes[language],
    }


# MARK: Sheets


def fill_guide(sheet, language):
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 3
    sheet.column_dimensions["B"].width = 92
    put(sheet, "B2", TITLE[language], font=font(18, bold=True, color=NAVY))
    put(sheet, "B3", SUBTITLE[language], font=font(11, color=GREY))
    sheet.row_dimensions[2].height = 28
    row = 5
    for style, text in GUIDE[language]:
        if style == "h":
            row += 1
            put(sheet, f"B{row}", text, font=font(12, bold=True, color=NAVY), border=THIN,
                alignment=Alignment(vertical="center"))
            sheet.row_dimensions[row].height = 24
        else:
            put(sheet, f"B{row}", text, font=font(11),
                alignment=Alignment(wrap_text=True, vertical="center"))
            sheet.row_dimensions[row].height = 14.5 * line_count(text, 92, 11) + 7
        row += 1
    put(sheet, f"B{row + 1}", FOOTNOTES[language][2], font=font(9, italic=True, color=GREY),
        alignment=Alignment(wrap_text=True, vertical="top"))
    sheet.row_dimensions[row + 1].height = 28
    set_page(sheet, language, paper=9, landscape=False)


def fill_measures(sheet, language, groups, by_group, lists):
    last = get_column_letter(len(COLUMNS))
    for row, text, style, height in (
        (1, TITLE[language], font(18, bold=True, color=NAVY), 28),
        (2, SUBTITLE[language], font(11, color=GREY), 16),
        (3, EDITION[language], font(9, italic=True, color=GREY), 14),
    ):
        put(sheet, f"A{row}", text, font=style, alignment=Alignment(vertical="center"))
        sheet.merge_cells(f"A{row}:{last}{row}")
        sheet.row_dimensions[row].height = height
    sheet.row_dimensions[4].height = 8

    header = 5
    for index, (key, width, headers) in enumerate(COLUMNS, 1):
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = width
        put(sheet, f"{letter}{header}", headers[language],
            font=font(10, bold=True, color="FFFFFF"), border=BOX,
            fill=fill(OCHRE if key in OWN else NAVY),
            alignment=Alignment(wrap_text=True, vertical="center",
                                horizontal="left" if index == 1 else "center"))
    sheet.row_dimensions[header].height = 44

    row, measure_rows = header + 1, set()
    for group in groups:
        put(sheet, f"A{row}", group["name"][LANGUAGES[language]],
            font=font(11, bold=True, color=NAVY), alignment=Alignment(vertical="center"))
        for index in range(1, len(COLUMNS) + 1):
            sheet.cell(row, index).fill = fill(BAND[group["kind"]])
        sheet.merge_cells(f"A{row}:{last}{row}")
        sheet.row_dimensions[row].height = 21
        row += 1
        for measure in by_group[group["id"]]:
            fill_measure(sheet, row, measure, language)
            row += 1
            measure_rows.add(row - 1)
    end = row - 1

    put(sheet, f"A{end + 2}", LEGEND[language], font=font(10, bold=True, color=NAVY))
    for offset, text in enumerate(FOOTNOTES[language], 3):
        put(sheet, f"A{end + offset}", text, font=font(9, color=GREY))
        sheet.merge_cells(f"A{end + offset}:{last}{end + offset}")

    add_lists(sheet, language, lists, header + 1, end)
    sheet.freeze_panes = f"B{header + 1}"
    sheet.auto_filter.ref = f"A{header}:{last}{end}"
    sheet.print_title_rows = f"{header}:{header}"
    sheet.print_area = f"A1:{last}{end + 2 + len(FOOTNOTES[language])}"
    sheet.sheet_view.zoomScale = 90
    set_page(sheet, language, paper=8, landscape=True)
    return measure_rows


def fill_measure(sheet, row, measure, language):
    texts = [text for text in FACTS[measure["id"]][1:] if text]
    values = row_values(measure, language)
    for index, (key, _, _) in enumerate(COLUMNS, 1):
        cell = sheet.cell(row, index, values[key])
        cell.font = font(10, bold=key == "name")
        cell.border = BOX
        horizontal = "center" if key in CENTERED else "left"
        if key in ("baseline", "target"):
            cell.number_format = number_format(measure, texts, language)
            horizontal = "right"
        numeric = horizontal == "right"
        cell.alignment = Alignment(wrap_text=not numeric, vertical="top", horizontal=horizontal,
                                   indent=1 if numeric else 0)
        if key in OWN:
            cell.fill = fill(YELLOW)
    lines = max(line_count(values[key], width, bold=key == "name")
                for key, width, _ in COLUMNS if isinstance(values[key], str))
    sheet.row_dimensions[row].height = 12.75 * lines + 3


def add_lists(sheet, language, lists, first, last):
    """Drop-downs for the closed columns, with the words kept on the hidden sheet."""
    keys = [key for key, _, _ in COLUMNS]
    title, text = LIST_ERROR[language]
    for position, (key, words) in enumerate(
        (("kind", KINDS), ("direction", DIRECTIONS), ("frequency", FREQUENCIES)), 1
    ):
        column = get_column_letter(position)
        lists.column_dimensions[column].width = 24
        put(lists, f"{column}1", COLUMNS[keys.index(key)][2][language], font=font(10, bold=True))
        for row, word in enumerate(words.values(), 2):
            put(lists, f"{column}{row}", word[language], font=font())
        rule = DataValidation(
            type="list", allow_blank=True, showErrorMessage=True, errorTitle=title, error=text,
            formula1=f"{quote_sheetname(lists.title)}!${column}$2:${column}${len(words) + 1}")
        letter = get_column_letter(keys.index(key) + 1)
        rule.add(f"{letter}{first}:{letter}{last}")
        sheet.add_data_validation(rule)
    lists.sheet_state = "hidden"


def fill_chart(sheet, language, groups, by_group):
    sheet.sheet_view.showGridLines = False
    for letter, width in (("A", 30), ("B", 12), ("C", 4)):
        sheet.column_dimensions[letter].width = width
    put(sheet, "A1", CHART_TITLE[language], font=font(16, bold=True, color=NAVY))
    put(sheet, "A2", CHART_NOTE[language][0], font=font(9, italic=True, color=GREY))
    sheet.row_dimensions[1].height = 26
    for letter, text, side in zip("AB", CHART_HEADERS[language], ("left", "right")):
        put(sheet, f"{letter}4", text, font=font(10, bold=True, color="FFFFFF"),
            fill=fill(NAVY), alignment=Alignment(horizontal=side))
    for row, group in enumerate(groups, 5):
        put(sheet, f"A{row}", group["name"][LANGUAGES[language]], font=font(), border=THIN,
            fill=fill(BAND[group["kind"]]))
        put(sheet, f"B{row}", len(by_group[group["id"]]), font=font(), border=THIN)
    end = 4 + len(groups)
    put(sheet, f"A{end + 1}", TOTAL[language], font=font(10, bold=True))
    put(sheet, f"B{end + 1}", f"=SUM(B5:B{end})", font=font(10, bold=True))

    chart = BarChart()
    chart.type, chart.style, chart.gapWidth = "bar", 10, 45
    chart.legend = None
    chart.add_data(Reference(sheet, min_col=2, min_row=4, max_row=end), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=5, max_row=end))
    chart.title = None
    series = chart.series[0]
    series.graphicalProperties.solidFill = BAR["opinion"]
    series.data_points = [
        DataPoint(idx=index, spPr=GraphicalProperties(solidFill=BAR[group["kind"]]))
        for index, group in enumerate(groups)
    ]
    series.dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False,
                                 showLegendKey=False, showPercent=False)
    chart.x_axis.scaling.orientation = "maxMin"  # first group on top
    chart.x_axis.delete = False
    chart.x_axis.majorTickMark = "none"
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    chart.width, chart.height = 17, 9.5
    sheet.add_chart(chart, "D4")
    set_page(sheet, language, paper=9, landscape=True)


def set_page(sheet, language, paper, landscape):
    sheet.page_setup.paperSize = paper
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    sheet.oddFooter.left.text = TITLE[language]
    sheet.oddFooter.right.text = PAGE[language]
    sheet.oddFooter.left.size = sheet.oddFooter.right.size = 8


# MARK: Files


def make_workbook(language, groups, by_group):
    book = Workbook()
    book._named_styles["Normal"].font = font()
    guide_title, measures_title, chart_title, lists_title = SHEETS[language]
    guide = book.active
    guide.title = guide_title
    measures = book.create_sheet(measures_title)
    chart = book.create_sheet(chart_title)
    lists = book.create_sheet(lists_title)
    fill_guide(guide, language)
    measure_rows = fill_measures(measures, language, groups, by_group, lists)
    fill_chart(chart, language, groups, by_group)
    for sheet, color in ((guide, GREY), (measures, NAVY), (chart, BAR["activity"])):
        sheet.sheet_properties.tabColor = color
    properties = book.properties
    properties.title, properties.subject = TITLE[language], SUBTITLE[language]
    properties.creator = properties.lastModifiedBy = "kpibook samples"
    properties.language = LANGUAGES[language]
    properties.created = properties.modified = STAMP
    buffer = io.BytesIO()
    book.save(buffer)
    return repack(buffer.getvalue(), sum(map(len, by_group.values())), measure_rows)


def repack(data, total, automatic_rows):
    """The same package with fixed times, and with the result of its one formula filled in."""
    stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            part = old.read(name)
            if name == "docProps/core.xml":  # saving writes the clock here
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, part)
            # The rows of measures keep automatic heights, so that they grow when edited.
            if name == "xl/worksheets/sheet2.xml":
                part = re.sub(rb'(<row r="(\d+)"[^>]*?) customHeight="1"',
                              lambda row: row[1 if int(row[2]) in automatic_rows else 0], part)
            part = re.sub(rb"(<f>SUM\([^<]*</f>)<v ?/>|(<f>SUM\([^<]*</f>)<v></v>",
                          rb"\1\2<v>%d</v>" % total, part)
            info = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 0, 0
            new.writestr(info, part, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


# A header and twelve rows in which types matter. The telephone numbers are from the ranges kept
# for fiction.
SERVICE_TARGETS = '''\
code,service,phone,target,baseline,valid from,waiting time,budget,online,formula,note
00071,"Accueil, guichet principal",+33199000071,92.5%,0.884,2026-01-01,00:12:00,48200,FALSE,=satisfied/answers,"Ouvert le samedi, sauf en août"
00072,Téléphone,+33199000072,80%,0.71,2026-01-01,00:02:30,61500.50,FALSE,=answered/calls,"Objectif relevé
après l'enquête de mai"
00105,Réclamations écrites,+33353010105,95%,0.9,2026-02-15,,12750,TRUE,=closed/received,Délai : 10 jours
0110,Guichet en ligne,,"97,5 %",0.962,2026-03-01,,155000,TRUE,,"Dit « le portail », ou ""e-guichet"""
1E5,Prêt de matériel,+33465710005,70%,0.655,2026-01-01,00:20:00,9800,FALSE,=on_time/loans,"Code 1E5 : un nom, pas un nombre"
3-4,"Accueil de loisirs, 3-4 ans",+33261910034,88%,0.85,2026-09-01,,230400,TRUE,,"Code 3-4 : un âge, pas une date"
00200,Médiathèque,+33261910200,,,2026-01-01,,74000,TRUE,=visits/residents,-
00201,Piscine,+33261910201,85.0%,0.82,2026-06-01,00:05:00,312000,TRUE,,@accueil : nouvelle adresse
00300,Collecte des encombrants,+33536490300,98%,0.975,2026-04-01,,1.50,TRUE,=collected/booked,Coût par habitant en euros
900719925474099312,Carte de résident,,60%,0.48,2025-12-31,,18000,TRUE,,Numéro à 18 chiffres
00310,État civil,+33199000310,75%,0.7,2026-01-01,00:15:00,54000,FALSE,,N/A
00320,Aide aux démarches,+33199000320,90%,0.865,2026-01-31,01:30:00,36000,FALSE,=solved/requests,"  (deux espaces devant)"
'''


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    groups, by_group = load_catalog()
    for language, tag in enumerate(LANGUAGES):
        path = folder / f"customer-measures-{tag}.xlsx"
        path.write_bytes(make_workbook(language, groups, by_group))
        print(path.name, path.stat().st_size)
    path = folder / "service-targets.csv"
    path.write_bytes(SERVICE_TARGETS.encode("utf-8"))
    print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
