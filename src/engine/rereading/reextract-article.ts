import type { Workshop } from "#engine/threads/workshop";
import { EXTRACTOR } from "#extract/extract";
import { NO_LINES, type PageLines } from "#extract/page/page-lines";
import { readerName, type SiteTemplate } from "#extract/site/template";
import type { Clock } from "#lib/clock";
import type { Archive } from "#model/archive";
import type { PageState } from "#model/document";
import { FailureError } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Memory, TextMark } from "#model/memory";
import type { Reason } from "#model/reason";
import type { VersionText } from "#model/version";
import type { KeptVersion, NewReading, NewSummary, ReplacedReadings } from "#store/sites/site";
import type { Store } from "#store/store";
import { fingerprint, markOf, textOf } from "#version/fingerprint";
import { readKept } from "./read-kept.ts";
import { isReadingOnly } from "./reading-only.ts";
import { remarked } from "./remark.ts";

export interface Rereader {
  readonly store: Store;
  readonly archive?: Archive;
  readonly workshop: Workshop;
  readonly clock: Clock;
}

export interface RereadOptions {
  readonly template: SiteTemplate;
  /** Only so many of the latest versions. */
  readonly latest?: number;
  /** What deciding remembers; null when the caller writes that itself. */
  readonly memory: Memory | null;
}

/** What reading an article's versions again came to; counts of versions, and of changes between them. */
export interface Reread {
  readonly versions: number;
  /** Read again now; those that the same reader had read before are left alone. */
  readonly read: number;
  /** Of those read: how many say something else now. */
  readonly differ: number;
  /** Left as they are: without kept bytes, or showing no article to this reader. */
  readonly missing: number;
  readonly unreadable: number;
  /** Not read again either: kept in the archive, which cannot be read there. */
  readonly lost: number;
  /** Changes between versions that read the same now, or whose pages say the same: only the extractor had told them apart. */
  readonly vanished: number;
  /** Of those read: how many were another text in the article's place, and now read as the version before, or as the first real one. */
  readonly takenBack: number;
}

/** A version as it reads now. */
interface Now {
  readonly text: VersionText;
  readonly textHash: string;
  /** By the present reader, and so comparable. */
  readonly current: boolean;
  /** What its page says; null for a version that was not read just now. */
  readonly lines: PageLines | null;
}

/**
 * Reads the kept bytes of an article's versions with the present extractor and the site's template, and replaces what they
 * say, in one transaction. Versions that the same reader has read already are left alone, so that a run that was killed
 * goes on where it stopped, and a second one does nothing. Null when the article moved on meanwhile.
 */
export async function reextractArticle(
  context: Rereader,
  id: ArticleId,
  options: RereadOptions & { readonly dryRun: boolean },
): Promise<Reread | null> {
  const { report, replaced } = await rereadArticle(context, id, options);
  if (options.dryRun || !replaced) return report;
  return (await context.store.writer.replaceReadings(id, replaced)) ? report : null;
}

/** The same without writing; `replaced` is what there is to write, null when there is nothing. */
export async function rereadArticle(
  context: Rereader,
  id: ArticleId,
  options: RereadOptions,
): Promise<{ readonly report: Reread; readonly replaced: ReplacedReadings | null }> {
  const versions = await context.store.reader.keptVersions(id);
  const name = readerName(EXTRACTOR, options.template.generation);
  const work = new ArticleWork(context, id, name, options);
  const from = options.latest === undefined ? 0 : Math.max(0, versions.length - options.latest);
  if (versions.slice(from).every(({ extractor }) => extractor === name))
    return { report: { ...NOTHING, versions: versions.length }, replaced: null };
  for (const [at, version] of versions.entries()) if (at >= from) await work.take(version);
  work.end();
  const { readings, summaries, counts, marks } = work;
  const report = { ...counts, versions: versions.length };
  if (readings.length === 0) return { report, replaced: null };
  const memory = options.memory && remarked(options.memory, marks);
  const now = context.clock.now();
  return { report, replaced: { versionCount: versions.length, readings, summaries, ...(memory && { memory }), now } };
}

export const NOTHING: Reread = {
  versions: 0,
  read: 0,
  differ: 0,
  missing: 0,
  unreadable: 0,
  lost: 0,
  vanished: 0,
  takenBack: 0,
};

/** No one can know any more when a page was rebuilt in between, so a rebuilt page excuses no difference. */
const sayTheSame = (before: Now, now: Now): boolean =>
  before.lines !== null &&
  now.lines !== null &&
  isReadingOnly({ text: before.text, lines: before.lines }, { text: now.text, lines: now.lines }, false);

/** Pages that are something else. A pay wall leaves a part of the text, and a page that the reader fails at says nothing. */
const OTHER_TEXTS: ReadonlySet<PageState> = new Set(["blocked", "consent", "gone", "error", "listing"]);

