import type { Headline } from "#extract/headline/headline";
import type { Standfirst } from "#extract/headline/standfirst";
import { MAX_FIELD_LENGTH, MAX_STATED } from "#extract/limits";
import { logOdds } from "#extract/model/learned";
import type { Models } from "#extract/model/models";
import { type Json, strings } from "#extract/page/json-ld";
import { isShortcode } from "#extract/page/lines";
import type { Page } from "#extract/page/page";
import { isStampLine } from "#extract/page/stamp-line";
import { bare } from "#extract/page/text";
import { OF_OTHERS } from "#extract/teasers/marks";
import { isCorrection } from "#language/notes";
import { aftermathOf } from "./aftermath.ts";
import { blend } from "./blend.ts";
import { type Body, clean, type RunBlock, repeatsTitle, titlesOf } from "./clean.ts";
import { withoutCopies } from "./copies.ts";
import { hiddenRuns } from "./hidden-runs.ts";
import { withNameLists } from "./name-lists.ts";
import type { Selection } from "./select.ts";
import { sparseBody } from "./sparse.ts";
import { statedBody } from "./stated-body.ts";
import { withTables } from "./tables.ts";

export interface BodyInput {
  readonly page: Page;
  readonly headline: Headline;
  readonly selection: Selection | null;
  readonly standfirst: Standfirst;
  readonly byline: readonly string[];
  readonly article: Json | null;
  readonly models: Models;
  /** The page as it came: where it shows no body, its scripts' data are looked through. */
  readonly html: string;
}

/** The page's body: the best of several readings of it. */
export function readBody(input: BodyInput): Body {
  const { page, headline, selection, standfirst, byline, article, html } = input;
  const rules = selection ? clean(page, selection, headline, standfirst, byline) : NO_BODY;
  const isArticle = selection !== null && selection.raw.mass[page.runs.length]! >= MIN_PROSE;
  const blocks = isArticle ? byRulesAndModel(input, selection, rules) : rules.blocks;
  const undrawn = { article, html, headline: headline.text, isBlank: page.runs.length === 0 };
  const found = statedBody(undrawn, blocks) ?? withTablesOf(input, withoutCopies(blocks));
  return { blocks: found.some(isText) ? found : [...found, ...besides(found, input)], corrections: rules.corrections };
}

const withTablesOf = ({ page, selection }: BodyInput, blocks: readonly RunBlock[]): readonly RunBlock[] =>
  selection ? withTables(page, selection, withNameLists(page, blocks)) : blocks;

const isText = ({ kind }: RunBlock): boolean => kind !== "caption";

/** What a page without prose has instead, without the runs that were found to be captions. */
function besides(found: readonly RunBlock[], { page, headline, standfirst }: BodyInput): readonly RunBlock[] {
  const known = new Set([...found.map(({ run }) => run), standfirst.run]);
  return sparseBody(page, headline).filter(({ run }) => !known.has(run));
}

/** Pages with less prose are notices and stubs. The model has learned from articles: on them it would guess. */
const MIN_PROSE = 600;
const NO_BODY: Body = { blocks: [], corrections: [] };

function byRulesAndModel(input: BodyInput, selection: Selection, rules: Body): readonly RunBlock[] {
  const { page, headline, article, models } = input;
  const stated = bare((strings(article?.["articleBody"])[0] ?? "").slice(0, MAX_STATED));
  const odds = logOdds({ page, headline, selection, stated }, models.blocks);
  return blend(page, selection, rules, odds, models.trust, apartFrom(input, selection));
}

/** Tells runs that have a place of their own in the document, repeat what is there, or were meant for the editorial system. */
function apartFrom({ page, headline, standfirst }: BodyInput, selection: Selection): (run: number) => boolean {
  const titles = titlesOf(headline, standfirst);
  const hidden = hiddenRuns(page, selection);
  const aftermath = aftermathOf(page, selection);
  return (run) => {
    if (selection.teasers[run] === OF_OTHERS || hidden[run] === 1 || aftermath[run] === 1) return true;
    if (run === standfirst.run || (headline.box && run >= headline.box.from && run < headline.box.to)) return true;
    const { text } = page.runs[run]!;
    return (
      isStampLine(page, run, selection.first) ||
      isCorrection(text) ||
      isShortcode(text) ||
      (text.length < MAX_FIELD_LENGTH && repeatsTitle(text, run, titles, selection))
    );
  };
}
