import type { EngineContext } from "#engine/context";
import type { TextObservation } from "#engine/look/observation";
import type { Later, Past } from "#engine/look/past";
import { isRebuilt } from "#extract/site/rebuilt";
import type { Prior, SiteTemplate } from "#extract/site/template";
import type { Article } from "#model/article";
import type { TextMark } from "#model/memory";
import type { ReplacedReadings } from "#store/sites/site";
import { textOf } from "#version/fingerprint";
import { inRing } from "#version/ring";
import { readKept } from "./read-kept.ts";
import { isReadingOnly } from "./reading-only.ts";
import { type Rereader, rereadArticle } from "./reextract-article.ts";
import { remarked } from "./remark.ts";

/** What deciding goes by, in the terms of the present reader. */
export interface Rebased {
  readonly past: Past;
  /** The page says what that of the latest version says; only their readings differ. */
  readonly otherReading: boolean;
  /** What opened the latest version was the reader's mistake: its change leaves the lists now, not with the next edit. */
  readonly isMisread: boolean;
}

type Port = Pick<EngineContext, "store" | "archive" | "workshop">;

/**
 * Marks can be compared when one reader made them all. Where the extractor, or the site's template, is another than at the
 * look before, what deciding remembers of the article's versions is read again from their kept bytes, so that what only
 * the reader changed is no edit. The versions themselves stay as they were printed. Writes nothing.
 */
export async function rebase(
  context: Port,
  article: Article,
  observation: TextObservation,
  past: Past,
): Promise<Rebased> {
  if (past.kind === "first") return { past, otherReading: false, isMisread: false };
  const { later, isMisread } = await byThisReader(context, article, observation, past);
  const same = await withOtherReading(context, article, observation, later);
  return { past: same ?? later, otherReading: same !== null, isMisread };
}

/**
 * If a text differs from the latest version's but its page says the same, it belongs to that version from now on. Two pages are
 * read to find out, once for every text that is seen.
 */
async function withOtherReading(
  context: Port,
  article: Article,
  { page, site, response }: TextObservation,
  past: Later,
): Promise<Later | null> {
  const { memory } = past;
  const { whole } = page.mark;
  const { latest, away, ring } = memory;
  if (whole === latest.text.whole || whole === away?.text.whole || inRing(ring, whole)) return null;
  const kept = (await context.store.reader.keptVersions(article.id)).find(({ number }) => number === latest.number);
  const before =
    kept && (await readKept(context, kept, { ...site.template, prior: priorOf(page.trace) }, { lines: true }));
  if (before?.kind !== "read" || !before.page.lines) return null;
  const contentType = response.headers["content-type"] ?? null;
  const job = { bytes: response.body, contentType, url: response.url, site: site.template, seenAt: null } as const;
  const after = await context.workshop.read({ ...job, lines: true });
  if (!after.ok || !after.value.lines) return null;
  const was = { text: textOf(before.page.document), lines: before.page.lines };
  const is = { text: textOf(after.value.document), lines: after.value.lines };
  if (!isReadingOnly(was, is, isRebuilt(site.previous, page.trace))) return null;
  const memoryNow = { ...memory, latest: { ...latest, text: page.mark } };
  return { ...past, memory: memoryNow, isStored: false };
}

async function byThisReader(
  context: Port,
  article: Article,
  { page, site }: TextObservation,
  past: Later,
): Promise<{ readonly later: Later; readonly isMisread: boolean }> {
  const { memory } = past;
  const asItWas = { later: past, isMisread: false };
  const readBy = site.previous?.reader ?? (await context.store.reader.versions(article.id)).at(-1)?.extractor;
  if (readBy === page.document.extractor) return asItWas;
  const isSame = memory.latest.text.whole === page.mark.whole;
  if (isSame && memory.ring.every(({ version }) => version === null)) return asItWas;
  const numbers = [memory.latest.number, ...memory.ring.flatMap(({ version }) => version ?? [])];
  const template = { ...site.template, prior: priorOf(page.trace) };
  const marks = await marksOf(context, article, template, numbers);
  const latestMark = marks.get(memory.latest.number)?.whole;
  const isMisread = latestMark !== undefined && latestMark === marks.get(memory.latest.number - 1)?.whole;
  // What the page shows now is the latest version to this reader, even where its kept page was built otherwise.
  const earlier = new Map([...marks].filter(([number]) => number !== memory.latest.number));
  return { later: { ...past, memory: remarked(memory, isSame ? earlier : marks), isStored: false }, isMisread };
}

const priorOf = ({ container, keptAll }: Prior): Prior => ({ container, keptAll });

async function marksOf(
  context: Port,
  article: Article,
  template: SiteTemplate,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, TextMark>> {
  const marks = new Map<number, TextMark>();
  for (const version of await context.store.reader.keptVersions(article.id)) {
    if (!numbers.includes(version.number)) continue;
    const read = await readKept(context, version, template);
    if (read.kind === "read") marks.set(version.number, read.page.mark);
  }
  return marks;
}

/** Versions that are read again when another one opens: an article rarely has more, and the rest can wait for a whole run. */
const REREAD_ON_OPENING = 30;

/**
 * Before a version opens, those before it are read as it was, so that their change says what the publisher did and not
 * what the reader did. Null when they all were. To be written with the look; what they said before is kept.
 */
export async function readAgain(
  context: Rereader,
  article: Article,
  { site, page }: TextObservation,
): Promise<ReplacedReadings | null> {
  const { replaced } = await rereadArticle(context, article.id, {
    template: { ...site.template, prior: priorOf(page.trace) },
    latest: REREAD_ON_OPENING,
    memory: null,
  });
  return replaced;
}
