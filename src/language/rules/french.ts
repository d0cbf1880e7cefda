import type { LanguageRules } from "./language-rules.ts";

export const FRENCH: LanguageRules = {
  grammar:
    "le la les l' un une des du de et ou à au aux en dans sur sous par pour avec sans ce cet cette ces il elle ils elles on nous vous je se sa son ses leur leurs qui que quoi dont où est sont était étaient a ont avait avaient été mais si comme plus ne pas après avant depuis lors alors aussi ainsi entre vers chez c'est",
  hedges:
    "aurait auraient serait seraient pourrait pourraient devrait devraient peut-être probablement vraisemblablement apparemment sans_doute semble semblent semblait présumé présumée présumés présumées soupçonné soupçonnée soupçonnés suspect suspects prétendu prétendue prétendument supposé supposée supposés soi-disant éventuel éventuelle éventuellement possible possiblement selon_toute_vraisemblance non_confirmé",
  pronouns: "il elle ils elles on nous je",
  clauses: "que qui quand où parce et mais ou si après avant puisque lorsque",
  approximate: "environ près_de presque quelque jusqu'à au_moins plus_de moins_de",
  negations: "ne pas jamais rien aucun aucune ni nul nulle sans dément démenti nie nié refuse refusé",
  notNegations: "non_seulement pas_seulement sans_doute rien_que ne_pas_seulement sans_précédent",
  negatedEnding: null,
  negatedBeginning: "n'",
  saying:
    "dit disent déclaré déclare affirmé affirme affirment ajouté ajoute expliqué explique indiqué indique indiquent précisé précise raconté raconte rapporté rapporte rapportent écrit écrivait",
  speech:
    "assuré/assure confirmé/confirme souligné/souligne averti/avertit soutient/soutenu reconnu/reconnaît prétendu/prétend démenti/dément estimé/estime annoncé/annonce promis/promet avoué/avoue menacé/menace selon d'après",
  sourceAfter: "selon d'après",
  loaded:
    "terroriste terroristes terreur extrémiste extrémistes radical radicaux régime dictateur despote casseurs émeutiers émeute émeutes massacre carnage brutal brutale barbare barbarie choquant choquante scandale scandaleux scandaleuse controversé controversée polémique sulfureux sulfureuse propagande mensonge mensonges menteur clandestins sans-papiers invasion submersion vague_de purge génocide atrocité atrocités héros héroïque martyr martyrs courageux lâche corrompu corrompue raciste racistes fasciste fascistes nazi nazis extrême_droite extrême_gauche ultra-droite complotiste complotistes négationniste chaos catastrophique désastreux historique",
  titles:
    "m mme mlle monsieur madame dr docteur pr professeur président présidente ministre sénateur sénatrice député députée maire préfet préfète juge procureur procureure général colonel commissaire directeur directrice pape évêque archevêque cardinal roi reine prince princesse chancelier chancelière gouverneur secrétaire entraîneur maître me",
  weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche",
  relativeDays: "aujourd'hui hier demain avant-hier",
  numbers:
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
  ordinals:
    "premier/première/premiers/premières/1er deuxième/second/seconde troisième quatrième cinquième sixième septième huitième neuvième dixième",
  compass: "",
  and: "et",
  ranges: "à",
  articles: "un une",
  scales: "cent:100 cents:100 mille:1e3 million:1e6 millions:1e6 milliard:1e9 milliards:1e9",
  units: "pour_cent:% euro:€ euros:€ d'euros:€ dollar:$ dollars:$ de_dollars:$ livres:£ de_livres:£",
  amounts:
    "dizaines/des_dizaines/des_dizaines_de centaines/des_centaines/des_centaines_de milliers/des_milliers/des_milliers_de des_millions_de des_milliards_de une_dizaine_de/une_dizaine une_douzaine_de/une_douzaine une_vingtaine_de/une_vingtaine une_trentaine_de/une_trentaine une_centaine_de/une_centaine un_millier_de/un_millier la_moitié un_tiers/le_tiers deux_tiers/les_deux_tiers un_quart/le_quart trois_quarts/les_trois_quarts une_poignée_de",
  vague:
    "plusieurs beaucoup_de quelques peu_de la_plupart/la_plupart_des tous_les/toutes_les/tous/toutes aucun/aucune moitié tiers quart double/doublé/doubler triple/triplé nombreux/nombreuses/de_nombreux/de_nombreuses deux_fois seul/seule majorité",
  relations:
    "au_moins/au_minimum/pas_moins_de:>= plus_de/plus_d':> jusqu'à/au_plus/au_maximum/pas_plus_de:<= moins_de/moins_d':< environ/près_de/quelque/autour_de/presque/à_peu_près/à_peine:≈",
  measures:
    "mètre/mètres kilomètre/kilomètres centimètre/centimètres millimètre/millimètres mile/miles pied/pieds pouce/pouces gramme/grammes kilo/kilos/kilogramme/kilogrammes tonne/tonnes hectare/hectares acre/acres mètres_carrés kilomètres_carrés litre/litres hectolitre/hectolitres baril/barils degré/degrés watt/watts kilowatt/kilowatts mégawatt/mégawatts gigawatt/gigawatts",
  times:
    "la_semaine_dernière/la_semaine_passée/semaine_dernière cette_semaine la_semaine_prochaine/semaine_prochaine le_mois_dernier/mois_dernier/le_mois_passé ce_mois/ce_mois-ci le_mois_prochain/mois_prochain l'an_dernier/l'année_dernière/an_dernier/année_dernière/l'an_passé/l'année_passée cette_année l'an_prochain/l'année_prochaine/an_prochain/année_prochaine ce_week-end/ce_weekend le_week-end_dernier le_week-end_prochain week-end/weekend/week-ends cet_été l'été_dernier l'été_prochain cet_hiver cet_automne ce_printemps chaque_heure/toutes_les_heures chaque_jour/tous_les_jours/quotidiennement/quotidien/quotidienne chaque_semaine/toutes_les_semaines/hebdomadaire chaque_mois/tous_les_mois/mensuel/mensuelle chaque_année/tous_les_ans/annuel/annuelle/annuellement ce_matin cet_après-midi ce_soir cette_nuit matin/matinée après-midi soir/soirée nuit/nuits minuit midi aube/l'aube/à_l'aube printemps l'été/à_l'été automne/l'automne/à_l'automne hiver/l'hiver premier_trimestre/t1 deuxième_trimestre/second_trimestre/t2 troisième_trimestre/t3 quatrième_trimestre/t4 ces_derniers_jours/derniers_jours ces_dernières_semaines/dernières_semaines ces_derniers_mois/derniers_mois ces_dernières_années/dernières_années prochains_jours prochaines_semaines prochains_mois fin_de_l'année en_semaine",
  spans:
    "seconde/secondes minute/minutes heure/heures jour/jours semaine/semaines mois an/ans année/années décennie/décennies siècle/siècles",
  partsOfYear: "début fin mi- mi",
  agoBefore: "il_y_a depuis",
  agoAfter: "plus_tard plus_tôt auparavant",
  clockAfter: "",
  per: "par_jour/quotidiennement/chaque_jour par_semaine/chaque_semaine par_mois/mensuellement/chaque_mois par_an/annuellement/chaque_année par_heure/l'heure/à_l'heure par_minute par_seconde par_personne/par_tête/par_habitant",
  nounsCapitalised: false,
};
