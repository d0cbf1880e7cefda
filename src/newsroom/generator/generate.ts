import {
  addAfter,
  backTo,
  edit,
  headline,
  move,
  note,
  prepend,
  removeParagraph,
  replace,
  split,
  standfirst,
} from "#newsroom/edits";
import { mix, pick, random } from "#newsroom/random";
import type { Edit, SiteKey, Story } from "#newsroom/story";
import type { Schedule } from "./schedule.ts";
import { TOPICS, type Topic } from "./topics.ts";
import { COMMON, ENTRY_HEADINGS, TAILS, WORDS } from "./words.ts";

/** The whole story number `seed`, whose remainder chooses the topic; `publishedAfter` is its place on the newsroom's clock, in ms. */
export function generateStory(site: SiteKey, seed: number, publishedAfter: number, schedule: Schedule): Story {
  const next = random(mix(seed, 2));
  const topic = pick(TOPICS, seed);
  const facts = factsOf(topic, next);
  const fill = (pattern: string) => expand(pattern, facts, next);
  const paragraph = (pattern: string) => `${fill(pattern)} ${fill(pick(TAILS, Math.floor(next() * TAILS.length)))}`;
  const lead = topic.lead.map(paragraph);
  const more = chosenFrom(COMMON, 4 + Math.floor(next() * 4), next).map(paragraph);
  return {
    site,
    slug: slugOf(fill(topic.headline)),
    section: topic.section,
    publishedAt: publishedAfter,
    byline: [`${pick(WORDS["first"]!, mix(seed, 5))} ${pick(WORDS["last"]!, mix(seed, 6))}`],
    headline: fill(topic.headline),
    standfirst: fill(topic.standfirst),
    body: [...lead, ...more],
    edits: editsOf(topic, facts, { fill, paragraph }, more, schedule, publishedAfter, next),
    noise: schedule.noise,
  };
}

/** The headline of the same story without the rest. */
export function generateHeadline(seed: number): string {
  const next = random(mix(seed, 2));
  const topic = pick(TOPICS, seed);
  return expand(topic.headline, factsOf(topic, next), next);
}

/** Fills in a pattern; as a paragraph with an end of its own. */
interface Pen {
  readonly fill: (pattern: string) => string;
  readonly paragraph: (pattern: string) => string;
}

/** Words that stay the same through one story; the others are drawn afresh at each use. */
type Facts = Readonly<Record<string, string>>;

function factsOf(topic: Topic, next: () => number): Facts {
  const facts: Record<string, string> = { n: String(topic.low + Math.floor(next() * (topic.high - topic.low))) };
  for (const name in WORDS) facts[name] = pick(WORDS[name]!, Math.floor(next() * 997));
  const office = facts["office"]!;
  facts["Office"] = office.charAt(0).toUpperCase() + office.slice(1);
  return facts;
}

const FRESH = new Set(["street", "first", "last", "weekday"]);

function expand(pattern: string, facts: Facts, next: () => number): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) =>
    FRESH.has(name) ? pick(WORDS[name]!, Math.floor(next() * 997)) : facts[name]!,
  );
}

function editsOf(
  topic: Topic,
  facts: Facts,
  pen: Pen,
  more: readonly string[],
  schedule: Schedule,
  publishedAfter: number,
  next: () => number,
): readonly Edit[] {
  if (schedule.editsAfter.length === 0) return [];
  if (schedule.live) return schedule.editsAfter.map((after, i) => entryAdded(publishedAfter + after, i, pen));
  const possible = shuffled(possibleEdits(topic, facts, pen, more), next);
  const back = schedule.takenBack ? schedule.editsAfter.length - 1 : -1;
  return schedule.editsAfter.map((after, i) => {
    const made = i === back ? edit(0, "restored", "The last edit is taken back.", backTo(back - 1)) : possible[i]!;
    return { ...made, at: publishedAfter + after };
  });
}

/** A heading and a paragraph above all others. */
const entryAdded = (at: number, i: number, { fill, paragraph }: Pen): Edit =>
  edit(
    at,
    "entry-added",
    "An entry is added.",
    prepend(`## ${fill(ENTRY_HEADINGS[i % ENTRY_HEADINGS.length]!)}`, paragraph(pick(COMMON, i * 3 + 1))),
  );

/** Edits that touch different places, so that any of them may follow any other. */
function possibleEdits(topic: Topic, facts: Facts, { fill, paragraph }: Pen, more: readonly string[]): readonly Edit[] {
  const [was, is] = [facts["n"]!, String(Number(facts["n"]) + 3)];
  const number = replace(`${was} `, `${is} `);
  const [first, second, third] = more.map((line) => line.slice(0, 40)) as [string, string, string];
  const sentence = third && (more[2]!.split(/(?<=[.”]) /)[1] ?? "");
  return [
    edit(0, "headline", "Another headline.", headline(fill(topic.laterHeadline))),
    edit(0, "standfirst", "The standfirst is rewritten.", standfirst(fill(topic.laterStandfirst))),
    edit(0, "number", `${was} becomes ${is} without a note.`, number),
    edit(0, "quote", "The quotation is altered.", replace(...topic.quote)),
    edit(0, "attribution", "Another source for the same claim.", replace(...topic.attribution)),
    edit(0, "hedge-added", "A claim is weakened.", replace(...topic.hedge)),
    edit(0, "paragraph-added", "A paragraph is added.", addAfter(second, paragraph(topic.added))),
    edit(0, "paragraph-moved", "A paragraph moves down.", move(first, third)),
    edit(
      0,
      "correction",
      "A note is added.",
      note("This article was amended to make clear when the meeting took place."),
    ),
    ...(more.length > 4 ? [edit(0, "paragraph-removed", "A paragraph is cut.", removeParagraph(more[4]!))] : []),
    ...(sentence ? [edit(0, "split", "A paragraph is split.", split(sentence))] : []),
  ];
}

function chosenFrom<T>(items: readonly T[], count: number, next: () => number): readonly T[] {
  return shuffled(items, next).slice(0, count);
}

function shuffled<T>(items: readonly T[], next: () => number): readonly T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

const slugOf = (headline: string): string =>
  headline
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
