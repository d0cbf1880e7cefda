import type { EngineContext } from "#engine/context";
import type { Recollection } from "#engine/look/memory";
import type { Observation } from "#engine/look/observation";
import type { Workshop } from "#engine/threads/workshop";
import type { Prior, SiteTemplate } from "#extract/site/template";
import type { Article } from "#model/article";
import type { TextMark } from "#model/memory";
import type { Store } from "#store/store";
import { textOf } from "#version/fingerprint";
import { inRing } from "#version/ring";
import { readKept } from "./read-kept.ts";
import { isReadingOnly } from "./reading-only.ts";
import { reextractArticle } from "./reextract-article.ts";
import { remarked } from "./remark.ts";

/**
 * Marks can be compared when one reader made them all. Where the extractor, or the site's template, is another than at the
 * look before, what deciding remembers of the article's versions is read again from their kept bytes, so that what only
 * the reader changed is no edit. The versions themselves stay as they were printed.
 */
export async function rebase(
  context: EngineContext,
  article: Article,
  observation: Extract<Observation, { kind: "text" }>,
  recollection: Recollection,
): Promise<Recollection> {
  return withOtherReading(
    context,
    article,
    observation,
    await byThisReader(context, article, observation, recollection),
  );
}

/**
 * A text that differs from the latest version's, on a page that says the same, is that version's from now on. Two pages are
 * read for it, once for every text that is met.
 */
async function withOtherReading(
  context: EngineContext,
  article: Article,
  { page, site, response }: Extract<Observation, { kind: "text" }>,
  recollection: Recollection,
): Promise<Recollection> {
  const { memory } = recollection;
  if (memory === null) return recollection;
  const { whole } = page.mark;
  const { latest, away, ring } = memory;
  if (whole === latest.text.whole || whole === away?.text.whole || inRing(ring, whole)) return recollection;
  const kept = (await context.store.reader.keptVersions(article.id)).find(({ number }) => number === latest.number);
  const before =
    kept && (await readKept(context, kept, { ...site.template, prior: priorOf(page.trace) }, { lines: true }));
  if (before?.kind !== "read" || !before.page.lines) return recollection;
  const contentType = response.headers["content-type"] ?? null;
  const job = { bytes: response.body, contentType, url: response.url, site: site.template, seenAt: null } as const;
  const after = await context.workshop.read({ ...job, lines: true });
  if (!after.ok || !after.value.lines) return recollection;
  const was = { text: textOf(before.page.document), lines: before.page.lines };
  const is = { text: textOf(after.value.document), lines: after.value.lines };
  const isNew = site.previous !== null && site.previous.container !== page.trace.container;
  if (!isReadingOnly(was, is, isNew)) return recollection;
  const memoryNow = { ...memory, latest: { ...latest, text: page.mark } };
  return { ...recollection, memory: memoryNow, stored: false, otherReading: true };
}

async function byThisReader(
  context: EngineContext,
  article: Article,
  observation: Extract<Observation, { kind: "text" }>,
  recollection: Recollection,
): Promise<Recollection> {
  const { memory } = recollection;
  const { page, site } = observation;
  if (memory === null) return recollection;
  const readBy = site.previous?.reader ?? (await context.store.reader.versions(article.id)).at(-1)?.extractor;
  if (readBy === page.document.extractor) return recollection;
  const isSame = memory.latest.text.whole === page.mark.whole;
  if (isSame && memory.ring.every(({ version }) => version === null)) return recollection;
  const numbers = [memory.latest.number, ...memory.ring.flatMap(({ version }) => version ?? [])];
  const template = { ...site.template, prior: priorOf(page.trace) };
  const marks = await marksOf(context, article, template, numbers);
  // What opened the latest version was the reader's mistake: it leaves the lists now, not with the next edit.
  const latestMark = marks.get(memory.latest.number)?.whole;
  if (latestMark !== undefined && latestMark === marks.get(memory.latest.number - 1)?.whole)
    await realign(context, article, observation);
  // What the page shows now is the latest version to this reader, even where its kept page was built otherwise.
  const earlier = new Map([...marks].filter(([number]) => number !== memory.latest.number));
  return { ...recollection, memory: remarked(memory, isSame ? earlier : marks), stored: false };
}

const priorOf = ({ container, keptAll }: Prior): Prior => ({ container, keptAll });

async function marksOf(
  context: { readonly store: Store; readonly workshop: Workshop },
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

/** Versions that are read again when another one opens: an article seldom has more, and the rest can wait for a whole run. */
const REREAD_ON_OPENING = 30;

/**
 * Before a version opens, those before it are read as it was, so that their change tells what the publisher did and not
 * what the reader did. What they said before is kept.
 */
export async function realign(
  context: EngineContext,
  article: Article,
  { site, page }: Extract<Observation, { kind: "text" }>,
): Promise<void> {
  if (article.versionCount === 0) return;
  await reextractArticle(context, article.id, {
    template: { ...site.template, prior: priorOf(page.trace) },
    latest: REREAD_ON_OPENING,
    memory: null,
    dryRun: false,
  });
}
