import type { ClaimLists } from "./claim-lists.ts";

export const ENGLISH: ClaimLists = {
  endings: "",
  hedges: `may might could perhaps maybe possibly probably presumably apparently seemingly supposedly ostensibly purportedly purported
    reportedly allegedly alleged unconfirmed unverified not_verified tentative tentatively likely potentially potential possible probable
    appear|s|ed_to appear|s|ed seem|s|ed suspected suspicion|s suspects_that believed_to thought_to understood_to said_to rumoured rumored
    feared_to fear|s|ed_dead feared_dead presumed is_believed is_thought is_understood so-called suggest|s|ed_that
    predicted_to estimated_to can_be can_lead can_cause can_make can_affect claim|s|ed_to accused_of in_theory hint|s|ed_at`,
  notHedges: `could_see could_hear could_feel could_smell could_remember could_not could_n't may_not_be_used more_likely_than least_likely
    could_have_been_worse might_and as_soon_as_possible wherever_possible where_possible if_possible as_possible almost_all almost_every
    nearly_all nearly_every almost_as almost_a nearly_a almost_half nearly_half almost_two almost_three everything_possible potential_of
    i_think we_think you_think`,
  plans: `will plan|s|ned|ning_to plan|s|ned|ning_for intend|s|ed_to aim|s|ed|ing_to hope|s|d|ing_to want|s|ed_to seek|s|ing_to/sought_to
    set_to set_for due_to_be due_to_open due_to_start due_in due_on expected_to expected scheduled_to scheduled_for ready_to poised_to about_to
    prepare|s|d_to preparing_to prepare|s|d_for preparing_for vow|s|ed_to pledge|s|d_to promise|s|d_to threaten|s|ed_to in_talks_to
    in_advanced_talks consider|s|ing mull|s weigh|s_up braced_for brace|s_for up_for try/tries/tried/trying_to attempt|s|ed_to
    offer|s|ed_to going_to planned planning proposed proposal|s plans expected planned_to on_course_to on_track_to`,
  infinitive: "to",
  denials: `not no never none nobody nothing nowhere neither nor cannot without fail|s|ed_to refuse|s|d_to refusal_to decline|s|d_to no_longer
    yet_to stopped_short_of no_one denied denies deny far_from stop|s|ped_being avoid|s|ed rule|s|d_out ruling_out
    reject|s|ed_claims dismiss|es|ed_claims hardly barely`,
  notDenials: `not_only not_just not_least not_to_mention no_doubt without_doubt without_a_doubt without_question no_matter nothing_but
    more_often_than_not whether_or_not or_not why_not no_less not_merely not_simply denied_a denied_the_chance no_more_than not_out not_until
    not_once_but not_so_much_as not_if_but`,
  deniedBeginning: "",
  deniedEnding: "n't",
  prefixes: "un in im il ir dis non non- de anti- mis",
  opposites: `approve|s|d/approval/agree|s|d/accept|s|ed/back|s|ed/welcome|s|d/endorse|s|d/support|s|ed/favour|s|ed/favor|s|ed~reject|s|ed/rejection/refuse|s|d/decline|s|d/oppose|s|d/block|s|ed/condemn|s|ed/veto|es|ed
    accept|s|ed~refuse|s|d/decline|s|d/turn|s|ed_down support|s|ed~oppose|s|d/reject|s|ed
    rise|s/rising/rose/risen/increase|s|d/climb|s|ed/grow|s/grew/grown/gain|s|ed/soar|s|ed/surge|s|d/jump|s|ed/up~fall|s|ing|en/fell/decrease|s|d/drop|s|ped/decline|s|d/sink|s/sank/shrink|s/shrank/slump|s|ed/plunge|s|d/tumble|s|d/slide|s/slid/lose|s/down
    more~fewer/less higher~lower increase|s~decrease|s/cut|s/reduction|s profit|s~loss|es gain|s~loss|es surplus~deficit guilty~innocent convict|s|ed/conviction~acquit|s|ted/acquittal/clear|s|ed
    win|s/won/victory/beat|s/beats~lose|s/lost/defeat|s/defeated/beaten allow|s|ed/permit|s|ted/legalise|s|d/legalize|s|d/authorise|s|d~ban|s|ned/bar|s|red/forbid|s/forbade/forbidden/prohibit|s|ed/outlaw|s|ed
    open|s|ed|ing/reopen|s|ed~close|s|d/closing/shut|s confirm|s|ed~deny/denies/denied/refute|s|d/dismiss|es|ed admit|s|ted~deny/denies/denied alive/survive|s|d/survived~dead/die|s|d/died/killed
    safe~dangerous/unsafe succeed|s|ed/success/successful/manage|s|d~fail|s|ed/failure/unsuccessful hire|s|d~fire|s|d/sack|s|ed/dismiss|es|ed start|s|ed/begin|s/began/launch|es|ed~stop|s|ped/end|s|ed/halt|s|ed
    with~without for~against everyone/everybody/all~no_one/nobody/none both~neither always~never some/someone/somebody~none/nobody/no_one
    lift|s|ed/ease|s|d~impose|s|d/tighten|s|ed strengthen|s|ed~weaken|s|ed keep|s/kept/retain|s|ed~abandon|s|ed/drop|s|ped/scrap|s|ped/axe|s|d stay|s|ed/remain|s|ed~leave|s/left/quit|s
    cancel|s|led~confirm|s|ed/uphold|s/upheld/keep|s uphold|s/upheld~overturn|s|ed/quash|es|ed/strike|s_down/struck_down true~false/untrue right~wrong present~absent
    agree|s|d~disagree|s|d join|s|ed~leave|s/left/quit|s enter|s|ed~leave|s/left/exit|s|ed hot~cold best~worst better~worse improve|s|d~worsen|s|ed/deteriorate|s|d first~last
    arrest|s|ed/detain|s|ed/jail|s|ed~release|s|d/free|s|d majority~minority appoint|s|ed~dismiss|es|ed/sack|s|ed/fire|s|d include|s|d~exclude|s|d encourage|s|d~discourage|s|d/warn|s|ed_against
    buy|s/bought~sell|s/sold enough~insufficient voluntary~compulsory/mandatory/forced optional~mandatory/required temporary~permanent
    rarely~often/frequently public~private/secret peaceful~violent friend|s|ly~hostile/enemy ally~enemy/foe`,
  says: "say|s|ing/said",
  saysThat: `tell|s|ing/told stated add|s|ed explain|s|ed write|s/wrote note|s|d tweet|s|ed report|s|ed announce|s|d
    find|s/found conclude|s|d reveal|s|ed believe|s|d`,
  tells: `claim|s|ed argue|s|d insist|s|ed admit|s|ted confirm|s|ed deny/denies/denied warn|s|ed allege|s|d acknowledge|s|d testif|ies|ied concede|s|d
    suggest|s|ed promise|s|d threaten|s|ed estimate|s|d vow|s|ed declare|s|d complain|s|ed boast|s|ed fear|s|ed predict|s|ed accuse|s|d hint|s|ed
    confess|es|ed maintain|s|ed assert|s|ed stress|es|ed demand|s|ed urge|s|d ask|s|ed think|s wonder|s|ed recall|s|ed`,
  sourceBefore: "according_to citing quoted_by as_per as_quoted_by as_reported_by in_the_words_of told_by",
  sourceAfter: "",
  clauseMarks: "that if whether how why he she they it we there",
  finite: `is are was were has have had will would can could may might must should does do did isn't aren't wasn't weren't hasn't haven't hadn't
    won't wouldn't can't couldn't cannot doesn't don't didn't`,
  notSaying: `as to be been was were is are being get gets got not n't never would will should could can may might must had of and having a the
    than his her their its our my your this`,
  sources: `report|s/study/studies/survey|s/research poll|s projection|s police official|s officer|s source|s media press state_media minister|s ministry government
    president boss chief|s expert|s scientist|s researcher|s watchdog regulator union|s lawyer|s prosecutor|s court judge witness|es family sister
    brother mother father wife husband son daughter parents adviser aide spokesman spokeswoman spokesperson mp|s pm un eu us uk who nato imf white_house
    kremlin army military navy firm company club coach manager agency agencies charity campaigners activists doctor|s audit inquiry review analysts
    economists think_tank mayor governor senator ambassador ex-president secretary leader pope bishop king palace authorities rescuers firefighters`,
  loaded: `terrorist|s terror terrorism terrorise|s|d militant|s extremist|s extremism radical|s radicalised fanatic|s|al zealot|s jihadist|s
    islamist|s insurgent|s rebel|s guerrilla|s thug|s|gish mob|s rioter|s riot|s looter|s looting gang|s warlord|s mercenar|y|ies henchm|an|en butcher|s|ed monster|s
    bloodthirsty savage|s|d|ly barbaric barbarism barbarian|s brutal|ly brutality bloody bloodied massacre|s|d slaughter|s|ed carnage bloodbath atrocit|y|ies genocide
    genocidal rampage|s|d spree horror|s horrif|ic|ying|ied murderous assassinat|e|es|ed|ion execute|s|d execution-style lynch|ed purge|s|d
    slam|s|med blast|s_at blasted lash|es|ed_out lash|es|ed hit|s_out hit|s_back hitting_out rip|s|ped_into rage|s|d rant|s|ed rail|s|ed_against fume|s|d berate|s|d bash|es|ed
    lambast|s|ed lambaste|s savaged condemn|s|ed denounce|s|d decr|y|ies|ied deride|s|d mock|s|ed ridicule|s|d scold|s|ed rebuke|s|d taunt|s|ed boast|s|ed brag|s|ged gush|es|ed
    gloat|s|ed whine|s|d moan|s|ed rubbish|es|ed trash|es|ed pan|s|ned pillor|y|ied roast|s|ed skewer|s|ed tear|s_into/tore_into vent|s|ed scoff|s|ed sneer|s|ed jibe|s swipe|s
    slash|es|ed cull|s|ed gut|s|ted hike|s|d soar|s|ed|ing surge|s|d|ing plunge|s|d|ing plummet|s|ed|ing nosedive|s|d skyrocket|s|ed rocket|s|ed spiral|s|led|ling
    explode|s|d erupt|s|ed swamp|s|ed swarm|s|ed|ing flood_of wave_of tide_of influx avalanche_of tsunami_of invasion_of flee|s/fled grab|s|bed snatch|es|ed snub|s|bed dodge|s|d
    flout|s|ed|ing defy/defies/defied/defiant/defiance quash|es|ed crush|es|ed smash|es|ed thrash|es|ed hammer|s|ed rout|s|ed trounce|s|d humiliat|e|es|ed|ing|ion
    demolish|es|ed annihilat|e|es|ed obliterat|e|es|ed pulveris|e|es|ed decimate|s|d wreck|s|ed ravage|s|d devastate|s|d devastating/devastation ruin|s|ed cripple|s|d crippling
    shock|s|ed|ing shockingly stun|s|ned|ning stunningly rock|s|ed_by rocked roil|s|ed rattle|s|d reel|s|ing convulse|s|d
    spark|s|ed fuel|s|led ignite|s|d stoke|s|d whip|s|ped_up unleash|es|ed plot|s|ted|ting scheme|s|d peddle|s|d spew|s|ed cave|s|d_in u-turn|s flip-flop|s backtrack|s|ed
    bungle|s|d botch|es|ed fumble|s|d squander|s|ed oust|s|ed topple|s|d crackdown|s clampdown|s crack|s|ed_down clamp|s|ed_down meddl|e|es|ed|ing snoop|s|ed bully/bullies/bullied/bullying
    harass|es|ed intimidat|e|es|ed|ion menace|s|d terrify|ing|ies|ied haunt|s|ed plague|s|d lurch|es|ed stagger|s|ed limp|s|ed scramble|s|d clash|es|ed spar|s|red brawl|s|ed
    storm|s|ed_into confront|s|ed pounce|s|d swoop|s|ed raid|s|ed gamble|s|d grovel|s|led beg|s|ged plead|s|ed_for pander|s|ed kowtow|s|ed appease|s|d bow|s|ed_to
    brainwash|ed indoctrinat|e|ed|ion incit|e|es|ed|ement smear|s|ed vilif|y|ies|ied demonis|e|es|ed scapegoat|s|ed whitewash|es|ed cover-up|s cover|s|ed_up conceal|s|ed_truth
    mastermind|s|ed ringleader|s accomplice|s crony/cronies/cronyism stooge|s puppet|s traitor|s betray|s|ed betrayal renege|s|d evade|s|d
    row|s feud|s spat|s tiff fury furious|ly outrag|e|es|ed|eous uproar backlash furore furor scandal|s|ous storm_over crisis crises chaos chaotic mayhem turmoil
    disaster|s disastrous|ly catastroph|e|ic tragedy tragedies tragic|ally nightmare|s shambles shambolic fiasco|s debacle|s farce farcical mess havoc panic|s|ked hysteria frenzy
    fear|s anger|s|ed angry angrily rage anguish agony agonising misery miserable plight despair desperat|e|ely|ion heartbreak|ing heartbroken heart-breaking grief-stricken
    joy joyful delight|ed euphori|a|c triumph|s|ed|ant glory drama dramatic|ally mystery mysteries mysterious|ly saga|s showdown|s standoff|s stand-off|s bombshell|s
    blow_to boost|s|ed gaffe|s blunder|s|ed hoax|es sham lie|s lied liar|s falsehood|s propaganda conspiracy conspiracies conspiracist|s regime|s dictator|s|ship tyran|t|ts|ny|nical
    strongm|an|en despot|s|ic authoritarian|ism autocrat|s|ic oligarch|s tycoon|s mogul|s billionaire|s elite|s elitist establishment_figure
    hero|es|ic|ically heroine|s legend|s|ary icon|s|ic great|s star|s superstar|s pioneer|s|ing visionary genius|es prodigy villain|s pariah|s maverick|s firebrand|s hardlin|e|er|ers
    hard-line|r hawk|s|ish demagogue|s populist|s nationalist|s fascist|s fascism nazi|s communist|s marxist|s socialist_agenda leftist|s rightwinger|s racist|s racism bigot|s|ed|ry
    sexist misogyn|y|ist|istic homophobic xenophob|ia|ic islamophob|ia|ic antisemit|e|ic|ism supremacist|s far-right far-left hard-right hard-left alt-right ultra-conservative
    ultra-nationalist ultranationalist anti-vaxxer|s anti-vaccine pro-war anti-american woke cancel_culture denier|s denialist|s troll|s crank|s crackpot|s quack|s cult
    controversial|ly controvers|y|ies contentious divisive polarising polarizing disgraced embattled beleaguered troubled notorious|ly infamous shamed under-fire discredited debunked
    amazing|ly incredible incredibly extraordinar|y|ily remarkabl|e|y historic landmark|s famous|ly famed renowned celebrated acclaimed beloved epic glorious brilliant|ly superb|ly
    spectacular|ly impressive|ly emphatic|ally thrilling|ly thriller dazzl|e|es|ed|ing magnificent memorable unforgettable sensational breathtaking jaw-dropping astonish|ing|ed|ingly astounding|ly
    beautiful|ly gorgeous stylish glitz|y glamorous glittering lavish|ly luxurious opulent spirited battling gutsy plucky inspired inspirational ruthless|ly clinical|ly dominant
    huge|ly massive|ly enormous|ly colossal whopping staggering eye-watering record-breaking sweeping vast gigantic mammoth bumper sky-high rock-bottom paltry measly mere merely
    vital|ly crucial|ly urgent|ly last-ditch last-gasp desperate_bid dire perilous|ly treacherous risky reckless|ly bold|ly brave|ly courageous|ly courage daring fearless
    bitter|ly fierce|ly ferocious|ly fiery explosive incendiary inflammatory catastrophic horrendous harrowing hellish hell appalling|ly dreadful awful terribl|e|y grim|ly bleak
    gruesome grisly ghastly vile vicious|ly wicked evil heinous merciless|ly cruel|ly cruelty heartless callous|ly inhuman|e sickening disgusting shame|ful|fully disgrace|ful
    ludicrous|ly absurd|ly ridiculous|ly laughable bizarre|ly strange|ly weird|ly odd|ly eerie sinister chilling spooky secretive|ly secret|ly privately shady shadowy murky dubious suspicious|ly questionable
    disputed dodgy turbulent flawed botched bungled draconian harsh|ly heavy-handed iron-fisted punishing extreme|ly self-styled self-proclaimed bogus fake|s phony phoney baseless
    unfounded misleading|ly misinformation disinformation deceptive deceitful dishonest|ly crazy|ily mad madness insane|ly stupid|ly idiot|ic|s dumb foolish|ly lazy greedy greed corrupt|ion crooked
    rogue unruly hapless hopeless useless pathetic cowardly coward|s arrogant|ly arrogance smug pompous cynical|ly hypocri|sy|te|tes|tical incompetent incompetence inept clueless
    sadly unfortunately regrettably thankfully mercifully finally surprisingly unsurprisingly inexplicabl|e|y shameless|ly brazen|ly blatant|ly flagrant|ly
    inevitabl|e|y unprecedented groundbreaking ground-breaking game-changing revolutionary miracle|s miraculous|ly magical wonder|ful|fully fantastic terrific fabulous perfect|ly
    pleasantly proudly smart|ly clever|ly cunning|ly slick savvy high-flyer|s whizz wizard high-profile must-see much-loved much-maligned long-suffering hard-working innocent_civilians
    aggress|ion|ive|ively aggressor|s belligerent provocat|ion|ive|ively hostile bloodshed unrest carnage turmoil invader|s infest|ed|ation plunder|ed loot|ed exploit|s|ed|ation
    illegals illegal_immigrant|s illegal_alien|s illegal_migrant|s anchor_bab|y|ies bogus_asylum scrounger|s freeloader|s welfare_cheat|s junkie|s vermin scum lout|s hooligan|s yob|s
    pro-life pro-choice pro-abortion death_tax climate_alarmist|s snowflake|s freedom_fighter|s martyr|s|dom patriot|s|ic revenge vengeance retribution reign_of_terror
    witch-hunt witch_hunt kangaroo_court show_trial power_grab land_grab grip|s|ped_by gripped bloody_battle brink_of lull lurking bumpy rollercoaster whirlwind`,
  loadedPairs: `kill|s|ed|ing/death|s/die|s|d~murder|s|ed|ing/execut|e|es|ed|ion leave|s|ing/left/withdraw|s/withdrew/exit|s|ed~retreat|s|ed/flee|s/fled/abandon|s|ed
    take|s/took/taken/capture|s|d~seize|s|d/grab|s|bed/occup|y|ies|ied arrest|s|ed/detain|s|ed~seize|s|d/nab|s|bed/snatch|es|ed limit|s|ed/law|s/rule|s/restrict|s|ed/restriction|s~ban|s|ned/crackdown
    concern|s|ed/worr|y|ies|ied~fear|s|ed/alarm/panic crowd|s/protester|s/demonstrator|s~mob|s/rioter|s protest|s/demonstration|s/march~riot|s/unrest/clashes ask|s|ed/call|s|ed~demand|s|ed/beg|s|ged
    increase|s|d/rise|s/rose/raise|s|d~hike|s|d/soar|s|ed cut|s/reduce|s|d/shed|s/end|s|ed/close|s|d~axe|s|d/slash|es|ed/scrap|s|ped reject|s|ed/decline|s|d/not~refuse|s|d/snub|s|bed
    government/administration/authorities~regime businessm|an|en/owner/entrepreneur~billionaire/tycoon/oligarch/mogul soldier|s/fighter|s/troops~mercenar|y|ies/thug|s/terrorist|s/militant|s
    operation|s/action/campaign~invasion/assault/onslaught/offensive attack|s/strike|s~assault|s/onslaught/massacre disagreement/debate/discussion/dispute/complaint|s~row/feud/clash/war_of_words/battle
    criticis|e|es|ed/criticiz|e|es|ed/respond|s|ed/question|s|ed~attack|s|ed/slam|s|med/blast|s|ed remove|s|d/delete|s|d/taken_off~censor|s|ed/purge|s|d/erase|s|d immigrant|s/refugee|s/asylum_seeker|s/undocumented~migrant|s/illegal|s/alien|s
    termination|s~abortion|s presenter/actor/actress/player/singer/host~star/legend/idol surprise|s|d~stun|s|ned/shock|s|ed beat|s~crush|es|ed/thrash|es|ed/humiliate|s|d/demolish|es|ed break|s/broke~violat|e|es|ed|ing/flout|s|ed|ing
    ask|s|ed/tell|s/told~order|s|ed/force|s|d change|s|d/reform|s/end~overhaul|s/upend|s|ed/dismantle|s|d spy|ing/monitor|s|ed~snoop|s|ed fail|s|ed~split|s group|s/movement~cult/gang/clique event|s/death|s~tragedy/mystery/disaster
    give|s/gave/appoint|s|ed~reward|s|ed/hand|s|ed item|s/objects~treasure|s win|s/won/victor|y|ies~triumph|s|ed/rout/demolition visit|s|ed~storm|s|ed/descend|s|ed_on`,
  small: `says say said will would could may might can should must over after amid as during against under out up off down back its his her who what why how
    into onto upon again still just more most very than then two one first last new old day week month year years time people man woman mr mrs ms
    's get gets got do does did done make makes made take takes took go goes went come comes came be being been am being him them us me my your all any some
    each other another there here where when if because while though although yet both between among through across within without via per`,
};
