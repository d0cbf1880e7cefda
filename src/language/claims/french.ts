import type { ClaimLists } from "./claim-lists.ts";

export const FRENCH: ClaimLists = {
  endings: "e s es",
  hedges: `pourrait pourraient serait seraient aurait auraient peut-être possible|s possiblement probable|s probablement vraisemblablement apparemment prétendument présumé* supposé* soi-disant
    semble semblent semblait semblaient paraît suspecté* soupçonné* potentiel|s|le|les potentiellement éventuel|s|le|les éventuellement allégué* non_confirmé* il_semblerait devrait devraient censé*_avoir`,
  notHedges: "dès_que_possible aussi_vite_que_possible le_plus_vite_possible pas_possible que_possible",
  plans: `va vont compte comptent prévoit prévoient prévoyait envisage|nt entend entendent veut veulent souhaite|nt espère|nt projette|nt prépare|nt_à s'apprête|nt_à sur_le_point_de
    prévu* projet_de menace|nt_de tente|nt_de cherche|nt_à promet_de`,
  infinitive: "",
  denials: "ne pas jamais rien personne aucun|e ni sans nul|le non nullement guère",
  notDenials:
    "pas_seulement pas_uniquement sans_doute sans_aucun_doute sans_nul_doute non_seulement pas_moins_de pas_que pas_simplement rien_que une_personne la_personne",
  deniedBeginning: "n'",
  deniedEnding: "",
  prefixes: "in im il ir dé des dis mé non- anti- mal",
  opposites: `approuv|e|ent|é|ée|és/accept|e|ent|é|ée|és|er/adopt|e|ent|é|ée/soutien|t|nent/soutenu/valid|e|ent|é|ée/vot|e|ent_pour/salu|e|ent|é~rejet|te|tent|é|ée|és|er/refus|e|ent|é|ée|er/désapprouv|e|é/repouss|e|é|ée/bloqu|e|ent|é|ée/dénonc|e|ent|é/annul|e|é|ée
    augment|e|ent|é|ée|er|ation/grimp|e|ent|é/mont|e|ent|é/progress|e|ent|é/hausse/croît/gagne~bais|se|sent|sé|sée/diminu|e|ent|é|ée|tion/chut|e|ent|é/recul|e|ent|é/tomb|e|ent|é|ée/baisse
    plus_de/plus_que~moins_de/moins_que supérieur*~inférieur* bénéfice|s/profit|s/gain|s~perte|s/déficit excédent|s~déficit|s coupable|s~innocent*/acquitt|é|ée/relax|é|ée condamn|é|ée|e~acquitt|é|ée|e/relax|é|ée/innocent|é|ée
    gagn|e|ent|é|er/remport|e|ent|é/victoire|s/vainqueur|s/bat/battu~perd|ent|u|re/défaite|s/s'inclin|e|ent autoris|e|ent|é|ée|er/permet|tent/permis/légalis|e|é|ée~interdi|t|te|re|ts|sent/prohib|e|é|ée/banni|t|e
    ouvert*/ouvr|e|ent|ir/rouvr|e|ent/rouvert*~fermé*/ferm|e|ent|er confirm|e|ent|é|ée|er/reconnaî|t|tre/reconnu|e|s/admet|tent/admis/avou|e|é~dément|i|ie|ent|ir/ni|e|ent|é|er/contest|e|ent|é/réfut|e|é
    vivant*/viv|re/vie/survécu/survi|t|vent~mort*/décédé*/meurt/tué* réussi|t|e|ssent/succès/parvien|t|nent~échou|e|ent|é/échec|s/manqu|e|é embauch|e|é|ée/recrut|e|é|ée~licenci|e|é|ée|és/renvoy|é|ée/limog|e|é|ée
    commenc|e|ent|é/début|e|ent|é/lanc|e|ent|é|ée~arrêt|e|ent|é|ée/cess|e|ent|é/termin|e|ent|é/suspend/suspendu|e avec~sans pour~contre toujours~jamais tous/tout_le_monde/quelqu'un/plusieurs/deux~personne/aucun|e/nul
    libér|e|é|ée|és~arrêt|é|ée|és/détenu|e|s/emprisonn|é|ée/incarcér|é|ée achèt|e|ent/achet|é|er~vend|ent|u|re rest|e|ent|é|er~quitt|e|ent|é|er/part|ent|ir mainten|u|ue|us/maintient/confirm|é|ée~annul|é|ée|e/abandonn|é|ée|e/report|é|ée/levé*
    lèv|e|ent/allèg|e|ent~impos|e|ent/durci|t|ssent renforc|e|é|ée~affaibli|t|e vrai*~faux/fausse|s présent*~absent* meilleur*~pire|s amélior|e|é~aggrav|e|é/empir|e|é favorable|s~défavorable|s/hostile|s/opposé* légal|e|es/légaux~illégal|e|es/illégaux
    capable|s~incapable|s sûr*~dangereu|x|se|ses oui~non majorité~minorité volontaire|s~obligatoire|s/forcé* public|s/publique|s~privé*/secret|s rassur|e|é|ant~inqui|et|ète|été`,
  says: "dit disent disait déclar|e|ent|é|ait indiqu|e|ent|é|ait selon_lui",
  saysThat: `expliqu|e|ent|é|ait ajout|e|ent|é|ait précis|e|ent|é|ait racont|e|ent|é rapport|e|ent|é annonc|e|ent|é|ait écri|t|vent/écrivait not|e|ent|é soulign|e|ent|é|ait fait_savoir affirm|e|ent|é|ait
    estim|e|ent|é|ait révèl|e|ent/révélé`,
  tells: `prétend|ent|ait/prétendu assur|e|ent|é|ait confirm|e|ent|é|ait dément|ent|ait/démenti ni|e|ent|é averti|t|ssent met_en_garde dénonc|e|ent|é|ait accus|e|ent|é|ait
    reconnaî|t|ssent/reconnu admet|tent/admis avou|e|ent|é|ait insist|e|ent|é promet|tent/promis menac|e|ent|é|ait critiqu|e|ent|é|ait crain|t|gnent redout|e|ent alert|e|ent|é martèl|e|ent/martelé suggèr|e|ent réclam|e|ent|é
    exig|e|ent|é jur|e|ent|é soupçonn|e|ent|é pens|e|ent croi|t|ent`,
  sourceBefore: "selon d'après d'aprés aux_dires_de de_source suivant_les",
  sourceAfter: "",
  clauseMarks: "que qu'il qu'elle qu'ils qu'un qu'une si comment pourquoi",
  finite:
    "est sont était étaient a ont avait avaient sera seront aura auront peut peuvent doit doivent va vont fait serait aurait pourrait n'est n'a",
  notSaying: "à de pour le la les un une des du au aux été être avoir son sa ses leur ce cette",
  sources: `police policier|s rapport|s étude|s enquête sondage|s média|s presse ministre|s ministère gouvernement président|e expert|s scientifique|s chercheur|s chercheuse|s procureur|e parquet tribunal
    témoin|s avocat|e|s famille mère père frère sœur maire préfet préfecture syndicat|s pompiers ue onu otan kremlin armée entraîneur club source|s médecin|s agence|s ong association|s opposition entreprise patron|ne porte-parole journal journaux autorités`,
  loaded: `terroriste|s terreur terrorisme extrémiste|s extrémisme islamiste|s radical|e|es radicaux fanatique|s rebelle|s insurgé|s djihadiste|s émeutier|s émeute|s casseur|s pillard|s voyou|s racaille|s meute bande|s mercenaire|s sbire|s
    boucher monstre|s|ueux barbare|s barbarie brutal|e|es|ement brutaux brutalité sanglant* sanguinaire|s bain_de_sang carnage massacre|s massacré* tuerie|s atrocité|s atroce|s génocide assassin|s assassinat|s assassin|é|e|er exécut|é|ée|e|ion
    horreur|s horrible|s horrifique|s effroyable|s épouvantable|s abominable|s affreu|x|se|ses terrible|s terrifiant* effrayant* choc choqu|e|é|ée|ant|ante stupéfait stupéfiant* scandale|s scandaleu|x|se|ses outré* indign|é|ée|ation colère furieu|x|se|ses fureur rage
    tollé polémique|s controverse|s controversé* contesté* décrié* sulfureu|x|se fustig|e|ent|é étrill|e|ent|é dézingu|e|é tacl|e|ent|é épingl|e|é descend_en_flammes vilipend|e|é pilonn|e|é raill|e|ent|é moqu|e|é ridiculis|e|é|er|ée tempêt|e|é vocifèr|e éreint|e|é
    bras_de_fer guerre_des clash|e|s dispute|s querelle|s règlement_de_comptes brouille camouflet gifle humili|e|ent|é|ée|ant|ante|ation bourde|s bévue|s fiasco débâcle déroute désastre|s désastreu|x|se|ses catastrophe|s catastrophique|s calamiteu|x|se
    chaos chaotique|s pagaille cauchemar|desque drame|s dramatique|s|ment tragédie|s tragique|s|ment crise|s panique|nt hystérie peur|s angoisse|s détresse désespoir désespéré* misère calvaire enfer infernal|e deuil joie triomphe|s triomphal|e gloire
    explos|e|ent|é|ion|if|ive flamb|e|ent|é|ée envol|e|ent|ée s'effondr|e|ent effondrement plong|e|ent|é|eon dégringol|e|ent|é|ade dévast|e|é|ée|ateur|atrice ravag|e|é|ée|es ruin|e|é|ée anéanti|t|e pulvéris|e|é|ée écras|e|ent|é|ée|ant|ante laminé* balay|e|é|ée
    submerg|é|ée|e déferl|e|ent|ante vague_de flot_de afflux raz-de-marée invasion|s envahi|t|e|ssent envahisseur|s clandestin|s sans-papiers grand_remplacement assisté|s profiteur|s islamo-gauchiste|s bobo|s wokisme woke
    régime dictateur|s dictature tyran|s|nique despot|e|ique autocrate|s oligarque|s milliardaire|s clan caste élite|s laquais marionnette|s pantin|s traître|s trahi|t|son|e complot|s|iste|istes conspirateur|s propagande mensonge|s mensong|er|ère menteur|s ment mentir
    imposteur|s imposture fraudeu|r|rs|x escroc|s hypocri|te|tes|sie lâche|s|té honteu|x|se|ses honte cynique|s cynisme arrogan|t|te|ce mépris|ant|e infâme|s ignoble|s odieu|x|se|ses abject* immonde|s répugnant* écœurant* cruel|s|le|les cruauté impitoyable|s
    brutalement sauvage|s|ment sauvagerie féroce|s|ment virulent* violemment farouche|s âpre|s amer|s amère|s cinglant* lourd_revers draconien|s|ne|nes drastique|s sévère|s|ment dur|s|e|es intransigeant* extrême|s ultra ultra-conservateur ultraconservateur|s
    extrême_droite extrême_gauche d'extrême_droite d'extrême_gauche populiste|s raciste|s racisme fasciste|s nazi|s antisémite|s homophobe|s xénophobe|s sexiste|s misogyne|s complotiste|s négationniste|s antivax islamophobe|s
    héros héroïque|s héroïne|s légende|s légendaire|s icône|s idole|s star|s vedette|s génie|s génial|e prodige|s martyr|s|e courageu|x|se|ses courage brave|s audacieu|x|se intrépide|s brillant* magistral|e|ement magnifique|s splendide|s superbe|s sublime|s
    spectaculaire|s impressionnant* époustouflant* sensationnel|s|le|les incroyable|s|ment extraordinaire|s exceptionnel|s|le|les remarquable|s remarqué historique|s inédit* unique|s mythique|s culte|s fameu|x|se|ses célèbre|s emblématique|s inoubliable|s
    énorme|s immense|s gigantesque|s colossal|e|es massif|s massive|s|ment vertigineu|x|se|ses faramineu|x|se exorbitant* astronomique|s dérisoire|s ridicule|s absurde|s grotesque|s délirant* fou|s folle|s folie insensé* bizarre|s étrange|s mystérieu|x|se|ses mystère|s
    louche|s douteu|x|se|ses trouble|s opaque|s obscur* sinistre|s inquiétant* alarmant* dangereu|x|se|ses périlleu|x|se risqué* téméraire|s irresponsable|s incompéten|t|te|ce incapable|s inepte|s stupide|s bête|s idiot|s|e absurde naïf|s naïve|s
    enfin malheureusement hélas heureusement étonnamment étrangement scandaleusement honteusement secrètement discrètement vital|e|es vitaux crucial|e|es cruciaux urgent* impérati|f|ve indispensable|s déterminant* décisif|s décisive|s
    corrompu* corruption véreu|x|se criminel|s|le|les mafieu|x|se magouille|s combine|s manigance|s ourdi|t sabot|e|é|er purge|s répression répressif chasse_aux_sorcières rafle|s mainmise diktat ultimatum limog|é|ée|eage vir|é|ée évinc|é|ée débarqu|é|ée tabass|é|ée
    tension|s embras|e|ent|é|ement flambée attis|e|ent|é provoc|ation|ations|ateur|ant sem|e|ent_la_panique tristement pitoyable|s lamentable|s minable|s médiocre|s piteu|x|se`,
  loadedPairs: `tu|é|ée|er|ent|e/mort|s/décès~assassin|é|ée|at|er/exécut|é|ée|ion/meurtre|s gouvernement/pouvoir/autorités~régime combattant|s/soldat|s~terroriste|s/mercenaire|s manifestant|s/foule/manifestation|s~émeutier|s/casseur|s/émeute|s
    débat|s/discussion|s/désaccord|s/critique|s~polémique|s/clash/querelle|s critiqu|e|ent|é/dit/répond~fustig|e|ent|é/étrill|e|é/attaqu|e|ent|é/tacl|e|é migrant|s/réfugié|s/demandeurs_d'asile/exilé|s~clandestin|s/illégaux augment|e|ent|é/hausse~explos|e|ent|é/flamb|e|ent|é/envol|e|ée
    bais|se|sent/diminu|e|ent|é~s'effondr|e|ent/chut|e|ent/plong|e|ent opération|s/intervention|s/offensive~invasion/agression licenci|e|é|ée/quitt|e|é/remplac|é|ée~vir|é|ée/limog|é|ée/évinc|é|ée inquiétude|s/préoccupation|s~peur|s/panique/psychose
    bat/battu/gagn|e|é~humili|e|é/écras|e|é/pulvéris|e|é demand|e|ent|é~exig|e|ent|é/réclam|e|ent|é patron/entrepreneur/homme_d'affaires~milliardaire/oligarque/magnat arrêt|é|ée/interpell|é|ée~rafl|é|ée/traqu|é|ée part|ent|i/quitt|e|é~fui|t|r/fuient`,
  small: `très plus moins encore déjà aussi ne n' n'a n'ont n'est pas le la les l' un une des du de d' à au aux en dans sur sous par pour avec sans contre entre vers chez et ou mais donc car
    ce cet cette ces son sa ses leur leurs il elle ils elles on nous vous je se s' qui que qu' dont où est sont était été être a ont avait avoir fait faire peut deux an ans année jour jours nouveau nouvelle`,
};
