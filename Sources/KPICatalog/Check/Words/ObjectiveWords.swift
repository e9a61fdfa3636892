/// Words of objectives: those that say nothing of their own, and those of the first person.
///
/// Folded: small letters without accents. See ``WordPattern`` for the marks.
enum ObjectiveWords {
  /// What everybody wants.
  static let generic = WordLists(
    en:
      "retain*;retention;keep;keeps;keeping;increas*;improv*;grow;grows;growing;growth;more;longer"
      + ";better;best;higher;high;good;great;greater;excellen*;maximi*;enhanc*;boost*;raise;raising"
      + ";strengthen*;build;building;develop;developing;maintain*;ensure;ensuring;deliver;delivers"
      + ";delivering;provide*;providing;offer;offers;offering;achiev*;creat*;gain;gaining;win"
      + ";winning;attract*;acquir*;get;have;having;make;making;be;become;becoming;satisf*;customer*"
      + ";client*;user*;consumer*;people;member*;citizen*;resident*;student*;donor*;loyal*;quality"
      + ";service*;product*;value;safe;safer;safety;secure;experience*;happy;happier;happiness"
      + ";delight*;number;rate;rates;level;levels;share;market;sales;revenue;base;place;learn"
      + ";learning;new;existing;current;most;overall;efficien*;effective*;leading;leader;premium"
      + ";superior;exceed*;expectation*;meet;meeting;need;needs;focus*;centric;relation*;engage*"
      + ";trust;reduc*;decreas*;churn;complaint*;company;organisation;organization;business"
      + ";performance;result*;term;year*;percent;rating*;score*;nps;csat;continu*;highly;very;first"
      + ";choice;long;lasting;preferred;class",
    fr: "fidelis*;retenir;retention;garder;conserver;augment*;accroitre;accroissement;amelior*;plus"
      + ";davantage;longtemps;mieux;meilleur*;maximis*;renforc*;develop*;mainten*;assur*;garantir"
      + ";garantie;offrir;offre;fournir;proposer;atteindre;creer;gagner;attirer;acquerir;acquisition"
      + ";conquerir;conquete;avoir;etre;devenir;satisf*;client*;clientele;usager*;utilisateur*"
      + ";adherent*;citoyen*;habitant*;eleve*;loyaute;fidelite;qualite;service*;produit*;valeur"
      + ";securite;sur;sure;surs;experience*;heureux;content*;nombre;taux;niveau*;part;marche;ventes"
      + ";chiffre;affaires;base;lieu;endroit;apprendre;apprentissage;nouveau*;nouvelle*;existant*"
      + ";actuel*;excellen*;bon;bons;bonne*;leader;premier*;depasser;attentes;besoins;repondre"
      + ";confiance;relation*;engagement;reduire;reduction;diminuer;attrition;reclamation*;plainte*"
      + ";entreprise;organisation;performance*;resultat*;terme;croissance;croitre;score*;note"
      + ";haut;haute;elevee;eleve;tres;an;ans;annee",
    it:
      "fidelizz*;trattenere;mantenere;conservare;aument*;accresc*;increment*;miglior*;piu;maggior*"
      + ";meglio;massimizz*;rafforz*;svilupp*;garantire;assicurare;offrire;fornire;raggiung*;creare"
      + ";ottenere;attrarre;attirare;acquisi*;avere;essere;diventare;soddisf*;client*;clientela"
      + ";utent*;utenti;cittadin*;soci;socio;student*;fedelta;lealta;qualita;serviz*;prodott*;valore"
      + ";sicur*;esperienz*;felic*;content*;numero;tasso;livell*;quota;mercato;vendit*;fatturato"
      + ";ricav*;base;luogo;posto;apprend*;imparare;nuov*;esistent*;attual*;eccellen*;buon*;leader"
      + ";superare;aspettativ*;bisogn*;esigenz*;fiducia;relazion*;ridurre;riduzione;diminuire"
      + ";abbandon*;reclam*;aziend*;organizzazion*;prestazion*;risultat*;termine;crescita;crescere"
      + ";punteggio;alto;alta;elevat*;lungo;molto;tempo;anno;anni",
    de: "kund*;bindung;binden;halten;behalten;steiger*;erhoh*;verbesser*;mehr;langer;besser*;beste*"
      + ";maximier*;starke*;starken;ausbau*;entwickel*;sicher*;sicherheit;gewahrleist*;bieten;liefern"
      + ";erreich*;schaff*;gewinn*;haben;sein;werden;zufrieden*;nutzer*;mitglied*;burger*;schuler*"
      + ";spender*;treue;loyal*;qualitat*;service*;dienstleistung*;produkt*;wert;erlebnis*"
      + ";erfahrung*;glucklich*;anzahl;zahl;quote;rate;niveau;anteil;markt*;umsatz*;verkauf*;ort"
      + ";lernen;lernort;neu*;bestehend*;exzellen*;gut;gute*;fuhrend*;erwartung*;ubertreffen;erfull*"
      + ";bedurfnis*;vertrauen;beziehung*;reduzier*;senk*;verringer*;abwanderung*;beschwerd*"
      + ";unternehmen*;organisation;leistung*;ergebnis*;langfristig*;wachs*;hoch;hohe*;hoher;sehr;jahr*",
    es:
      "fideliz*;retener;retencion;mantener;conservar;aument*;increment*;mejor*;mas;mayor*;maximiz*"
      + ";fortalec*;desarroll*;asegur*;garantiz*;ofrecer;brindar;proporcionar;alcanz*;lograr;crear"
      + ";ganar;atraer;adquirir;captar;tener;ser;satisf*;client*;usuari*;ciudadan*;soci*;alumn*"
      + ";estudiant*;lealtad;fidelidad;calidad;servici*;product*;valor;segur*;experienci*;feliz"
      + ";felic*;content*;numero;tasa;nivel*;cuota;mercado;venta*;ingreso*;base;lugar;sitio;aprend*"
      + ";nuev*;existent*;actual*;excelen*;buen*;lider*;superar;expectativa*;necesidad*;confianza"
      + ";relacion*;reduc*;disminuir;abandono;queja*;reclam*;empresa*;organizacion*;desempen*"
      + ";resultado*;plazo;crec*;alto;alta;elevad*;largo;muy;tiempo;ano;anos")

