import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseFeed } from "feedsmith";
import { readFeed } from "#discover/feed";
import { identify } from "#discover/identify";
import { decodeXml } from "#fetch/charset";
import type { FoundArticle } from "#model/found";
import { readFlags } from "./flags.ts";
import { printTable } from "./table.ts";

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What gofeed makes of it, where the set says so. */
  readonly expected?: GofeedFeed;
}

interface GofeedFeed {
  readonly items?: readonly GofeedItem[];
  readonly entries?: readonly GofeedItem[];
}

interface GofeedItem {
  readonly title?: string;
  readonly link?: string;
  readonly links?: readonly (string | { readonly href?: string; readonly rel?: string })[];
}

export const FLAGS = {};

/** Runs every feed of DIR/feeds-dev through the reader: none may crash or hang. Without data: made-up feeds, for speed. */
export async function run(args: { data?: string; flags: Record<string, string> }): Promise<void> {
  readFlags(args.flags, FLAGS);
  if (args.data === undefined) return printSpeed();
  const sets = loadSets(join(args.data, "feeds-dev"));
  const head = ["set", "feeds", "with articles", "without", "refused", "crashed", "total ms", "slowest ms", "slowest"];
  const runs = sets.map(([name, cases]) => ({ name, ...runSet(cases) }));
  printTable(
    "Feeds of others",
    head,
    runs.map(({ row, name }) => [name, ...row]),
  );
  for (const note of runs.flatMap(({ notes }) => notes)) console.log(note);
  printAgreement(sets.flatMap(([, cases]) => cases));
  printSpeed();
}

function loadSets(folder: string): readonly (readonly [string, readonly Case[]])[] {
  const jsonl = ["feedparser", "gofeed"].map((set) => {
    const lines = gunzipSync(readFileSync(join(folder, `${set}.jsonl.gz`)))
      .toString()
      .trim()
      .split("\n");
    return [set, lines.map(readCase)] as const;
  });
  const real = join(folder, "real");
  const files = existsSync(real) ? readdirSync(real) : [];
  return [...jsonl, ["real", files.map((name) => ({ name, bytes: readFileSync(join(real, name)) }))]];
}

function readCase(line: string): Case {
  const row = JSON.parse(line) as { path: string; xml_b64: string; expected?: GofeedFeed };
  const bytes = Buffer.from(row.xml_b64, "base64");
  return row.expected ? { name: row.path, bytes, expected: row.expected } : { name: row.path, bytes };
}

const inputOf = ({ bytes }: Case) => ({
  bytes,
  text: decodeXml(bytes, "application/xml").text,
  url: "http://127.0.0.1:8097/feed.xml",
  contentType: "application/xml",
});

function runSet(cases: readonly Case[]): { row: readonly (string | number)[]; notes: readonly string[] } {
  const counts = { ok: 0, empty: 0, refused: 0, crashed: 0 };
  const notes: string[] = [];
  let totalMs = 0;
  let slowest = { ms: 0, name: "" };
  for (const each of cases) {
    const startedAt = performance.now();
    const outcome = outcomeOf(each);
    const ms = performance.now() - startedAt;
    counts[outcome] += 1;
    totalMs += ms;
    if (ms > slowest.ms) slowest = { ms, name: each.name };
    if (outcome === "refused" || outcome === "crashed") notes.push(`  ${outcome}: ${each.name}`);
  }
  const { ok, empty, refused, crashed } = counts;
  const times = [totalMs.toFixed(0), slowest.ms.toFixed(1), slowest.name];
  return { row: [cases.length, ok, empty, refused, crashed, ...times], notes };
}

function outcomeOf(each: Case): "ok" | "empty" | "refused" | "crashed" {
  try {
    const read = readFeed(inputOf(each));
    if (!read.ok) return "refused";
    return read.value.articles.length > 0 ? "ok" : "empty";
  } catch (error) {
    console.error(each.name, error);
    return "crashed";
  }
}

/** How often the articles (number with a usable link, and their titles) are those that other readers find. */
function printAgreement(cases: readonly Case[]): void {
  const judged = cases.filter((each) => each.expected);
  const differing = judged.filter((each) => !agrees(each));
  console.log(`\ngofeed expects the same articles in ${judged.length - differing.length} of ${judged.length}`);
  for (const each of differing) console.log(`  differs: ${each.name}`);
  let accepted = 0;
  let readable = 0;
  for (const each of cases) {
    if (identify(inputOf(each)) === "feed" && readFeed(inputOf(each)).ok) readable += 1;
    if (acceptedByFeedsmith(each)) accepted += 1;
  }
  console.log(`readable here: ${readable} of ${cases.length}; by feedsmith: ${accepted}`);
}

function agrees(each: Case): boolean {
  const read = readFeed(inputOf(each));
  const articles: readonly FoundArticle[] = read.ok ? read.value.articles : [];
  const expected = (each.expected?.items ?? each.expected?.entries ?? []).filter((item) => linkOf(item) !== undefined);
  if (expected.length !== articles.length) return false;
  return expected.every((item) => item.title === undefined || articles.some((article) => article.title !== null));
}

function linkOf(item: GofeedItem): string | undefined {
  if (item.link) return item.link;
  const first = item.links?.map((link) =>
    typeof link === "string" ? link : link.rel === "enclosure" ? undefined : link.href,
  );
  return first?.find((link) => link !== undefined);
}

function acceptedByFeedsmith(each: Case): boolean {
  try {
    parseFeed(inputOf(each).text);
    return true;
  } catch {
    return false;
  }
}

function printSpeed(): void {
  const item = (n: number) =>
    `<item><title>Council votes on harbour plan ${n}</title><link>https://daily.example/2026/05/${n}/harbour</link><pubDate>Tue, 05 May 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;Text of the summary.&lt;/p&gt;</description></item>`;
  const url = (n: number) =>
    `<url><loc>https://daily.example/2026/05/${n}/harbour-plan</loc><lastmod>2026-05-05T10:00:00Z</lastmod></url>`;
  const many = (make: (n: number) => string) => Array.from({ length: 50_000 }, (_, n) => make(n)).join("");
  const texts = {
    "RSS, 50,000 items": `<rss version="2.0"><channel><title>Daily</title>${many(item)}</channel></rss>`,
    "sitemap, 50,000 URLs": `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${many(url)}</urlset>`,
  };
  const rows = Object.entries(texts).map(([name, text]) => {
    const startedAt = performance.now();
    readFeed({ bytes: new Uint8Array(), text, url: "https://daily.example/feed", contentType: null });
    const ms = performance.now() - startedAt;
    return [name, (text.length / 1e6).toFixed(1), ms.toFixed(0), (text.length / 1000 / ms).toFixed(1)];
  });
  printTable("Speed", ["input", "MB", "ms", "MB/s"], rows);
}
