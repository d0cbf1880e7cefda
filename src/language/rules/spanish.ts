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
    "segundo/segundos minuto/minutos hora/horas día/días semana/semanas mes/meses año/años década/décadas siglo/siglos metro/metros kilómetro/kilómetros centímetro/centímetros milímetro/milímetros milla/millas pie/pies pulgada/pulgadas gramo/gramos kilo/kilos/kilogramo/kilogramos tonelada/toneladas hectárea/hectáreas acre/acres metros_cuadrados kilómetros_cuadrados litro/litros hectolitro/hectolitros barril/barriles grado/grados vatio/vatios kilovatio/kilovatios megavatio/megavatios gigavatio/gigavatios",
  per: "al_día/por_día/diarios/diarias/cada_día por_semana/a_la_semana/semanales/cada_semana al_mes/por_mes/mensuales/cada_mes al_año/por_año/anuales/cada_año por_hora/a_la_hora/cada_hora por_minuto por_segundo por_persona/por_habitante/per_cápita",
  nounsCapitalised: false,
};
