import { canonical } from "#lib/canonical";
import type { Version } from "#model/version";
import { hashText, mix, pick, random } from "#newsroom/random";
import { isGiven, oneOf, readFlags, whole } from "./flags.ts";
import { differenceOf } from "./noise/difference.ts";
import type { Shown, Template } from "./redesigns/design.ts";
import { EDITS, type Edited } from "./redesigns/edits.ts";
import { type Importer, openImporter } from "./redesigns/imported.ts";
import { type Drawing, KINDS, type Sides } from "./redesigns/kinds.ts";
import type { Phrases } from "./redesigns/phrases.ts";
import { KEPT_PHRASES } from "./redesigns/phrases-kept.ts";
import { LAST_PHRASES } from "./redesigns/phrases-last.ts";
import { OPEN_PHRASES } from "./redesigns/phrases-open.ts";
import { readStories, type Story } from "./redesigns/stories.ts";
import { KEPT_TEMPLATES } from "./redesigns/templates-kept.ts";
import { OPEN_TEMPLATES } from "./redesigns/templates-open.ts";
import { printTable } from "./table.ts";

interface Half {
  readonly templates: { readonly old: readonly Template[]; readonly new: readonly Template[] };
  readonly phrases: Phrases;
}

/**
 * `open`: what the rules were written beside; `kept`: templates and wordings that were made after them, and that they were then changed
 * by; `last`: wordings that were made after that.
 */
const HALVES: Readonly<Record<"open" | "kept" | "last", Half>> = {
  open: { templates: OPEN_TEMPLATES, phrases: OPEN_PHRASES },
  kept: { templates: KEPT_TEMPLATES, phrases: KEPT_PHRASES },
  last: { templates: KEPT_TEMPLATES, phrases: LAST_PHRASES },
};

export const FLAGS = {
  half: oneOf(["open", "kept", "last"], "last"),
  pairs: whole(40, 1),
  seed: whole(1),
  verbose: isGiven,
};

