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
  and: "et",
  ranges: "à",
  articles: "un une",
  scales: "cent:100 cents:100 mille:1e3 million:1e6 millions:1e6 milliard:1e9 milliards:1e9",
  units: "pour_cent:% euro:€ euros:€ d'euros:€ dollar:$ dollars:$ de_dollars:$ livres:£ de_livres:£",
  nounsCapitalised: false,
};
