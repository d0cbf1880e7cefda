import { sentences } from "./sentences.ts";

/** "Correction, 3 May 2024:" */
const DATED = "(?:,\\s[^:：.!?]{0,24}\\d[^:：.!?]{0,16}(?=[:：]))?";

/**
 * What opens a note that the publisher adds to own up to a change, in the languages of the sources we know. A note stands
 * at the start of its paragraph; the word followed by a colon, dash or full stop, so that a report about a correction is not one.
 */
const LABELLED = new RegExp(
  `^(?:[\\p{P}\\p{S}\\s]*)(?:${[
    "corrections?(?: and clarifications?)?(?: appended)?",
    "clarifications?",
    "editor(?:['’]s|s['’]|ial)? note",
    "update(?:d)? (?:and )?correction",
    "erratum|errata(?: corrige)?",
    "korrektur(?:hinweis)?|berichtigung|richtigstellung|klarstellung|transparenzhinweis",
    "(?:anmerkung|hinweis) der redaktion|anm(?:erkung)?\\. ?d\\. ?red(?:aktion)?\\.?",
    "rectificatif|rectification|précision|correction|erratum|note de la rédaction|ndlr",
    "correcci[oó]n|rectificaci[oó]n|aclaraci[oó]n|fe de (?:errores|erratas)|nota (?:del editor|de la redacci[oó]n|de redacci[oó]n)",
    "correzione|rettifica|precisazione|nota della redazione|n\\.?d\\.?r\\.?",
    "corre[cç][aã]o|retifica[cç][aã]o|errata|erramos|nota d[ao] (?:reda[cç][aã]o|editor)",
    "correctie|rectificatie|verduidelijking|noot van de redactie|naschrift",
    "rättelse|förtydligande|rettelse|retting|præcisering|presisering|oikaisu|tarkennus|leiðrétting",
    "sprostowanie|korekta|oprava|helyesbítés|corectare|erată|düzeltme|исправление|уточнение|поправка|виправлення|уточнення|διόρθωση",
    "oprava|upřesnění|poznámka redakce|nota red(?:acției)?|ispravak|ispravka|popravek|корекция|поправка|uredni[cč]ka napomena|parandus|labojums|patikslinimas",
    "koreksi|ralat|catatan redaksi|đính chính|tòa soạn đính chính|แก้ไขข่าว|หมายเหตุบรรณาธิการ|اصلاحیه|توضیح|تصویب|تصويب|تنويه|ملاحظة المحرر|הבהרה|הערת המערכת|संपादकीय टिप्पणी|भूल सुधार|সংশোধনী",
    "訂正(?:[しとお]\\S{0,12})?|おわび|お詫び|修正|編集部(?:注|より)|更正(?:启事|啟事|声明|聲明)?|勘误|编者(?:按|注)|정정(?:보도)?|바로잡습니다|알려왔습니다|تصحيح|תיקון|शुद्धिपत्र|सुधार",
  ].join("|")})${DATED}\\s*(?:[:：—–―.]|\\s-\\s|\\(|$|】|］|\\])`,
  "iu",
);

