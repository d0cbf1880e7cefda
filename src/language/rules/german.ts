import type { LanguageRules } from "./language-rules.ts";

export const GERMAN: LanguageRules = {
  grammar:
    "der die das den dem des ein eine einen einem einer eines und oder aber in im ins an am auf aus bei beim mit nach von vom vor zu zum zur für über um durch gegen ist sind war waren wird werden wurde wurden hat haben hatte hatten er sie es wir ihr ich sich nicht auch noch nur schon so wie als wenn dass weil da dort dieser diese dieses damit doch seit bis zwischen unter während nun jetzt",
  hedges:
    "könnte könnten dürfte dürften soll sollen sollte sollten müsste wohl angeblich mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher offenbar anscheinend scheinbar möglicherweise womöglich vielleicht vermutlich wahrscheinlich voraussichtlich eventuell scheint scheinen vermeintlich vermeintliche vermeintlichen sogenannte sogenannten unbestätigt unbestätigten verdächtig verdächtige verdächtigen verdächtiger",
  pronouns: "er sie es wir ich man",
  clauses: "dass weil wenn als während und aber oder denn nachdem bevor ob wo",
  approximate: "rund etwa circa ca ungefähr knapp fast nahezu bis_zu mindestens mehr_als weniger_als",
  negations:
    "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand niemanden nirgends weder ohne bestritt bestreitet dementiert dementierte",
  notNegations: "nicht_nur nicht_zuletzt nicht_zu_vergessen ohne_zweifel kein_zweifel ohne_weiteres nichts_als",
  negatedEnding: null,
  negatedBeginning: null,
  saying:
    "sagte sagt sagten sagen erklärte erklärt erklärten teilte_mit teilten_mit teilt_mit teilte teilten mitteilte mitteilten berichtete berichtet berichten berichteten fügte meinte meint schrieb schreibt schrieben äußerte so_der so_die",
  speech:
    "behauptete/behauptet/behaupten/behaupteten warnte/warnt/warnten/warnen bestätigte/bestätigt/bestätigten kündigte/kündigt räumte/räumt kritisierte/kritisiert betonte/betont bestritt/bestreitet dementierte/dementiert beteuerte/beteuert drohte/droht gestand/gesteht laut zufolge nach_angaben gemäß",
  sourceAfter: "laut nach_angaben gemäß",
  loaded:
    "terrorist terroristen terror extremist extremisten radikale radikalen regime machthaber diktator despot mob randalierer massaker brutal brutale brutalen barbarisch schockierend skandal skandalös umstritten umstrittene umstrittenen umstrittener berüchtigt propaganda lüge lügen lügner lügenpresse illegale illegalen asylanten flüchtlingswelle flut_von welle_von invasion säuberung völkermord gräueltat gräueltaten held helden märtyrer mutig feige korrupt rassist rassisten rassistisch faschist faschistisch nazi nazis rechtsextrem rechtsextreme rechtsradikal linksextrem linksradikal hetze hetzer hetzt leugner verschwörung chaos katastrophal desaströs historisch historischen",
  titles:
    "herr frau dr prof professor professorin präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin ministerpräsident ministerpräsidentin innenminister innenministerin außenminister außenministerin finanzminister bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin senator senatorin richter richterin general oberst direktor direktorin chef chefin sprecher sprecherin papst bischof kardinal könig königin prinz prinzessin trainer",
  weekdays:
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags",
  relativeDays: "heute gestern morgen vorgestern übermorgen",
  numbers:
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
  ordinals:
    "erste/ersten/erster/erstes/erstem zweite/zweiten/zweiter/zweites/zweitem dritte/dritten/dritter/drittes/drittem vierte/vierten/vierter/viertes fünfte/fünften/fünfter/fünftes sechste/sechsten/sechster siebte/siebten/siebter achte/achten/achter neunte/neunten/neunter zehnte/zehnten/zehnter",
  compass: "",
  and: "und",
  ranges: "bis",
  articles: "ein eine einen einem einer eines",
  scales:
    "hundert:100 tausend:1e3 million:1e6 millionen:1e6 mio:1e6 milliarde:1e9 milliarden:1e9 mrd:1e9 billion:1e12 billionen:1e12",
  units: "prozent:% euro:€ euros:€ dollar:$ us-dollar:$ pfund:£ franken:₣",
  amounts:
    "dutzende/dutzenden hunderte/hunderten/hunderter tausende/tausenden zehntausende/zehntausenden hunderttausende/hunderttausenden millionen_von milliarden_von die_hälfte/hälfte_der/zur_hälfte ein_drittel/einem_drittel zwei_drittel ein_viertel/einem_viertel drei_viertel ein_dutzend eine_handvoll",
  vague:
    "mehrere/mehreren/mehrerer viele/vielen/vieler einige/einigen/einiger wenige/wenigen weniger die_meisten/den_meisten/der_meisten alle/allen/aller beide/beiden kein/keine/keinen/keiner keines hälfte drittel viertel doppelt/doppelte/doppelten/verdoppelt dreifach zahlreiche/zahlreichen zahllose einzige/einzigen/einziger mehrheit",
  relations:
    "mindestens/wenigstens/nicht_weniger_als:>= mehr_als/über:> bis_zu/höchstens/maximal/nicht_mehr_als:<= weniger_als/unter:< rund/etwa/ungefähr/circa/ca/knapp/fast/nahezu/gut/um_die/an_die:≈",
  measures:
    "meter/metern kilometer/kilometern zentimeter/zentimetern millimeter meile/meilen fuß zoll gramm kilo/kilogramm/kilos tonne/tonnen zentner hektar ar quadratmeter/quadratmetern quadratkilometer/quadratkilometern liter/litern hektoliter kubikmeter/kubikmetern barrel grad watt kilowatt megawatt gigawatt kilowattstunden megawattstunden",
  times:
    "der_vergangenen_woche/vergangene_woche/vergangenen_woche/letzte_woche/letzter_woche/letzten_woche/vorige_woche/voriger_woche dieser_woche/diese_woche nächste_woche/nächster_woche/nächsten_woche/kommende_woche/kommenden_woche/kommender_woche vergangenen_monat/letzten_monat/vorigen_monat/vergangenem_monat diesen_monat/diesem_monat nächsten_monat/kommenden_monat/nächstem_monat vergangenen_jahr/letzten_jahr/vorigen_jahr/vergangenes_jahr/letztes_jahr/voriges_jahr diesem_jahr/dieses_jahr nächsten_jahr/kommenden_jahr/nächstes_jahr/kommendes_jahr vergangenen_wochenende/letzten_wochenende/vergangenes_wochenende/letztes_wochenende diesem_wochenende/dieses_wochenende nächsten_wochenende/kommenden_wochenende/nächstes_wochenende/kommendes_wochenende vergangenen_sommer/letzten_sommer nächsten_sommer/kommenden_sommer diesen_sommer/diesem_sommer vergangenen_winter/letzten_winter nächsten_winter/kommenden_winter diesen_winter/diesem_winter vergangenen_herbst/letzten_herbst nächsten_herbst/kommenden_herbst diesen_herbst/diesem_herbst vergangenen_frühjahr/letzten_frühjahr nächsten_frühjahr/kommenden_frühjahr diesen_frühjahr/diesem_frühjahr vergangenen_frühling/letzten_frühling nächsten_frühling/kommenden_frühling diesen_frühling/diesem_frühling stündlich/jede_stunde täglich/jeden_tag/tägliche/täglichen wöchentlich/jede_woche/wöchentliche/wöchentlichen monatlich/jeden_monat/monatliche/monatlichen jährlich/jedes_jahr/jährliche/jährlichen montagmorgen/montag_morgen montagvormittag/montag_vormittag montagmittag/montag_mittag montagnachmittag/montag_nachmittag montagabend/montag_abend montagnacht/montag_nacht dienstagmorgen/dienstag_morgen dienstagvormittag/dienstag_vormittag dienstagmittag/dienstag_mittag dienstagnachmittag/dienstag_nachmittag dienstagabend/dienstag_abend dienstagnacht/dienstag_nacht mittwochmorgen/mittwoch_morgen mittwochvormittag/mittwoch_vormittag mittwochmittag/mittwoch_mittag mittwochnachmittag/mittwoch_nachmittag mittwochabend/mittwoch_abend mittwochnacht/mittwoch_nacht donnerstagmorgen/donnerstag_morgen donnerstagvormittag/donnerstag_vormittag donnerstagmittag/donnerstag_mittag donnerstagnachmittag/donnerstag_nachmittag donnerstagabend/donnerstag_abend donnerstagnacht/donnerstag_nacht freitagmorgen/freitag_morgen freitagvormittag/freitag_vormittag freitagmittag/freitag_mittag freitagnachmittag/freitag_nachmittag freitagabend/freitag_abend freitagnacht/freitag_nacht samstagmorgen/samstag_morgen samstagvormittag/samstag_vormittag samstagmittag/samstag_mittag samstagnachmittag/samstag_nachmittag samstagabend/samstag_abend samstagnacht/samstag_nacht sonntagmorgen/sonntag_morgen sonntagvormittag/sonntag_vormittag sonntagmittag/sonntag_mittag sonntagnachmittag/sonntag_nachmittag sonntagabend/sonntag_abend sonntagnacht/sonntag_nacht heute_morgen heute_früh heute_vormittag heute_mittag heute_nachmittag heute_abend heute_nacht am_morgen/morgens am_vormittag/vormittags/vormittag am_mittag/mittags/mittag am_nachmittag/nachmittags/nachmittag am_abend/abends/abend in_der_nacht/nachts/nacht mitternacht morgengrauen wochenende/wochenenden werktags/wochentags frühjahr/frühling sommer herbst winter ersten_quartal/erste_quartal/erstes_quartal/q1 zweiten_quartal/zweite_quartal/zweites_quartal/q2 dritten_quartal/dritte_quartal/drittes_quartal/q3 vierten_quartal/vierte_quartal/viertes_quartal/q4 vergangenen_tagen/letzten_tagen kommenden_tagen/nächsten_tagen vergangenen_wochen/letzten_wochen kommenden_wochen/nächsten_wochen vergangenen_jahren/letzten_jahren kommenden_jahren/nächsten_jahren jahresende/ende_des_jahres",
  spans:
    "sekunde/sekunden minute/minuten stunde/stunden tag/tage/tagen woche/wochen monat/monate/monaten jahr/jahre/jahren jahrzehnt/jahrzehnte/jahrzehnten jahrhundert/jahrhunderte/jahrhunderten",
  partsOfYear: "anfang ende mitte",
  agoBefore: "vor seit",
  agoAfter: "zuvor später",
  clockAfter: "",
  per: "pro_tag/am_tag/täglich/je_tag pro_woche/in_der_woche/wöchentlich/je_woche pro_monat/im_monat/monatlich/je_monat pro_jahr/im_jahr/jährlich/je_jahr pro_stunde/in_der_stunde/stündlich/je_stunde pro_minute pro_sekunde pro_kopf/je_einwohner",
  nounsCapitalised: true,
};
