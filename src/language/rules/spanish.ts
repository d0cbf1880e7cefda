import type { LanguageRules } from "./language-rules.ts";

export const SPANISH: LanguageRules = {
  grammar:
    "el la los las un una unos unas de del al a y e o u en con por para sin sobre entre hasta desde que se su sus lo le les es son era eran fue fueron ha han había habían ser está están este esta estos estas ese esa pero si como más no ya también cuando donde quien tras según después antes ante muy él ella ellos ellas",
  hedges:
    "podría podrían habría habrían sería serían puede pueden quizá quizás tal_vez probablemente posiblemente presuntamente presunto presunta presuntos presuntas supuesto supuesta supuestos supuestas supuestamente aparentemente parece parecen parecía sospechoso sospechosa sospechosos posible posibles llamado llamada sin_confirmar",
  pronouns: "él ella ellos ellas yo nosotros",
  clauses: "que quien cuando donde porque y pero o si tras después antes mientras",
  approximate: "unos unas cerca_de alrededor_de casi aproximadamente hasta al_menos por_lo_menos más_de menos_de",
  negations: "no nunca jamás nada nadie ningún ninguno ninguna ni tampoco sin negó niega negaron rechazó",
  notNegations: "no_solo no_sólo no_solamente sin_embargo no_obstante sin_duda nada_más",
  negatedEnding: null,
  negatedBeginning: null,
  saying:
    "dijo dice dijeron dicen afirmó afirma afirmaron declaró declara explicó explica añadió añade agregó agrega señaló señala indicó indica informó informa comentó comenta manifestó manifiesta escribió escribe",
  speech:
    "aseguró/asegura/aseguraron confirmó/confirma sostuvo/sostiene advirtió/advierte reconoció/reconoce denunció/denuncia admitió/admite negó/niega anunció/anuncia prometió/promete estimó/estima insistió/insiste según de_acuerdo_con",
  sourceAfter: "según de_acuerdo_con",
  loaded:
    "terrorista terroristas terror extremista extremistas radical radicales régimen dictador dictadura caudillo turba vándalos disturbios masacre matanza brutal brutales salvaje bárbaro impactante escándalo escandaloso polémico polémica controvertido controvertida propaganda mentira mentiras mentiroso ilegales invasión avalancha_de oleada_de purga genocidio atrocidad atrocidades héroe héroes heroico mártir mártires valiente cobarde corrupto corrupta racista racistas fascista fascistas nazi nazis ultraderecha ultraizquierda ultraderechista extrema_derecha extrema_izquierda negacionista conspiración caos catastrófico desastroso histórico histórica",
  titles:
    "sr sra srta señor señora don doña dr dra doctor doctora profesor profesora presidente presidenta vicepresidente vicepresidenta primer_ministro ministro ministra senador senadora diputado diputada alcalde alcaldesa gobernador gobernadora juez jueza fiscal general coronel capitán director directora papa obispo arzobispo cardenal rey reina príncipe princesa canciller secretario secretaria entrenador",
  weekdays: "lunes martes miércoles jueves viernes sábado domingo",
  relativeDays: "hoy ayer mañana anteayer",
  numbers:
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  ordinals:
    "primero/primer/primera/primeros/primeras segundo/segunda tercero/tercer/tercera cuarto/cuarta quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima",
  compass: "",
  and: "y",
  ranges: "a",
  articles: "un una",
  scales: "cien:100 ciento:100 mil:1e3 millón:1e6 millones:1e6",
  units: "por_ciento:% euro:€ euros:€ de_euros:€ dólar:$ dólares:$ de_dólares:$ pesos:₱ de_pesos:₱",
  amounts:
    "decenas/decenas_de cientos/cientos_de centenares/centenares_de miles/miles_de decenas_de_miles millones_de miles_de_millones una_decena_de/una_decena una_docena_de/una_docena una_veintena_de/una_veintena un_centenar_de/un_centenar un_millar_de la_mitad un_tercio/una_tercera_parte dos_tercios/dos_terceras_partes un_cuarto/una_cuarta_parte tres_cuartos/tres_cuartas_partes un_puñado_de",
  vague:
    "varios/varias muchos/muchas algunos/algunas pocos/pocas unos_pocos la_mayoría/mayoría todos/todas/todos_los/todas_las ambos/ambas ningún/ninguno/ninguna mitad tercio doble/duplicó/duplicado triple/triplicó numerosos/numerosas solo/único/única",
  relations:
    "al_menos/por_lo_menos/como_mínimo/no_menos_de:>= más_de/por_encima_de:> hasta/como_máximo/a_lo_sumo/no_más_de:<= menos_de/por_debajo_de:< unos/unas/cerca_de/alrededor_de/casi/aproximadamente/en_torno_a:≈",
  measures:
    "metro/metros kilómetro/kilómetros centímetro/centímetros milímetro/milímetros milla/millas pie/pies pulgada/pulgadas gramo/gramos kilo/kilos/kilogramo/kilogramos tonelada/toneladas hectárea/hectáreas acre/acres metros_cuadrados kilómetros_cuadrados litro/litros hectolitro/hectolitros barril/barriles grado/grados vatio/vatios kilovatio/kilovatios megavatio/megavatios gigavatio/gigavatios",
  times:
    "la_semana_pasada/semana_pasada/la_pasada_semana esta_semana la_próxima_semana/próxima_semana/la_semana_próxima/la_semana_que_viene el_mes_pasado/mes_pasado/el_pasado_mes este_mes el_próximo_mes/próximo_mes/el_mes_próximo/el_mes_que_viene el_año_pasado/año_pasado/el_pasado_año este_año el_próximo_año/próximo_año/el_año_próximo/el_año_que_viene este_fin_de_semana el_fin_de_semana_pasado/pasado_fin_de_semana el_próximo_fin_de_semana/próximo_fin_de_semana fin_de_semana/fines_de_semana cada_hora cada_día/todos_los_días/a_diario/diariamente/diario/diaria cada_semana/todas_las_semanas/semanal/semanalmente cada_mes/todos_los_meses/mensual/mensualmente cada_año/todos_los_años/anual/anualmente esta_mañana esta_tarde esta_noche por_la_mañana/de_la_mañana por_la_tarde/de_la_tarde por_la_noche/de_la_noche madrugada/de_madrugada medianoche mediodía amanecer anochecer primavera verano otoño invierno anoche primer_trimestre/t1 segundo_trimestre/t2 tercer_trimestre/t3 cuarto_trimestre/t4 últimos_días últimas_semanas últimos_meses últimos_años próximos_días próximas_semanas próximos_meses próximos_años años_veinte años_treinta años_cuarenta años_cincuenta años_sesenta años_setenta años_ochenta años_noventa",
  spans:
    "segundo/segundos minuto/minutos hora/horas día/días semana/semanas mes/meses año/años década/décadas siglo/siglos",
  partsOfYear: "principios_de/comienzos_de finales_de/fines_de mediados_de",
  agoBefore: "hace desde_hace",
  agoAfter: "después más_tarde antes",
  clockAfter: "a_las a_la las",
  per: "al_día/por_día/diarios/diarias/cada_día por_semana/a_la_semana/semanales/cada_semana al_mes/por_mes/mensuales/cada_mes al_año/por_año/anuales/cada_año por_hora/a_la_hora/cada_hora por_minuto por_segundo por_persona/por_habitante/per_cápita",
  nounsCapitalised: false,
};