const isOtherText = (state: PageState | null): boolean => state !== null && OTHER_TEXTS.has(state);

/** One article's versions, oldest first, with the one before in hand and no others. */
class ArticleWork {
  readonly readings: NewReading[] = [];
  readonly summaries: NewSummary[] = [];
  readonly marks = new Map<number, TextMark>();
  counts = { read: 0, differ: 0, missing: 0, unreadable: 0, lost: 0, vanished: 0, takenBack: 0 };
  readonly #context: Rereader;
  readonly #id: ArticleId;
  readonly #reader: string;
  readonly #options: RereadOptions;
  #before: Now | null = null;
  /** Versions at the beginning whose pages were another text: they read as the first that shows the article's. */
  #waiting: { readonly version: KeptVersion; readonly reason: Reason }[] = [];

  constructor(context: Rereader, id: ArticleId, reader: string, options: RereadOptions) {
    this.#context = context;
    this.#id = id;
    this.#reader = reader;
    this.#options = options;
  }

  async take(version: KeptVersion): Promise<void> {
    const now = version.extractor === this.#reader ? await this.#stored(version, true) : await this.#again(version);
    if (now === null) return;
    if (this.#waiting.length > 0) await this.#takeBackFirst(now, version);
    const before = this.#before;
    this.#before = now;
    if (before?.current && now.current && (before.lines || now.lines)) await this.#compare(before, now, version);
  }

  /** What waited for a text of the article, and met none, stays as it is. */
  end(): void {
    this.counts.unreadable += this.#waiting.length;
    this.#waiting = [];
  }

  /** Null for a version that shows no text of the article while none has come before it. */
  async #again(version: KeptVersion): Promise<Now | null> {
    const again = await readKept(this.#context, version, this.#options.template, { lines: true });
    const before = this.#before;
    if (again.kind === "unreadable" && again.reason && isOtherText(again.state)) {
      if (before?.current) return this.#takeBack(version, before, again.reason);
      if (before === null && version.number === this.#waiting.length + 1) {
        this.#waiting.push({ version, reason: again.reason });
        return null;
      }
    }
    if (again.kind !== "read") {
      this.counts[again.kind]++;
      return this.#stored(version, false);
    }
    const { document, mark, lines } = again.page;
    const text = textOf(document);
    const textHash = fingerprint(text);
    this.counts.read++;
    if (textHash !== version.textHash) this.counts.differ++;
    this.marks.set(version.number, mark);
    this.readings.push({ number: version.number, text, textHash, extractor: document.extractor });
    return { text, textHash, current: true, lines: lines ?? NO_LINES };
  }

  /** Its page shows no text of the article: it reads as the one beside it, so that neither change beside it is its doing. */
  #takeBack({ number, textHash: was }: KeptVersion, beside: Now, takenBack: Reason): Now {
    const { text, textHash } = beside;
    this.counts.read++;
    this.counts.takenBack++;
    if (textHash !== was) this.counts.differ++;
    this.marks.set(number, markOf(text));
    this.readings.push({ number, text, textHash, extractor: this.#reader, takenBack });
    return { ...beside, lines: beside.lines ?? NO_LINES };
  }

  /** The versions before the first text of the article read as that one does, so that no change leads to it. */
  async #takeBackFirst(now: Now, { number, language }: KeptVersion): Promise<void> {
    if (!now.current) return this.end();
    const job = { old: now.text, new: now.text, language, bytes: null };
    const compared = await this.#context.workshop.open(job);
    if (!compared.ok || !compared.value.summary) return this.end();
    const { summary, collation } = compared.value;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { version, reason } of waiting) this.#takeBack(version, now, reason);
    for (const to of [...waiting.slice(1).map(({ version }) => version.number), number]) {
      this.counts.vanished++;
      this.summaries.push({ to, summary, collation, readingOnly: true });
    }
  }

  async #stored({ number, textHash }: KeptVersion, current: boolean): Promise<Now> {
    const version = await this.#context.store.reader.version(this.#id, number);
    if (!version) {
      const message = `Version ${number} of article ${this.#id} was there a moment ago and is gone.`;
      throw new FailureError({ advice: "stop", code: "no-version", message });
    }
    return { text: version.text, textHash, current, lines: null };
  }

  async #compare(before: Now, now: Now, { number, language }: KeptVersion): Promise<void> {
    const job = { old: before.text, new: now.text, language, bytes: null };
    const compared = await this.#context.workshop.open(job);
    // Too heavy to be compared within the limits: the summary stays as it was.
    if (!compared.ok || !compared.value.summary) return;
    const readingOnly = before.textHash === now.textHash || sayTheSame(before, now);
    if (readingOnly) this.counts.vanished++;
    const { summary, collation } = compared.value;
    this.summaries.push({ to: number, summary, collation, readingOnly });
  }
}
