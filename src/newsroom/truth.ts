import { type Article, pathsOf } from "./article.ts";
import type { House } from "./house.ts";
import type { Misbehaviour } from "./misbehaviours/kinds.ts";
import { baseAt, newHost } from "./misbehaviours/other-hosts.ts";
import type { AmbientKind, NoiseKind } from "./noise.ts";
import type { Outage } from "./outages.ts";
import type { SourceKind } from "./site.ts";
import type { EditKind, StoryText } from "./story.ts";
import { textHash } from "./timeline.ts";

export type Field = "headline" | "standfirst" | "correction" | "body";

/** Everything that the newsroom does in its day; served as `truth.json`. */
export interface Truth {
  /** Epoch ms. */
  readonly startAt: number;
  readonly seed: number;
  readonly sources: readonly TruthSource[];
  readonly articles: readonly TruthArticle[];
}

export interface TruthSource {
  readonly name: string;
  readonly homeUrl: string;
  readonly kind: SourceKind;
  readonly language: string;
  /** On all its pages all the time. */
  readonly ambient: readonly (AmbientKind | Misbehaviour)[];
  /** When the whole site showed something else than its articles. */
  readonly outages: readonly Pick<Outage, "kind" | "from" | "to">[];
}

export interface TruthArticle {
  /** Every address it ever has; the last one is where it ends up. */
  readonly urls: readonly string[];
  /** Name of the source. */
  readonly source: string;
  readonly headline: string;
  readonly publishedAt: number;
  /** Slug of the story whose text this is, for republished articles. */
  readonly copyOf: string | null;
  /** Of the text as first published; equal hashes mean texts that differ only cosmetically. */
  readonly textHash: string;
  /** In order of time. */
  readonly edits: readonly TruthEdit[];
  /** What happens to its page without an edit, beside the ambient noise of the source. */
  readonly noise: readonly TruthNoise[];
}

export interface TruthEdit {
  readonly at: number;
  readonly kind: EditKind;
  readonly description: string;
  /** The first of headline, standfirst, correction and body that differs; `fields` has all. */
  readonly field: Field;
  readonly fields: readonly Field[];
  /** Of the text from `at` on. */
  readonly textHash: string;
}

export interface TruthNoise {
  readonly kind: NoiseKind;
  readonly from: number;
  /** Exclusive; null when it lasts. */
  readonly to: number | null;
}

export function truthOf(houses: Iterable<House>, startAt: number, seed: number, port: number): Truth {
  const sources: TruthSource[] = [];
  const articles: TruthArticle[] = [];
  for (const house of houses) {
    const { name, kind, language, ambient, host } = house.site;
    const base = `http://${host}.localhost:${port}`;
    const outages = (house.outages ?? []).map(({ kind, from, to }) => ({ kind, from, to }));
    const lasting = LASTING.filter((one) => house.conduct?.kinds.has(one));
    sources.push({ name, homeUrl: `${base}/`, kind, language, ambient: [...ambient, ...lasting], outages });
    const bases = [base, ...(house.conduct?.movesAt ? [baseAt(base, newHost(host, house.conduct.seed))] : [])];
    for (const article of house.articles()) articles.push(truthOfArticle(article, bases));
  }
  return { startAt, seed, sources, articles };
}

/** Of a whole site, all the time. */
const LASTING = ["undated"] as const;

function truthOfArticle(article: Article, bases: readonly string[]): TruthArticle {
  const [first, ...later] = article.states();
  let before = first!.text;
  const edits = later.flatMap(({ at, text, edit }) => {
    const fields = changedFields(before, text);
    before = text;
    const { kind, description } = edit!;
    return [{ at, kind, description, field: fields[0] ?? "body", fields, textHash: textHash(text) }];
  });
  return {
    urls: bases.flatMap((base) => pathsOf(article).map((path) => base + path)),
    source: article.site.name,
    headline: first!.text.headline,
    publishedAt: article.publishedAt,
    copyOf: article.copyOf,
    textHash: textHash(first!.text),
    edits,
    noise: article.noise.map(({ kind, from, to }) => ({ kind, from, to: Number.isFinite(to) ? to : null })),
  };
}

function changedFields(before: StoryText, after: StoryText): readonly Field[] {
  const fields: Field[] = [];
  if (before.headline !== after.headline) fields.push("headline");
  if (before.standfirst !== after.standfirst) fields.push("standfirst");
  if (before.corrections.join("\n") !== after.corrections.join("\n")) fields.push("correction");
  const body = (text: StoryText) => text.blocks.map((b) => `${b.kind} ${b.text}`).join("\n");
  if (body(before) !== body(after)) fields.push("body");
  return fields;
}