/** Sentences that say an earlier text was different. */
const SENTENCE = new RegExp(
  `^(?:[\\p{P}\\p{S}\\s]*)(?:${[
    "(?:an?|the) (?:earlier|previous|prior|original|initial) (?:version|edition) of this (?:article|story|report|piece|post|column|headline)",
    "this (?:article|story|report|piece|post|column|headline|page) (?:has been|was) (?:\\w+ )?(?:corrected|amended|clarified|edited|changed|updated to (?:correct|clarify|reflect|remove|include))",
    "(?:we|the \\w+) (?:have|has) (?:corrected|amended|clarified) (?:this|the|an (?:error|earlier))",
    "corrected on [^:]{3,24}:",
    "in einer (?:früheren|vorherigen|ersten|älteren) (?:version|fassung)",
    "(?:wir haben )?(?:dies|d)e[rnms] (?:artikel|text|beitrag|bericht) (?:wurde|haben|ist|am|nachträglich)(?:[^.]|\\d\\.){0,60}(?:korrigiert|berichtigt)",
    "(?:cet article|ce texte) a été (?:corrigé|modifié|rectifié)",
    "est[ea] (?:artículo|texto|noticia|nota|información) (?:ha sido|fue) (?:corregid|modificad|rectificad)[oa]",
    "quest['’o] ?(?:articolo|testo) è stato (?:corretto|modificato|rettificato)",
    "est[ea] (?:texto|artigo|reportagem|matéria|notícia) foi (?:corrigid|alterad|retificad)[oa]",
    "dit (?:artikel|bericht|verhaal) (?:is|werd) [^.]{0,40}(?:gecorrigeerd|aangepast)",
    "(?:une|la) (?:première |précédente )?version (?:précédente|antérieure|initiale)? ?de (?:cet|l['’]) ?article",
    "(?:una|la) versi[oó]n (?:anterior|previa) de (?:este|esta)",
    "uma vers[aã]o anterior (?:deste|desta)",
    "una (?:(?:precedente|prima) versione|versione (?:precedente|iniziale)) di quest",
    "in een (?:eerdere|vorige) versie van dit",
    "i en tidigare version av|i en tidligere (?:version|versjon) av",
    "w (?:poprzedniej|wcześniejszej|pierwotnej) wersji (?:tekstu|artykułu|tego)",
    "bu (?:haberin|yazının) (?:önceki|ilk|eski)",
    "(?:当初|以前)の(?:記事|版|本文)",
    "в (?:предыдущей|более ранней|первоначальной) версии",
  ].join("|")})`,
  "iu",
);

/** What owns up to an error wherever it stands in a sentence. */
const REGRET = new RegExp(
  [
    "\\bwe (?:\\w+ )?(?:regret|apologi[sz]e for) (?:the|this|that|any|our|these) (?:\\w+ )?(?:error|mistake|inaccurac|confusion)",
    "\\bthe (?:\\w+ )?(?:error|mistake)s? (?:has|have) been (?:corrected|fixed)",
    "^\\P{L}*(?:last )?updated? (?:at |on )?[^.!?]{0,48}\\bto (?:fix|correct|clarify|remove|rectify)\\b",
    "^\\P{L}*(?:this|an?|the) (?:\\w+ ){1,3}(?:has been|was) (?:corrected|amended|updated) to (?:fix|correct|clarify|reflect|remove|show|say|state)\\b",
    "\\bwir (?:bedauern (?:den|diesen|die) (?:fehler|irrtum|verwechslung)|bitten,? (?:den|diesen|die) (?:fehler|irrtum|verwechslung) zu entschuldigen|haben (?:den|diesen|die) (?:fehler|angabe|stelle|passage)[^.]{0,40} (?:korrigiert|berichtigt))",
    "\\b(?:den|diesen|der|dieser) fehler (?:haben wir|wurde|ist) [^.]{0,30}(?:korrigiert|berichtigt|behoben)",
    "^\\P{L}*(?:aktualisiert|geändert|korrigiert) (?:am|um)\\b[^.]{0,48}\\bum [^.]{0,60}zu (?:korrigieren|berichtigen)",
    "\\bnous (?:regrettons|présentons nos excuses pour|nous excusons (?:de|pour)) (?:cette|l['’]|une) ?erreur",
    "\\bnous (?:prions|présentons) [^.]{0,40}(?:excus)[^.]{0,30}erreur",
    "^\\P{L}*(?:mis à jour|modifié|corrigé|actualisé) (?:le|à|ce)\\b[^.]{0,48}\\b(?:pour|afin de) (?:corriger|rectifier|préciser)",
    "^\\P{L}*(?:cet article|ce texte|cette dépêche|ce titre) a été (?:mise? à jour|corrigée?|modifiée?|rectifiée?) ",
    "\\b(?:lamentamos|pedimos (?:disculpas|perdón) por|nos disculpamos por) (?:el|este|la) (?:error|equivocación|confusión)",
    "^\\P{L}*(?:actualizad|modificad|corregid)[oa] (?:el|a las?|este)\\b[^.]{0,48}\\bpara (?:corregir|rectificar|aclarar|precisar)",
    "\\b(?:ci scusiamo|chiediamo scusa)[^.]{0,40} (?:per|dell)[’'a ]?[^.]{0,8}errore",
    "^\\P{L}*(?:aggiornat|modificat|corrett)[oa] (?:il|alle|oggi)\\b[^.]{0,48}\\bper (?:correggere|rettificare|precisare)",
    "\\b(?:lamentamos|pedimos desculpas? pelo) (?:o )?(?:erro|engano|equívoco)",
    "^\\P{L}*(?:atualizad|corrigid|alterad)[oa] (?:em|às?|hoje)\\b[^.]{0,48}\\bpara (?:corrigir|retificar|esclarecer)",
    "\\b(?:onze excuses voor|wij betreuren|we betreuren) (?:de|deze) (?:fout|vergissing)",
    "^\\P{L}*(?:bijgewerkt|aangepast|gecorrigeerd) (?:op|om)\\b[^.]{0,48}\\bom [^.]{0,60}te (?:corrigeren|verbeteren|herstellen)",
    "(?:お詫びし(?:て|、)?[^。]{0,12}(?:訂正|修正)|おわびし(?:て|、)?[^。]{0,12}(?:訂正|修正)|(?:を|に)(?:訂正|修正)(?:しました|いたしました|します|いたします)|誤りでした)",
  ].join("|"),
  "iu",
);

