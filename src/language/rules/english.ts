import type { LanguageRules } from "./language-rules.ts";

export const ENGLISH: LanguageRules = {
  grammar:
    "the a an of to and in on at for with by from as that this these those it its is are was were be been has have had he she they we you i his her their our but or if when while after before since there then than so who which what how about into over more no not yet also still now meanwhile however",
  hedges:
    "may might could would reportedly allegedly alleged apparently appears appear appeared seems seem seemed possibly perhaps probably likely unlikely presumably supposedly purportedly purported suspected suspect suspects believed thought claimed claims claim suggests suggest suggested unconfirmed potentially potential some_say it_is_believed it_is_understood is_said_to are_said_to is_thought_to are_thought_to is_expected_to are_expected_to so-called",
  pronouns: "he she they it we i you who",
  clauses: "that which when where while because and but or if after before since so than then",
  approximate:
    "about around roughly approximately nearly almost as_many_as up_to at_least more_than fewer_than less_than some",
  negations: "not no never none nobody nothing nowhere neither nor cannot without denied denies deny refused refuses",
  notNegations:
    "not_only not_just not_least not_to_mention no_doubt without_doubt without_a_doubt no_matter nothing_but more_often_than_not whether_or_not",
  negatedEnding: "n't",
  negatedBeginning: null,
  saying: "said says say saying told tells added adds stated explained explains wrote noted tweeted",
  speech:
    "announced/announces/announce claimed argued/argues/argue insisted/insists/insist admitted/admits/admit confirmed/confirms/confirm denied/denies/deny warned/warns/warn reported alleged/alleges acknowledged/acknowledges testified/testifies conceded/concedes suggested/suggests promised threatened/threatens estimated according_to citing quoted_by as_per",
  sourceAfter: "according_to citing quoted_by as_per",
  loaded:
    "terrorist terrorists terror militant militants extremist extremists radical radicals regime dictator strongman thug thugs mob rioters riot riots looters massacre slaughter slaughtered brutal brutally savage barbaric horrific shocking shocked outrage outrageous outraged fury furious slammed slams blasted blasts ripped destroyed humiliated disgraced notorious infamous controversial scandal cover-up propaganda fake hoax lie lies lied liar sham illegal_immigrants illegal_aliens illegals migrants invasion swarm flood_of crackdown purge genocide atrocity atrocities heroic hero heroes martyr martyrs brave cowardly corrupt crooked racist bigot bigoted fascist nazi communist far-right far-left hardline hardliner ultra-conservative denier deniers conspiracy woke elite elites thugs landmark historic disastrous catastrophic chaos chaotic",
  titles:
    "mr mrs ms miss mx dr prof professor sir dame lord lady king queen prince princess president vice_president prime_minister premier minister chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor judge justice attorney general gen colonel col captain capt major maj lieutenant lt sergeant sgt officer detective chief director chairman chairwoman ceo pope bishop archbishop cardinal rabbi imam sheikh reverend rev father sister coach",
  weekdays: "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
  relativeDays: "today yesterday tomorrow tonight",
  numbers:
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
  ordinals: "first second third fourth fifth sixth seventh eighth ninth tenth",
  and: "and",
  ranges: "to",
  articles: "a an",
  scales: "hundred:100 thousand:1e3 million:1e6 billion:1e9 trillion:1e12",
  units: "percent:% per_cent:% dollar:$ dollars:$ us_dollars:$ euro:€ euros:€ pound:£ pounds:£ yen:¥ rupees:₹",
  nounsCapitalised: false,
};
