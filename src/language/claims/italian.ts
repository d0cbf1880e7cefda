import type { ClaimLists } from "./claim-lists.ts";

export const ITALIAN: ClaimLists = {
  endings: "o a i e",
  hedges: `potrebbe|ro sarebbe|ro avrebbe|ro forse probabil|e|i probabilmente possibil|e|i presunt* presumibilmente apparentemente sembra|no pare sospett* potenzial|e|i eventual|e|i
    non_confermat* dovrebbe|ro a_quanto_pare si_ritiene`,
  notHedges: "il_prima_possibile al_più_presto_possibile non_è_possibile",
  plans:
    "intende intendono vuole vogliono prevede prevedono progetta|no si_prepara si_preparano sta_per stanno_per conta_di punta_a spera|no_di promette|re_di minaccia|no_di previst* cerca_di",
  infinitive: "",
  denials: "non mai nessun|o|a niente nulla né senza neanche nemmeno neppure",
  notDenials: "non_solo non_soltanto senza_dubbio senz'altro non_meno_di non_appena senza_alcun_dubbio",
  deniedEnding: "",
  deniedBeginning: "",
  prefixes: "in im il ir dis s non- anti-",
  opposites: `approv|a|ano|ato|ata|ò/accett|a|ano|ato|ata|ò/sostien|e/sostengono/appoggia|no~respin|ge|gono|to|ta|se/rifiut|a|ano|ato|ata|ò/bocci|a|ano|ato|ata|ò/contrasta|no sal|e|gono|ito|ita|iti/aument|a|ano|ato|ata|ò/cresc|e|ono|iuto/rialzo~scend|e|ono/sces|o|a|i/cal|a|ano|ato|ata|ò|o/diminu|isce|iscono|ito/ribasso/crolla
    più~meno profitto|i/utile|i/guadagn|o|i~perdit|a|e colpevole|i~innocente|i/assolt* condannat*~assolt* vin|ce|cono|to|se/vittoria|e/batte|uto~perd|e|ono|uto/perso/sconfitt|a|o permett|e|ono/permesso/autorizz|a|ato|ata~viet|a|ano|ato|ata/proib|isce|ito
    apert*/apr|e|ono/riapr|e|ono~chius*/chiud|e|ono conferm|a|ano|ato|ata|ò/ammett|e|ono/ammesso~smenti|sce|scono|to|ta/neg|a|ano|ato|ò viv*/sopravviss|uto|uta~mort*/uccis* riusc|ito|ita/successo~fallit*/fallimento/fallisce assum|e|ono/assunt*~licenzi|a|ano|ato|ata
    inizi|a|ano|ato/comincia|no~ferm|a|ato/termin|a|ato/sospes* con~senza favore~contro sempre~mai tutti/qualcuno/due~nessun|o|a liberat*~arrestat*/detenut* compr|a|ano|ato~vend|e|ono|uto rest|a|ano/rimane~lasci|a|ano legal|e|i~illegal|e|i sicur*~pericolos* ver*~fals* maggioranza~minoranza miglior|a|ano~peggior|a|ano`,
  says: "dice dicono disse dicendo ha_detto hanno_detto",
  saysThat:
    "spieg|a|ano|ato|ò aggiun|ge|to|se afferm|a|ano|ato|ò dichiar|a|ano|ato|ò rifer|isce|iscono|ito annunci|a|ano|ato|ò scriv|e|ono racconta|no rivela|no comunica|no precisa|no sostien|e/sostengono",
  tells:
    "conferm|a|ano|ato|ò smenti|sce|scono|to neg|a|ano|ato|ò ammett|e|ono/ammesso avvert|e|ono|ito denunci|a|ano|ato|ò accus|a|ano|ato|ò insist|e|ono promett|e|ono minacci|a|ano critic|a|ano tem|e|ono giur|a|ano ipotizza|no",
  sourceBefore: "secondo stando_a a_detta_di per_bocca_di",
  sourceAfter: "",
  clauseMarks: "che se come perché",
  finite:
    "è sono era erano ha hanno aveva avevano sarà saranno può possono deve devono va vanno sta stanno sarebbe avrebbe",
  notSaying: "a di da per il lo la i gli le un una del della essere stato",
  sources:
    "polizia rapporto studio sondaggio media stampa ministr|o|a ministero governo president|e|essa espert|i|o scienziat|i|o ricercator|i|e procura procuratore tribunale testimon|i|e avvocat|o|i famiglia madre padre sindac|o|a sindacat|i|o ue onu nato cremlino esercito allenatore font|i|e medic|i|o agenzi|a|e opposizione azienda portavoce autorità",
  loaded: `terrorist|a|i|e terrore estremist|a|i|e islamist|a|i radical|e|i fanatic* ribell|e|i teppist|a|i branco banda mercenari|o|i sgherr|i|o mostr|o|i barbar*|ie brutal|e|i|mente brutalità sanguinari* sanguinos* strage|i carneficina massacr|o|i|ato|ati bagno_di_sangue atroc|e|i|ità genocidio
    assassin|o|i|ato|ati|io orror|e|i orribil|e|i spaventos* terribil|e|i terrificant|e|i choc shock shoccant|e scioccant|e|i scandal|o|i|oso|osa sdegn|o|ato furi|a|oso|osa|osi rabbia ira polemic|a|he controvers|o|a|ia contestat* tuon|a|ano attacc|a|ano_a stronc|a|ano bufera scontro rissa lite faida umili|a|ano|ato|ata|ante|azione
    figuraccia fiasco disastr|o|i|oso|osa catastrof|e|i|ico|ica caos caotic* incubo dramm|a|i|atico|atica tragedi|a|e tragic* crisi panico paura|e angoscia disperazione disperat* miseria inferno gioia trionf|o|a|ano|ale esplod|e|ono|ere vola|no crolla|no precipita|no schizza|no devast|a|ato|ata|ante travolg|e|ono travolt* schiaccia|no asfalta|no ondata_di invasione invasor|e|i clandestin|o|i
    regime dittator|e|i dittatura tirann|o|ia despota oligarc|a|hi miliardari|o|i élite casta burattin|o|i traditor|e|i tradiment|o|i complott|o|i|ista|isti propaganda bugi|a|e bugiard|o|i menzogn|a|e ment|e|ono truff|a|atore ipocrit|a|i|ipocrisia codard* vergogn|a|oso|osa cinic* arrogant|e|i ignobil|e|i crudel|e|i|tà spietat*
    feroc|e|i dur|o|a|i|issimo drastic* draconian* estrem|o|a|i|ista ultradestra estrema_destra estrema_sinistra populist|a|i razzist|a|i fascist|a|i nazist|a|i antisemit|a|i xenofob* omofob* sovranist|a|i no-vax negazionist|a|i ero|e|i|ico|ica leggend|a|e|ario|aria icon|a|e stell|a|e genio genial|e|i martir|e|i coraggios* brillant|e|i magnific* splendid* superb*
    spettacolar|e|i impressionant|e|i incredibil|e|i|mente straordinari* eccezional|e|i storic* unic* mitic* famos* enorm|e|i immens* gigantesc* colossal|e|i ridicol* assurd* grottesc* foll|e|i|ia pazz|o|a|esco bizzarr* stran* misterios* mister|o|i losc* dubbi|o|a oscur* inquietant|e|i pericolos* rischios* irresponsabil|e|i incompetent|e|i
    finalmente purtroppo fortunatamente vital|e|i crucial|e|i urgent|e|i corrott* corruzione mafios* stretta repression|e|i purg|a|he silur|a|ato cacciat*`,
  loadedPairs:
    "ucci|de|dono|so|sa/mort|e|i|o~assassin|a|ato|ata|io/giustizi|a|ato governo/autorità~regime manifestant|i|e/folla~teppisti/facinorosi critic|a|ano|he/dice/dibattito~attacc|a|ano/polemica/lite/scontro migrant|i|e/profugh|i/rifugiat|i~clandestin|i|o sal|e|gono/aument|a|ano~schizza|no/esplod|e|ono/vola|no scend|e|ono/cal|a|ano~crolla|no/precipita|no",
  small:
    "molto più meno ancora già anche non il lo la i gli le un una uno di del della dei delle a al alla in nel nella con per da dal dalla su tra fra e o ma che si suo sua suoi è sono era ha hanno essere stato due anno anni giorno nuovo nuova come quando chi",
};
