import type { ClaimLists } from "./claim-lists.ts";

export const PORTUGUESE: ClaimLists = {
  endings: "o a os as s es",
  hedges: `poderia|m poderá|ão seria|m teria|m talvez possíve|l|is possivelmente prováve|l|is provavelmente supost* supostamente alegad* alegadamente aparentemente parece|m suspeit* potencial potenciais
    presumível presumivelmente não_confirmad* deveria|m ao_que_tudo_indica estima-se`,
  notHedges: "o_mais_rápido_possível assim_que_possível não_é_possível o_quanto_antes",
  plans:
    "vai vão planeja|m planeia|m pretende|m quer|em prevê|em espera|m tenta|m deve_ser prestes_a promete|m ameaça|m previst* estuda|m prepara-se",
  infinitive: "",
  denials: "não nunca jamais nada ninguém nenhum|a nem sem tampouco já_não",
  notDenials: "não_só não_apenas não_somente sem_dúvida sem_dúvidas não_obstante não_menos_de sem_precedentes",
  deniedEnding: "",
  deniedBeginning: "",
  prefixes: "in im i ir des dis não- anti-",
  opposites: `aprov|ou|a|am|aram|ado|ada/aceit|ou|a|am|aram|ado/apoi|ou|a|am|aram~rejeit|ou|a|am|aram|ado|ada/recus|ou|a|am|aram|ado/vet|ou|a/barr|ou|a sub|iu|iram|ir|ido/sobe|m/aument|ou|a|am|aram|ado/cresc|eu|e|em|eram/alta~ca|iu|i|em|íram|ído/baix|ou|a|am/diminu|iu|i|em/queda/recu|ou|a
    mais~menos lucro|s/ganho|s~prejuízo|s/perda|s culpado|s~inocente|s/absolvid* condenad*~absolvid* venc|eu|e|em|eram/ganh|ou|a|am/vitória|s~perd|eu|e|em|eram/derrota|s permit|iu|e|em|iram|ido/autoriz|ou|a|am|ado~proib|iu|iram|ido|ida/proíbe|m
    abert*/abr|iu|e|em|iram~fechad*/fech|ou|a|am confirm|ou|a|am|aram|ado/admit|iu|e|em~neg|ou|a|am|aram/desment|iu|e viv*/sobreviv|eu|e~mort*/morr|eu|e|eram conseg|uiu|ue|uem/êxito/sucesso~fracass|ou|a|o/falh|ou|a contrat|ou|a|ado~demit|iu|e|ido/despediu
    começ|ou|a|am/inici|ou|a~termin|ou|a|am/par|ou|am/suspend|eu|e com~sem favor~contra sempre~nunca/jamais todos/alguém/algum|a/dois/duas~ninguém/nenhum|a libertad*/solt|o|a|os/solto~pres|o|a|os/detid* compr|ou|a|am~vend|eu|e|em legal~ilegal legais~ilegais segur*~perigos*/insegur* verdadeir*~fals* maioria~minoria melhor|ou|a~pior|ou|a mantid*/mant|ém|eve~cancelad*/cancel|ou|a/suspens*`,
  says: "disse|ram diz|em dizendo",
  saysThat:
    "explic|ou|a|am acrescent|ou|a|am afirm|ou|a|am|aram declar|ou|a|am inform|ou|a|am anunci|ou|a|am|aram cont|ou escrev|eu|e relat|ou|a|am revel|ou|a|am apont|ou|a|am",
  tells:
    "confirm|ou|a|am neg|ou|a|am|aram desment|iu|e admit|iu|e|em reconhec|eu|e|em alert|ou|a|am advert|iu|e denunci|ou|a|am acus|ou|a|am insist|iu|e promet|eu|e|em ameaç|ou|a|am critic|ou|a|am aleg|ou|a|am assegur|ou|a garant|iu|e|em teme|m suger|iu|e",
  sourceBefore: "segundo de_acordo_com conforme nas_palavras_de",
  sourceAfter: "",
  clauseMarks: "que se como porque",
  finite:
    "é são era eram foi foram tem têm tinha tinham será serão está estão pode podem deve devem vai vão há seria teria",
  notSaying: "a de para por o os as um uma do da dos das ao à ser ter foi foram sido",
  sources:
    "polícia relatório estudo|s pesquisa|s sondagem mídia imprensa ministr|o|a ministério governo president|e|a especialista|s cientista|s pesquisador|es procurador|ia tribunal testemunha|s advogad|o|a família mãe pai prefeit|o|a sindicato|s bombeiros ue onu otan kremlin exército técnico fonte|s médic|os|o agência|s oposição empresa porta-voz jornal autoridades",
  loaded: `terrorista|s terror terrorismo extremista|s islamista|s radica|l|is fanátic* rebelde|s vândal*|ismo baderneir* turba bando gangue|s mercenári* capang|a|as monstr|o|os|uoso bárbar*|ie bruta|l|is|lmente brutalidade sangrent* sanguinári* banho_de_sangue massacre|s massacr|ou|ado chacina|s carnificina atrocidade|s atroz genocíd|io|a
    assassin|ou|ado|ada|ato|atos|o|os execut|ou|ado|ada horror|es horríve|l|is terríve|l|is assustador|a chocante|s choque choc|ou|ado|a escândalo|s escandalos* indign|ou|ado|ação fúria furios* raiva ira polêmic*|as polémic* controvers|o|a|ia|ias dispar|ou|a_contra detona|m critica_duramente bate-boca briga|s confusão treta guerra_de humilh|ou|a|ado|ada|ante|ação
    vexame fiasco desastr|e|es|oso|osa catástrof|e|es catastrófic* caos caótic* pesadelo|s drama|s dramátic* tragédia|s trágic* crise|s pânico medo|s temor|es angústia desespero desesperad* miséria inferno alegria triunf|o|al explod|e|iu|em despenc|ou|a|am dispara|m disparou desab|ou|a|am arras|ou|a|ado devast|ou|ado|ador|adora esmag|ou|a|ador atropel|ou|a onda_de enxurrada_de avalanche_de invas|ão|ões|or|ores
    regime ditador|es ditadura tiran|o|os|ia déspota|s oligarca|s bilionári* magnata|s elite|s fantoche|s traidor|es tra|iu|ição conspira|ção|ções propaganda mentira|s mentiros* mente|m mentiu farsa fraude|s hipócrita|s hipocrisia covarde|s vergonhos* vergonha cínic* arrogan|te|tes|cia infame|s crue|l|is crueldade impiedos*
    feroz ferozes duríssim* dur|o|a|os|as drástic* draconian* extrem|o|a|os|as ultradireita extrema-direita extrema-esquerda extrema_direita populista|s racista|s fascista|s nazista|s antissemita|s homofóbic* xenófob* machista|s negacionista|s golpista|s comunista|s bolsonarista|s herói|s heroic* heroína lenda|s lendári* ícone|s ídol* estrela|s craque|s gênio|s genia|l|is mártir|es valente|s corajos* brilhante|s magnífic*
    espetacular|es impressionante|s incríve|l|is extraordinári* excepciona|l|is históric* inédit* únic* mític* famos* enorm|e|es imens* gigantesc* colossa|l|is ridícul* absurd* grotesc* louc*|ura bizarr* estranh* misterios* mistério|s sombri* duvidos* suspeitíssimo perigos* arriscad* irresponsáve|l|is incompetente|s finalmente infelizmente felizmente lamentavelmente vita|l|is crucia|l|is urgente|s decisiv* corrupt* corrupção mafios* repressão expurgo|s caça_às_bruxas`,
  loadedPairs:
    "mat|ou|a|am|aram|ado/morte|s/morto|s~assassin|ou|a|ado|ada|ato/execut|ou|ado governo/autoridades~regime manifestante|s/multidão~vândalos/baderneiros/turba critic|ou|a|am/diz/disse/debate~detona|m/dispara|m/ataca|m/polêmica/briga sobe|m/aument|ou|a~dispara|m/disparou/explod|e|iu ca|i|iu|em/baix|ou|a~despenc|ou|a|am/desab|ou|a",
  small:
    "muito mais menos ainda já também não o a os as um uma de do da dos das em no na nos nas com por para sem contra entre sobre até desde e ou mas que se seu sua seus suas é são foi era ser tem têm há dois duas ano anos dia dias novo nova como quando quem",
};
