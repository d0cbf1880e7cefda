import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import type { ArticleId, SourceId } from "#model/id";
import { openStore } from "#store/open";
import { alive, type Vocabulary, vocabularyOf } from "../test/publish/alive.ts";
import { addSource, NOW, play, seed } from "../test/publish/seed.ts";
import { siteOver } from "../test/publish/site.ts";
import { readFlags } from "./flags.ts";
import { printTable } from "./table.ts";

interface Case {
  readonly title: string;
  readonly payload: string;
}

/** What one kind of address answered: how many, how many of them with something alive. */
interface Tally {
  pages: number;
  bytes: number;
  readonly found: string[];
}

export const FLAGS = {};

/**
 * Stores each hostile payload of DIR/xss-dev as headline, standfirst, correction, paragraph, byline, source name and
 * address, asks for every page, feed and JSON about it, and looks for anything that came alive.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  readFlags(flags, FLAGS);
  if (data === undefined) throw new Error("The xss benchmark needs --data DIR (with xss-dev/ in it).");
  const cases = JSON.parse(await readFile(join(data, "xss-dev", "dompurify.json"), "utf8")) as Case[];
  const vocabulary = await learnVocabulary();
  const store = await openStore(":memory:");
  const site = siteOver(store);
  const tallies = new Map<string, Tally>();
  for (const [index, { payload }] of cases.entries()) {
    const { article, source } = await storeCase(store, payload, index);
    for (const [kind, path] of addresses(article, source, payload)) {
      const answer = await site.get(path);
      const body = await answer.text();
      const tally = tallies.get(kind) ?? { pages: 0, bytes: 0, found: [] };
      tallies.set(kind, tally);
      tally.pages += 1;
      tally.bytes += body.length;
      if (answer.status !== 200) tally.found.push(`case ${index}, ${path}: status ${answer.status}`);
      else tally.found.push(...inspect(kind, body, vocabulary).map((what) => `case ${index}, ${path}: ${what}`));
    }
  }
  await store.close();
  report(cases.length, tallies);
}

async function learnVocabulary(): Promise<Vocabulary> {
  const { store, ids } = await seed();
  const { text } = siteOver(store);
  const paths = [
    "/",
    "/?before=4",
    "/sources",
    "/sources/1",
    "/sources/2",
    "/search?q=ferry",
    "/search?q=xylophone",
    "/health",
    "/about",
  ];
  const own = Object.values(ids).flatMap((id) =>
    ["", "/looks", "/evolution", "/versions/1", "/versions/2", "/versions/3"].map((end) => `/articles/${id}${end}`),
  );
  const changes = [1, 2, 3, 5].flatMap((id) =>
    ["1..2", "2..3", "1..2?view=inline", "2..3?view=inline"].map((end) => `/articles/${id}/changes/${end}`),
  );
  const pages = await Promise.all([...paths, ...own, ...changes].map(text));
  await store.close();
  return new Set([...vocabularyOf(pages), ...PAGED]);
}

/** Of links that only long lists have. */
const PAGED = ["nav", "nav[class]", "a[rel]", "details", "details[class]", "summary", "summary[lang]"];

async function storeCase(store: Awaited<ReturnType<typeof openStore>>, payload: string, index: number) {
  const source = await addSource(
    store,
    payload,
    `https://s${index}.example/${encodeURIComponent(payload).slice(0, 900)}`,
    NOW - 1e8,
  );
  const text = {
    headline: payload,
    standfirst: payload,
    corrections: [payload],
    body: [payload, `# ${payload}`, `> ${payload}`],
  };
  const edited = { ...text, headline: `New ${payload} words`, body: [`Before ${payload}`, `- ${payload}`, payload] };
  const article = await play(store, source, {
    url: `https://s${index}.example/${index}?q=${payload.slice(0, 1500)}`,
    language: payload.slice(0, 20),
    byline: [payload],
    statusReason: payload,
    looks: [
      { minutesAgo: 60, text, reason: payload },
      { minutesAgo: 30, text: edited, reason: payload },
    ],
  });
  return { article, source };
}

function addresses(article: ArticleId, source: SourceId, payload: string): readonly (readonly [string, string])[] {
  const q = new URLSearchParams({ q: payload.slice(0, 300) });
  const formats = ["atom", "rss", "json"] as const;
  return [
    ["article", `/articles/${article}`],
    ["looks", `/articles/${article}/looks`],
    ["version", `/articles/${article}/versions/1`],
    ["evolution", `/articles/${article}/evolution`],
    ["change, side", `/articles/${article}/changes/1..2`],
    ["change, inline", `/articles/${article}/changes/1..2?view=inline`],
    ["change, changes", `/articles/${article}/changes/1..2?view=changes`],
    ["latest", "/"],
    ["source", `/sources/${source}`],
    ["search", `/search?${q}`],
    ...(article % 25 === 0
      ? ([
          ["sources", "/sources"],
          ["health", "/health"],
        ] as const)
      : []),
    ...formats.map((format) => [`feed.${format}`, `/articles/${article}/feed.${format}`] as const),
    ...(payload.trim() === ""
      ? []
      : formats.map((format) => [`search feed.${format}`, `/search/feed.${format}?${q}`] as const)),
    ["json", `/articles/${article}.json`],
    ["json", `/articles/${article}/changes/1..2.json`],
    ["json", `/articles/${article}/evolution.json`],
  ];
}

function inspect(kind: string, body: string, vocabulary: Vocabulary): readonly string[] {
  if (kind.endsWith(".atom"))
    return inEntries(
      entriesOf(parseAtomFeed(body).entries, (e) => e.content?.value),
      vocabulary,
    );
  if (kind.endsWith(".rss"))
    return inEntries(
      entriesOf(parseRssFeed(body).items, (e) => e.description),
      vocabulary,
    );
  if (kind.endsWith(".json"))
    return inEntries(
      entriesOf(parseJsonFeed(JSON.parse(body)).items, (e) => e.content_html),
      vocabulary,
    );
  if (kind === "json") {
    JSON.parse(body);
    return [];
  }
  return alive(body, vocabulary);
}

const entriesOf = <T>(entries: readonly T[] | undefined, html: (entry: T) => string | undefined): string[] =>
  (entries ?? []).map((entry) => html(entry) ?? "");

const inEntries = (entries: readonly string[], vocabulary: Vocabulary): readonly string[] =>
  entries.flatMap((html) => alive(html, new Set([...vocabulary, "p[dir]", "h3", "em", "br"]), "fragment"));

function report(cases: number, tallies: ReadonlyMap<string, Tally>): void {
  console.log(
    `${cases} payloads, each as headline, standfirst, correction, paragraphs, byline, source name, reason and address`,
  );
  const rows = [...tallies].map(([kind, { pages, bytes, found }]) => [
    kind,
    pages,
    (bytes / 1e6).toFixed(1),
    found.length,
  ]);
  printTable("What came alive", ["answer", "fetched", "MB", "alive"], rows);
  const found = [...tallies.values()].flatMap((tally) => tally.found);
  for (const line of found.slice(0, 20)) console.log(`  ${line}`);
  console.log(found.length === 0 ? "\nNothing came alive." : `\n${found.length} findings.`);
}
