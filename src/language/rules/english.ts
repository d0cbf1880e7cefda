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
  compass: "n:north s:south e:east w:west",
  and: "and",
  ranges: "to",
  articles: "a an",
  scales: "hundred:100 thousand:1e3 million:1e6 billion:1e9 trillion:1e12",
  units: "percent:% per_cent:% dollar:$ dollars:$ us_dollars:$ euro:€ euros:€ pound:£ pounds:£ yen:¥ rupees:₹",
  amounts:
    "dozens/dozens_of hundreds/hundreds_of thousands/thousands_of tens_of_thousands hundreds_of_thousands millions/millions_of billions/billions_of scores_of half_of/half_the/half_a half-dozen/half_a_dozen a_third_of/one_third/a_third two-thirds/two_thirds a_quarter_of/one_quarter three-quarters/three_quarters a_handful_of a_dozen",
  vague:
    "many several few/a_few some most all both no none half quarter third double/doubled/doubles twice triple/tripled twin single numerous countless handful majority a_couple_of pair_of one/a_single",
  relations:
    "at_least/no_fewer_than/not_less_than/no_less_than/a_minimum_of:>= more_than/over/above/upwards_of/in_excess_of:> up_to/as_many_as/at_most/no_more_than/a_maximum_of/as_much_as:<= fewer_than/less_than/under/below:< about/around/roughly/approximately/some/nearly/almost/close_to/circa/an_estimated/just_over/just_under:≈",
  measures:
    "metre/metres/meter/meters foot/feet/ft inch/inches yard/yards mile/miles kilometre/kilometres/kilometer/kilometers centimetre/centimetres/centimeter/centimeters gram/grams/gramme/grammes kilo/kilos/kilogram/kilograms tonne/tonnes ton/tons pound_of ounce/ounces acre/acres hectare/hectares square_mile/square_miles square_kilometre/square_kilometres/square_kilometers litre/litres/liter/liters gallon/gallons barrel/barrels pint/pints degree/degrees watt/watts kilowatt/kilowatts megawatt/megawatts gigawatt/gigawatts byte/bytes kilobyte/kilobytes megabyte/megabytes gigabyte/gigabytes",
  times:
    "last_week this_week next_week previous_week/the_previous_week coming_week/the_coming_week past_week/the_past_week last_month this_month next_month previous_month/the_previous_month coming_month/the_coming_month past_month/the_past_month last_year this_year next_year previous_year/the_previous_year coming_year/the_coming_year past_year/the_past_year last_weekend this_weekend next_weekend previous_weekend/the_previous_weekend coming_weekend/the_coming_weekend past_weekend/the_past_weekend last_summer this_summer next_summer previous_summer/the_previous_summer coming_summer/the_coming_summer past_summer/the_past_summer last_winter this_winter next_winter previous_winter/the_previous_winter coming_winter/the_coming_winter past_winter/the_past_winter last_spring this_spring next_spring previous_spring/the_previous_spring coming_spring/the_coming_spring past_spring/the_past_spring last_autumn this_autumn next_autumn previous_autumn/the_previous_autumn coming_autumn/the_coming_autumn past_autumn/the_past_autumn last_night this_night next_night previous_night/the_previous_night coming_night/the_coming_night past_night/the_past_night last_season this_season next_season previous_season/the_previous_season coming_season/the_coming_season past_season/the_past_season last_decade this_decade next_decade previous_decade/the_previous_decade coming_decade/the_coming_decade past_decade/the_past_decade last_quarter this_quarter next_quarter previous_quarter/the_previous_quarter coming_quarter/the_coming_quarter past_quarter/the_past_quarter every_hour/each_hour/hourly every_day/each_day/daily every_week/each_week/weekly every_month/each_month/monthly every_year/each_year/yearly/annually fortnightly every_other_day every_other_week twice_a_day twice_a_week once_a_week once_a_day once_a_month once_a_year weekend/weekends weekday/weekdays midnight noon/midday dawn dusk morning/mornings afternoon/afternoons evening/evenings night/nights overnight lunchtime pre-dawn early_hours sunrise sunset the_morning this_morning this_afternoon this_evening spring summer autumn winter first_quarter/first-quarter/q1 second_quarter/second-quarter/q2 third_quarter/third-quarter/q3 fourth_quarter/fourth-quarter/q4 first_half_of_the_year second_half_of_the_year mid-year year-end end_of_the_year recent_days recent_weeks recent_months recent_years these_last_few_days the_last_few_days/the_past_few_days last_few_weeks/past_few_weeks last_few_years/past_few_years coming_days/next_few_days coming_weeks/next_few_weeks coming_months/next_few_months",
  spans:
    "second/seconds/secs minute/minutes/mins hour/hours/hrs day/days week/weeks fortnight/fortnights month/months year/years/yr/yrs decade/decades century/centuries",
  partsOfYear: "early late mid mid- beginning_of/start_of end_of middle_of",
  agoBefore: "",
  agoAfter: "ago earlier later",
  clockAfter: "",
  per: "per_day/a_day/daily/each_day per_week/a_week/weekly/each_week per_month/a_month/monthly/each_month per_year/a_year/yearly/annually/each_year per_hour/an_hour/hourly per_minute/a_minute per_second/a_second per_person/a_head/per_head per_cent_of",
  nounsCapitalised: false,
};
