import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { normaliseUrl } from "#lib/url";
import type { Decision } from "#model/capture";
import type { Block } from "#model/document";
import type { ArticleId, SourceId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import type { VersionText } from "#model/version";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import type { ArticleState } from "#store/writer";
import { fingerprint } from "#version/fingerprint";
import { ARABIC, FERRY, HIDDEN, JAPANESE, type Script, type ScriptLook, TUNNEL } from "./stories.ts";

/** The invented press of these tests: what the pages show is stored the way the engine stores it. */
export interface Seeded {
  readonly store: Store;
  readonly now: number;
  readonly ids: Readonly<Record<"ferry" | "tunnel" | "arabic" | "japanese" | "hidden", ArticleId>>;
  readonly sources: Readonly<Record<"ledger" | "sahifa", SourceId>>;
}

export const NOW = Date.UTC(2026, 10, 21, 16, 30);

export async function seed(place = ":memory:"): Promise<Seeded> {
  const store = await openStore(place);
  const ledger = await addSource(store, "The Harbour Ledger", "https://ledger.example/", NOW - 9 * DAY_MS);
  const sahifa = await addSource(store, "Sahīfat al-Mīnāʾ صحيفة الميناء", "https://mina.example/", NOW - 8 * DAY_MS);
  const ids = {
    tunnel: await play(store, ledger, TUNNEL),
    arabic: await play(store, sahifa, ARABIC),
    japanese: await play(store, sahifa, JAPANESE),
    hidden: await play(store, ledger, HIDDEN),
    ferry: await play(store, ledger, FERRY),
  };
  await store.writer.hide(ids.hidden, "a court asked for it", NOW - HOUR_MS);
  return { store, now: NOW, ids, sources: { ledger, sahifa } };
}

export async function addSource(store: Store, name: string, homeUrl: string, at: number): Promise<SourceId> {
  const { id } = await store.writer.addSource({ name, homeUrl, patterns: NO_PATTERNS }, at);
  const feed = { url: `${homeUrl}feed.xml`, kind: "rss" as const, title: null };
  const { id: feedId } = await store.writer.addFeed(id, feed, 15 * MINUTE_MS, at);
  await store.writer.recordPoll(feedId, {
    polledAt: NOW - 6 * MINUTE_MS,
    ok: true,
    error: null,
    dueAt: NOW + 9 * MINUTE_MS,
    etag: null,
    lastModified: null,
  });
  return id;
}

/** Plays a script: one look after the other, each as the engine would record it. */
export async function play(store: Store, sourceId: SourceId, script: Script): Promise<ArticleId> {
  const firstAt = NOW - script.looks[0]!.minutesAgo * MINUTE_MS;
  const found = {
    url: normaliseUrl(script.url)!,
    title: script.looks[0]!.text?.headline ?? null,
    publishedAt: firstAt - 10 * MINUTE_MS,
    updatedAt: null,
  };
  const [id] = await store.writer.addArticles(sourceId, [found], firstAt - 2 * MINUTE_MS);
  const texts: VersionText[] = [];
  for (const look of script.looks) {
    const text = look.text === undefined ? null : textFrom(look.text);
    const known = text === null ? -1 : texts.findIndex((each) => fingerprint(each) === fingerprint(text));
    const opens = text !== null && known < 0;
    const capturedAt = NOW - look.minutesAgo * MINUTE_MS;
    const before = texts.at(-1);
    await store.writer.recordLook({
      articleId: id!,
      capturedAt,
      tookMs: 240,
      outcome: look.outcome ?? (opens ? "changed" : "unchanged"),
      status: look.status ?? 200,
      finalUrl: script.url,
      decision: look.decision ?? decided(opens, known, texts.length),
      reason: {
        code: "sentence",
        text:
          look.reason ??
          (opens ? (before ? "The text reads differently." : "First text of this article.") : "Same canonical text."),
      },
      bodyDigest: text ? sha256(JSON.stringify(text) + capturedAt) : null,
      bodyBytes: 48_213,
      ...(known >= 0 ? { sawVersion: known + 1 } : {}),
      ...(look.decision === "alternating" ? { alternating: true } : {}),
      ...(opens ? { version: newVersion(script, texts, text, look, capturedAt) } : {}),
      ...(look.raisedTo === undefined ? {} : { raisedDate: raisedDate(script, look, capturedAt) }),
      state: stateAt(script, capturedAt),
    });
    if (opens) texts.push(text);
  }
  return id!;
}

const decided = (opens: boolean, known: number, count: number): Decision =>
  opens ? (count === 0 ? "first" : "new") : known >= 0 ? "same" : "none";

/** Seen by this look, not yet by the one before. */
function raisedDate(script: Script, look: ScriptLook, seenAt: number) {
  const before = script.looks[script.looks.indexOf(look) - 1]!;
  const newModifiedAt = NOW - look.raisedTo! * MINUTE_MS;
  return {
    oldModifiedAt: newModifiedAt - HOUR_MS,
    newModifiedAt,
    lastSeenOldAt: NOW - before.minutesAgo * MINUTE_MS,
    seenAt,
  };
}

function newVersion(script: Script, texts: readonly VersionText[], text: VersionText, look: ScriptLook, at: number) {
  const before = texts.at(-1);
  return {
    after: texts.length,
    text,
    textHash: fingerprint(text),
    byline: script.byline,
    publishedAt: new Date(NOW - (script.looks[0]!.minutesAgo + 10) * MINUTE_MS).toISOString(),
    modifiedAt: before ? new Date(at - 3 * MINUTE_MS).toISOString() : null,
    dateRaised: look.dateRaised ?? null,
    language: script.language,
    extractor: "variorum/1",
    ...(before ? { summary: summarise(before, text, collateTexts(before, text)) } : {}),
  };
}

const stateAt = (script: Script, at: number): ArticleState => ({
  status: script.status ?? "watched",
  statusReason: script.statusReason === undefined ? null : { code: "sentence", text: script.statusReason },
  nextLookAt: script.status ? null : at + 50 * MINUTE_MS,
  periodMs: 50 * MINUTE_MS,
  failures: 0,
  etag: null,
  lastModified: null,
  bodyDigest: null,
});

export interface ScriptText {
  readonly headline: string;
  readonly standfirst?: string;
  readonly corrections?: readonly string[];
  /** Paragraphs; "# " opens a heading, "> " a quote, "- " an item, "| " a row of a table, "~~ " what is struck out. */
  readonly body: readonly string[];
}

export const textFrom = (text: ScriptText): VersionText => ({
  headline: text.headline,
  standfirst: text.standfirst ?? null,
  corrections: text.corrections ?? [],
  blocks: text.body.map(blockFrom),
});

const KINDS = { "# ": "heading", "> ": "quote", "- ": "item", "| ": "row" } as const;

function blockFrom(text: string): Block {
  const kind = KINDS[text.slice(0, 2) as keyof typeof KINDS];
  if (kind) return { kind, text: text.slice(2) };
  const isStruck = text.startsWith("~~ ");
  const said = isStruck ? text.slice(3) : text;
  const spans = [{ from: 0, to: said.length, kind: "struck" as const }];
  return { kind: "paragraph", text: said, ...(isStruck && { spans }) };
}
