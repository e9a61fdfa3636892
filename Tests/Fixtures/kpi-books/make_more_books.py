#!/usr/bin/env python3
"""Makes further KPI workbooks and what a careful reader expects of each.

    make_more_books.py [OUTDIR] [--only NAME,NAME]

The kit is that of make_books.py beside this file, and so is what OUTDIR gets. Made later and, like the first,
without sight of the importer; those with _x_ in their name aim at headings and rows the rules only touch.
"""
import sys

import make_books
from make_books import *
from make_books import Book, book, make

make_books.BOOKS.clear()


# ================================================================== English
@book("regulated water company: five note rows, two-row header in rows 7 and 8, annual commitments by year, actual with its year, units in words", "en",
      title="Aldersea Water: performance commitments")
def en_water_commitments(b):
    s = b.sheet("Commitments")
    s.put("B1", "Aldersea Water: performance commitments", "title")
    s.merge("B1:K1")
    s.rows("B2", [["Board paper 14b, March 2026"], ["Figures assured by the external auditor."], ["Amounts in 2025 prices."]], "note")
    b.never("Board paper 14b, March 2026", "Figures assured by the external auditor.", "Amounts in 2025 prices.")
    unit = {"per cent": "percent", "minutes": "duration", "number": "count", "£m": ("currency", "GBP"), "per 10,000 properties": "rate", "index points": "score"}
    b.table(s, "B7", [
        C("PC ref.", "code"), C("Performance commitment", "name"), C("Unit of measurement", "unit", unit), C("Better when", "direction", {"lower": "lower", "higher": "higher"}),
        C("Actual 2025", "current", period="2025"), C(("Committed level", 2026), "target", by="2026"), C(("Committed level", 2027), "target", by="2027"), C(("Committed level", 2028), "target", by="2028"),
        C("Accountable director", "owner"), C("Assurance notes", "notes")], [
        ("PR24-01", "Supply interruptions over three hours", "minutes", "lower", 7.4, 6, 5.5, 5, "Director of Networks", None),
        ("PR24-02", "Leakage against the base year", "per cent", "lower", -12.5, -15, -17, -19, "Director of Networks", "Three-year mean"),
        ("PR24-05", "Customer experience survey (C-MeX)", "index points", "higher", 78.4, 80, 81, 82, "Customer Director", "Published by the regulator"),
        ("PR24-07", "Homes flooded by sewage", "per 10,000 properties", "lower", 1.62, 1.4, 1.3, 1.2, "Wastewater Director", None),
        ("PR24-10", "Serious pollution incidents", "number", "lower", 3, 0, 0, 0, "Wastewater Director", "Categories 1 and 2"),
        ("PR24-12", "Help paid to customers in debt", "£m", "higher", 4.15, 5, 5.5, 6, "Customer Director", None)])


