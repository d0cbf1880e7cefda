import type { ClaimLists } from "./claim-lists.ts";

export const SPANISH: ClaimLists = {
  endings: "o a os as s es",
  hedges: `podría|n sería|n habría|n quizá|s tal_vez posible|s posiblemente probable|s probablemente supuest* supuestamente presunt* presuntamente aparentemente al_parecer parece|n parecía|n
    sospechos* potencial|es potencialmente eventual|es no_confirmad* sin_confirmar según_se_cree se_cree_que se_estima_que presumiblemente debería|n a_lo_mejor`,
  notHedges: "lo_antes_posible tan_pronto_como_sea_posible lo_más_pronto_posible no_es_posible lo_posible",
  plans: `va_a van_a iba_a planea|n planeaba|n prevé|n tiene_previsto tienen_previsto pretende|n quiere|n espera|n proyecta|n estudia|n prepara|n a_punto_de está_por prevista|o|s
    intenta|n intentará|n promete|n amenaza|n_con anuncia_que`,
  infinitive: "",
  denials: "no nunca jamás nada nadie ningún|o|a ni sin tampoco ya_no apenas",
  notDenials:
    "no_solo no_sólo no_solamente no_obstante sin_duda sin_lugar_a_dudas sin_embargo sin_ninguna_duda no_menos_de nada_más sin_precedentes no_más_que no_hay_duda",
  deniedEnding: "",
  deniedBeginning: "",
  prefixes: "in im i ir des dis no- anti- mal",
  opposites: `aprob|ó|aron|ar|ado|ada/aprueba|n/acept|ó|a|an|aron|ar|ado|ada/apoy|ó|a|an|aron|ar/respald|ó|a|an|aron/avala|n/avaló/votó_a_favor~rechaz|ó|a|an|aron|ar|ado|ada/deneg|ó|ado/declin|ó|a|ar|ado/rehus|ó|a/critic|ó|a|an|aron/vet|ó|a|ado/bloque|ó|a|an/tumb|ó|a/desaprueba
    sub|ió|e|en|ieron|ir|ido|ida/aument|ó|a|an|aron|ar|ado/crec|ió|e|en|ieron/increment|ó|a|an|aron/alza/asciende|n~baj|ó|a|an|aron|ar|ado|ada/disminu|yó|ye|yen|yeron/ca|yó|e|en|yeron|ída/descend|ió|e|ieron/descenso/reduj|o|eron/retrocede|n/desciende
    más~menos superior|es~inferior|es ganancia|s/beneficio|s~pérdida|s superávit~déficit culpable|s~inocente|s/absuelt* conden|ó|a|ado|ada|ados~absolvió/absuelt*/absuelve
    gan|ó|a|an|aron|ar|ado/victoria|s/triunf|o|a|ó/venc|ió|e/derrot|ó|a_a~perd|ió|ieron|er|ido/pierde|n/derrota|s/cae|n/cayó permit|ió|e|en|ieron|ir|ido|ida/autoriz|ó|a|an|aron|ar|ado|ada/legaliz|ó|a~prohib|ió|ieron|ir|ido|ida/prohíbe|n/veta|n/vetó/impide|n/impidió
    abiert*/abr|ió|e|en|ieron|ir/reabr|ió|e~cerrad*/cierra|n/cerr|ó|aron|ar confirm|ó|a|an|aron|ar|ado/admit|ió|e|en|ieron/reconoc|ió|e|en|ieron~neg|ó|ado|ar|aron/niega|n/desmint|ió|ieron/desmiente|n/rechaz|ó|a
    viv*/sobreviv|ió|e|ieron/con_vida~muert*/murió/muere|n/murieron/sin_vida/fallec|ió|e/asesinad* éxito/logr|ó|a|an|aron/consigu|ió|e|en~fracas|ó|a|an|aron|o/fall|ó|a contrat|ó|a|ado/fich|ó|a~despid|ió|e|en/despedid*/destituy|ó|e/echó
    empez|ó|aron/empieza|n/comenz|ó/comienza|n/inici|ó|a|an~termin|ó|a|an|aron/par|ó|an/deten|ido/suspend|ió|e|ido|ida/acab|ó|a con~sin favor~contra siempre~nunca/jamás todos/alguien/algún|o/una/un/dos/varios~nadie/ningún|o|a/ninguna
    liberad*/liber|ó|a|an/en_libertad~detenid*/detuv|o|ieron/encarcelad*/arrestad* compr|ó|a|an|ar|aron~vend|ió|e|en|er|ieron qued|ó|a|arse/permanec|e|ió/sigue|n/se_queda~dej|ó|a|an/abandon|ó|a|an/sale|n/salió/se_va manten|ida|ido/mantiene|n/mantuv|o|ieron~cancel|ó|a|an|ado|ada/anul|ó|a|ado|ada/suspend|e|ió|ida/retir|ó|a/levant|ó|a
    reforz|ó|ado/refuerza|n/fortalec|e|ió~debilit|ó|a|ado verdader*/ciert*~fals* presente|s~ausente|s mejor|es~peor|es mejor|ó|a|an~empeor|ó|a|an favorable|s~desfavorable|s/contrari* legal|es~ilegal|es capaz~incapaz capaces~incapaces
    segur*~peligros*/insegur* sí~no mayoría~minoría voluntari*~obligatori*/forzad* públic*~privad*/secret* contrató~despidió aliado|s~enemigo|s`,
  says: "dijo dice|n dijeron diciendo decía señaló_que",
  saysThat: `explic|ó|a|an|aron añad|ió|e|en agreg|ó|a|an afirm|ó|a|an|aron señal|ó|a|an|aron declar|ó|a|an|aron indic|ó|a|an|aron inform|ó|a|an|aron coment|ó|a|an escrib|ió|e asegur|ó|a|an|aron
    anunci|ó|a|an|aron report|ó|a|an manifest|ó|a|an apunt|ó|a|an relat|ó|a cont|ó precis|ó|a|an revel|ó|a|an consider|a|an|ó cree|n`,
  tells: `confirm|ó|a|an|aron neg|ó|aron/niega|n desmint|ió|ieron/desmiente|n admit|ió|e|en|ieron reconoc|ió|e|en|ieron advirt|ió|ieron/advierte|n denunci|ó|a|an|aron acus|ó|a|an|aron insist|ió|e|en
    promet|ió|e|en amenaz|ó|a|an critic|ó|a|an alert|ó|a|an aleg|ó|a|an sostuvo/sostiene|n reclam|ó|a|an exig|ió|e|en teme|n|ió jur|ó|a sugir|ió/sugiere|n sospecha|n augur|ó|a vaticin|ó|a subray|ó|a|an recalc|ó|a`,
  sourceBefore: "según de_acuerdo_con en_palabras_de a_juicio_de segun",
  sourceAfter: "",
  clauseMarks: "que si cómo como por_qué",
  finite:
    "es son era eran fue fueron ha han había habían será serán está están estaba puede pueden debe deben va van tiene tienen hay hubo sería habría",
  notSaying: "a de para por el la los las un una su sus al del ser haber fue fueron sido este esta",
  sources: `policía informe|s estudio|s encuesta|s medios prensa ministr|o|a ministerio gobierno president|e|a expert|os|o|a científic|os|o|a investigador|es|a fiscal|ía tribunal testigo|s abogad|o|a|os familia madre padre
    hermano hermana alcalde|sa sindicato|s bomberos ue onu otan kremlin ejército entrenador club fuente|s médic|os|o agencia|s ong oposición empresa portavoz diario periódico autoridades juez|a`,
  loaded: `terrorista|s terror terrorismo extremista|s extremismo islamista|s radical|es fanátic* rebelde|s insurgente|s yihadista|s alborotador|es vándal*|ismo disturbios turba horda|s banda|s matón|es matones mercenari* sicario|s esbirro|s secuaz|ces
    carnicer|o|ía monstruo|s|so salvaje|s|mente salvajismo bárbar*|ie brutal|es|mente brutalidad sangrient* sanguinari* baño_de_sangre matanza|s masacre|s masacr|ó|ado|ados atrocidad|es atroz atroces genocid|io|a asesin|ó|ado|ada|ato|atos|an|ar|o|os ejecut|ó|ado|ada|ados linch|ado|amiento
    horror|es horrible|s horroroso|a horripilante espantos* terrible|s aterrador|a|as|es escalofriante|s estremecedor|a impact|o|ante|antes conmoc|ión|ionado impresion|ante|antes escándalo|s escandalos* indign|ó|ado|ada|ante|ación ira iracund* furi|a|oso|osa|osos rabia cólera
    polémic*|as controversi|a|as controvertid* cuestionad* criticad* carg|a|ó_contra arremet|e|ió|en|ieron fustig|ó|a vapule|ó|a|ado ridiculiz|ó|a burl|ó|a|as mof|a|ó despotric|ó|a tild|ó|a embist|e|ió zarand|ea|eó apalea|n revienta|n
    bronca|s rifirrafe|s trifulca|s pelea|s bofetada|s choque|s guerra_de pulso batalla_campal humill|ó|a|ado|ada|ante|ación bochorn|o|oso metedura_de_pata fiasco desastre|s desastros* catástrof|e|es catastrófic* debacle calamidad calamitos*
    caos caótic* pesadilla|s drama|s dramátic*|amente tragedia|s trágic* crisis pánico histeria miedo|s temor|es angustia desesperación desesperad* miseria calvario infiern|o|al duelo júbilo alegría triunf|o|al|ante gloria
    explot|a|ó|ar dispar|a|ó|an|ado se_dispara|n se_disparó desplom|a|an|ó|e hund|e|en|ió|imiento derrumb|a|ó|e desbocad* devast|ó|ado|ada|ador|adora arras|ó|a|an|ado aplast|ó|a|an|ado|ante pulveriz|ó|a demol|ió|edor arroll|ó|a|ador destroz|ó|a|an|ado fulmin|ó|a|ante
    oleada_de avalancha_de marea_de aluvión invasión invasor|es invad|e|en|ió ilegales mantero|s okupa|s menas paguita|s progre|s woke ideología_de_género feminazi|s
    régimen dictador|es dictadura tiran|o|os|ía déspota|s autócrata|s oligarca|s multimillonari* magnate|s casta élite|s títere|s marioneta|s traidor|es|a traicion|ó|a|ado|es complot conspir|ación|aciones|anoico propaganda bulo|s mentira|s mentiros* mient|e|en mintió
    impostor|es estafa|dor farsa|nte hipócrit|a|as hipocresía cobarde|s cobardía vergonzos* vergüenza cínic*|smo arrogan|te|tes|cia infame|s innoble|s odios* repugnante|s asqueros* cruel|es crueldad despiadad* implacable|s
    feroz feroces virulent* violentamente encarnizad* amarg* fulminante|s draconian* drástic* sever* dur* durísim* extrem* ultra|s ultraderecha ultraizquierda extrema_derecha extrema_izquierda ultraconservador|es|a populista|s racista|s racismo fascista|s nazi|s antisemita|s
    homófob* xenófob* machista|s misógin* negacionista|s antivacunas facha|s golpista|s comunista|s bolivarian* separatista|s
    héroe|s heroic* heroína|s leyenda|s legendari* icono|s ícono|s ídol* estrella|s astro|s genio|s genial|es prodigio|s mártir|es valiente|s valentía audaz audaces intrépid* brillante|s magistral|es magnífic* espléndid* soberbi* sublime|s
    espectacular|es impresionante|s asombros* sensacional|es increíble|s|mente extraordinari* excepcional|es notable|s históric* inédit* únic* mític* famos* célebre|s emblemátic* inolvidable|s
    enorm|e|es inmens* gigantesc* colosal|es masiv* desorbitad* astronómic* descomunal|es irrisori* ridícul* absurd* grotesc* delirante|s loc* locura insensat* bizarr* extrañ* misterios* misterio|s
    turbi* dudos* opac* oscur* siniestr* inquietante|s alarmante|s peligros* arriesgad* temerari* irresponsable|s incompetente|s incompetencia inepto|s estúpid* tont* idiota|s ingenu*
    finalmente lamentablemente desgraciadamente afortunadamente sorprendentemente extrañamente vergonzosamente vital|es crucial|es urgente|s imperativ* indispensable|s decisiv*
    corrupt* corrupción criminal|es mafios* chanchullo|s tram|a|as maniobra|s trama|n urde|n sabote|ó|a purga|s represión represiv* caza_de_brujas redada|s dictado|s ultimátum fulminad* defenestrad* destituid* tensión tensiones incendi|a|ó|ario aviv|a|ó provoc|ación|ador|adora
    patétic* lamentable|s mediocre|s pésim* nefast* secretamente`,
  loadedPairs: `mat|ó|a|an|aron|ar|ado/muert|e|es|os|o/murió~asesin|ó|a|an|ado|ada|ato/ejecut|ó|ado|ada gobierno/administración/autoridades~régimen combatiente|s/soldado|s/tropas~terrorista|s/mercenario|s manifestante|s/multitud/protesta|s~turba/vándalos/disturbios
    debate|s/discusión/desacuerdo|s/crítica|s~polémica|s/bronca/pelea critic|ó|a|an/dijo/dice/responde~arremete/fustiga/carga_contra/ataca migrante|s/refugiado|s/solicitantes_de_asilo~ilegales/clandestino|s
    sub|e|en|ió/aument|a|an|ó~dispar|a|an|ado/explot|a|ó baj|a|an|ó/disminuye|n/cae|n~desplom|a|an|ó|e/hund|e|en|ió operación/intervención/acción~invasión/agresión despid|e|ió/sustituye~fulmin|a|ó/defenestr|a|ó inquietud/preocupación~miedo/pánico
    gan|a|ó/vence/venció/derrota/derrotó~humill|a|ó/aplast|a|ó/arroll|a|ó pid|e|en|ió~exig|e|en|ió/reclam|a|ó empresari|o|a~multimillonari|o|a/magnate/oligarca sale|n/salió/deja|n~huy|e|en|ó|eron`,
  small: `muy más menos también ya aún todavía no el la los las un una unos unas de del a al en con por para sin contra entre sobre hasta desde y o pero que se su sus lo le les este esta estos estas
    ese esa es son fue fueron era eran ser ha han había haber está están estar hay hace dos año años día días nuevo nueva como cuando donde quien`,
};
