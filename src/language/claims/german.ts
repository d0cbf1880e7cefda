import type { ClaimLists } from "./claim-lists.ts";

export const GERMAN: ClaimLists = {
  endings: "e en er es em",
  hedges: `könnte|n dürfte|n mag mögen müsste|n wohl angeblich* mutmaßlich* offenbar anscheinend scheinbar* möglicherweise womöglich vielleicht vermutlich* wahrscheinlich*
    voraussichtlich eventuell* scheint scheinen schien|en vermeintlich* sogenannt* unbestätigt* verdächtig* potenziell* potentiell* möglich* denkbar* soll_angeblich
    soll_haben sollen_haben allem_anschein_nach dem_vernehmen_nach berichten_zufolge medienberichten_zufolge unter_verdacht`,
  notHedges: "so_schnell_wie_möglich sobald_wie_möglich nicht_möglich wie_möglich so_viel_wie_möglich",
  plans: `wird werden will wollen plant planen plante|n soll sollen beabsichtig|t|en möchte|n erwägt erwägen erwog droht_zu geplant* vorgesehen* bereitet_sich steht_vor
    stehen_vor kurz_vor hofft_auf versucht|e|en angekündigt*`,
  infinitive: "",
  denials: `nicht kein* nie niemals nichts niemand|en|em nirgends weder ohne keinesfalls keineswegs nicht_mehr kaum`,
  notDenials: `nicht_nur nicht_zuletzt nicht_zu_vergessen ohne_zweifel kein_zweifel keinen_zweifel ohne_weiteres nichts_als nicht_bloß nicht_allein ob_oder_nicht
    zweifellos nicht_weniger_als`,
  deniedBeginning: "",
  deniedEnding: "",
  prefixes: "un in il ir im dis nicht- anti-",
  opposites: `genehmig|t|te|ten/billig|t|te|ten/stimmt/stimmte|n/zugestimmt/beschließt/beschloss/beschlossen/akzeptier|t|te|ten/annehmen/angenommen/nahm/nimmt/unterstütz|t|te|ten/befürwort|et|en|ete|eten/begrüß|t|te~lehn|t|te|ten/ablehn|t|te|en/abgelehnt/verweiger|t|te|ten/blockier|t|te|ten/verwarf/verwirft/verworfen/kippt|e/gekippt/kritisier|t|te
    stieg|en/steigt/steigen/gestiegen/wuchs/wächst/gewachsen/kletter|t|te|ten/erhöh|t|te|ten/mehr/zulegt|e/zugelegt/auf~sank|en/sinkt/sinken/gesunken/fiel|en/fällt/fallen/gefallen/schrumpf|t|te|ten/verringer|t|te/senkt|e/weniger
    zu/zugenommen/zunahme~ab/abgenommen/abnahme mehr~weniger höher*~niedriger*/geringer* gewinn|e|en~verlust|e|en überschuss~defizit schuldig*~unschuldig*/freigesprochen/freispruch verurteilt~freigesprochen
    gewann|en/gewinnt/gewinnen/gewonnen/sieg|e|te|t/besiegt|e/schlug/schlägt~verlor|en/verliert/verlieren/niederlage|n/unterlag|en/unterliegt erlaub|t|te|ten|en/gestatt|et|ete/zugelassen/lässt_zu/legalisier|t|te~verbot|en/verbiet|et|en/untersag|t|te|ten
    offen*/geöffnet*/öffnet|e/öffnen~geschlossen*/schließt/schließen/schloss/gesperrt*/zu bestätig|t|te|ten|en~bestreit|et|en/bestritt|en/dementier|t|te|ten/leugn|et|ete/widersprach zugegeben/gesteht/gestand/einräum|t|te/räumt/räumte/gibt_zu~bestreit|et|en/bestritt|en/leugn|et|ete/dementier|t|te
    lebend*/lebt/leben/überlebt|e/lebendig~tot/tote|n|r/starb/gestorben/getötet sicher*~gefährlich*/unsicher* erfolgreich*/erfolg/gelang/gelingt/gelungen~erfolglos*/misserfolg/scheiter|t|te|ten/gescheitert/misslang einstell|t|te/eingestellt/angestellt~entlass|en/entließ/entlässt/gekündigt
    beginn|t|en/begann|en/start|et|ete/begonnen~end|et|ete|en/stopp|t|te/gestoppt/beendet mit~ohne für~gegen einer/eine/ein/jemand/alle~keiner/keine/kein/niemand beide~keiner/weder immer/stets~nie/niemals jeder~niemand/keiner
    freigelassen/freilassung/frei~verhaftet/festgenommen/inhaftiert/haft kauft|e/gekauft~verkauft|e bleibt/blieb~verlässt/verließ/geht/ging behält/behielt~verlor/entzogen aufgehoben/hebt/hob~verhängt|e/bestätigt|e stärk|t|te/verstärkt|e~schwäch|t|te
    wahr*~falsch*/unwahr* richtig*~falsch* anwesend*~abwesend* verbesser|t|te~verschlechter|t|te besser*~schlechter* dafür~dagegen vorteil|e~nachteil|e freund|e~feind|e ja~nein mehrheit~minderheit freiwillig*~verpflichtend*/gezwungen
    profitabel/rentabel~verlustreich erste|r|n~letzte|r|n öffentlich*~geheim*/privat* teil~teilnahmslos hält/hielt_fest~rückt_ab`,
  says: "sag|t|te|ten|en/gesagt so_der so_die",
  saysThat: `erklär|t|te|ten teilt_mit teilt|e|en/mitteil|t|te|ten bericht|et|ete|eten/berichten mein|t|te|ten schreib|t|en/schrieb|en äußer|t|te|ten füg|t|te_hinzu erläuter|t|te
    bekanntgab gab_bekannt gibt_bekannt ergab|en findet fand|en`,
  tells: `behaupt|et|ete|eten|en warn|t|te|ten|en bestätig|t|te|ten kündig|t|te|ten räumt/räumte|n kritisier|t|te|ten beton|t|te|ten bestreit|et|en/bestritt|en
    dementier|t|te|ten beteuer|t|te|ten droh|t|te|ten gesteht/gestand|en klag|t|te|ten forder|t|te|ten mahn|t|te|ten vermut|et|ete|en fürcht|et|ete|en/befürcht|et|ete|en
    versprach/verspricht glaub|t|te|en leugn|et|ete verrät/verriet schätz|t|te|en rechn|et|ete prophezei|t|te versicher|t|te|ten`,
  sourceBefore: "laut nach_angaben gemäß nach_informationen nach_einschätzung nach_aussage nach_ansicht",
  sourceAfter: "zufolge",
  clauseMarks: "dass ob wie warum es er sie man wir",
  finite: `ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten muss müssen musste soll sollen sollte habe sei seien werde könne müsse solle
    gebe gibt gab komme wolle dürfe`,
  notSaying: "zu wurde wurden wird werden worden der die das ein eine einen dem den von mit im am",
  sources: `polizei|sprecher|sprecherin bericht|e|en medien|berichte|berichten studie|n umfrage|n behörde|n ministerium minister|in regierung kanzler|in präsident|in sprecher|in experte|n expertin|nen
    forscher|n|in wissenschaftler|n staatsanwaltschaft gericht zeuge|n anwalt anwältin familie mutter vater bruder schwester chef|in zeitung|en verband gewerkschaft feuerwehr
    bürgermeister|in eu un uno nato kreml armee militär trainer verein quelle|n insider|n ärzte arzt agentur augenzeuge|n oppositon opposition partei unternehmen konzern`,
  loaded: `terrorist|en|in terror terrorismus extremist|en|isch* islamist|en|isch* radikal* fanatiker|n fanatisch* rebell|en aufständisch* dschihadist|en randalierer|n krawall|e chaot|en mob pöbel bande|n
    schläger|n söldner|n kriegsherr|en handlanger|n schergen schlächter monster bestie|n barbar|en|isch*|ei brutal* brutalität blutig* blutbad massaker gemetzel gräuel|tat|taten völkermord hetzjagd
    ermord|en|et|ete|eten|ung mord|e|en hinricht|en|et|ete|ung abgeschlachtet abschlachten horror|szenarien grausam* grausig* entsetzlich* schrecklich* furchtbar* fürchterlich* schauerlich*
    schockier|en|t|te|end|ende|enden schock entsetz|en|t skandal|e|ös|öse|ösen empör|t|te|end|ung|ungs empörend wut wütend* zorn|ig wutentbrannt aufschrei eklat krach zoff streit|erei zank fehde schlammschlacht
    wetter|t|te|n poltert|e schimpf|t|te|en geißelt|e prangert|e attackier|t|te|en rechnet_ab teilt_aus keilt kanzelt höhnt|e spottet|e verhöhn|t|te giftet|e ätzt|e tobt|e pöbelt|e hetze hetzt hetzer|n
    chaos chaotisch* desaster desaströs* katastroph|e|en|al* debakel fiasko blamage blamiert|e blamabel blamable peinlich* drama dramatisch* tragödie|n tragisch* albtraum alptraum krise|n panik hysterie hysterisch*
    angst ängste verzweifl|ung|t|te|ten elend leid jubel jubelt|e triumph|e|al* triumphiert|e hammer sensation|en|ell|elle|ellen wunder|bar|bare|baren traum|haft|hafte|haften glanz|voll glänzt|e
    explodier|t|te|en|end|ende explosionsartig schießt|en schnellt|e rasant* stürzt|e_ab bricht_ein einbruch absturz abstürzt abzocke|n abzocker gierig* gier kahlschlag rotstift kassiert streicht zerschlägt zerschlagen
    zerstör|t|te|en|ung zertrümmer|t|te vernicht|et|ete|en|end|ende|ung verwüst|et|ete|ung verheerend* demütig|t|te|en|end|ung erniedrig|t|te|end überrollt|e flut|et|ete welle_von flut_von lawine_von ansturm schwemme
    flüchtlingswelle asylant|en asyltourismus sozialschmarotzer schmarotzer illegale invasion überfremdung umvolkung lügenpresse gutmensch|en kopftuchmädchen messermigrant|en klimahysterie klimakleber klimaterrorist|en
    regime machthaber|s|n diktator|en diktatur despot|en tyrann|en autokrat|en oligarch|en clique marionette|n strippenzieher drahtzieher hardliner|n scharfmacher|n brandstifter|n hetzpropaganda propaganda lüge|n lügt lügner|n
    fake-news schwindel|n betrüger|n heuchler|isch|ische|ei verlogen* verrat verräter|n verräterisch* verschwörung|en verschwörer|n vertuscht|e|en vertuschung korrupt* korruption kriminell* skrupellos* rücksichtslos* gnadenlos*
    erbarmungslos* unbarmherzig* eiskalt* kaltblütig* perfid* niederträchtig* abscheulich* ekelhaft* widerlich* schändlich* schande schamlos* dreist* frech* unverschämt* zynisch* arrogant* feige* feigling mutig* tapfer*
    held|en|in|enhaft|enhafte heldenhaft* legende|n legendär* ikone|n star|s kult genie|s genial* meisterhaft* meisterlich* grandios* brillant* fantastisch* phänomenal* sensationell* spektakulär* beeindruckend* beachtlich* bemerkenswert*
    historisch* einzigartig* unvergesslich* atemberaubend* gigantisch* riesig* enorm* gewaltig* massiv* immens* horrend* astronomisch* saftig* satt* mickrig* kläglich* lächerlich* absurd* grotesk* irre irrsinn wahnsinn|ig|nige verrückt*
    bizarr* skurril* seltsam* merkwürdig* rätselhaft* mysteriös* dubios* zwielichtig* fragwürdig* umstritten* strittig* heikl* brisant* explosiv* gefährlich* riskant* brandgefährlich* bedrohlich* düster* bitter* bitterlich
    heftig* scharf* drastisch* radikalkur rigoros* drakonisch* hart* knallhart* streng* extrem* rechtsextrem* rechtsradikal* rechtspopulist|isch*|en linksextrem* linksradikal* linkspopulist|isch* populist|en|isch*|in
    rassist|en|isch*|in rassismus faschist|en|isch* nazi|s antisemit|en|isch* homophob* frauenfeindlich* sexist|isch* fremdenfeindlich* ausländerfeindlich* coronaleugner|n leugner|n querdenker|n wutbürger|n
    endlich leider bedauerlicherweise glücklicherweise erstaunlicherweise ausgerechnet angeschlagen* gebeutelt* gescheitert* unfähig* hilflos* planlos* kopflos* ratlos* überfordert* naiv* dumm* dummheit idiot|en idiotisch*
    pleite blockade mogelpackung machtspiel|e machtkampf machtgier säuberung|en kahlschlag-politik hexenjagd willkür unrecht justizskandal rauswurf feuert|e gefeuert geschasst abserviert rausgeworfen droht|e kampfansage
    wichtig* dringend* entscheidend* unverzichtbar* lebenswichtig* skandalfirma berüchtigt* berühmt* beliebt* verhasst* gefeiert* geheim* heimlich* klammheimlich* dreckig* schmutzig* märtyrer|n`,
  loadedPairs: `töt|en|et|ete|eten/getötet/tod~ermord|en|et|ete|eten/mord/hingerichtet/abgeschlachtet regierung|en/führung~regime/machthaber kämpfer|n/soldaten~söldner|n/terrorist|en demonstranten/teilnehmer/menge~mob/randalierer/chaoten
    debatte|n/diskussion|en/kritik/meinungsverschiedenheit|en~streit/krach/eklat/zoff kritisier|t|te|en/sagt|e~attackier|t|te|en/wettert|e/poltert|e/geißelt|e flüchtling|e|en/geflüchtete|n/schutzsuchende|n~asylant|en/illegale|n/migrant|en
    steigt/stieg/erhöh|t|te~explodier|t|te/schießt sinkt/sank/fällt/fiel~stürzt|e/bricht_ein angriff|e/einsatz/operation~invasion/überfall/vernichtungskrieg kürz|t|te|en/reduzier|t|te~streicht/kahlschlag verlässt/verließ/geht~flieht/floh/flüchtet|e
    entlass|en/entließ~feuert|e/gefeuert/geschasst sorge|n/bedenken~angst/ängste/panik besiegt|e/schlägt/schlug/gewinnt~demütigt|e/zerlegt|e/überrollt|e/deklassiert|e unternehmer~milliardär/oligarch bitten/bittet~fordert|e/bettelt|e`,
  small: `sehr mehr noch schon auch nur so wie als am beim zum zur über unter nach vor seit gegen ohne durch um bis ein eine einen einer eines einem der die das dem den des
    sein seine seinen seiner ihr ihre ihren ihrer sich man wird werden wurde wurden ist sind war waren hat haben hatte hatten kann können soll sollen will wollen muss müssen zwei
    neue neuen neuer neu jahr jahre jahren tag tage woche menschen mann frau gibt es dass ob ab an auf aus mit für von zu im in und oder aber`,
};
