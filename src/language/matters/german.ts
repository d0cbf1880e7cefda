import type { Matters } from "./matters.ts";

/** Words of news by what they are about; `*` stands for any ending. */
export const GERMAN: Matters = {
  death:
    "tot tote* tod* töt* getötet* gestorben* starb* sterben* stirbt mord* ermord* leiche* opfer* beerdig* beisetz* totschlag* suizid* " +
    "überlebende* ums hinricht* ertrunken* ertrink* todesopfer* verstorben* massaker*",
  violence:
    "angriff* angegriff* attack* schuss* schüsse* schieß* schoss* messer* bombe* explo* überfall* vergewaltig* missbrauch* folter* geisel* " +
    "entführ* terror* gewalt* krawall* zusammenst* razzia* verletz* droh* bedroh* feuer* waffe* anschlag* prügel*",
  war:
    "krieg* truppe* armee* militär* soldat* rakete* drohne* einmarsch* invasion* waffenruhe* feuerpause* belager* luftangriff* front* " +
    "rebell* miliz* atom* panzer* nato putsch* offensive* besatz* besetz* annek* flüchtling* frieden* artillerie* beschuss*",
  disaster:
    "unfall* unglück* absturz* abgestürzt* flut* hochwasser* überschwemm* sturm* orkan* hurrikan* erdbeben* beben* brand* brände* einsturz* " +
    "eingestürzt* entgleis* katastroph* erdrutsch* tornado* taifun* dürre* hunger* notstand* evakuier* rettung* gerettet* vermisst* gesunken* " +
    "tsunami* vulkan* hitzewelle* lawine*",
  law:
    "gericht* richter* prozess* anklag* angeklagt* schuldig* verurteil* urteil* haft* gefängnis* festgenommen* festnahme* vorwurf* vorwürf* " +
    "beschuldig* klage* klagt* staatsanwalt* polizei* ermittl* verbrech* kriminell* verdächt* betrug* korrupt* berufung* verbot* illegal* " +
    "gesetz* auslief* anwalt* anwält* freispruch* untersuch*",
  power:
    "präsident* minister* regierung* parlament* bundestag* senat* kongress* wahl* wähl* abstimm* umfrage* partei* rücktritt* zurückgetreten* " +
    "entlass* opposition* kandidat* kanzler* bürgermeister* gouverneur* sanktion* vertrag* gipfel* diplomat* botschaft* referend* haushalt* " +
    "kabinett* protest* regime* diktator* könig* koalition*",
  money:
    "wirtschaft* inflation* preis* markt* märkte* aktie* börse* bank* steuer* schulden* gewinn* verlust* job* arbeitsplätz* lohn* löhne* " +
    "kosten* milliard* million* handel* zoll* zölle* rezession* pleite* insolven* öl* gas* energie* übernahme* währung* invest* streik* zins*",
  health:
    "virus* viren* corona* covid* impf* krankenhaus* klinik* krankheit* krebs* ausbruch* pandemie* infiz* infektion* patient* arzt* ärzt* " +
    "medikament* droge* gesund* krank* abtreib* operation* lockdown* epidemie* symptom* medizin* behandl* gift* rückruf*",
  sport:
    "spiel* tor tore liga* pokal* fußball* trainer* mannschaft* sieg* siegt* finale* halbfinale* meister* olymp* medaill* tennis* rennen* " +
    "saison* verein* titel* kader* elfmeter* turnier* unentschieden*",
  show:
    "film* kino* schauspiel* star stars sänger* lied* album* musik* band* fernseh* show* netflix oscar* preisverleih* promi* mode* festival* " +
    "konzert* künstler* museum* buch* autor* roman* fans hollywood royal* hochzeit* serie* folge*",
  light:
    "quiz* bilder* foto* video* rezept* tipp* ratgeber* beste* geheim* geschicht* leben* liebe* reise* essen* tier* hund* katze* woche* " +
    "rückblick* warum wie was wer darum podcast* frage* antwort* test*",
};
