import type { Matters } from "./matters.ts";

/** Words of news by what they are about; `*` stands for any ending. */
export const ENGLISH: Matters = {
  death:
    "dead* death* deadly die* dies died dying kill* murder* fatal* corpse* bod* funeral* buried casualt* victim* toll grave* suicid* " +
    "manslaughter mourn* execut* survivor* slain homicid* assassinat* drown* massacre* perish*",
  violence:
    "attack* shoot* shot* gun* gunm* stab* knife* bomb* blast* explo* assault* rape* abus* tortur* hostage* kidnap* terror* violen* " +
    "riot* clash* raid* beaten fight* wound* injur* hurt threat* fire* weapon* harass*",
  war:
    "war wars wartime troop* army armies military soldier* missile* drone* invad* invasion* ceasefire* truce* siege* strike* airstrike* " +
    "frontline* rebel* militant* militia* nuclear tank tanks nato coup* hostilit* offensive* occup* annex* refugee* peace* artillery shell*",
  disaster:
    "crash* flood* storm* hurricane* quake* earthquake* wildfire* blaze* collaps* derail* disaster* landslide* tornado* typhoon* cyclone* " +
    "drought* famine* emergency evacuat* rescue* missing trapped wreck* sink* sank tsunami* erupt* volcan* heatwave* avalanche*",
  law:
    "court* judge* jury trial* charge* guilty convict* sentenc* jail* prison* arrest* accus* alleg* sue* sued suing lawsuit* prosecut* " +
    "polic* investigat* inquir* crime* criminal* suspect* fraud* corrupt* indict* appeal* ruling* rule* rules ban bans banned illegal* " +
    "legal* law laws detain* extradit* lawyer* bail acquit* plead* innocent* probe* verdict* hearing*",
  power:
    "president* minister* government* parliament* senat* congress* election* vote* voter* poll* party parties resign* sack* fired ousted " +
    "opposition leader* candidate* chancellor* mayor* governor* policy policies sanction* treaty summit* diplomat* ambassador* embassy " +
    "republican* democrat* referendum* budget* bill bills cabinet campaign* impeach* protest* regime* dictator* premier* king queen",
  money:
    "econom* inflation* price* market* stock* share* bank* tax* debt* profit* loss* job* worker* wage* pay* cost* billion* million* trade* " +
    "tariff* recession* bankrupt* oil gas energy deal* merger* currenc* invest* budget* layoff* union* strike* rate rates gdp fund*",
  health:
    "virus* covid* vaccin* hospital* disease* cancer* outbreak* pandemic* infect* patient* doctor* drug* health* ill illness* sick* abort* " +
    "surger* lockdown* epidemic* symptom* medic* treatment* poison* contaminat* recall*",
  sport:
    "match* goal* league* cup cups football* player* coach* team* win wins winner* beat* final* semi* score* champion* olymp* medal* " +
    "tennis* cricket* golf* race* racing season* club* title* squad* striker* penalt* tournament* open* draw draws fa uefa fifa grand prix",
  show:
    "film* movie* actor* actress* star stars singer* song* album* music* band bands tv show* netflix oscar* grammy* award* celebrit* fashion* " +
    "festival* concert* artist* museum* book* author* novel* game* fan fans comedian* hollywood royal* wedding* dress* series* episode* drama*",
  light:
    "quiz* picture* photo* video* recipe* tip tips guide* watch* best worst secret* story stories life love* travel* food* pet* dog* cat cats " +
    "week* review* explain* explainer why how what who inside meet* test* know* answer* question* here podcast* listen* play*",
};
