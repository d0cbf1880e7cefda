import type { ClaimLists } from "./claim-lists.ts";

export const DUTCH: ClaimLists = {
  endings: "e en er s",
  hedges: `zou zouden mogelijk* misschien wellicht waarschijnlijk* vermoedelijk* naar_verluidt blijkbaar kennelijk schijnbaar lijkt lijken leek vermeend* verdacht* onbevestigd* potentieel potentiële
    eventueel eventuele mogelijkerwijs zogenaamd* naar_verwachting_zou`,
  notHedges: "zo_snel_mogelijk niet_mogelijk zo_veel_mogelijk",
  plans:
    "wil willen gaat gaan zal zullen plant plannen_om is_van_plan zijn_van_plan van_plan overweegt overwegen staat_op_het_punt op_het_punt hoopt hopen belooft dreigt_te probeert proberen gepland* voornemens",
  infinitive: "",
  denials: "niet geen nooit niets niemand nergens noch zonder nauwelijks evenmin geenszins",
  notDenials:
    "niet_alleen niet_slechts zonder_twijfel geen_twijfel zonder_meer niet_minder_dan niet_in_de_laatste_plaats",
  deniedEnding: "",
  deniedBeginning: "",
  prefixes: "on in il ir im dis niet- anti-",
  opposites: `keurt_goed/keurde_goed/goedgekeurd/goed/steunt/steunden/steunde/accepteert/accepteerde~keurt_af/afgekeurd/af/verwerpt/verwierp/verworpen/weigert/weigerde/afgewezen/wijst stijgt/stijgen/steeg/stegen/gestegen/groeit/groeide/toe/toegenomen~daalt/dalen/daalde|n/gedaald/krimpt/kromp/zakt/zakte/af/afgenomen
    meer~minder winst|en~verlies/verliezen schuldig*~onschuldig*/vrijgesproken veroordeeld~vrijgesproken wint/winnen/won/wonnen/gewonnen/zege~verliest/verliezen/verloor/verloren/nederlaag toegestaan/staat_toe/legaal~verboden/verbiedt/verbood/illegaal open/geopend/opent~dicht/gesloten/sluit/sloot
    bevestigt/bevestigde|n/bevestigd/erkent/erkende~ontkent/ontkende|n/ontkend levend/leeft/leven/overleeft~dood/dode/overleden/overleed/gedood slaagt/slaagde/geslaagd/succes~mislukt/mislukte/faalt/faalde aangenomen/neemt_aan~ontslagen/ontslaat begint/begon/begonnen/gestart~stopt/stopte/gestopt/eindigt
    met~zonder voor~tegen altijd~nooit iedereen/iemand/een/twee/alle~niemand/geen vrijgelaten/vrij~opgepakt/gearresteerd/vast koopt/kocht~verkoopt/verkocht blijft/bleef~vertrekt/vertrok/verlaat veilig*~gevaarlijk*/onveilig* waar~onwaar/vals meerderheid~minderheid beter~slechter eens~oneens`,
  says: "zegt zeggen zei zeiden gezegd aldus",
  saysThat:
    "verklaart/verklaarde|n meldt/meldde|n/melden vertelt/vertelde|n schrijft/schreef stelt/stelde|n laat_weten liet_weten voegt/voegde laten_weten",
  tells:
    "beweert/beweerde|n/beweren bevestigt/bevestigde|n ontkent/ontkende|n waarschuwt/waarschuwde|n erkent/erkende|n beschuldigt/beschuldigde|n dreigt/dreigde belooft/beloofde klaagt/klaagde vreest/vreesde|n/vrezen geeft_toe gaf_toe benadrukt/benadrukte eist/eiste|n denkt/denken",
  sourceBefore: "volgens aldus naar_eigen_zeggen_van blijkens",
  sourceAfter: "",
  clauseMarks: "dat of hoe waarom",
  finite:
    "is zijn was waren heeft hebben had hadden wordt worden werd werden kan kunnen kon konden moet moeten zal zullen zou zouden mag",
  notSaying: "te werd werden wordt worden de het een zijn haar hun",
  sources:
    "politie rapport onderzoek peiling media pers minister|ie regering president premier deskundige|n wetenschapper|s onderzoekers justitie rechtbank openbaar_ministerie om getuige|n advocaat familie moeder vader broer zus burgemeester vakbond|en brandweer eu vn navo kremlin leger trainer club bron|nen arts|en persbureau krant woordvoerder|ster oppositie bedrijf autoriteiten",
  loaded: `terrorist|en|isch|ische terreur terrorisme extremist|en|isch|ische islamist|en radica|al|le|len fanatiek|e fanaticus rebel|len relschopper|s rellen tuig meute bende|s huurling|en handlanger|s monster|s barbaar|s|se bruut brute bloedig* bloedbad slachting slachtpartij massamoord gruwel|ijk|ijke|daad|daden volkerenmoord genocide
    vermoord|e|en moord geëxecuteerd afgeslacht horror afschuwelijk* vreselijk* verschrikkelijk* schokkend* schok|t|te schandaal schandalen schandalig* verontwaardig|d|de|ing woede woedend* razend* boos boze ophef rel ruzie|s heibel vete|s clash fel* haalt_uit sneert hekelt hekelde veegt_de_vloer fileert kraakt bespot vernedert vernederd* vernedering
    blamage fiasco debacle ramp|en|zalig|zalige catastrof|e|aal|ale chaos chaotisch* nachtmerrie|s drama|tisch|tische tragedie tragisch* crisis paniek hysterie angst|en wanhoop wanhopig* ellende hel vreugde triomf explode|ert|erde|ren keldert kelderen kelderde instort|en stort_in schiet|en_omhoog verwoest|e|end|ende|ing verpletter|t|de|end|ende vernietig|t|de|end|ende golf_van vloedgolf tsunami_van stroom_van invasie indringers gelukszoeker|s illegalen
    regime dictator|s dictatuur tiran|nen|nie despoot oligarch|en miljardair|s elite marionet|ten verrader|s verraad complot|ten|denker propaganda leugen|s leugenaar|s liegt loog nep bedrog bedrieger|s hypocriet* hypocrisie laf lafaard schande|lijk|lijke schaamteloos cynisch* arrogant* wreed wrede wreedheid meedogenlo|os|ze genadelo|os|ze keihard* hard* drastisch* draconisch* extreem extreme
    extreemrechts|e extreemlinks|e populist|en|isch|ische racist|en|isch|ische fascist|en|isch nazi|s antisemiet|isch homofoob wappie|s complotdenker|s klimaatdrammer|s held|en|haftig|haftige legende|s legendarisch* icoon iconen ster|ren genie geniaal geniale martela|ar|ren dapper* moedig* briljant* schitterend* prachtig* magnifiek* spectaculair* indrukwekkend* ongelofelijk* ongelooflijk* buitengewoon historisch* uniek* beroemd* befaamd*
    enorm* gigantisch* kolossa|al|le immens* belachelijk* absurd* grotesk* krankzinnig* gek gekte bizar* vreemd* mysterieus mysterieuze mysterie schimmig* dubieus dubieuze omstreden berucht* controversie|el|le gevaarlijk* riskant* roekelo|os|ze onverantwoord* incompetent* eindelijk helaas gelukkig verrassend vitaal cruciaal cruciale dringend* corrupt* corruptie maffioos hardhandig* zuivering heksenjacht`,
  loadedPairs:
    "doodt/doodde/gedood/dood~vermoordt/vermoordde/vermoord/moord/geëxecuteerd regering/bestuur~regime demonstranten/menigte~relschoppers/tuig/meute kritiek/discussie/debat/bekritiseert~ruzie/rel/haalt_uit/hekelt vluchteling|en/asielzoeker|s~gelukszoeker|s/illegalen stijgt/steeg/stijgen~explodeert/schiet_omhoog daalt/daalde/dalen~keldert/stort_in",
  small:
    "zeer meer nog al ook niet de het een van in op te aan met voor tegen uit door om over na bij naar en of maar dat die dit deze er zijn haar hun is was waren heeft hebben wordt werd worden kan twee jaar jaren dag dagen nieuw nieuwe als wie",
};