@book("hospice: cards three abreast on one sheet, labels as questions", "en")
def en_hospice_cards_abreast(b):
    s = b.sheet("Measure cards")
    s.put("A1", "St Columba's Hospice", "title")
    cols = [C("Measure no.", "code"), C("Measure title", "name"), C("What are we measuring?", "description"), C("Calculation", "formula"), C("Unit", "unit", {"%": "percent", "hours": "duration", "score": "score", "£": ("currency", "GBP"), "#": "count"}),
            C("How often measured", "frequency", {"Monthly": "P1M", "Quarterly": "P3M", "Weekly": "P1W", "Twice a year": "P6M"}), C("Good direction", "direction", {"Up": "higher", "Down": "lower"}),
            C("Data source", "source"), C("Lead", "owner"), C("Baseline (2024)", "baseline", period="2024"), C("Target (2026)", "target", by="2026")]
    cards = [
        ("H/01", "Families who felt supported", "Bereaved relatives who rate the support good or excellent.", ("Good or excellent ratings / Ratings received x 100", "a / b * 100"), "%", "Quarterly", "Up", "Relative questionnaire", "Head of Family Care", P(91), P(95)),
        ("H/02", "Hours to a first visit", "Time from urgent referral until a nurse is at the door.", "Median of recorded hours", "hours", "Weekly", "Down", "Community system", "Community Matron", 9.5, 6),
        ("H/03", "Preferred place of death met", "Patients who died where they wished to.", ("Wishes met / Wishes recorded x 100", "a / b * 100"), "%", "Monthly", "Up", "Care plans", "Medical Director", P(78.5), P(85)),
        ("H/04", "Complaints upheld", "Formal complaints found justified.", "Count of upheld complaints", "#", "Twice a year", "Down", "Complaints register", "Chief Executive", 5, 2),
        ("H/05", "Income per shop", "Net sales of a charity shop.", ("(Sales - Costs) / Shops", "(a - b) / c"), "£", "Monthly", "Up", "Till data", "Retail Manager", 41250, 45000),
        ("H/06", "Staff feel heard", "Mean answer, one to five.", ("Sum of answers / Number of answers", "a / b"), "score", "Twice a year", "Up", "Staff survey", "People Lead", 3.6, 4.1)]
    for i in range(0, 6, 3):
        for k in range(3):
            b.card(s, "%s%d" % ("AEI"[k], 3 + (i // 3) * (len(cols) + 2)), cols, cards[i + k])


@book("credit union: two Excel tables on one sheet, one below the other with other columns, a third table of monthly values on the next sheet", "en")
def en_creditunion_two_listobjects(b):
    s = b.sheet("Register")
    s.put("A1", "Northgate Credit Union", "title")
    members = [C("Ref", "code"), C("KPI", "name"), C("Definition", "description"), C("Units", "unit", {"%": "percent", "#": "count", "£": ("currency", "GBP")}), C("Target", "target"), C("Owner", "owner")]
    end = b.table(s, "B3", members, [
        ("M1", "Members who save every month", "Members with a deposit in each of the last twelve months.", "%", P(46), "Member Services"),
        ("M2", "Junior savers", "Members under eighteen.", "#", 1350, "Schools Officer"),
        ("M3", "Mean balance", "Savings divided by members.", "£", 925, "Treasurer"),
        ("M4", "Members lost in the year", "Members who closed their account.", "%", P(3.5), "Member Services")])
    s.tables.append(("B3:G%d" % (end - 1), {"name": "tblMembers", "columns": [{"header": c.header} for c in members]}))
    loans = [C("KPI", "name"), C("Ref", "code"), C("Target", "target"), C("Cadence", "frequency", {"Monthly": "P1M", "Quarterly": "P3M"}), C("Weighting", "weight", fmt="0%")]
    top = end + 3
    end2 = b.table(s, "B%d" % top, loans, [
        ("Loans decided within two days", "L1", P(92), "Monthly", 0.4), ("Loans in arrears", "L2", P(4), "Monthly", 0.35), ("First-time borrowers", "L3", 310, "Quarterly", 0.25)])
    s.put("B%d" % end2, "Total")
    s.put("F%d" % end2, X(1, fmt="0%", formula="=SUBTOTAL(109,F%d:F%d)" % (top + 1, end2 - 1)))
    s.tables.append(("B%d:F%d" % (top, end2), {"name": "tblLoans", "total_row": True, "columns": [
        {"header": c.header, **({"total_string": "Total"} if c.header == "KPI" else {}), **({"total_function": "sum", "total_value": 1} if c.header == "Weighting" else {})} for c in loans]}))
    d = b.sheet("Data")
    d.rows("A1", [["Month", "New members", "Loans paid out", "Arrears"]])
    for i in range(14):
        d.rows("A%d" % (2 + i), [[day(2024 + (i + 8) // 12, (i + 8) % 12 + 1, 1), 40 + (i * 13) % 17, 120 + (i * 29) % 31, round(0.031 + (i % 5) / 1000, 4)]])
    d.tables.append(("A1:D15", {"name": "tblData", "columns": [{"header": h} for h in ("Month", "New members", "Loans paid out", "Arrears")]}))
    b.never("Total")


@book("city: G, A and R columns under one heading, ranges with dashes and units written in the cells, groups as banners, arrows for polarity", "en", title="City of Pinehurst service measures")
def en_city_gar_columns(b):
    s = b.sheet("FY27")
    s.put("A1", "City of Pinehurst service measures", "title")
    s.merge("A1:I1")
    b.table(s, "A3", [
        C("Service measure", "name"), C("Polarity", "direction", {"▲": "higher", "▼": "lower"}), C("Data source", "source"), C("Update frequency", "frequency", {"Daily": "P1D", "Weekly": "P1W", "Monthly": "P1M", "Annually": "P1Y"}), C("Target FY27", "target", by="2027"),
        C(("RAG thresholds", "G"), "green"), C(("RAG thresholds", "A"), "amber"), C(("RAG thresholds", "R"), None), C("Comments", "notes")], [
        Band("Streets", merge=True),
        ("Potholes filled on time", "▲", "Work orders", "Weekly", X("92%", 92), X("≥ 90%", 90), X("80% – 90%", 80), "< 80%", None),
        ("Days to replace a street lamp", "▼", "Work orders", "Weekly", X("4 days", 4), X("≤ 5 days", 5), X("5 – 8 days", 8), "> 8 days", "Private streets left out"),
        Band("Contact center", merge=True),
        ("311 calls answered in 60 seconds", "▲", "Phone system", "Daily", X("80%", 80), X("≥ 78%", 78), X("70% – 78%", 70), "< 70%", None),
        ("Requests reopened", "▼", "311 system", "Monthly", X("6%", 6), X("≤ 7%", 7), X("7% – 10%", 10), "> 10%", "Within thirty days"),
        Band("Parks", merge=True),
        ("Residents within ten minutes of a park", "▲", "GIS office", "Annually", X("74%", 74), X("≥ 74%", 74), X("70% – 74%", 70), "< 70%", None)])


@book("theatre: Dimension holds perspectives, Objective holds numbers beside Strategic objective in words, arrows as history, Period of the score, state of definition", "en")
def en_theatre_two_meanings(b):
    s = b.sheet("Measures")
    persp = {"Finance": "financial", "Customers": "customer", "Internal processes": "process", "People": "learning"}
    b.table(s, "A2", [
        C("Ref.", "code"), C("Dimension", "perspective", persp), C("Strategic objective", None), C("Measure", "name"), C("Unit", "unit", {"%": "percent", "£": ("currency", "GBP"), "Score": "score", "#": "count", "Days": "duration"}), C("Objective", "target"),
        C("Latest value", "current"), C("Period", "period"), C("Trend", "custom"), C("Indicator type", "leadLag", {"Leading": "lead", "Lagging": "lag"}), C("Definition status", "lifecycle", {"Active": "active", "Draft": "draft"})], [
        ("T1", "Finance", "The theatre pays for its own stage.", "Box office per performance", "£", 8600, 7950, X("Q4 2025", "2025-Q4"), "↗", "Lagging", "Active"),
        ("T2", "Finance", "The theatre pays for its own stage.", "Bar income per guest", "£", 4.2, 3.85, X("Q4 2025", "2025-Q4"), "→", "Lagging", "Active"),
        ("T3", "Customers", "An evening here is worth the journey.", "Guests who would come again", "%", P(88), P(84), X("Q3 2025", "2025-Q3"), "↗", "Leading", "Active"),
        ("T4", "Customers", "An evening here is worth the journey.", "Seats sold", "%", P(79), P(71.5), X("Q4 2025", "2025-Q4"), "↘", "Lagging", "Active"),
        ("T5", "Internal processes", "The curtain rises on time.", "Late starts", "#", 6, 11, X("Q4 2025", "2025-Q4"), "↘", "Leading", "Active"),
        ("T6", "People", "Talent grows in house.", "Days of training a technician", "Days", 6, 4.5, X("Q2 2025", "2025-Q2"), "→", "Leading", "Draft")])
    for m in b.measures:
        m.absent.append("direction")


@book("freight forwarder: 1904 dates, a sheet per business line with tables that start in different cells, codes as numbers 0000, durations as time", "en")
def en_freight_1904_sheets(b):
    b.options = {"date_1904": True}
    unit = {"%": "percent", "Hours": "duration", "#": "count", "USD": ("currency", "USD")}
    d = "mmm d, yyyy"
    cols = [C("KPI code", "code", fmt="0000"), C("Metric name", "name"), C("Unit", "unit", unit), C("Starting value", "baseline"), C("Target", "target"), C("Target date", "by", fmt=d), C("Contract start", "custom", fmt=d), C("Owner", "owner")]
    for name, at, rows in (
        ("Ocean", "A1", [
            (X(12, "0012"), "Containers delivered on the agreed day", "%", P(81), P(90), X(day(2026, 12, 31), "2026-12-31"), day(2023, 7, 1), "Ocean Product Lead"),
            (X(15, "0015"), "Hours until a booking is confirmed", "Hours", X(1.25, 30, "[h]:mm"), X(0.5, 12, "[h]:mm"), X(day(2026, 6, 30), "2026-06-30"), day(2024, 2, 29), "Ocean Product Lead"),
            (X(16, "0016"), "Demurrage per container", "USD", 46.5, 30, X(day(2027, 3, 31), "2027-03-31"), None, "Ocean Product Lead")]),
        ("Air", "C4", [
            (X(101, "0101"), "Shipments flown as booked", "%", P(88.5), P(94), X(day(2026, 12, 31), "2026-12-31"), day(2022, 1, 3), "Air Product Lead"),
            (X(102, "0102"), "Claims for lost cartons", "#", 37, 20, X(day(2026, 12, 31), "2026-12-31"), day(2022, 1, 3), "Claims Manager")]),
        ("Road", "B3", [
            (X(210, "0210"), "Collections within the hour", "%", P(73), P(85), X(day(2026, 9, 30), "2026-09-30"), day(2021, 11, 15), "Road Product Lead"),
            (X(211, "0211"), "Hours from depot to door", "Hours", X(2.0, 48, "[h]:mm"), X(1.5, 36, "[h]:mm"), X(day(2027, 1, 31), "2027-01-31"), None, "Road Product Lead")])):
        s = b.sheet(name)
        if at != "A1":
            s.put(at[0] + "1", "%s freight measures" % name, "title")
        b.table(s, at, cols, rows)


@book("pension fund: definitions between read-me, tiles, contacts, glossary and version history; e-mail owners; filtered rows; hidden lists", "en")
def en_pensions_noise(b):
    s = b.sheet("Read me")
    s.rows("A1", [["Harcourt Pension Fund: KPI workbook"], [None], ["Purpose"], ["This workbook holds the measures reported to the trustees."], ["Do not rename the sheets."], ["Questions: governance@harcourt.example"]])
    s = b.sheet("At a glance")
    s.rows("B3", [["Calls answered", None, "Payments on time", None, "Complaints"], [X(0.91, fmt="0%"), None, X(0.998, fmt="0.0%"), None, 14], ["up 3 points", None, "no change", None, "down 2"]], "title")
    s = b.sheet("KPI dictionary")
    s.put("A1", "KPI dictionary", "title")
    end = b.table(s, "A3", [
        C("KPI #", "code"), C("Key performance indicator", "name"), C("Business question", "question"), C("Method of calculation", "formula"), C("UoM", "unit", {"%": "percent", "days": "duration", "#": "count", "score": "score"}),
        C("Reporting frequency", None), C("Measurement frequency", "frequency", {"Daily": "P1D", "Monthly": "P1M", "Quarterly": "P3M", "Per survey": "onEvent"}), C("KPI owner", "owner"), C("Tolerance", "rag"), C("Plan 2026", "target", by="2026")], [
        ("HP-001", "Calls answered within 30 seconds", "Do members reach us?", ("Calls answered within 30 seconds / Calls offered * 100", "a / b * 100"), "%", "Quarterly", "Daily", "d.moss@harcourt.example", X("Green >= 85; Amber 75-85; Red < 75", [85, 75]), 88),
        ("HP-002", "Pensions paid on the due date", "Can pensioners rely on us?", ("Payments made on time / Payments due * 100", "a / b * 100"), "%", "Quarterly", "Monthly", "payroll@harcourt.example", X("Green >= 99.5; Amber 99-99.5; Red < 99", [99.5, 99]), 99.9),
        ("HP-003", "Days to quote a transfer value", "Are we quick enough?", "Median days from request to letter", "days", "Quarterly", "Monthly", "transfers@harcourt.example", X("Green <= 8; Amber 8-12; Red > 12", [8, 12]), 7),
        ("HP-010", "Members using the portal", "Do members help themselves?", ("Active log-ins ÷ Members × 100", "a / b * 100"), "%", "Yearly", "Quarterly", "digital@harcourt.example", X("Green >= 40; Amber 30-40; Red < 30", [40, 30]), 45),
        ("HP-011", "Member satisfaction, one to ten", "Are members content?", ("Sum of scores / Number of scores", "a / b"), "score", "Yearly", "Per survey", "d.moss@harcourt.example", X("Green >= 8; Amber 7-8; Red < 7", [8, 7]), 8.3)])
    s.filter = "A3:J%d" % (end - 1)
    s.hidden_rows = [5, 6]
    s.freeze = "A4"
    s = b.sheet("Contacts")
    s.rows("A1", [["Name", "Role", "E-mail"], ["Dora Moss", "Head of Service", "d.moss@harcourt.example"], ["Ian Petrie", "Payroll Manager", "payroll@harcourt.example"]])
    s = b.sheet("Glossary")
    s.rows("A1", [["Term", "Meaning"], ["Member", "A person with rights in the fund"], ["Deferred", "Left the employer, not yet retired"]])
    s = b.sheet("Version history")
    s.rows("A1", [["Version", "Date", "Changed by", "What changed"], ["1.0", day(2024, 5, 6), "Governance", "First issue"], ["1.1", day(2025, 10, 21), "Governance", "Portal measure added"]])
    s = b.sheet("lists", "hidden")
    s.rows("A1", [["UoM", "Frequency"], ["%", "Daily"], ["days", "Monthly"], ["#", "Quarterly"]])
    b.never("Dora Moss", "Ian Petrie", "Member", "Deferred", "Calls answered", "Payments on time", "Complaints", "Purpose", "1.0", "1.1", "First issue")


@book("adult education: code, name and a paragraph with Formula inside it, perspectives as banners in capitals, source line and copyright below", "en", title="Learning measures for community colleges")
def en_college_prose_perspectives(b):
    s = b.sheet("Library")
    s.put("A1", "Learning measures for community colleges", "title")

    def para(text, formula, expr, sep=" "):
        return X("%s%sFormula: %s" % (text, sep, formula), (text, formula, expr))
    end = b.table(s, "A3", [C("#", "code"), C("Measure", "name"), C("Description", "prose")], [
        Band("FINANCIAL", "perspective", "financial"),
        (X(1, "1"), "Cost per qualification", para("What the college spends for each qualification gained.", "Running costs / Qualifications gained", "a / b")),
        (X(2, "2"), "Fee income share", para("The part of income that comes from fees.", "Fee income / Total income × 100", "a / b * 100", "\n")),
        Band("CUSTOMERS", "perspective", "customer"),
        (X(3, "3"), "Learners who finish", para("Learners who stay to the end of the course.", "Learners at the end divided by Learners at the start × 100", "a / b * 100")),
        (X(4, "4"), "Net recommendation", para("Those who would recommend us less those who would not.", "(Promoters − Detractors) / Respondents × 100", "(a - b) / c * 100", "\n")),
        (X(5, "5"), "Learners in work after six months", para("From the destination survey.", "Learners in work / Learners reached × 100", "a / b * 100")),
        Band("INTERNAL PROCESSES", "perspective", "process"),
        (X(6, "6"), "Days to answer an application", para("How long an applicant waits for our letter.", "Mean of days from application to letter", None)),
        Band("LEARNING AND GROWTH", "perspective", "learning"),
        (X(7, "7"), "Teachers observed", para("Teachers whose lesson was observed this year.", "Teachers observed / Teachers × 100", "a / b * 100"))])
    s.rows("A%d" % (end + 1), [["Source: college management system, 2025"], ["© Forum of Community Colleges"]], "note")
    b.never("Source: college management system, 2025", "© Forum of Community Colleges")
    s.widths = {"B": 34, "C": 80}


# ================================================================== French
@book("réseau de transport : en-tête sur deux lignes en lignes 9 et 10, cibles annuelles en texte avec virgule et espaces, axes en bandeaux numérotés", "fr", title="Plan de mobilité 2026-2028 : indicateurs de suivi")
def fr_mobilite_cibles_texte(b):
    s = b.sheet("Suivi")
    s.put("A1", "Plan de mobilité 2026-2028 : indicateurs de suivi", "title")
    s.merge("A1:J1")
    s.rows("A2", [["Syndicat des transports du bassin de Rochelune"], ["Document de travail, comité du 14 janvier"]], "note")
    s.rows("A5", [["Lecture : une cible est atteinte quand la valeur annuelle la rejoint."], ["Les valeurs sont arrêtées au 31 décembre."]], "note")
    b.never("Lecture : une cible est atteinte quand la valeur annuelle la rejoint.", "Les valeurs sont arrêtées au 31 décembre.", "Syndicat des transports du bassin de Rochelune")
    pc = lambda v: X("%s %%" % str(v).replace(".", ","), v)
    nb = lambda text, v: X(text, v)
    unit = {"%": "percent", "nb": "count", "min": "duration", "pour 100 000 hab.": "rate", "€": ("currency", "EUR")}
    b.table(s, "A9", [
        C("Réf.", "code"), C("Intitulé de l'indicateur", "name"), C("Unité", "unit", unit), C("Sens d'évolution", "direction", {"Hausse": "higher", "Baisse": "lower"}), C("Périodicité", "frequency", {"Mensuelle": "P1M", "Annuelle": "P1Y", "Trimestrielle": "P3M"}),
        C("Valeur 2024", "current", period="2024"), C(("Cibles", 2026), "target", by="2026"), C(("Cibles", 2027), "target", by="2027"), C(("Cibles", 2028), "target", by="2028"), C("Pilote", "owner")], [
        Band("Axe 1 – Donner envie de prendre le bus", merge=True),
        ("1.01", "Voyageurs satisfaits du trajet", "%", "Hausse", "Annuelle", pc(76.5), pc(79), pc(81), pc(82.5), "Pôle qualité"),
        ("1.02", "Voyages par an", "nb", "Hausse", "Mensuelle", nb("4 812 300", 4812300), nb("5 000 000", 5000000), nb("5 150 000", 5150000), nb("5 300 000", 5300000), "Pôle exploitation"),
        ("1.10", "Recette moyenne par voyage", "€", "Hausse", "Trimestrielle", nb("0,87", 0.87), nb("0,90", 0.9), nb("0,93", 0.93), nb("0,95", 0.95), "Pôle finances"),
        Band("Axe 2 – Être à l'heure et en sécurité", merge=True),
        ("2.01", "Courses à l'heure", "%", "Hausse", "Mensuelle", pc(88), pc(90), pc(91.5), pc(93), "Pôle exploitation"),
        ("2.02", "Attente au guichet", "min", "Baisse", "Trimestrielle", nb("7,5", 7.5), nb("6,0", 6), nb("5,5", 5.5), nb("5,0", 5), "Agence commerciale"),
        ("2.10", "Accidents avec blessé", "pour 100 000 hab.", "Baisse", "Annuelle", nb("3,4", 3.4), nb("3,0", 3), nb("2,8", 2.8), nb("2,5", 2.5), "Pôle sécurité")])


@book("mutuelle : une feuille par perspective entre sommaire, listes et journal, en-têtes au féminin et au pluriel, poids en pour cent", "fr")
def fr_mutuelle_feuille_par_perspective(b):
    s = b.sheet("Sommaire")
    s.rows("B2", [["Mutuelle des Cinq-Vallées"], ["Tableau de bord prospectif"], [None], ["Feuille", "Contenu"], ["Finances", "Équilibre du régime"], ["Clients", "Adhérents et entreprises"], ["Processus internes", "Gestion des dossiers"], ["Apprentissage et croissance", "Équipes"]])
    unit = {"%": "percent", "k€": ("currency", "EUR", "k€"), "jours": "duration", "nombre": "count", "note /10": "score"}
    often = {"mensuelle": "P1M", "trimestrielle": "P3M", "annuelle": "P1Y", "semestrielle": "P6M"}
    cols = [C("Code", "code"), C("Indicateurs", "name"), C("Définitions", "description"), C("Modalités de calcul", "formula"), C("Unités", "unit", unit), C("Fréquence de suivi", "frequency", often), C("Valeur cible 2026", "target", by="2026"), C("Pondération", "weight", fmt="0%"), C("Responsables", "owner")]
    data = {
        "Finances": ("financial", [
            ("F-01", "Ratio combiné", "Charges et sinistres rapportés aux cotisations.", ("(Sinistres + Charges) / Cotisations × 100", "(a + b) / c * 100"), "%", "trimestrielle", P(96), 0.6, "Direction financière"),
            ("F-02", "Cotisations nouvelles", "Cotisations des contrats signés dans l'année.", None, "k€", "mensuelle", 1850, 0.4, "Direction commerciale")]),
        "Clients": ("customer", [
            ("C-01", "Adhérents qui recommandent la mutuelle", "Promoteurs moins détracteurs.", ("(Promoteurs - Détracteurs) / Répondants × 100", "(a - b) / c * 100"), "nombre", "annuelle", 32, 0.5, "Direction de l'écoute"),
            ("C-02", "Résiliations", "Contrats résiliés par l'adhérent.", ("Contrats résiliés / Contrats au 1er janvier × 100", "a / b * 100"), "%", "trimestrielle", P(4.5), 0.3, "Direction commerciale"),
            ("C-03", "Note d'accueil en agence", "Note moyenne laissée à la borne.", ("Somme des notes / Nombre de notes", "a / b"), "note /10", "mensuelle", 8.6, 0.2, "Réseau d'agences")]),
        "Processus internes": ("process", [
            ("P-01", "Délai de remboursement", "Jours entre la réception et le virement.", "Médiane des délais", "jours", "mensuelle", 3, 0.5, "Centre de gestion"),
            ("P-02", "Dossiers traités sans reprise", "Dossiers clos du premier coup.", ("Dossiers clos du premier coup / Dossiers clos × 100", "a / b * 100"), "%", "mensuelle", P(93.5), 0.5, "Centre de gestion")]),
        "Apprentissage et croissance": ("learning", [
            ("A-01", "Heures de formation par salarié", "Heures suivies dans l'année.", ("Heures de formation / Salariés", "a / b"), None, "semestrielle", 21, 1, "Ressources humaines")])}
    for name, (perspective, rows) in data.items():
        s = b.sheet(name)
        s.put("A1", "Mutuelle des Cinq-Vallées", "title")
        s.put("A2", name)
        b.table(s, "A4", cols, rows, perspective=perspective)
    s = b.sheet("Listes")
    s.rows("A1", [["Unités", "Fréquence"], ["%", "mensuelle"], ["k€", "trimestrielle"], ["jours", "annuelle"]])
    s = b.sheet("Journal")
    s.rows("A1", [["Date", "Auteur", "Modification"], [day(2025, 9, 4), "Contrôle de gestion", "Ajout du ratio combiné"], [day(2025, 12, 1), "Contrôle de gestion", "Cibles 2026"]])
    b.never("Contrôle de gestion", "Ajout du ratio combiné", "Équilibre du régime", "%", "k€", "Tableau de bord prospectif")


@book("maison de retraite : une fiche par feuille, libellés fusionnés en B et valeurs en D, sens et rythme en toutes lettres, champs vides", "fr")
def fr_ehpad_fiche_par_feuille(b):
    cols = [C("Numéro de fiche", "code"), C("Nom de l'indicateur", "name"), C("Question à laquelle répond l'indicateur", "question"), C("Définition de l'indicateur", "description"), C("Règle de calcul", "formula"), C("Unité de mesure", "unit", {"Pourcentage": "percent", "Minutes": "duration", "Nombre": "count", "Pour 1 000": "rate"}),
            C("Périodicité de la mesure", "frequency", {"Chaque mois": "P1M", "Chaque trimestre": "P3M", "Tous les ans": "P1Y", "Chaque semaine": "P1W"}), C("Sens souhaité", "direction", {"Augmenter": "higher", "Diminuer": "lower"}), C("Mode de collecte", "method", {"Enquête": "survey", "Observation": None, "Système": "system", "Comptage manuel": "manual"}),
            C("Responsable", "owner"), C("Situation initiale (2024)", "baseline", period="2024"), C("Objectif chiffré (2026)", "target", by="2026"), C("Limites et biais connus", None), C("Commentaires", "notes")]
    cards = [
        ("FI-01", "Familles satisfaites des visites", "Les familles se sentent-elles accueillies ?", "Réponses « satisfait » et « très satisfait ».", ("Réponses satisfaites / Réponses × 100", "a / b * 100"), "Pourcentage", "Tous les ans", "Augmenter", "Enquête", "Directrice", P(83), P(90), "Faible taux de retour", None),
        ("FI-02", "Délai de réponse à l'appel", "Répond-on vite ?", "Minutes entre l'appel malade et l'arrivée.", "Médiane des délais relevés", "Minutes", "Chaque semaine", "Diminuer", "Système", "Cadre de santé", 6.5, 4, None, "Relevé automatique depuis mars"),
        ("FI-03", "Chutes", "Les résidents sont-ils en sécurité ?", "Chutes déclarées pour 1 000 journées.", ("Chutes / Journées × 1 000", "a / b * 1000"), "Pour 1 000", "Chaque mois", "Diminuer", "Comptage manuel", "Médecin coordonnateur", 5.8, 4.5, None, None),
        ("FI-04", "Sorties et animations", "La vie reste-t-elle variée ?", "Activités proposées dans le mois.", None, "Nombre", "Chaque mois", "Augmenter", "Comptage manuel", "Animatrice", 22, 28, None, None)]
    for i, values in enumerate(cards):
        s = b.sheet("Fiche %02d" % (i + 1))
        s.put("B1", "Résidence Les Tilleuls", "title")
        s.merge("B1:F1")
        b.card(s, "B3", cols, values, gap=2)
        for r in range(3, 3 + len(cols)):
            s.merge("B%d:C%d" % (r, r))
            s.merge("D%d:F%d" % (r, r))


@book("coopérative : deux tableaux côte à côte de longueurs différentes, fautes de frappe dans les têtes, moyenne calculée", "fr")
def fr_cooperative_cote_a_cote(b):
    s = b.sheet("Campagne")
    s.put("A1", "Coopérative fruitière du Causse", "title")
    s.put("A3", "Adhérents", "band")
    s.put("H3", "Acheteurs", "band")
    unit = {"%": "percent", "Nb": "count", "€/t": None, "Jours": "duration", "€": ("currency", "EUR")}
    b.table(s, "A4", [C("Indicateur", "name"), C("Unité", "unit", unit), C("Fréquense", "frequency", {"Mensuel": "P1M", "Annuel": "P1Y", "Trimestriel": "P3M"}), C("Valeur initiale", "baseline"), C("Cible", "target"), C("Responsabe", "owner")], [
        ("Apports livrés le jour prévu", "%", "Mensuel", P(82), P(90), "Service collecte"),
        ("Adhérents présents à l'assemblée", "%", "Annuel", P(37.5), P(45), "Présidence"),
        ("Prix payé au verger", "€/t", "Mensuel", 412, 430, "Service apports"),
        ("Nouveaux adhérents", "Nb", "Annuel", 11, 18, "Présidence"),
        ("Délai de paiement aux adhérents", "Jours", "Trimestriel", 48, 30, "Comptabilité")])
    end = b.table(s, "H4", [C("Intitulé", "name"), C("Valeur visée", "target"), C("Unité de mesure", "unit", unit), C("Pilote", "owner")], [
        ("Commandes livrées complètes", P(97), "%", "Logistique"),
        ("Retours pour qualité", P(1.2), "%", "Qualité"),
        ("Chiffre d'affaires par acheteur", 86500, "€", "Ventes"),
        Line("Moyenne", X(28833.66, formula="=AVERAGE(I5:I7)"))])
    b.never("Adhérents", "Acheteurs")


@book("ville suisse : têtes en français et en allemand séparées par une barre, contenu en français, apostrophe des milliers en texte, CHF", "fr")
def fr_ville_suisse_entetes_bilingues(b):
    s = b.sheet("Indicateurs – Kennzahlen")
    s.put("A1", "Ville de Boncourt-les-Prés", "title")
    n = lambda text, v: X(text, v)
    b.table(s, "A3", [
        C("N° / Nr.", "code"), C("Indicateur / Kennzahl", "name"), C("Définition / Beschreibung", "description"), C("Unité / Einheit", "unit", {"%": "percent", "CHF": ("currency", "CHF"), "Nombre": "count", "Jours": "duration"}), C("Fréquence / Häufigkeit", "frequency", {"Annuelle": "P1Y", "Mensuelle": "P1M", "Semestrielle": "P6M"}),
        C("Source / Quelle", "source"), C("Responsable / Verantwortlich", "owner"), C("Valeur initiale / Ausgangswert 2024", "baseline", period="2024"), C("Valeur cible / Zielwert 2027", "target", by="2027")], [
        ("S1", "Habitants fiers de leur ville", "Réponses positives à l'enquête de population.", "%", "Annuelle", "Enquête de population", "Chancellerie", n("71.5", 71.5), n("78.0", 78)),
        ("S2", "Entrées à la piscine", "Entrées payantes et abonnements.", "Nombre", "Mensuelle", "Caisses", "Service des sports", n("118'400.0", 118400), n("125'000.0", 125000)),
        ("S3", "Coût d'un permis de construire", "Charges du service par permis délivré.", "CHF", "Annuelle", "Comptabilité analytique", "Urbanisme", n("2'315.5", 2315.5), n("2'100.0", 2100)),
        ("S4", "Délai d'un permis de construire", "Jours entre le dépôt complet et la décision.", "Jours", "Semestrielle", "Logiciel des permis", "Urbanisme", n("94.0", 94), n("70.0", 70)),
        ("S5", "Déchets triés", "Part des déchets remis au tri.", "%", "Semestrielle", "Pesées", "Travaux publics", n("52.3", 52.3), n("60.0", 60))])


@book("orchestre : règles des seuils dans une cellule en français, échéances en trimestres et en mois écrits, cible avec comparateur", "fr")
def fr_orchestre_seuils_une_cellule(b):
    s = b.sheet("Seuils")
    s.put("A1", "Orchestre de la Baie", "title")
    b.table(s, "A3", [
        C("Indicateur clé de performance", "name"), C("Orientation", "direction", {"Maximiser": "higher", "Minimiser": "lower"}), C("Unité", "unit", {"%": "percent", "Note": "score", "Jours": "duration", "€": ("currency", "EUR")}), C("Règles des seuils", "rag"), C("Cible", "target"), C("Échéance", "by"), C("Responsable de l'indicateur", "owner")], [
        ("Places vendues", "Maximiser", "%", X("vert ≥ 85 % ; orange 75–85 % ; rouge < 75 %", [85, 75]), X("≥ 88 %", 88), X("juin 2027", "2027-06"), "Billetterie"),
        ("Note du public", "Maximiser", "Note", X("Vert : >= 4,2 / Orange : 3,6-4,2 / Rouge : < 3,6", [4.2, 3.6]), X("≥ 4,4", 4.4), X("T4 2026", "2026-Q4"), "Communication"),
        ("Délai de remboursement d'un billet", "Minimiser", "Jours", X("vert ≤ 5 ; orange 5–9 ; rouge > 9", [5, 9]), X("≤ 4 jours", 4), X("décembre 2026", "2026-12"), "Billetterie"),
        ("Don moyen", "Maximiser", "€", X("V : ≥ 120 | O : 90-120 | R : < 90", [120, 90]), X("≥ 130 €", 130), X("T2 2027", "2027-Q2"), "Mécénat"),
        ("Abonnés perdus", "Minimiser", "%", X("vert ≤ 8 % ; orange 8–12 % ; rouge > 12 %", [8, 12]), X("≤ 7 %", 7), X("juin 2027", "2027-06"), "Billetterie")])


@book("bailleur social : cellules en erreur, valeurs manquantes en toutes lettres, un code en double, NPS au format pour cent, colonne de projets", "fr")
def fr_bailleur_erreurs_doublons(b):
    s = b.sheet("Qualité de service")
    s.put("A1", "Habitat Garonne-Nord", "title")
    b.table(s, "A4", [
        C("Code KPI", "code"), C("Libellé de l'indicateur", "name"), C("Unité", "unit", {"%": "percent", "Score": "score", "Jours": "duration", "Nombre": "count"}), C("Réalisé", "current"), C("Cible", "target"), C("Plan d'action", "custom"), C("Source", "source"), C("Service responsable", "owner")], [
        ("Q01", "Net Promoter Score des locataires", "Score", P(12), P(25), None, "Enquête triennale", "Relation locataires"),
        ("Q02", "Pannes d'ascenseur réparées en 4 h", "%", P(68), P(85), "Nouveau contrat de maintenance", "Supervision", "Patrimoine"),
        ("Q03", "Délai d'attribution", "Jours", NONE("#DIV/0!", formula="=12/0"), 45, None, "Logiciel locatif", "Attributions"),
        ("Q04", "Réclamations sans réponse à 30 jours", "Nombre", 37, NONE("à définir"), "Cellule dédiée", "GRC", NONE("n.d.")),
        ("Q04", "Loyers impayés", "%", NONE("#N/A", fmt="0.0%", formula="=NA()"), P(3.5), None, "Comptabilité", "Recouvrement"),
        ("Q06", "Logements vacants plus de trois mois", "%", P(2.8), P(2), None, "Logiciel locatif", "Attributions")])
    for ref, why in (("D5", "a score in a percent-formatted cell"), ("E5", "a score in a percent-formatted cell"), ("D7", "error cell"), ("D9", "error cell")):
        b.finding(s, ref, why)
    b.finding(s, ["A9", "A8"], "code Q04 twice")
    b.finding(s, ["F4", "F6", "F8"], "projects belong to another perspective: kept as custom, as advice")


@book("banque alimentaire : deux colonnes sans en-tête, formule dans la prose, bandeaux, 'divisé par', notes en bas", "fr", title="Recueil d'indicateurs de l'aide alimentaire")
def fr_aide_alimentaire_prose(b):
    s = b.sheet("Recueil")
    s.put("B2", "Recueil d'indicateurs de l'aide alimentaire", "title")

    def para(text, formula, expr, sep=" ", word="Formule : "):
        return X("%s%s%s%s" % (text, sep, word, formula), (text, formula, expr))
    end = b.table(s, "B4", [C(None, "name"), C(None, "prose")], [
        Band("Personnes accueillies"),
        ("Foyers aidés", para("Foyers venus au moins une fois dans l'année.", "Nombre de foyers distincts", None)),
        ("Foyers qui n'ont plus besoin d'aide", para("Foyers sortis du dispositif par le haut.", "Foyers sortis / Foyers aidés × 100", "a / b * 100", "\n")),
        ("Sentiment d'être respecté", para("Réponses « oui, tout à fait » au questionnaire de sortie.", "Réponses oui divisé par Réponses × 100", "a / b * 100")),
        Band("Denrées"),
        ("Denrées jetées", para("Denrées reçues puis perdues.", "Tonnes perdues / Tonnes reçues × 100", "a / b * 100", "\n", "Formule\u00a0: ")),
        ("Valeur d'un colis", para("Valeur moyenne d'un colis au prix du commerce.", "Valeur distribuée / Colis remis", "a / b")),
        Band("Bénévoles"),
        ("Bénévoles fidèles", para("Bénévoles présents l'an passé et cette année.", "Bénévoles des deux années / Bénévoles de l'an passé × 100", "a / b * 100", "\n")),
        ("Heures par bénévole", para("Temps donné dans l'année.", "(Heures de collecte + Heures d'accueil) / Bénévoles", "(a + b) / c"))], header=False)
    s.rows("B%d" % (end + 1), [["Source : fédération, rapports annuels"], ["* hors antennes mobiles"]], "note")
    b.never("Source : fédération, rapports annuels", "* hors antennes mobiles")
    s.widths = {"B": 34, "C": 90}


# ================================================================== Italian
@book("sanità regionale: intestazione alle righe 13 e 14 sotto istruzioni e legenda, risultati attesi per anno, fasi come fasce unite, biennale", "it", title="Piano della performance: indicatori di area ospedaliera")
def it_sanita_piano_performance(b):
    s = b.sheet("Indicatori")
    s.put("A1", "Piano della performance: indicatori di area ospedaliera", "title")
    s.merge("A1:J1")
    s.put("A2", "Azienda sanitaria Colli Euganei, deliberazione di gennaio", "note")
    s.rows("A4", [["Avvertenze"], ["a) Una riga per indicatore."], ["b) Le percentuali si scrivono come numeri interi."], ["c) Il foglio va restituito entro il giorno 15."]])
    s.rows("A9", [["Abbreviazioni"], ["UOC", "unità operativa complessa"], ["PDTA", "percorso di cura"]])
    b.never("Avvertenze", "Abbreviazioni", "UOC", "PDTA", "a) Una riga per indicatore.")
    unit = {"%": "percent", "gg.": "duration", "n.": "count", "voto 1-10": "score", "€": ("currency", "EUR"), "per 1.000 ricoveri": "rate"}
    b.table(s, "A13", [
        C("Cod. ind.", "code"), C("Denominazione indicatore", "name"), C("Cosa si misura", "description"), C("UdM", "unit", unit), C("Verso", "direction", {"↑": "higher", "↓": "lower"}), C("Cadenza", "frequency", {"Mensile": "P1M", "Trimestrale": "P3M", "Annuale": "P1Y", "Biennale": "P2Y"}),
        C(("Risultato atteso", 2026), "target", by="2026"), C(("Risultato atteso", 2027), "target", by="2027"), C(("Risultato atteso", 2028), "target", by="2028"), C("Struttura responsabile", "owner")], [
        Band("Accesso", merge=True),
        ("01.10", "Visite specialistiche entro trenta giorni", "Prime visite date entro trenta giorni dalla richiesta.", "%", "↑", "Mensile", 78, 82, 85, "Direzione sanitaria"),
        ("01.20", "Giorni di attesa per la TAC", "Mediana fra prenotazione ed esame.", "gg.", "↓", "Mensile", 40, 34, 30, "UOC Radiologia"),
        Band("Ricovero", merge=True),
        ("02.10", "Infezioni ogni 1.000 ricoveri", "Infezioni contratte in reparto.", "per 1.000 ricoveri", "↓", "Trimestrale", 6.5, 6, 5.5, "Rischio clinico"),
        ("02.20", "Costo medio di un ricovero", "Costo pieno per caso dimesso.", "€", "↓", "Annuale", 4180, 4100, 4050, "Controllo di gestione"),
        ("02.30", "Voto dei degenti", "Voto medio al questionario di dimissione.", "voto 1-10", "↑", "Trimestrale", 8, 8.2, 8.3, "Qualità"),
        Band("Personale", merge=True),
        ("03.10", "Dipendenti che consigliano l'azienda", "Indagine sul clima interno.", "%", "↑", "Biennale", 45, 50, 55, "Risorse umane"),
        ("03.20", "Infortuni sul lavoro", "Infortuni denunciati.", "n.", "↓", "Trimestrale", 60, 55, 50, "Prevenzione e protezione")])


@book("acquedotto: regole di soglia in una cella, scadenze in testo giorno/mese/anno, target con comparatore e virgola", "it")
def it_acquedotto_soglie_cella(b):
    s = b.sheet("Qualità del servizio")
    s.put("A1", "Acque del Metauro", "title")
    b.table(s, "B3", [
        C("Indicatore", "name"), C("Andamento atteso", "direction", {"In aumento": "higher", "In diminuzione": "lower"}), C("Unità", "unit", {"%": "percent", "ore": "duration", "giorni": "duration", "voto": "score"}), C("Soglie semaforiche", "rag"), C("Valore obiettivo", "target"), C("Entro quando", "by"), C("Fonte dati", "source"), C("Resp.", "owner")], [
        ("Perdite di rete", "In diminuzione", "%", X("verde ≤ 32; giallo 32-38; rosso > 38", [32, 38]), X("≤ 30,5 %", 30.5), X("31/12/2027", "2027-12-31"), "Telecontrollo", "Reti"),
        ("Interruzioni ripristinate in tempo", "In aumento", "%", X("verde ≥ 95; giallo 90-95; rosso < 90", [95, 90]), X("≥ 96,0 %", 96), X("30/06/2026", "2026-06-30"), "Pronto intervento", "Reti"),
        ("Ore per riparare un guasto", "In diminuzione", "ore", X("Verde: <= 6 / Giallo: 6-10 / Rosso: > 10", [6, 10]), X("≤ 5,5", 5.5), X("31/12/2026", "2026-12-31"), "Pronto intervento", "Cantieri"),
        ("Giorni per un allaccio", "In diminuzione", "giorni", X("verde ≤ 15; giallo 15-25; rosso > 25", [15, 25]), X("≤ 12,0", 12), X("30/09/2026", "2026-09-30"), "Gestione utenza", "Utenza"),
        ("Voto allo sportello", "In aumento", "voto", X("Verde: >= 8 / Giallo: 7-8 / Rosso: < 7", [8, 7]), X("≥ 8,4", 8.4), X("28/02/2027", "2027-02-28"), "Questionario", "Utenza")])


@book("fondazione: campi in righe con titoli di sezione, una colonna per indicatore, colonna A vuota", "it", title="Fondazione Arti Vive: schede degli indicatori")
def it_fondazione_colonne(b):
    s = b.sheet("Schede")
    s.put("B2", "Fondazione Arti Vive: schede degli indicatori", "title")
    cols = [C("Anagrafica", None), C("Codice indicatore", "code"), C("Nome dell'indicatore", "name"), C("Perché misurarlo", "rationale"), C("Calcolo", None), C("Definizione", "description"), C("Metodo di calcolo", "formula"), C("Unità di misura", "unit", {"%": "percent", "Numero": "count", "€": ("currency", "EUR"), "Minuti": "duration"}),
            C("Rilevazione", None), C("Frequenza di misurazione", "frequency", {"Mensile": "P1M", "Annuale": "P1Y", "Semestrale": "P6M"}), C("Fonte dei dati", "source"), C("Responsabile dell'indicatore", "owner"), C("Valori", None), C("Valore iniziale (2025)", "baseline", period="2025"), C("Traguardo (2027)", "target", by="2027"), C("Note", "notes")]
    b.across(s, "B4", cols, [
        (None, "FA-1", "Spettatori sotto i trent'anni", "Il pubblico invecchia.", None, "Biglietti venduti a chi ha meno di trent'anni.", ("Biglietti under 30 / Biglietti x 100", "a / b * 100"), "%", None, "Mensile", "Biglietteria", "Promozione", None, P(19), P(28), None),
        (None, "FA-2", "Sponsor confermati", "Uno sponsor perso costa due anni.", None, "Sponsor dell'anno prima che restano.", ("Sponsor confermati / Sponsor dell'anno prima x 100", "a / b * 100"), "%", None, "Annuale", "Contratti", "Segretario generale", None, P(77.5), P(85), "Esclusi i partner tecnici"),
        (None, "FA-3", "Coda all'ingresso", "È il primo reclamo del pubblico.", None, "Minuti fra arrivo e controllo del biglietto.", "Media dei minuti rilevati", "Minuti", None, "Mensile", "Rilevazione di sala", "Sala", None, 14, 8, None),
        (None, "FA-4", "Donazione media", "Serve a stimare la raccolta.", None, "Importo medio di una donazione privata.", ("Donazioni / Donatori", "a / b"), "€", None, "Semestrale", "CRM", "Raccolta fondi", None, 62.5, 75, None),
        (None, "FA-5", "Laboratori per le scuole", "È la missione dello statuto.", None, "Laboratori svolti nell'anno scolastico.", "Conteggio dei laboratori", "Numero", None, "Annuale", "Calendario", "Didattica", None, 96, 130, None)])


@book("museo altoatesino: nomi in tre colonne it, de, en e definizioni in due, codici con zeri, percentuali in testo", "it", languages=["it", "de", "en"], default=None)
def it_museo_it_de_en(b):
    s = b.sheet("Indicatori Indikatoren")
    s.put("A1", "Museo della montagna / Bergmuseum", "title")
    b.table(s, "A3", [
        C("Codice", "code"), C("Indicatore (IT)", "name", lang="it"), C("Indikator (DE)", "name", lang="de"), C("Indicator (EN)", "name", lang="en"), C("Definizione (IT)", "description", lang="it"), C("Definition (DE)", "description", lang="de"),
        C("Unità di misura", "unit", {"%": "percent", "€": ("currency", "EUR"), "n.": "count", "min": "duration"}), C("Frequenza", "frequency", {"Mensile": "P1M", "Annuale": "P1Y", "Trimestrale": "P3M"}), C("Responsabile", "owner"), C("Valore atteso 2026", "target", by="2026")], [
        ("0010", "Visitatori da fuori provincia", "Besucher von außerhalb", "Visitors from elsewhere", "Visitatori residenti altrove.", "Besucher mit Wohnsitz anderswo.", "%", "Trimestrale", "Accoglienza", X("62 %", 62)),
        ("0020", "Permanenza media", "Mittlere Verweildauer", "Mean stay", "Minuti fra ingresso e uscita.", "Minuten zwischen Eintritt und Austritt.", "min", "Trimestrale", "Accoglienza", X("85", 85)),
        ("0030", "Incasso del bookshop", "Umsatz im Museumsshop", "Shop income per visitor", "Incasso per visitatore.", "Umsatz je Besucher.", "€", "Mensile", "Bookshop", X("3,4", 3.4)),
        ("0040", "Tessere rinnovate", "Erneuerte Jahreskarten", "Passes renewed", "Tessere annuali rinnovate.", "Erneuerte Karten am Jahresende.", "%", "Annuale", "Amministrazione", X("58,5 %", 58.5))])


@book("multiutility: tabella di Excel con riga di totale, colonne nascoste e sconosciute (vero/falso, numero, data), filtro", "it")
def it_multiutility_tabella_excel(b):
    s = b.sheet("Registro KPI")
    s.put("A1", "Valtenna Energia", "title")
    s.put("A2", "Registro tenuto dall'ufficio pianificazione", "note")
    yes, no = X(True, True), X(False, False)
    cols = [C("Chiave", "code"), C("KPI", None), C("Nome indicatore", "name"), C("Formula", "formula"), C("Unità di misura", "unit", {"%": "percent", "mln €": ("currency", "EUR", "mln €"), "minuti": "duration", "n.": "count"}), C("Polarità", "direction", {"Crescente": "higher", "Decrescente": "lower"}),
            C("Consuntivo 2025", "current", period="2025"), C("Target 2026", "target", by="2026"), C("Peso", "weight", fmt="0%"), C("Incluso nel bonus", "custom"), C("Ordine nel report", "custom"), C("Prima pubblicazione", "custom"), C("Annotazioni", "notes")]
    cols[1] = C("Etichette", "tags")
    end = b.table(s, "A4", cols, [
        ("VE.01", X("rete; qualità", ["rete", "qualità"]), "Minuti senza corrente per utente", ("Minuti persi / Utenti", "a / b"), "minuti", "Decrescente", 31.5, 26, 0.3, yes, 1, day(2019, 3, 1), None),
        ("VE.02", X("clienti", ["clienti"]), "Clienti con bolletta digitale", ("Bollette digitali / Bollette × 100", "a / b * 100"), "%", "Crescente", P(54), P(65), 0.2, yes, 2, day(2020, 6, 15), "Solo domestici"),
        ("VE.03", X("rete", ["rete"]), "Investimenti in rete", "Spesa capitalizzata nell'anno", "mln €", "Crescente", 18.4, 22.5, 0.25, no, 5, day(2018, 1, 9), None),
        ("VE.07", X("clienti; reclami", ["clienti", "reclami"]), "Reclami scritti", "Conteggio dei reclami", "n.", "Decrescente", 1240, 950, 0.15, yes, 3, day(2019, 3, 1), "Esclusi i call center"),
        ("VE.10", X("rinnovabili", ["rinnovabili"]), "Energia verde venduta", ("Energia verde / Energia venduta × 100", "a / b * 100"), "%", "Crescente", P(27.5), P(40), 0.1, no, 4, day(2023, 9, 20), None)])
    s.put("A%d" % end, "Totale")
    s.put("I%d" % end, X(1, fmt="0%", formula="=SUBTOTAL(109,I5:I%d)" % (end - 1)))
    s.tables.append(("A4:M%d" % end, {"name": "tblRegistro", "total_row": True, "columns": [
        {"header": c.header, **({"total_string": "Totale"} if c.header == "Chiave" else {}), **({"total_function": "sum", "total_value": 1} if c.header == "Peso" else {})} for c in cols]}))
    s.hidden_cols = ["D", "K"]
    s.hidden_rows = [6, 8]
    b.never("Totale")


@book("grande distribuzione: Misura è l'unità, Obiettivo sono numeri accanto a Obiettivo strategico in frasi, area scritta una volta, frecce come storia", "it")
def it_gdo_parole_doppie(b):
    s = b.sheet("Cruscotto punti vendita")
    s.put("A1", "Supermercati Orsa", "title")
    unit = {"%": "percent", "€": ("currency", "EUR"), "min": "duration", "n.": "count"}
    b.table(s, "A3", [
        C("Area", "group", fill=True), C("Rif.", "code"), C("Indicatore", "name"), C("Misura", "unit", unit), C("Obiettivo strategico", None), C("Obiettivo", "target"), C("Valore", "current"), C("Periodo", "period"), C("Tendenza", "custom"), C("Referente", "owner")], [
        ("Vendite", "V1", "Scontrino medio", "€", "La spesa intera si fa da noi.", 31.5, 28.9, X("III trim. 2025", SILENT), "↗", "L. Conti"),
        (None, "V2", "Clienti con tessera", "%", "Il cliente si fa riconoscere.", P(72), P(66), None, "→", "L. Conti"),
        ("Servizio", "S1", "Attesa alla cassa", "min", "La coda non fa scappare nessuno.", 3, 4.5, None, "↘", "D. Riva"),
        (None, "S2", "Reclami al banco", "n.", "Chi si lamenta trova ascolto.", 40, 62, None, "↗", "D. Riva"),
        (None, "S3", "Rotture di scaffale", "%", "Il prodotto c'è sempre.", P(2.5), P(3.8), None, "→", "M. Sala"),
        ("Fedeltà", "F1", "Clienti che tornano in una settimana", "%", "La spesa intera si fa da noi.", P(48), P(44.5), None, "→", "M. Sala")])
    for m in b.measures:
        m.absent.append("direction")
    b.never("Vendite", "Servizio", "Fedeltà")


@book("cronoprogramma di progetto: attività, responsabili, date e avanzamento, nessun indicatore", "it", default=None)
def it_neg_cronoprogramma(b):
    s = b.sheet("Cronoprogramma")
    s.put("A1", "Nuovo portale clienti: cronoprogramma", "title")
    s.rows("A3", [["WBS", "Attività", "Responsabile", "Inizio", "Fine", "Durata (gg)", "% completamento", "Predecessore"],
                  ["1", "Analisi dei requisiti", "Ferri", day(2026, 1, 12), day(2026, 2, 6), 20, X(1, fmt="0%"), None],
                  ["2", "Gara per il fornitore", "Acquisti", day(2026, 2, 9), day(2026, 4, 3), 40, X(0.35, fmt="0%"), "1"],
                  ["3", "Sviluppo", "Fornitore", day(2026, 4, 7), day(2026, 9, 25), 124, X(0, fmt="0%"), "2"],
                  ["4", "Collaudo", "Ferri", day(2026, 9, 28), day(2026, 10, 30), 25, X(0, fmt="0%"), "3"],
                  ["5", "Avvio", "Direzione", day(2026, 11, 2), day(2026, 11, 6), 5, X(0, fmt="0%"), "4"]])
    b.never("Analisi dei requisiti", "Gara per il fornitore", "Sviluppo", "Collaudo", "Avvio")


@book("biblioteca di indicatori turistici: codice, nome e paragrafo con 'Formula di calcolo:' o 'Formula:', prospettive in fasce, intestazione ripetuta, nota in fondo", "it")
def it_turismo_prosa_prospettive(b):
    s = b.sheet("Biblioteca")
    s.put("A1", "Consorzio turistico Due Laghi", "title")
    s.put("A2", "Biblioteca degli indicatori, edizione 3", "note")

    def para(text, formula, expr, word="Formula di calcolo:", sep=" "):
        return X("%s%s%s %s" % (text, sep, word, formula), (text, formula, expr))
    end = b.table(s, "A4", [C("N.", "code"), C("Denominazione", "name"), C("Descrizione", "prose")], [
        Band("Prospettiva finanziaria", "perspective", "financial", merge=True), HEAD,
        ("1", "Spesa per notte", para("Quanto spende un ospite per notte, alloggio incluso.", "Spesa totale / Notti", "a / b")),
        ("2", "Quota di incassi propri", para("Incassi del consorzio senza contributi.", "Incassi propri / Entrate × 100", "a / b * 100", "Formula:", "\n")),
        Band("Prospettiva del cliente", "perspective", "customer", merge=True), HEAD,
        ("3", "Ospiti che tornano", para("Ospiti alla seconda vacanza o più.", "Ospiti di ritorno diviso Ospiti intervistati × 100", "a / b * 100")),
        ("4", "Raccomandazione netta", para("Promotori meno detrattori fra gli ospiti.", "(Promotori − Detrattori) / Rispondenti × 100", "(a - b) / c * 100", "Formula:")),
        ("5", "Reclami ogni 1.000 arrivi", para("Reclami arrivati agli uffici turistici.", "Reclami / Arrivi × 1.000", "a / b * 1000", "Formula di calcolo:", "\n")),
        Band("Processi interni", "perspective", "process", merge=True), HEAD,
        ("6", "Risposte entro un giorno", para("Messaggi con risposta entro ventiquattr'ore.", "Risposte in tempo ÷ Messaggi × 100", "a / b * 100"))], header=False)
    s.put("A%d" % (end + 1), "Fonte: uffici turistici, stagione 2025", "note")
    b.never("Fonte: uffici turistici, stagione 2025", "Biblioteca degli indicatori, edizione 3", "Denominazione")


# ================================================================== German
@book("Klinikverbund: zweizeiliger Kopf in Zeilen 6 und 7, Zielwerte je Jahr und Ampelgrenzen mit Vergleichszeichen, Zwischenüberschriften, Legende darunter", "de", title="Qualitätskennzahlen im Klinikverbund Weserland")
def de_klinikverbund_ziele_ampel(b):
    s = b.sheet("Qualitätskennzahlen")
    s.put("A1", "Qualitätskennzahlen im Klinikverbund Weserland", "title")
    s.merge("A1:L1")
    s.rows("A2", [["Zentrales Qualitätsmanagement, Beschluss der Geschäftsführung vom 9. Dezember"], ["Alle Häuser, ohne Tageskliniken"]], "note")
    unit = {"%": "percent", "Min.": "duration", "Tage": "duration", "Anz.": "count", "je 1.000 Fälle": "rate", "Note 1-6": "score"}
    end = b.table(s, "A6", [
        C("Nr.", "code"), C("Bezeichnung der Kennzahl", "name"), C("Einheit", "unit", unit), C("gewünschte Richtung", "direction", {"steigend": "higher", "sinkend": "lower"}), C("Messrhythmus", "frequency", {"monatlich": "P1M", "quartalsweise": "P3M", "täglich": "P1D", "jährlich": "P1Y"}), C("Istwert 2025", "current", period="2025"),
        C(("Zielwerte", 2026), "target", by="2026"), C(("Zielwerte", 2027), "target", by="2027"), C(("Ampel", "Grün"), "green"), C(("Ampel", "Gelb"), "amber"), C(("Ampel", "Rot"), None), C("verantwortlich", "owner")], [
        Band("Patientensicht", merge=True),
        ("A1", "Weiterempfehlung durch Patienten", "%", "steigend", "quartalsweise", 84, 87, 89, X("≥ 86", 86), X("≥ 80", 80), "< 80", "Pflegedirektion"),
        ("A2", "Schulnote für das Essen", "Note 1-6", "sinkend", "quartalsweise", 2.9, 2.5, 2.3, X("≤ 2,5", 2.5), X("≤ 3,0", 3), "> 3,0", "Küchenleitung"),
        Band("Abläufe", merge=True),
        ("B1", "Wartezeit bis zum ersten Arztkontakt", "Min.", "sinkend", "täglich", 38, 30, 25, X("≤ 30", 30), X("≤ 40", 40), "> 40", "Leitung Notaufnahme"),
        ("B2", "Mittlere Verweildauer", "Tage", "sinkend", "monatlich", 5.9, 5.6, 5.4, X("≤ 5,6", 5.6), X("≤ 6,0", 6), "> 6,0", "Medizincontrolling"),
        Band("Sicherheit", merge=True),
        ("C1", "Stürze", "je 1.000 Fälle", "sinkend", "monatlich", 4.4, 3.8, 3.5, X("≤ 4,0", 4), X("≤ 4,5", 4.5), "> 4,5", "Pflegedirektion"),
        ("C2", "Meldungen im CIRS", "Anz.", "steigend", "jährlich", 260, 320, 350, X("≥ 320", 320), X("≥ 250", 250), "< 250", "Risikomanagement")])
    s.rows("A%d" % (end + 1), [["Legende"], ["Anz.", "Anzahl"], ["CIRS", "Meldesystem für Beinahefehler"]], "note")
    b.never("Legende", "Anz.", "CIRS", "Zentrales Qualitätsmanagement, Beschluss der Geschäftsführung vom 9. Dezember")


@book("Versicherer: ein Steckbrief je Blatt mit Deckblatt und Übersicht, Ja/Nein-Merkmal und unbekannte Zeilen, Beträge in Mio. €", "de")
def de_versicherer_steckbrief_je_blatt(b):
    s = b.sheet("Deckblatt")
    s.rows("B3", [["Nordkap Versicherungsverein"], ["Kennzahlensteckbriefe"], ["Stand: 12. Januar 2026"], ["Konzerncontrolling"]], "title")
    cols = [C("Kennzahlen-Nr.:", "code"), C("Name der Kennzahl:", "name"), C("Leitfrage:", "question"), C("Beschreibung:", "description"), C("Berechnungsformel:", "formula"), C("Maßeinheit:", "unit", {"Prozent": "percent", "Mio. €": ("currency", "EUR", "Mio. €"), "Tage": "duration", "Punkte": "score"}),
            C("Erhebungsrhythmus:", "frequency", {"monatlich": "P1M", "jährlich": "P1Y", "halbjährlich": "P6M", "vierteljährlich": "P3M"}), C("Optimierungsrichtung:", "direction", {"Maximieren": "higher", "Minimieren": "lower", "Halten": "range"}), C("Datenquelle:", "source"), C("Kennzahlenverantwortlicher:", "owner"),
            C("Ausgangswert 2024:", "baseline", period="2024"), C("Zielwert 2026:", "target", by="2026"), C("Anmerkungen:", "notes")]
    cards = [
        ("K 01", "Schaden-Kosten-Quote", "Verdienen wir am Kerngeschäft?", "Schäden und Kosten im Verhältnis zu den Beiträgen.", ("(Schäden + Kosten) / Verdiente Beiträge × 100", "(a + b) / c * 100"), "Prozent", "vierteljährlich", "Minimieren", "Rechnungswesen", "Aktuariat", P(97.5), P(95), "brutto, vor Rückversicherung"),
        ("K 02", "Neugeschäft", "Wächst der Bestand?", "Jahresbeiträge neuer Verträge.", "Summe der Jahresbeiträge neuer Verträge", "Mio. €", "monatlich", "Maximieren", "Bestandssystem", "Vertrieb", 21.4, 25, None),
        ("K 03", "Regulierungsdauer Kfz", "Sind wir schnell?", "Tage von der Meldung bis zur Zahlung.", "Median der Tage", "Tage", "monatlich", "Minimieren", "Schadensystem", "Schadenleitung", 19, 12, "ohne Personenschäden"),
        ("K 04", "Weiterempfehlung (NPS)", "Empfehlen uns Kunden weiter?", "Befürworter abzüglich Kritiker.", ("(Befürworter - Kritiker) / Befragte × 100", "(a - b) / c * 100"), "Punkte", "halbjährlich", "Maximieren", "Kundenbefragung", "Marktforschung", 18, 30, None),
        ("K 05", "Kapitalanlagequote Aktien", "Bleibt das Risiko im Rahmen?", "Anteil der Aktien an den Kapitalanlagen.", ("Aktien / Kapitalanlagen × 100", "a / b * 100"), "Prozent", "monatlich", "Halten", "Treasury", "Kapitalanlage", P(9.5), X("8 – 12 %", [8, 12]), None)]
    o = b.sheet("Übersicht")
    o.rows("A1", [["Blatt", "Thema"]] + [[c[0], c[1]] for c in cards])
    for values in cards:
        s = b.sheet(values[0])
        s.put("A1", "Kennzahlensteckbrief", "title")
        b.card(s, "A3", cols, values)
        s.widths = {"A": 28, "B": 70}
    b.never("Kennzahlensteckbrief", "Kennzahlensteckbriefe", "Konzerncontrolling")


@book("Landkreis: Prozent und Beträge als Text mit deutschem Punkt und Komma, Termine als Text Tag.Monat.Jahr, E-Mail der Verantwortlichen, Summe der Gewichte", "de")
def de_landkreis_text_zahlen(b):
    s = b.sheet("Ziele und Kennzahlen")
    s.put("A2", "Landkreis Hohenried, Kreistagsvorlage 2026/017", "title")
    t = lambda text, v: X(text, v)
    b.table(s, "A4", [
        C("Lfd. Nr.", "code"), C("Kennzahl", "name"), C("Berechnung", "formula"), C("Einheit", "unit", {"%": "percent", "€": ("currency", "EUR"), "T€": ("currency", "EUR", "T€"), "Tage": "duration", "Anzahl": "count"}), C("Ist 2025", "current", period="2025"), C("Soll", "target"), C("Termin", "by"), C("Gewicht", "weight", fmt="0%"), C("Ansprechpartner", "owner")], [
        ("01", "Bauanträge fristgerecht beschieden", ("Bescheide in Frist / Bescheide × 100", "a / b * 100"), "%", t("71,5 %", 71.5), t("85,0 %", 85), X("31.12.2026", "2026-12-31"), 0.25, "bauamt@hohenried.example"),
        ("02", "Kosten je Schülerfahrt", ("Fahrkosten geteilt durch Fahrten", "a / b"), "€", t("3,85 €", 3.85), t("3,60 €", 3.6), X("31.07.2027", "2027-07-31"), 0.2, "schulen@hohenried.example"),
        ("03", "Eingeworbene Fördermittel", "Summe der Zuwendungsbescheide", "T€", t("1.284,0 T€", 1284), t("1.500,0 T€", 1500), X("31.12.2026", "2026-12-31"), 0.2, "kaemmerei@hohenried.example"),
        ("04", "Dauer einer Zulassung", "Median der Tage", "Tage", t("4,5 Tage", 4.5), t("2,0 Tage", 2), X("30.06.2026", "2026-06-30"), 0.15, "verkehr@hohenried.example"),
        ("05", "Online gestellte Anträge", ("Onlineanträge : Anträge × 100", "a / b * 100"), "%", t("23,0 %", 23), t("45,0 %", 45), X("31.12.2027", "2027-12-31"), 0.2, "digital@hohenried.example"),
        Line(None, "Summe", None, None, None, None, None, X(1, fmt="0%", formula="=SUM(H5:H9)"))])


@book("Maschinenbauer: vier Blöcke untereinander mit eigenem Kopf in wechselnder Spaltenfolge, Mittelwert unter jedem, Fußnoten", "de", title="Werk Sülztal: Steuerungskennzahlen")
def de_maschinenbau_bloecke(b):
    s = b.sheet("Werk")
    s.put("B1", "Werk Sülztal: Steuerungskennzahlen", "title")
    unit = {"%": "percent", "Stk.": "count", "Std.": "duration", "€": ("currency", "EUR"), "ppm": None}
    often = {"tägl.": "P1D", "wöchentl.": "P1W", "monatl.": "P1M", "Quartal": "P3M"}
    s.put("B3", "Kunden", "band")
    end = b.table(s, "B4", [C("Kennzahl", "name"), C("ME", "unit", unit), C("Turnus", "frequency", often), C("Vorgabe", "target"), C("Zuständig", "owner")], [
        ("Liefertermintreue", "%", "wöchentl.", P(96), "Versand"), ("Reklamierte Teile", "ppm", "monatl.", 120, "Qualität"), ("Angebote binnen drei Tagen", "%", "wöchentl.", P(90), "Vertrieb")], group="Kunden")
    s.put("B%d" % (end + 1), "Fertigung", "band")
    top = end + 2
    end = b.table(s, "B%d" % top, [C("Zuständig", "owner"), C("Kennzahl", "name"), C("Istwert", "current"), C("Vorgabe", "target"), C("ME", "unit", unit)], [
        ("Meisterei 1", "Gesamtanlageneffektivität", P(71.5), P(80), "%"), ("Meisterei 2", "Ungeplanter Stillstand", 46, 30, "Std."), ("Meisterei 2", "Ausschuss", P(2.4), P(1.5), "%"),
        Line(None, "Mittelwert", X(15.58, formula="=AVERAGE(D%d:D%d)" % (top + 1, top + 3)))], group="Fertigung")
    s.put("B%d" % (end + 1), "Mitarbeiter", "band")
    top = end + 2
    end = b.table(s, "B%d" % top, [C("Kennzahl", "name"), C("Vorgabe", "target"), C("ME", "unit", unit), C("Turnus", "frequency", often)], [
        ("Verbesserungsvorschläge", 240, "Stk.", "Quartal"), ("Krankenstand", P(4.5), "%", "monatl.")], group="Mitarbeiter")
    s.rows("B%d" % (end + 1), [["Quelle: Betriebsdatenerfassung"], ["1) ohne Lehrwerkstatt"]], "note")
    b.never("Kunden", "Fertigung", "Mitarbeiter", "Mittelwert", "Quelle: Betriebsdatenerfassung", "1) ohne Lehrwerkstatt")


@book("Verkehrsverbund: Namen und Beschreibungen in deutscher und englischer Spalte, übrige Köpfe zweisprachig mit Schrägstrich, Codes mit führenden Nullen", "de", languages=["de", "en"], default=None)
def de_verbund_de_en(b):
    s = b.sheet("KPI Katalog")
    s.put("A1", "Verkehrsverbund Mittelelbe", "title")
    b.table(s, "A3", [
        C("Code", "code"), C("Name (DE)", "name", lang="de"), C("Name (EN)", "name", lang="en"), C("Beschreibung (DE)", "description", lang="de"), C("Description (EN)", "description", lang="en"), C("Einheit / Unit", "unit", {"%": "percent", "Min.": "duration", "€": ("currency", "EUR"), "Anzahl": "count"}),
        C("Häufigkeit / Frequency", "frequency", {"Täglich": "P1D", "Monatlich": "P1M", "Jährlich": "P1Y"}), C("Verantwortlich / Owner", "owner"), C("Zielwert / Target 2027", "target", by="2027")], [
        ("0007", "Pünktlichkeit im Regionalverkehr", "Punctuality of regional trains", "Ankünfte mit weniger als fünf Minuten Verspätung.", "Arrivals less than five minutes late.", "%", "Täglich", "Betrieb", P(93)),
        ("0011", "Abonnenten", "Season ticket holders", "Abos am Monatsende.", "Season tickets at the end of the month.", "Anzahl", "Monatlich", "Vertrieb", 185000),
        ("0012", "Anschlussverlust", "Connections lost", "Verpasste Anschlüsse an Knoten.", "Connections missed at hubs.", "%", "Monatlich", "Betrieb", P(3.5)),
        ("0020", "Erlös je Fahrgast", "Revenue per passenger", "Fahrgelderlös je Fahrgast.", "Fare revenue per passenger.", "€", "Jährlich", "Finanzen", 1.42)])


@book("Hochschule: Ziel in Sätzen neben Zielwert, Referenz als Kürzel, Dimension als Perspektive, Trend als Richtung, Basis als Zahl, Bereich über verbundene Zellen", "de")
def de_hochschule_doppelsinn(b):
    s = b.sheet("Kennzahlensystem")
    s.put("A1", "Hochschule Ostsee", "title")
    persp = {"Kunden": "customer", "Finanzen": "financial", "Interne Prozesse": "process", "Mitarbeiter": "learning"}
    b.table(s, "A3", [
        C("Referenz", "code"), C("Dimension", "perspective", persp), C("Ziel", None), C("Kennzahl", "name"), C("Trend", "direction", {"höher ist besser": "higher", "niedriger ist besser": "lower"}), C("Einheit", "unit", {"%": "percent", "Anzahl": "count", "Jahre": None, "€": ("currency", "EUR"), "Note": "score"}), C("Basis", "baseline"), C("Zielwert", "target"), C("Frist", "by"), C("Indikatortyp", "leadLag", {"Spätindikator": "lag", "Frühindikator": "lead"}), C("Definitionsstatus", "lifecycle", {"aktiv": "active", "Entwurf": "draft"})], [
        ("HO-K1", "Kunden", "Wer bei uns studiert, empfiehlt uns weiter.", "Zufriedenheit im Abschlussjahr", "höher ist besser", "Note", 3.7, 4.1, X(2027, "2027"), "Spätindikator", "aktiv"),
        ("HO-K2", "Kunden", "Wer anfängt, kommt auch an.", "Abbrecher im ersten Jahr", "niedriger ist besser", "%", P(24), P(18), X(2028, "2028"), "Spätindikator", "aktiv"),
        ("HO-F1", "Finanzen", "Forschung trägt sich selbst.", "Drittmittel je Professur", "höher ist besser", "€", 182000, 210000, X(2027, "2027"), "Spätindikator", "aktiv"),
        ("HO-P1", "Interne Prozesse", "Prüfungen sind schnell bewertet.", "Noten binnen vier Wochen", "höher ist besser", "%", P(69), P(90), X(2026, "2026"), "Frühindikator", "aktiv"),
        ("HO-M1", "Mitarbeiter", "Lehre wird gelernt.", "Lehrende mit Didaktikschein", "höher ist besser", "%", P(41), P(60), X(2028, "2028"), "Frühindikator", "Entwurf")])


@book("Stiftung: Fließtext mit 'Formel:' in zwei Spalten mit schlichtem Kopf, Zwischentitel sagen und tun, fette Stellen", "de", title="Kennzahlensammlung für Freiwilligenagenturen")
def de_stiftung_prosa(b):
    s = b.sheet("Sammlung")
    s.put("A1", "Kennzahlensammlung für Freiwilligenagenturen", "title")
    s.put("A2", "Herausgegeben von der Stiftung Mittun", "note")

    def para(text, formula, expr, sep=" ", rich=False):
        return X("%s%sFormel: %s" % (text, sep, formula), (text, formula, expr), rich=[(text + sep, False), ("Formel:", True), (" " + formula, False)] if rich else None)
    end = b.table(s, "A4", [C("Kennzahl", "name"), C("Erläuterung", "prose")], [
        Band("Was Freiwillige sagen", "kind", "opinion"),
        ("Freude am Einsatz", para("Anteil der Freiwilligen, die gern kommen.", "Antworten gern und sehr gern / Antworten × 100", "a / b * 100", "\n", True)),
        ("Gefühl, gebraucht zu werden", para("Mittlere Zustimmung auf einer Skala von 1 bis 5.", "Summe der Punkte / Anzahl der Antworten", "a / b")),
        Band("Was Freiwillige tun", "kind", "activity"),
        ("Verbleib nach einem Jahr", para("Freiwillige, die nach zwölf Monaten noch dabei sind.", "Verbliebene geteilt durch Begonnene × 100", "a / b * 100")),
        ("Stunden je Einsatzstelle", para("Wie viel Zeit eine Einsatzstelle bekommt.", "(Stunden laut Plan + Zusatzstunden) / Einsatzstellen", "(a + b) / c", "\n", True)),
        ("Neue Freiwillige", para("Erstgespräche, die zu einem Einsatz führen.", "Anzahl der Vermittlungen", None)),
        ("Absagen am selben Tag", para("Einsätze, die kurzfristig ausfallen.", "Absagen ÷ Einsätze × 100", "a / b * 100"))])
    s.put("A%d" % (end + 1), "© Stiftung Mittun, Nachdruck erlaubt", "note")
    b.never("© Stiftung Mittun, Nachdruck erlaubt", "Herausgegeben von der Stiftung Mittun")
    s.widths = {"A": 32, "B": 88}


@book("Energiehandel: Tippfehler in den Köpfen, Brüche ohne Prozentformat, ausgeblendete Zeilen und Spalten, Fehlerzellen, sehr verborgenes Blatt", "de")
def de_energie_brueche_fehler(b):
    s = b.sheet("KPI-Liste")
    end = b.table(s, "A2", [
        C("Kürzel", "code"), C("Kennzhal", "name"), C("Themenfeld", "group"), C("Einheitt", "unit", {"%": "percent"}), C("Zielwert", "target"), C("Istwert", "current"), C("Verantwortlicher", "owner"), C("Bemerkung", "notes")], [
        ("E1", "Kunden mit Onlinekonto", "Digital", "%", 0.65, 0.52, "Vertrieb", None),
        ("E2", "Kündigungen", "Bindung", "%", 0.06, 0.085, "Vertrieb", "ohne Umzüge"),
        ("E3", "Rechnungen ohne Korrektur", "Abrechnung", "%", 0.98, 0.955, "Abrechnung", None),
        ("E4", "Erstlösung am Telefon", "Service", "%", 0.8, NONE("#DIV/0!", formula="=0/0"), "Kundenservice", None),
        ("E5", "Zahlungen per Lastschrift", "Abrechnung", "%", 0.75, NONE("k. A."), "Abrechnung", "Quelle im Umbau")])
    s.hidden_rows = [4, 6]
    s.hidden_cols = ["A"]
    b.finding(s, ["E2"] + ["E%d" % r for r in range(3, end)], "Zielwerte in Prozent zwischen 0 und 1 ohne Prozentformat: wohl Brüche")
    b.finding(s, ["F2"] + ["F%d" % r for r in (3, 4, 5)], "Istwerte in Prozent zwischen 0 und 1 ohne Prozentformat: wohl Brüche")
    b.finding(s, "F6", "error cell")
    w = b.sheet("alt", "veryHidden")
    w.rows("A1", [["Kennzahl", "Zielwert", "Verantwortlicher"], ["Alte Quote", 12, "Niemand"], ["Alter Umsatz", 900, "Niemand"]])
    b.never("Alte Quote", "Alter Umsatz", "Digital", "Bindung")


# ================================================================== Spanish
@book("ministerio: cabecera en filas 8 y 9, línea base con valor y año bajo un título unido, metas por año, eje en celdas unidas en vertical, mayúsculas sin tildes", "es", title="Programa nacional de lectura: matriz de indicadores")
def es_ministerio_matriz(b):
    s = b.sheet("MATRIZ")
    s.put("A1", "Programa nacional de lectura: matriz de indicadores", "title")
    s.merge("A1:M1")
    s.rows("A2", [["Dirección de Planeación"], ["Versión aprobada en la sesión de enero"], [None], ["Instrucciones: no modificar las columnas."]], "note")
    unit = {"%": "percent", "Número": "count", "Días": "duration", "Por cada 1.000": "rate", "$": "currency"}
    b.table(s, "A8", [
        C("EJE ESTRATEGICO", "group", vmerge=True), C("CODIGO INDICADOR", "code"), C("NOMBRE DEL INDICADOR", "name"), C("UNIDAD DE MEDIDA", "unit", unit), C("PERIODICIDAD", "frequency", {"Anual": "P1Y", "Trimestral": "P3M", "Semestral": "P6M", "Bienal": "P2Y"}), C("SENTIDO", "direction", {"Ascendente": "higher", "Descendente": "lower"}),
        C(("LINEA BASE", "VALOR"), "baseline"), C(("LINEA BASE", "AÑO"), None), C(("METAS", 2026), "target", by="2026"), C(("METAS", 2027), "target", by="2027"), C(("METAS", 2028), "target", by="2028"), C("MEDIO DE VERIFICACION", "source"), C("UNIDAD RESPONSABLE", "owner")], [
        ("Lectores", "L-01", "Personas que leen por gusto", "%", "Bienal", "Ascendente", P(47.5), 2024, P(49), P(50), P(52), "Encuesta nacional", "Estadística"),
        (None, "L-02", "Préstamos por cada 1.000 habitantes", "Por cada 1.000", "Anual", "Ascendente", 612, 2024, 640, 660, 690, "Sistema de bibliotecas", "Bibliotecas"),
        ("Bibliotecas", "B-01", "Bibliotecas con acceso a internet", "%", "Anual", "Ascendente", P(81), 2025, P(88), P(94), P(98), "Censo de bibliotecas", "Infraestructura"),
        (None, "B-02", "Días de entrega de un libro reservado", "Días", "Trimestral", "Descendente", 9.5, 2025, 8, 7, 6, "Sistema de bibliotecas", "Bibliotecas"),
        (None, "B-10", "Costo por visita", "$", "Anual", "Descendente", 34.2, 2024, 33, 32, 30, "Contabilidad", "Administración"),
        ("Escuelas", "E-01", "Clubes de lectura activos", "Número", "Semestral", "Ascendente", 1180, 2025, 1300, 1450, 1600, "Registro de clubes", "Fomento")])
    for m in b.measures:
        m.fields.pop("group")
        m.absent = []
    b.never("Lectores", "Bibliotecas", "Escuelas")


@book("clínica: semáforo en tres columnas con comparador y coma decimal, responsables por correo, metas en texto, fila de promedio", "es")
def es_clinica_semaforo(b):
    s = b.sheet("Semáforo")
    s.put("B1", "Clínica Santa Rosalía", "title")
    s.put("B2", "Comité de calidad", "note")
    b.table(s, "B4", [
        C("N.º", "code"), C("Indicador", "name"), C("Tendencia deseada", "direction", {"Aumentar": "higher", "Disminuir": "lower"}), C("Unidad", "unit", {"%": "percent", "min": "duration", "puntos": "score", "por 1.000": "rate", "h": "duration"}), C("Resultado 2025", "current", period="2025"), C("Meta 2026", "target", by="2026"),
        C(("Semaforización", "Verde"), "green"), C(("Semaforización", "Amarillo"), "amber"), C(("Semaforización", "Rojo"), None), C("Correo del responsable", "owner")], [
        ("01", "Pacientes satisfechos en consulta", "Aumentar", "%", X("86,5 %", 86.5), X("90,0 %", 90), X("≥ 88,0 %", 88), X("≥ 80,0 %", 80), "< 80,0 %", "calidad@rosalia.example"),
        ("02", "Espera para laboratorio", "Disminuir", "min", X("27,5", 27.5), X("20,0", 20), X("≤ 22,0", 22), X("≤ 30,0", 30), "> 30,0", "lab@rosalia.example"),
        ("03", "Caídas de pacientes", "Disminuir", "por 1.000", X("2,3", 2.3), X("1,5", 1.5), X("≤ 1,8", 1.8), X("≤ 2,5", 2.5), "> 2,5", "enfermeria@rosalia.example"),
        ("04", "Facilidad para pedir cita", "Aumentar", "puntos", X("5,4", 5.4), X("6,0", 6), X("≥ 5,8", 5.8), X("≥ 5,0", 5), "< 5,0", "citas@rosalia.example"),
        ("05", "Entrega de la historia clínica", "Disminuir", "h", X("36,0", 36), X("24,0", 24), X("≤ 24,0", 24), X("≤ 48,0", 48), "> 48,0", "archivo@rosalia.example")])
    s.rows("B12", [["(*) Por 1.000 días de estancia"], ["Fuente: sistema hospitalario"]], "note")
    b.never("(*) Por 1.000 días de estancia", "Fuente: sistema hospitalario", "Comité de calidad")


@book("caja rural: una hoja por perspectiva con portada, catálogos ocultos y control de cambios; miles de € y M€, códigos como números con formato", "es")
def es_caja_hojas_perspectiva(b):
    s = b.sheet("Portada")
    s.rows("C4", [["Caja Rural del Júcar"], ["Cuadro de mando integral 2026"], ["Dirección de Planificación"], ["Edición de febrero"]], "title")
    unit = {"%": "percent", "miles de €": ("currency", "EUR"), "M€": ("currency", "EUR", "M€"), "días": "duration", "número": "count", "puntos": "score", "horas": "duration"}
    often = {"Mensual": "P1M", "Trimestral": "P3M", "Anual": "P1Y", "Semestral": "P6M"}
    cols = [C("Cód.", "code", fmt="000"), C("Denominación", "name"), C("Concepto", "description"), C("Unidades", "unit", unit), C("Frecuencia de actualización", "frequency", often), C("Valor de partida (2025)", "baseline", period="2025"), C("Valor objetivo (2026)", "target", by="2026"), C("Área responsable", "owner")]
    data = {
        "Financiera": ("financial", [
            (X(1, "001"), "Margen por oficina", "Margen bruto medio de una oficina.", "miles de €", "Mensual", 612, 650, "Red de oficinas"),
            (X(2, "002"), "Saldo dudoso", "Créditos con más de noventa días de impago.", "M€", "Mensual", 24.6, 21, "Riesgos")]),
        "Clientes": ("customer", [
            (X(11, "011"), "Socios con banca móvil", "Socios que entran al menos una vez al mes.", "%", "Mensual", P(51), P(60), "Canales"),
            (X(12, "012"), "Recomendación neta", "Promotores menos detractores.", "puntos", "Semestral", 14, 25, "Marketing"),
            (X(13, "013"), "Reclamaciones", "Reclamaciones recibidas por cualquier vía.", "número", "Trimestral", 410, 320, "Atención al socio")]),
        "Procesos internos": ("process", [
            (X(21, "021"), "Días para conceder una hipoteca", "De la solicitud a la firma.", "días", "Mensual", 38, 28, "Admisión")]),
        "Aprendizaje y crecimiento": ("learning", [
            (X(31, "031"), "Horas de formación por empleado", "Horas presenciales y en línea.", "horas", "Anual", 26.5, 35, "Personas"),
            (X(32, "032"), "Plantilla que recomienda la caja", "Encuesta de clima.", "%", "Anual", P(58), P(65), "Personas")])}
    for name, (perspective, rows) in data.items():
        s = b.sheet(name)
        s.put("A1", "Cuadro de mando integral 2026", "title")
        b.table(s, "B3", cols, rows, perspective=perspective)
    s = b.sheet("Control de cambios")
    s.rows("A1", [["Versión", "Fecha", "Autor", "Cambio"], ["1.0", day(2025, 2, 3), "Planificación", "Primera edición"], ["1.1", day(2026, 2, 2), "Planificación", "Nuevas metas"]])
    s = b.sheet("Catálogos", "hidden")
    s.rows("A1", [["Unidades", "Frecuencia"], ["%", "Mensual"], ["días", "Trimestral"], ["M€", "Anual"]])
    b.never("1.0", "1.1", "Planificación", "Primera edición", "Nuevas metas", "%", "M€")


@book("organismo internacional: una fila por idioma, con el nombre del idioma escrito, dos filas por indicador, valores solo en la primera", "es", languages=["es", "en"], default=None)
def es_organismo_fila_por_idioma(b):
    s = b.sheet("Indicadores")
    s.put("A1", "Red Andina de Agua", "title")
    s.rows("A3", [["Clave", "Idioma", "Nombre del indicador", "Descripción", "Unidad de medida", "Periodicidad", "Responsable", "Meta 2027"]], "head")
    data = [
        ("RA-01", "percent", "P1Y", ("%", "Anual", "Secretaría técnica"), P(92), ("Hogares con agua segura", "Hogares con agua tratada en casa."), ("Households with safe water", "Homes with treated water indoors.")),
        ("RA-02", "duration", "P1M", ("Horas", "Mensual", "Operaciones"), 22, ("Horas de servicio al día", "Horas con presión suficiente."), ("Hours of service a day", "Hours with enough pressure.")),
        ("RA-03", "count", "P3M", ("Número", "Trimestral", "Atención"), 150, ("Reclamos por facturación", "Reclamos presentados por escrito."), ("Billing complaints", "Complaints filed in writing."))]
    r = 4
    for code, kind, often, (u, f, o), target, es, en in data:
        m = Measure(b, s, r, {"code": code, "name": {"es": es[0], "en": en[0]}, "description": {"es": es[1], "en": en[1]}, "unit.kind": kind, "frequency": often, "owner": o, "targets": [{"value": target.want if isinstance(target, X) else target, "by": "2027"}]})
        m.cells = {"code": "A%d" % r, "name": "C%d" % r, "description": "D%d" % r, "unit": "E%d" % r, "frequency": "F%d" % r, "owner": "G%d" % r, "targets": "H%d" % r}
        s.rows("A%d" % r, [[code, "Español", es[0], es[1], u, f, o, target], [code, "Inglés", en[0], en[1]]])
        r += 2
        b.measures.append(m)


@book("autoridad portuaria: plazos en texto que valen día-mes y mes-día, fecha desconocida como columna propia, un código repetido, signos + y -", "es")
def es_puerto_fechas_codigos(b):
    s = b.sheet("Muelles")
    s.put("A1", "Autoridad Portuaria de Levante", "title")
    b.table(s, "A3", [
        C("Ref. indicador", "code"), C("Métrica", "name"), C("Categoría", "group"), C("Polaridad", "direction", {"+": "higher", "-": "lower"}), C("Meta", "target"), C("Fecha límite", None), C("Inicio de la serie", "custom", fmt="dd/mm/yyyy"), C("Encargado", "owner")], [
        ("AP-1", "Horas de estancia de un buque", "Operación", "-", 18, "03/06/2026", day(2018, 1, 1), "Explotación"),
        ("AP-2", "Contenedores por hora de grúa", "Operación", "+", 31, "01/12/2026", day(2019, 5, 20), "Explotación"),
        ("AP-3", "Camiones atendidos en una hora", "Puertas", "+", P(88), "05/09/2026", day(2021, 3, 15), "Accesos"),
        ("AP-3", "Averías de básculas", "Puertas", "-", 12, "04/11/2026", None, "Mantenimiento"),
        ("AP-5", "Navieras que repiten escala", "Comercial", "+", P(76.5), "02/10/2026", day(2020, 2, 29), "Comercial")])
    b.finding(s, ["F%d" % r for r in range(3, 9)], "every date fits two orders")
    b.finding(s, ["A7", "A6"], "code AP-3 twice")
    b.never("Operación", "Puertas")


@book("colegio: fichas de dos en dos, cada una con marco, etiqueta encima de ninguna celda vacía, escala y umbrales en una línea", "es")
def es_colegio_fichas_dos_columnas(b):
    s = b.sheet("Fichas")
    s.put("A1", "Red de colegios Alameda", "title")
    cols = [C("Código:", "code"), C("Nombre del indicador:", "name"), C("Qué mide:", "description"), C("Fórmula de cálculo:", "formula"), C("Unidad de medida:", "unit", {"Porcentaje": "percent", "Puntos": "score", "Días": "duration", "Número": "count"}), C("Frecuencia de medición:", "frequency", {"Anual": "P1Y", "Trimestral": "P3M", "Mensual": "P1M", "Cada curso": None}),
            C("Comportamiento esperado:", "direction", {"Creciente": "higher", "Decreciente": "lower"}), C("Fuente de información:", "source"), C("Responsable del indicador:", "owner"), C("Línea base 2024:", "baseline", period="2024"), C("Meta 2026:", "target", by="2026"), C("Observaciones:", "notes")]
    cards = [
        ("CA-01", "Familias que recomiendan el colegio", "Familias con nota de nueve o diez.", ("Respuestas de 9 y 10 / Respuestas x 100", "a / b * 100"), "Porcentaje", "Anual", "Creciente", "Encuesta de mayo", "Dirección", P(57), P(65), None),
        ("CA-02", "Ausencias sin aviso", "Faltas de asistencia no comunicadas.", ("Ausencias sin aviso / Jornadas x 100", "a / b * 100"), "Porcentaje", "Mensual", "Decreciente", "Plataforma escolar", "Jefatura de estudios", P(2.8), P(1.5), "Solo secundaria"),
        ("CA-03", "Días hasta responder a una familia", "Días entre el mensaje y la respuesta.", "Promedio de los días", "Días", "Trimestral", "Decreciente", "Plataforma escolar", "Secretaría", 3.5, 1, None),
        ("CA-04", "Clima de aula", "Media de la encuesta a alumnos, de 1 a 5.", ("Suma de puntos / Número de respuestas", "a / b"), "Puntos", "Trimestral", "Creciente", "Encuesta de aula", "Orientación", 3.7, 4.2, "Anónima")]
    for i in range(0, 4, 2):
        top = 3 + (i // 2) * (len(cols) + 1)
        b.card(s, "A%d" % top, cols, cards[i])
        b.card(s, "D%d" % top, cols, cards[i + 1])


@book("presupuesto de un festival: partidas, importes y desviación, ningún indicador", "es", default=None)
def es_neg_presupuesto(b):
    s = b.sheet("Presupuesto 2026")
    s.put("A1", "Festival de la Ribera: presupuesto", "title")
    s.rows("A3", [["Partida", "Capítulo", "Presupuestado", "Ejecutado", "Desviación"],
                  ["Alquiler de escenarios", "Producción", 42000, 39800, X(-2200, formula="=D4-C4")], ["Cachés", "Artístico", 118000, 121500, X(3500, formula="=D5-C5")], ["Seguridad", "Producción", 26500, 26500, X(0, formula="=D6-C6")],
                  ["Imprenta", "Difusión", 7800, 6950, X(-850, formula="=D7-C7")], ["Total", None, X(194300, formula="=SUM(C4:C7)"), X(194750, formula="=SUM(D4:D7)"), X(450, formula="=SUM(E4:E7)")]])
    b.never("Alquiler de escenarios", "Cachés", "Seguridad", "Imprenta", "Total")


@book("aseguradora: definiciones entre tablero, datos mensuales y glosario; cabecera repetida con número de página; umbrales en una celda; el mismo nombre en dos ramos", "es")
def es_aseguradora_paginas(b):
    s = b.sheet("Tablero")
    s.rows("B2", [["Pólizas renovadas", None, "Siniestros pendientes"], [X(0.87, fmt="0%"), None, 1240], ["▲ 2 p. p.", None, "▼ 90"]], "title")
    s = b.sheet("Definiciones")
    s.put("A1", "Seguros Meridiano", "title")
    often = {"Mensual": "P1M", "Trimestral": "P3M", "Semanal": "P1W"}
    cols = [C("ID", "code"), C("Indicador", "name"), C("Ámbito", "group"), C("Método de cálculo", "formula"), C("Sentido esperado", "direction", {"Mayor es mejor": "higher", "Menor es mejor": "lower"}), C("Unidad", "unit", {"%": "percent", "Días": "duration", "€": ("currency", "EUR")}), C("Cadencia", "frequency", often), C("Umbrales", "rag"), C("Meta", "target"), C("Dueño", "owner")]
    b.table(s, "A3", cols, [
        ("SM-01", "Pólizas renovadas", "Autos", ("Pólizas renovadas / Pólizas vencidas × 100", "a / b * 100"), "Mayor es mejor", "%", "Mensual", X("verde ≥ 88; amarillo 82-88; rojo < 82", [88, 82]), 90, "Cartera autos"),
        ("SM-02", "Días de pago de un siniestro", "Autos", "Mediana de los días", "Menor es mejor", "Días", "Semanal", X("Verde: <= 15 / Amarillo: 15-25 / Rojo: > 25", [15, 25]), 12, "Siniestros"),
        Line("Página 1 de 2", style="note"), HEAD,
        ("SM-03", "Pólizas renovadas", "Hogar", ("Pólizas renovadas / Pólizas vencidas × 100", "a / b * 100"), "Mayor es mejor", "%", "Mensual", X("verde ≥ 92; amarillo 88-92; rojo < 88", [92, 88]), 93.5, "Cartera hogar"),
        ("SM-04", "Prima media", "Hogar", ("Primas emitidas dividido entre Pólizas", "a / b"), "Mayor es mejor", "€", "Trimestral", X("Verde: >= 260 / Amarillo: 240-260 / Rojo: < 240", [260, 240]), 275, "Actuarial"),
        Line("Página 2 de 2", style="note")])
    s = b.sheet("Datos 2025")
    s.rows("A1", [["Mes", "Ramo", "Pólizas", "Siniestros", "Primas"]])
    for i in range(12):
        s.rows("A%d" % (2 + i), [[day(2025, i + 1, 1), "Autos" if i % 2 else "Hogar", 8100 + 37 * i, 410 + 11 * (i % 4), 1250000 + 9000 * i]])
    s = b.sheet("Glosario")
    s.rows("A1", [["Término", "Significado"], ["Prima", "Precio del seguro"], ["Ramo", "Clase de seguro"]])
    b.never("Página 1 de 2", "Página 2 de 2", "Siniestros pendientes", "Prima", "Ramo", "Indicador")


# ================================================================== headings and rows the rules only touch
# ================================================================== extra, English
@book("charity in plain speech: headings as questions and clauses, none of the usual nouns", "en", title="How we know we are doing well")
def en_x_plain_speech(b):
    s = b.sheet("What we track")
    s.put("A1", "How we know we are doing well", "title")
    b.table(s, "A3", [
        C("What we measure", "name"), C("Why it matters", "rationale"), C("How we work it out", "formula"), C("How often we look", "frequency", {"Every month": "P1M", "Every quarter": "P3M", "Once a year": "P1Y"}), C("Where the data comes from", "source"), C("Who looks after it", "owner"),
        C("Where we started (2024)", "baseline", period="2024"), C("Where we are now", "current"), C("Where we want to be by end of 2026", "target", by="2026"), C("Is up good?", None)], [
        ("Young people who found a job", "It is why we exist.", ("Young people in work / Young people who left the programme x 100", "a / b * 100"), "Every quarter", "Casework system", "Programme Manager", 41, 47, 55, "yes"),
        ("Weeks on the waiting list", "People give up.", "Mean number of weeks", "Every month", "Referral log", "Intake Worker", 9.5, 8, 5, "no"),
        ("Mentors who stay a year", "Trust takes time.", ("Mentors after a year / Mentors who started x 100", "a / b * 100"), "Once a year", "Mentor file", "Volunteer Lead", 62, 66, 75, "yes"),
        ("Young people who feel listened to", "They told us so.", ("Yes answers / Answers x 100", "a / b * 100"), "Every quarter", "Feedback cards", "Programme Manager", 78, 83, 90, "yes")])


@book("quarters over pairs of Target and Actual, year target at the end", "en")
def en_x_quarter_pairs(b):
    s = b.sheet("2026")
    s.put("A1", "Delmont Hotels", "title")
    b.table(s, "A3", [
        C("KPI", "name"), C("Owner", "owner"), C("Unit", "unit", {"%": "percent", "USD": ("currency", "USD"), "min": "duration", "score": "score"}), C(("Q1 2026", "Target"), "target", by="2026-Q1"), C(("Q1 2026", "Actual"), None), C(("Q2 2026", "Target"), "target", by="2026-Q2"), C(("Q2 2026", "Actual"), None),
        C(("Q3 2026", "Target"), "target", by="2026-Q3"), C(("Q3 2026", "Actual"), None)], [
        ("Guest satisfaction", "Guest Relations", "%", P(86), S(0.85, "0%"), P(87), None, P(88)), ("Revenue per available room", "Revenue Manager", "USD", 112, S(109.5), 134, None, 151),
        ("Minutes to check in", "Front Office", "min", 6, S(7.2), 5.5, None, 5), ("Online rating", "Marketing", "score", 4.4, S(4.3), 4.4, None, 4.5)])


@book("a row of hints under the header, required marks, numbered columns", "en")
def en_x_hint_row(b):
    s = b.sheet("Template")
    s.put("A1", "KPI template, Ministry of Works", "title")
    b.table(s, "A3", [C("1. KPI name*", "name"), C("2. Definition*", "description"), C("3. Unit*", "unit", {"%": "percent", "Days": "duration", "#": "count"}), C("4. Frequency", "frequency", {"Monthly": "P1M", "Quarterly": "P3M"}), C("5. Owner*", "owner"), C("6. Target 2027", "target", by="2027")], [
        Line("(short title)", "(one sentence)", "(choose from list)", "(choose from list)", "(job title)", "(number)", style="note"),
        ("Roads in good condition", "Kilometres rated good in the yearly survey.", "%", "Quarterly", "Chief Engineer", 72), ("Permits issued on time", "Permits within twenty working days.", "%", "Monthly", "Permits Officer", 90),
        ("Days to clear a blocked drain", "From report to clearance.", "Days", "Monthly", "Drainage Lead", 3), ("Bridge inspections", "Inspections done in the period.", "#", "Quarterly", "Bridges Lead", 140)])


@book("outline numbering: group rows with a number and a bold name, measures below them, subtotals of weights", "en")
def en_x_outline(b):
    s = b.sheet("Scorecard")
    s.put("A1", "Kestrel Insurance scorecard", "title")
    b.table(s, "A3", [C("No.", "code"), C("Measure", "name"), C("Unit of measure", "unit", {"%": "percent", "#": "count", "days": "duration"}), C("Weight", "weight", fmt="0%"), C("Baseline", "baseline"), C("Target", "target"), C("Responsible", "owner")], [
        Line("1", "Policyholders"),
        ("1.1", "Policies renewed", "%", 0.2, P(84), P(88), "Head of Retention"), ("1.2", "Calls answered first time", "%", 0.15, P(71), P(80), "Contact Centre"), ("1.10", "Complaints to the ombudsman", "#", 0.1, 44, 30, "Compliance"),
        Line("2", "Claims"),
        ("2.1", "Days to settle", "days", 0.3, 21, 15, "Claims Director"), ("2.2", "Claims reopened", "%", 0.25, P(7.5), P(5), "Claims Director"),
        Line(None, "Total", None, X(1, fmt="0%", formula="=SUM(D5:D10)"))])
    b.never("Policyholders", "Claims")


@book("targets written freely: comparators, ranges, percent by year, words without number", "en")
def en_x_free_targets(b):
    s = b.sheet("KPIs")
    b.table(s, "B2", [C("Metric name", "name"), C("Polarity", "direction", {"Higher is better": "higher", "Lower is better": "lower", "Within range": "range"}), C("UoM", "unit", {"%": "percent", "h": "duration", "£": ("currency", "GBP"), "#": "count"}), C("Current value", "current"), C("Target value", "target"), C("Metric owner", "owner")], [
        ("Orders shipped the same day", "Higher is better", "%", X("91%", 91), X(">= 95%", 95), "Warehouse"), ("Hours of downtime", "Lower is better", "h", X("6.5", 6.5), X("< 4", 4), "IT"), ("Stock cover in days of sale", "Within range", "#", X("41", 41), X("30 - 35", [30, 35]), "Planning"),
        ("Average order value", "Higher is better", "£", X("£48.20", 48.2), X("£52.00", 52), "Marketing"), ("Parcels lost", "Lower is better", "#", X("1,250", 1250), X("900", 900), "Carrier Manager")])


# ================================================================== extra, French
@book("ligne de numéros de colonnes sous l'en-tête, cible en pour cent dans le titre, date de la situation initiale dans le titre", "fr")
def fr_x_numeros_de_colonnes(b):
    s = b.sheet("Annexe 3")
    s.put("A1", "Contrat d'objectifs 2026-2028", "title")
    s.put("A2", "Annexe 3", "note")
    b.table(s, "A4", [C("N°", "code"), C("Indicateur", "name"), C("Mode de calcul", "formula"), C("Périodicité de calcul", "frequency", {"Annuelle": "P1Y", "Mensuelle": "P1M"}), C("Service pilote", "owner"), C("Situation initiale au 31/12/2025 (%)", "baseline"), C("Cible 2028 (%)", "target", by="2028")], [
        Line("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", style="note"),
        ("I-1", "Usagers satisfaits", ("Usagers satisfaits / Usagers interrogés × 100", "a / b * 100"), "Annuelle", "Qualité", 74, 82), ("I-2", "Dossiers complets au premier dépôt", ("Dossiers complets / Dossiers déposés × 100", "a / b * 100"), "Mensuelle", "Guichet", 61.5, 75),
        ("I-3", "Appels aboutis", ("Appels décrochés / Appels reçus × 100", "a / b * 100"), "Mensuelle", "Plateau téléphonique", 83, 90), ("I-4", "Agents formés à l'accueil", ("Agents formés / Agents × 100", "a / b * 100"), "Annuelle", "Ressources humaines", 40, 80)], **{"unit.kind": "percent"})


@book("numérateur et dénominateur sur deux lignes, le reste en cellules unies en vertical", "fr")
def fr_x_deux_lignes_par_indicateur(b):
    s = b.sheet("Indicateurs LOLF")
    s.put("A1", "Programme 214 : performance", "title")
    heads = ["Code", "Indicateur", "Terme", "Données utilisées", "Unité", "Périodicité", "Cible 2026", "Responsable"]
    s.rows("A3", [heads], "head")
    r = 4
    for code, name, n, d, per, freq, target, owner in (
        ("214-1", "Dossiers traités en trente jours", "Dossiers traités en trente jours dans l'année", "Dossiers clos", "Annuelle", "P1Y", 88, "Bureau des dossiers"),
        ("214-2", "Usagers satisfaits du site", "Réponses satisfaites", "Réponses valides", "Semestrielle", "P6M", 80, "Mission numérique"),
        ("214-3", "Courriels laissés sans réponse", "Courriels sans réponse à dix jours", "Courriels reçus", "Mensuelle", "P1M", 4.5, "Accueil central")):
        s.rows("A%d" % r, [[code, name, "Numérateur", n, "%", per, target, owner], [None, None, "Dénominateur", d]])
        for c in "ABEFGH":
            s.merge("%s%d:%s%d" % (c, r, c, r + 1))
        m = Measure(b, s, r, {"code": code, "name": {"fr": name}, "unit.kind": "percent", "frequency": freq, "targets": [{"value": target, "by": "2026"}], "owner": owner})
        m.cells = {"code": "A%d" % r, "name": "B%d" % r, "unit": "E%d" % r, "frequency": "F%d" % r, "targets": "G%d" % r, "owner": "H%d" % r}
        b.measures.append(m)
        r += 2
    b.never("Dénominateur", "Numérateur")


@book("deux colonnes seulement, nom et définition sans formule ni autre champ, titres ordinaires", "fr")
def fr_x_deux_colonnes(b):
    s = b.sheet("Lexique des indicateurs")
    s.put("A1", "Lexique des indicateurs de la métropole", "title")
    b.table(s, "A3", [C("Indicateur", "name"), C("Définition", "description")], [
        ("Taux d'occupation des crèches", "Places occupées rapportées aux places ouvertes."), ("Délai d'instruction des permis", "Jours entre le dépôt et la décision."), ("Part modale du vélo", "Trajets faits à vélo sur l'ensemble des trajets."),
        ("Fréquentation des piscines", "Entrées payantes et gratuites de l'année."), ("Réclamations sur la propreté", "Réclamations reçues par le centre d'appels.")])


@book("têtes parlantes avec apostrophes, abréviations et retour à la ligne, sens par flèches, cible et échéance dans une même cellule de titre", "fr")
def fr_x_tetes_libres(b):
    s = b.sheet("TdB")
    s.put("A2", "Clinique vétérinaire du Parc : tableau de bord", "title")
    b.table(s, "A4", [C("Ce que l'on suit", "name"), C("Pourquoi", "rationale"), C("Comment on le\ncalcule", "formula"), C("U.", "unit", {"%": "percent", "€": ("currency", "EUR"), "min": "duration"}), C("À quel rythme", "frequency", {"Chaque mois": "P1M", "Chaque semaine": "P1W"}), C("Bon sens", "direction", {"↗": "higher", "↘": "lower"}),
                      C("Qui s'en occupe", "owner"), C("Valeur en 2025", "current", period="2025"), C("Cible à fin 2026", "target", by="2026")], [
        ("Clients qui reviennent dans l'année", "Un client fidèle coûte moins cher.", ("Clients revenus / Clients × 100", "a / b * 100"), "%", "Chaque mois", "↗", "Accueil", P(58), P(65)), ("Dépense par visite", "Elle paie le matériel.", ("Recettes / Visites", "a / b"), "€", "Chaque semaine", "↗", "Gérante", 61.5, 66),
        ("Attente en salle", "Les animaux s'énervent.", "Moyenne des attentes", "min", "Chaque semaine", "↘", "Accueil", 18, 12)])


# ================================================================== extra, Italian
@book("solo denominazione e descrizione con codice, titoli comuni, senza altro", "it")
def it_x_codice_nome_descrizione(b):
    s = b.sheet("Elenco indicatori")
    s.put("A1", "Elenco degli indicatori di qualità", "title")
    b.table(s, "A3", [C("Cod.", "code"), C("Denominazione", "name"), C("Descrizione", "description")], [
        ("Q1", "Reclami risolti al primo contatto", "Reclami chiusi senza un secondo contatto."), ("Q2", "Tempo medio di risposta", "Ore fra richiesta e risposta."), ("Q3", "Clienti che rinnovano", "Contratti rinnovati alla scadenza."), ("Q4", "Voto medio del servizio", "Voto da uno a dieci."), ("Q5", "Quota di pratiche digitali", "Pratiche avviate dal portale.")])


@book("riga con i numeri di colonna, pesi in numeri interi con simbolo nel titolo, baseline con data nel titolo, target in testo con simbolo", "it")
def it_x_pesi_e_date(b):
    s = b.sheet("Obiettivi dirigenti")
    s.put("A1", "Unione dei comuni Valfredda: obiettivi 2026", "title")
    b.table(s, "A3", [C("N.", "code"), C("Indicatore di risultato", "name"), C("U.M.", "unit", {"%": "percent", "gg": "duration", "€": ("currency", "EUR"), "n.": "count"}), C("Peso (%)", "weight"), C("Valore al 31/12/2025", "current"), C("Target 2026", "target", by="2026"), C("Dirigente responsabile", "owner"), C("Fonte", "source")], [
        Line("(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", style="note"),
        ("1", "Pagamenti entro trenta giorni", "%", X(30, 0.3), X("87,5%", 87.5), X("95,0%", 95), "Bianchi", "Ragioneria"), ("2", "Giorni per una carta d'identità", "gg", X(25, 0.25), X("12,0", 12), X("7,0", 7), "Neri", "Anagrafe"),
        ("3", "Spesa energetica degli edifici", "€", X(25, 0.25), X("184.300,0", 184300), X("165.000,0", 165000), "Rossi", "Ufficio tecnico"), ("4", "Segnalazioni chiuse", "n.", X(20, 0.2), X("640,0", 640), X("720,0", 720), "Neri", "URP")])


@book("schede una sotto l'altra con etichette proprie, separate da una riga colorata, valori in celle unite", "it")
def it_x_schede_etichette_libere(b):
    s = b.sheet("Schede KPI")
    s.put("A1", "Cantina sociale Monterosso", "title")
    cols = [C("KPI n.", "code"), C("Titolo del KPI", "name"), C("Che cosa misura", "description"), C("Come si calcola", "formula"), C("Si esprime in", "unit", {"%": "percent", "€": ("currency", "EUR"), "giorni": "duration"}), C("Si rileva ogni", "frequency", {"mese": "P1M", "trimestre": "P3M", "anno": "P1Y"}), C("Dati presi da", "source"), C("Chi ne risponde", "owner"), C("Partenza 2024", "baseline", period="2024"), C("Traguardo 2026", "target", by="2026")]
    top = 3
    for values in (
        ("1", "Bottiglie vendute in cantina", "Quota venduta direttamente ai visitatori.", ("Bottiglie vendute in cantina / Bottiglie vendute × 100", "a / b * 100"), "%", "mese", "cassa", "Accoglienza", P(12), P(18)),
        ("2", "Spesa del visitatore", "Spesa media per visita con degustazione.", ("Incasso / Visite", "a / b"), "€", "mese", "cassa", "Accoglienza", 34.5, 40),
        ("3", "Giorni per evadere un ordine", "Giorni fra ordine e partenza.", "Mediana dei giorni", "giorni", "trimestre", "gestionale", "Magazzino", 6, 3)):
        end = b.card(s, "A%d" % top, cols, values)
        for r in range(top, end):
            s.merge("B%d:E%d" % (r, r))
        top = end + 1


# ================================================================== extra, German
@book("freie Köpfe mit Nebensätzen und Abkürzungen, Zielwert mit Zeitpunkt im Kopf, Spaltennummern darunter", "de")
def de_x_freie_koepfe(b):
    s = b.sheet("Steuerung")
    s.put("A1", "Tafelverband Rheinland: Steuerungsblatt", "title")
    b.table(s, "A3", [C("Was wir messen", "name"), C("Warum wir es messen", "rationale"), C("So wird gerechnet", "formula"), C("Einh.", "unit", {"%": "percent", "t": None, "Tage": "duration", "Anz.": "count"}), C("Wie oft", "frequency", {"monatlich": "P1M", "jährlich": "P1Y", "wöchentlich": "P1W"}), C("Woher die Daten kommen", "source"), C("Wer zuständig ist", "owner"), C("Stand Ende 2025", "current"), C("Ziel bis Ende 2026", "target", by="2026")], [
        ("Haushalte mit Ausweis", "Daran hängt die Planung.", "Anzahl der gültigen Ausweise", "Anz.", "monatlich", "Ausweisdatei", "Ausgabestellen", 5200, 5800), ("Gerettete Lebensmittel", "Dafür gibt es uns.", "Summe der Lieferscheine", "t", "wöchentlich", "Lieferscheine", "Logistik", 910, 1000),
        ("Helfende nach einem Jahr", "Einarbeitung kostet Kraft.", ("Verbliebene / Neue × 100", "a / b * 100"), "%", "jährlich", "Helferliste", "Ehrenamt", 57, 65)])


@book("nur Bezeichnung und Definition, mit Gliederungszeilen und Nummern", "de")
def de_x_verzeichnis(b):
    s = b.sheet("Kennzahlenverzeichnis")
    s.put("A1", "Kennzahlenverzeichnis der Stadtbibliotheken", "title")
    b.table(s, "A3", [C("Nr.", "code"), C("Bezeichnung", "name"), C("Definition", "description")], [
        Band("Bestand", merge=True), ("1.1", "Erneuerungsquote", "Zugänge bezogen auf den Bestand."), ("1.2", "Umsatz des Bestands", "Entleihungen je Medium."),
        Band("Besuch", merge=True), ("2.1", "Besuche je Öffnungsstunde", "Besuche geteilt durch Öffnungsstunden."), ("2.2", "Aktive Nutzende", "Personen mit mindestens einer Entleihung."), ("2.10", "Zufriedenheit der Nutzenden", "Mittlere Note der Befragung.")])


@book("Halbjahre über Paaren Soll und Ist", "de")
def de_x_halbjahre(b):
    s = b.sheet("Soll-Ist")
    s.put("A1", "Wohnbau Lahntal eG", "title")
    b.table(s, "A3", [C("Kennzahl", "name"), C("Einheit", "unit", {"%": "percent", "Tage": "duration", "€": ("currency", "EUR")}), C("Verantwortung", "owner"), C((2025, "Soll"), "target", by="2025"), C((2025, "Ist"), None), C((2026, "Soll"), "target", by="2026"), C((2026, "Ist"), None), C((2027, "Soll"), "target", by="2027")], [
        ("Leerstand", "%", "Vermietung", P(3), S(0.034, "0.0%"), P(2.5), S(0.028, "0.0%"), P(2)), ("Tage bis zur Wiedervermietung", "Tage", "Vermietung", 30, S(36), 25, S(29), 21), ("Instandhaltung je m²", "€", "Technik", 24.5, S(23.9), 26, S(25.1), 27)])


@book("Kennzahlen in Spalten, Merkmale in Zeilen, mit Einheit im Namen und Ampelgrenzen als Zeilen", "de")
def de_x_quer_mit_ampel(b):
    s = b.sheet("Quertabelle")
    s.put("A1", "Bäderbetriebe Nordstadt", "title")
    cols = [C("Kennzahl", "name"), C("Definition", "description"), C("Einheit", "unit", {"%": "percent", "€": ("currency", "EUR"), "Min.": "duration"}), C("Turnus", "frequency", {"monatlich": "P1M", "täglich": "P1D"}), C("Richtung", "direction", {"maximieren": "higher", "minimieren": "lower"}), C("Zielwert 2026", "target", by="2026"), C("Grün ab", "green"), C("Gelb ab", "amber"), C("Verantwortlich", "owner")]
    b.across(s, "A3", cols, [("Auslastung der Becken", "Belegte Bahnstunden bezogen auf alle.", "%", "monatlich", "maximieren", 72, 70, 60, "Badleitung"), ("Zuschuss je Besuch", "Fehlbetrag geteilt durch Besuche.", "€", "monatlich", "minimieren", 5.4, 5.6, 6.5, "Kaufm. Leitung"), ("Wartezeit an der Kasse", "Mittlere Wartezeit.", "Min.", "täglich", "minimieren", 4, 5, 8, "Badleitung")])


# ================================================================== extra, Spanish
@book("título del indicador con otras palabras: Qué queremos saber, Cómo se calcula, De dónde sale, Quién responde", "es")
def es_x_palabras_llanas(b):
    s = b.sheet("Seguimiento")
    s.put("A1", "Cooperativa de cacao Río Claro", "title")
    b.table(s, "A3", [C("Qué medimos", "name"), C("Por qué", "rationale"), C("Cómo se calcula", "formula"), C("Unid.", "unit", {"%": "percent", "$/qq": None, "días": "duration", "n.º": "count"}), C("Cada cuánto", "frequency", {"Cada mes": "P1M", "Cada año": "P1Y", "Cada trimestre": "P3M"}), C("De dónde sale el dato", "source"), C("Quién responde", "owner"), C("Valor en 2025", "current", period="2025"), C("Meta para 2026", "target", by="2026")], [
        ("Socios que entregan toda la cosecha", "Sin cacao no hay contrato.", ("Socios fieles / Socios × 100", "a / b * 100"), "%", "Cada año", "Libro de acopio", "Acopio", P(63), P(75)), ("Días hasta el pago", "El socio espera.", "Promedio de los días", "días", "Cada mes", "Contabilidad", "Finanzas", 14, 7),
        ("Lotes rechazados", "El cliente se va.", "Conteo de lotes rechazados", "n.º", "Cada trimestre", "Laboratorio", "Calidad", 9, 4)])


@book("matriz de marco lógico: nivel en columna combinada, fila con números de columna, subtotal de pesos", "es")
def es_x_marco_logico(b):
    s = b.sheet("Marco lógico")
    s.put("A1", "Proyecto Agua para la Sierra: marco lógico", "title")
    b.table(s, "A3", [C("Nivel", None), C("Indicador", "name"), C("Unidad", "unit", {"%": "percent", "Hogares": None, "Días": "duration"}), C("Línea base (2024)", "baseline", period="2024"), C("Meta final (2028)", "target", by="2028"), C("Fuente de verificación", "source"), C("Supuestos", "custom"), C("Peso (%)", "weight")], [
        Line("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", style="note"),
        ("Fin", "Niños con diarrea en el último mes", "%", P(21), P(10), "Encuesta de hogares", "Sin sequía grave", X(40, 0.4)), ("Propósito", "Hogares con agua doce horas al día", "Hogares", 1450, 4200, "Padrón de usuarios", "Las juntas siguen activas", X(30, 0.3)),
        ("Componente", "Sistemas reparados en plazo", "%", P(35), P(90), "Actas de obra", "Hay repuestos", X(20, 0.2)), ("Componente", "Días para reparar una fuga", "Días", 12, 3, "Libro de incidencias", "Hay repuestos", X(10, 0.1)),
        Line(None, "Suma", None, None, None, None, None, X(100, formula="=SUM(H5:H8)"))])


@book("solo clave, nombre y descripción; metas en otra hoja por clave", "es")
def es_x_dos_hojas_por_clave(b):
    s = b.sheet("Indicadores")
    rows = [("T-1", "Turistas que repiten", "Turistas con otra visita en tres años.", P(38)), ("T-2", "Gasto por día", "Gasto medio por persona y día.", 96), ("T-3", "Noches por estancia", "Noches medias por viajero.", 3.4), ("T-4", "Quejas en la oficina", "Quejas por escrito.", 55)]
    b.table(s, "A1", [C("Clave", "code"), C("Indicador", "name"), C("Descripción", "description")], [r[:3] for r in rows])


if __name__ == "__main__":
    args = sys.argv[1:]
    only = ()
    if "--only" in args:
        i = args.index("--only")
        only = tuple(args[i + 1].split(","))
        del args[i:i + 2]
    make(args[0] if args else os.path.dirname(os.path.abspath(__file__)), only)
    print("%d workbooks" % (len(only) or len(make_books.BOOKS)))