/**
 * Gold texts (DIR/news-gold-dev, DIR/extraction-dev) shown in an old and in a new design of our own and taken in as two captures
 * of an archive: false versions per kind of what designs put beside a text, and edits caught that were made in between
 * (--half last, --pairs N of each kind, --seed N, --verbose).
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { half, pairs, seed, verbose } = readFlags(flags, FLAGS);
  if (data === undefined) throw new Error("The redesigns benchmark needs --data DIR (with news-gold-dev/ in it).");
  const stories = readStories(data);
  const importer = await openImporter();
  const stage = { importer, stories, half: HALVES[half], pairs, seed, verbose };
  const falses = [];
  for (const kind of Object.keys(KINDS)) falses.push(await withoutEdit(stage, kind));
  printTable(
    `redesigns, ${half} half: no edit in between`,
    ["what only one design has", "pairs", "false versions", "false %", "not read"],
    [...falses, sumOf(falses)].map(({ kind, played, wrong, unread }) => [
      kind,
      played,
      wrong,
      share(wrong, played),
      unread,
    ]),
  );
  const caught = [];
  for (const edit of Object.keys(EDITS)) caught.push(await withEdit(stage, edit));
  printTable(
    `redesigns, ${half} half: an edit in between, and three of these kinds`,
    ["edit", "pairs", "caught", "caught %"],
    [...caught, sumOf(caught)].map(({ kind, played, wrong }) => [
      kind,
      played,
      played - wrong,
      share(played - wrong, played),
    ]),
  );
  await importer.close();
}

interface Stage {
  readonly importer: Importer;
  readonly stories: readonly Story[];
  readonly half: Half;
  readonly pairs: number;
  readonly seed: number;
  readonly verbose: boolean;
}

interface Count {
  readonly kind: string;
  readonly played: number;
  readonly wrong: number;
  readonly unread: number;
}

const share = (part: number, of: number): string => ((100 * part) / Math.max(1, of)).toFixed(1);

const sumOf = (counts: readonly Count[]): Count => ({
  kind: "all",
  played: counts.reduce((sum, { played }) => sum + played, 0),
  wrong: counts.reduce((sum, { wrong }) => sum + wrong, 0),
  unread: counts.reduce((sum, { unread }) => sum + unread, 0),
});

async function withoutEdit(stage: Stage, kind: string): Promise<Count> {
  let [wrong, unread] = [0, 0];
  for (let pair = 0; pair < stage.pairs; pair++) {
    const drawing = drawn(stage, `${kind}`, pair);
    const pages = shown(stage, drawing, KINDS[kind]!(sidesOf(drawing.story, drawing.story), drawing));
    const versions = await stage.importer.take(pages);
    if (versions.length === 0) unread++;
    if (versions.length > 1) wrong++;
    if (versions.length > 1 && stage.verbose) explain(`false, ${kind}: ${drawing.story.id}`, versions);
  }
  return { kind, played: stage.pairs, wrong, unread };
}

async function withEdit(stage: Stage, edit: string): Promise<Count> {
  let [wrong, played] = [0, 0];
  for (let pair = 0; pair < stage.pairs; pair++) {
    const drawing = drawn(stage, edit, pair);
    const others = stage.stories.filter(
      ({ id, language }) => language === drawing.story.language && id !== drawing.story.id,
    );
    if (others.length === 0) continue;
    const edited = EDITS[edit]!(drawing, pick(others, drawing.draw(others.length)));
    if (edited === null) continue;
    const sides = KINDS["three of them"]!(sidesOf(drawing.story, edited.story), withoutSearchTitles(drawing, edit));
    const versions = await stage.importer.take(shown(stage, drawing, sides));
    played++;
    if (isCaught(versions, edited)) continue;
    wrong++;
    if (stage.verbose) explain(`missed, ${edit}: ${drawing.story.id}: ${edited.came ?? edited.went}`, versions);
  }
  return { kind: edit, played, wrong, unread: 0 };
}

/** A headline that an editor wrote cannot be told from one that a design took from the head of the page. */
const withoutSearchTitles = (drawing: Drawing, edit: string): Drawing =>
  edit === "headline" ? { ...drawing, phrases: { ...drawing.phrases, searchTitles: [] } } : drawing;

function isCaught(versions: readonly Version[], { came, went }: Edited): boolean {
  if (versions.length < 2) return false;
  const lines = ({ text }: Version) =>
    [text.headline ?? "", text.standfirst ?? "", ...text.blocks.map((block) => block.text)].map(canonical).join("\n");
  const [before, after] = [lines(versions[0]!), lines(versions.at(-1)!)];
  const has = (text: string, words: string) => text.includes(canonical(words));
  return (
    (came === null || (has(after, came) && !has(before, came))) && (went === null || !has(after, went) || came !== null)
  );
}

function drawn({ stories, half, seed }: Stage, name: string, pair: number): Drawing {
  const next = random(mix(seed, hashText(name), pair));
  const draw = (below: number) => Math.floor(next() * below);
  return { story: pick(stories, draw(stories.length)), phrases: half.phrases, draw };
}

function sidesOf(before: Story, after: Story): Sides {
  const side = ({ language, headline, standfirst, byline, paragraphs }: Story): Shown => ({
    language,
    headline,
    title: headline,
    sharedTitle: headline,
    description: standfirst,
    standfirst,
    byline,
    body: paragraphs,
    above: "",
    below: "",
  });
  return { old: side(before), new: side(after) };
}

const shown = ({ half }: Stage, { draw }: Drawing, sides: Sides): readonly string[] => {
  const { old, new: fresh } = half.templates;
  return [pick(old, draw(old.length))(sides.old), pick(fresh, draw(fresh.length))(sides.new)];
};

function explain(title: string, versions: readonly Version[]): void {
  console.log(`\n${title}`);
  versions.slice(1).forEach((version, i) => {
    for (const line of differenceOf(versions[i]!.text, version.text)) console.log(`  ${line}`);
  });
}