  /// Small words that carry no meaning of their own.
  static let small = WordLists(
    en:
      "a;an;the;of;to;for;and;or;our;their;your;its;in;on;with;by;from;at;as;that;this;these;we;us"
      + ";they;them;it;is;are;will;through;into;per;up;than;who;which;what;so;all;every;each;across",
    fr: "un;une;le;la;les;l;de;du;des;d;a;au;aux;pour;et;ou;notre;nos;leur;leurs;votre;vos;son;sa"
      + ";ses;en;dans;avec;par;sur;que;qui;ce;cette;ces;nous;ils;elles;est;sont;se;s;tous;toutes"
      + ";tout;toute;chaque;n;ne;pas",
    it: "un;uno;una;il;lo;la;i;gli;le;l;di;del;della;dei;degli;delle;dello;dell;a;al;alla;ai;agli"
      + ";alle;all;per;e;ed;o;nostro;nostra;nostri;nostre;loro;vostro;in;nel;nella;nei;con;da;dal"
      + ";dalla;su;sul;sulla;che;chi;questo;questa;ci;noi;sono;si;cui;dove;ogni;tutti;tutte;tutto;tutta;d",
    de:
      "ein;eine;einen;einem;einer;eines;der;die;das;den;dem;des;zu;zur;zum;fur;und;oder;unser*;ihr"
      + ";ihre;ihren;in;im;mit;von;vom;auf;an;am;als;dass;diese;wir;uns;sie;es;ist;sind;durch;pro"
      + ";wer;was;so;alle;allen;aller;jede;jeden;jeder;nach;uber;bei;um",
    es: "un;una;unos;unas;el;la;los;las;de;del;a;al;para;por;y;e;o;u;nuestro;nuestra;nuestros"
      + ";nuestras;su;sus;en;con;que;quien;este;esta;estos;nos;ellos;son;es;se;cada;todos;todas;todo"
      + ";toda;lo;como")

  /// The first person, one or many.
  static let firstPerson = WordLists(
    en: "i;me;my;mine;myself;we;us;our;ours;ourselves;im;ive",
    fr: "je;j;me;m;moi;mon;ma;mes;mien;mienne;nous;notre;nos;on",
    it: "io;mi;m;me;mio;mia;miei;mie;noi;ci;ce;nostro;nostra;nostri;nostre;*iamo;ho;so;posso;voglio"
      + ";devo;sono;vengo;vado;faccio;do;sto",
    de: "ich;mir;mich;mein*;wir;uns;unser*",
    es: "yo;me;mi;mis;mio;mia;mios;mias;nosotros;nosotras;nos;nuestro;nuestra;nuestros;nuestras"
      + ";*amos;*emos;*imos;soy;estoy;he;tengo;puedo;quiero;debo;vengo;voy;hago;se;siento;conmigo")

  /// Italian and Spanish nouns in -o at the start of a text, where a verb of the first person, too,
  /// ends in -o.
  static let nounsInO: Set<String> = [
    "tempo", "servizio", "prezzo", "prodotto", "aiuto", "accesso", "supporto", "contatto",
    "sportello", "tasso", "numero", "processo", "acquisto", "rapporto", "miglioramento", "aumento",
    "rinnovo",
    "trattamento", "rispetto", "risparmio", "punteggio", "livello", "marchio", "ogni", "cliente",
    "tiempo", "servicio", "precio", "producto", "acceso", "apoyo", "trato", "proceso", "contacto",
    "aumento", "numero", "grado", "crecimiento", "mejoramiento", "cumplimiento", "reconocimiento",
    "ahorro", "respeto", "incremento", "solo", "nuevo", "nuovo", "buono", "bueno", "mercado",
    "mercato", "uno", "lo", "tanto", "molto", "mucho", "meno", "como",
  ]

  /// Whether a word can be a verb of the first person where a sentence begins.
  static func canBeginInFirstPerson(_ word: String, _ language: LanguageTag) -> Bool {
    switch language.base {
    case .italian, .spanish, .undetermined:
      word.hasSuffix("o") && word.count > 2 && !nounsInO.contains(word)
    default: false
    }
  }
}