/** Words that an agency puts before a headline. */
const PREFIX =
  /^\P{L}*(?:CORRECTED|CORRECTION|KORRIGIERT|KORREKTUR|BERICHTIGUNG|Berichtigung|Korrektur|Berichtigt|Rectificatif|RECTIFICATIF|CORRECCIÓN|Corrección|CORRIGIDO|CORREÇÃO|RETTIFICA|Rettifica|RECTIFICATIE|Rectificatie|【訂正】|訂正)(?:\s?[-–—:：/(]|】)/u;

/** A note is a paragraph or two; a longer text that opens so is an article of its own. */
const MAX_LENGTH = 1_500;

/** Does this paragraph tell the reader that the article was changed or was wrong? */
export const isCorrection = (text: string): boolean =>
  text.length <= MAX_LENGTH && (LABELLED.test(text) || SENTENCE.test(text));

/** Notes longer than this are no sentence. */
const MAX_SENTENCE = 600;
/** What stands in brackets, no brackets within. */
const BRACKETED = /[([（［【]([^()[\]（）［］【】]{8,600})[)\]）］】]/gu;

/** The notes in a text: whole paragraphs, sentences of them, what stands in brackets; each as it is written. */
export function notesIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const line of text.split("\n")) {
    if (isCorrection(line) || PREFIX.test(line)) {
      found.add(line.trim());
      continue;
    }
    const rest = line.replace(BRACKETED, (all, inner: string) => {
      if (!isOwned(inner)) return all;
      found.add(inner.trim());
      return " ".repeat(all.length);
    });
    for (const { start, end } of sentences(rest)) {
      const sentence = rest.slice(start, end).trim();
      if (isOwned(sentence)) found.add(sentence);
    }
  }
  return [...found];
}

const isOwned = (sentence: string): boolean =>
  sentence.length <= MAX_SENTENCE && (isCorrection(sentence) || (!QUOTED.test(sentence) && REGRET.test(sentence)));

/** Somebody else is sorry. */
const QUOTED = /["“”„«»「]/u;
