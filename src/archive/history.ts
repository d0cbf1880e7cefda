import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MINUTE_MS } from "#lib/clock";
import { normaliseUrl } from "#lib/url";
import type { ArchivedAnswer, RawExchange } from "#model/archive";
import type { Hop } from "#model/fetcher";
import { type Candidate, type Classified, classifyRecord } from "./classify-record.ts";
import { Inflow } from "./inflow.ts";
import { type NamedFile, openPackages } from "./open-packages.ts";
import { piecesOf } from "./pieces.ts";
import { RecordFiles, STANDS_AT } from "./record-files.ts";
import { type IndexEntry, RecordIndex } from "./record-index.ts";
import { type FoundRecord, recordsOf } from "./records.ts";
import { PART_OF } from "./spool.ts";
import { WebArchives } from "./web-archives.ts";

/** A page as somebody's crawler captured it, its redirects included. */
export interface ArchivedCapture {
  /** Asked first; normalised. */
  readonly url: string;
  /** When that was asked; epoch ms. */
  readonly at: number;
  /** When the last answer was asked for. */
  readonly answeredAt: number;
  readonly hops: readonly Hop[];
  /** Asked last. */
  readonly finalUrl: string;
  readonly answer: ArchivedAnswer;
  /** As far as they were kept: the redirects and the last answer, whose bytes stand in the last of these. */
  readonly exchanges: readonly RawExchange[];
  /** File and byte, for people. */
  readonly from: string;
  /** A look of Variorum's own, with all others around it: what it decided, it decides again. */
  readonly isOwnLook: boolean;
}

/** What a reading came to; counts of records. */
export interface HistoryTally {
  files: number;
  records: number;
  /** No captures: requests, metadata, pictures, by what they are. */
  readonly asides: Map<string, number>;
  /** By reason, with the first place where it occurred. */
  readonly skipped: Map<string, { count: number; readonly first: string }>;
}

export interface HistoryOptions {
  /** Pages with a larger body are skipped. */
  readonly maxBytes: number;
  /** Hosts of web archives whose word is taken, besides those that are known. */
  readonly webArchives?: readonly string[];
  readonly onFile?: (name: string, done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** What all files hold, in the order in which it was captured. */
export interface History {
  readonly tally: HistoryTally;
  /** Captures to come at most, redirects counted as such. */
  readonly size: number;
  captures(): AsyncGenerator<ArchivedCapture>;
  close(): Promise<void>;
}

/** A look follows redirects for ten minutes at most, the longest that `timeout` allows; what comes later is another one. */
const REDIRECT_MS = 10 * MINUTE_MS;
/** Answers to other methods than GET: more in one import than any crawler makes. */
const MAX_NAMES = 1_000_000;

/**
 * Reads all files once and notes where the captures stand. Then `captures` reads them again one by one, by date, whatever file
 * they are in. Memory does not grow with the files.
 */
export async function openHistory(files: readonly string[], options: HistoryOptions): Promise<History> {
  const folder = await mkdtemp(join(tmpdir(), "variorum-import-"));
  try {
    const named = await openPackages(files, folder);
    const first = await indexed(named, folder, options);
    const crawled = first.crawledArchives();
    if (crawled.length === 0) return first;
    // What they serve has to be put in order again, by other dates.
    await first.closeFiles();
    return await indexed(named, folder, { ...options, webArchives: [...(options.webArchives ?? []), ...crawled] });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function indexed(files: readonly NamedFile[], folder: string, options: HistoryOptions): Promise<ArchiveHistory> {
  const reading = new ArchiveHistory(files, folder, await mkdtemp(join(folder, "index-")), options);
  await reading.index();
  return reading;
}

/** A capture as far as it is known. */
interface Pending extends Pick<ArchivedCapture, "url" | "at" | "hops" | "exchanges" | "from"> {}

/** An answer, and what went over the wire for it. */
interface Found {
  readonly answer: ArchivedAnswer;
  readonly exchanges: readonly RawExchange[];
}

class ArchiveHistory implements History {
  readonly tally: HistoryTally = { files: 0, records: 0, asides: new Map(), skipped: new Map() };
  size = 0;
  readonly #named: readonly NamedFile[];
  readonly #options: HistoryOptions;
  readonly #files: RecordFiles;
  readonly #index: RecordIndex;
  readonly #archives: WebArchives;
  /** Ids of answers to other methods than GET, and of their requests. */
  readonly #unasked = new Set<string>();
  /** Redirects whose target has not come yet, by its address. */
  readonly #pending = new Map<string, Pending>();

  readonly #folder: string;

  /** @param folder goes when it is closed */
  constructor(files: readonly NamedFile[], folder: string, own: string, options: HistoryOptions) {
    this.#folder = folder;
    this.#named = files;
    this.#options = options;
    this.#files = new RecordFiles(files, join(own, "scratch"));
    this.#index = new RecordIndex(own);
    this.#archives = new WebArchives(options.webArchives);
  }

  /** Hosts that are not known as web archives, and that most of what was read are captures by. */
  crawledArchives(): readonly string[] {
    return this.#archives.crawled();
  }

  async index(): Promise<void> {
    for (const [number, { name }] of this.#named.entries()) {
      if (this.#options.signal?.aborted) return;
      this.#options.onFile?.(name, number, this.#named.length);
      await this.#indexFile(number);
      this.tally.files++;
    }
  }

  async *captures(): AsyncGenerator<ArchivedCapture> {
    for await (const entry of this.#index.inOrder()) {
      this.#expire(entry.at);
      const capture = await this.#capture(entry);
      if (capture) yield capture;
    }
    this.#expire(Number.POSITIVE_INFINITY);
  }

  async closeFiles(): Promise<void> {
    await this.#files.close();
    await this.#index.close();
  }

  async close(): Promise<void> {
    await this.closeFiles();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #indexFile(number: number): Promise<void> {
    let isOwnLook = false;
    const inflow = new Inflow(piecesOf(await this.#files.handle(number)));
    for await (const record of recordsOf(inflow, this.#keep)) {
      this.tally.records++;
      const where = `${this.#files.name(number)} at ${record.spot.offset}`;
      if (record.kind === "bad") this.#skip(record.reason, where);
      else {
        if (record.type === "warcinfo") isOwnLook = record.block.includes(`isPartOf: ${PART_OF.looks}`);
        if (record.type === "request") this.#noteMethod(record);
        const classified = classifyRecord(record, this.#archives);
        this.#noteArchive(classified);
        if (classified.kind === "skipped") this.#skip(classified.reason, where);
        else if (classified.kind === "aside") this.#aside(classified.what);
        else await this.#add(number, record, classified.candidate, isOwnLook);
      }
    }
  }

  #noteArchive(classified: Classified): void {
    if (classified.kind === "candidate") this.#archives.note(null);
    else if (classified.kind === "aside" && classified.claimedBy !== undefined)
      this.#archives.note(classified.claimedBy);
  }

  get #keep(): number {
    // A body may have grown by being packed, and it has a head.
    return this.#options.maxBytes + 1024 * 1024;
  }

  async #add(number: number, record: FoundRecord, candidate: Candidate, isOwnLook: boolean): Promise<void> {
    const { url, at, isRevisit } = candidate;
    const isAlone = record.spot.inner === 0;
    const file = isAlone ? number : this.#files.scratchNumber;
    const offset = isAlone ? record.spot.offset : await this.#files.copy(record, number);
    await this.#index.add({ at, file, offset, isOwnLook });
    this.size++;
    if (isRevisit) return;
    const digest = record.fields.get("warc-payload-digest");
    if (digest) await this.#index.addKey(digest.toLowerCase(), { file, offset });
    await this.#index.addKey(`${url} ${at}`, { file, offset });
  }

  /** A request for anything but the page itself: what was answered is not what a reader sees. */
  #noteMethod({ block, fields }: FoundRecord): void {
    const method = /^[A-Z]+/.exec(block.subarray(0, 20).toString("latin1"))?.[0] ?? "GET";
    if (method === "GET" || this.#unasked.size > MAX_NAMES) return;
    for (const name of ["warc-concurrent-to", "warc-record-id"]) {
      const id = fields.get(name);
      if (id) this.#unasked.add(id);
    }
  }

  async #capture(entry: IndexEntry): Promise<ArchivedCapture | null> {
    const record = await this.#files.read(entry.file, entry.offset, this.#keep);
    const where = record?.fields.get(STANDS_AT) ?? `${this.#files.name(entry.file)} at ${entry.offset}`;
    const classified = record && classifyRecord(record, this.#archives);
    if (!record || classified?.kind !== "candidate") return this.#skip("it cannot be read a second time", where);
    if (this.#isUnasked(record)) return this.#skip("it answers another request than for a page (POST)", where);
    const found = await this.#found(record, classified.candidate, where);
    if (!found) return this.#skip("the record that it refers to is not there", where);
    return this.#follow(classified.candidate, found, where, entry.isOwnLook);
  }

  /** The capture that this answer completes; null when it leads on. */
  #follow({ url, at }: Candidate, found: Found, from: string, isOwnLook: boolean): ArchivedCapture | null {
    const start: Pending = this.#pending.get(url) ?? { url, at, hops: [], exchanges: [], from };
    this.#pending.delete(url);
    const { answer } = found;
    const exchanges = [...start.exchanges, ...found.exchanges];
    const target = targetOf(url, answer);
    if (target === null) return { ...start, answeredAt: at, finalUrl: url, answer, exchanges, isOwnLook };
    const hops = [...start.hops, { url, status: answer.status }];
    // In a circle nothing was ever captured.
    if (!hops.some((hop) => hop.url === target)) this.#pending.set(target, { ...start, hops, exchanges });
    return null;
  }

  #isUnasked({ fields }: FoundRecord): boolean {
    const names = [fields.get("warc-record-id"), fields.get("warc-concurrent-to")];
    return names.some((name) => name !== undefined && this.#unasked.has(name));
  }

  /** What a record says, with the bytes of the record that it refers to; null when those are not there. */
  async #found(record: FoundRecord, candidate: Candidate, where: string): Promise<Found | null> {
    const { answer, isRevisit } = candidate;
    const own = exchangeOf(candidate, record, where);
    if (!isRevisit) return { answer, exchanges: [own] };
    const original = await this.#original(record, candidate);
    const isNotModified = answer.status === 304;
    if (!original) return isNotModified ? { answer, exchanges: [own] } : null;
    const { answer: kept } = original.candidate;
    const status = isNotModified ? kept.status : answer.status;
    const full = { status, headers: { ...kept.headers, ...aboutNoBody(answer.headers) }, body: kept.body };
    if (!isNotModified)
      return { answer: full, exchanges: [{ ...own, body: kept.body, response: answer.head || kept.head }] };
    // The server sent no bytes: they stand in the record of when it did.
    return { answer: full, exchanges: [own, exchangeOf(original.candidate, original.record, where)] };
  }

  async #original({ fields }: FoundRecord, { url }: Candidate) {
    const of = normaliseUrl(fields.get("warc-refers-to-target-uri")?.replace(/^<(.*)>$/, "$1") ?? "") ?? url;
    const date = Date.parse(fields.get("warc-refers-to-date") ?? "");
    const place =
      (Number.isNaN(date) ? null : await this.#index.find(`${of} ${date}`)) ??
      (await this.#index.find(fields.get("warc-payload-digest")?.toLowerCase() ?? ""));
    const record = place && (await this.#files.read(place.file, place.offset, this.#keep));
    const classified = record && classifyRecord(record, this.#archives);
    return record && classified?.kind === "candidate" ? { record, candidate: classified.candidate } : null;
  }

  #expire(now: number): void {
    for (const [target, { at, from }] of this.#pending) {
      if (now - at <= REDIRECT_MS) continue;
      this.#pending.delete(target);
      this.#skip("it leads to an address that was not captured", from);
    }
  }

  #aside(what: string): void {
    this.tally.asides.set(what, (this.tally.asides.get(what) ?? 0) + 1);
  }

  #skip(reason: string, where: string): null {
    const known = this.tally.skipped.get(reason);
    if (known) known.count++;
    else this.tally.skipped.set(reason, { count: 1, first: where });
    return null;
  }
}

const exchangeOf = ({ url, at, answer }: Candidate, { fields }: FoundRecord, where: string): RawExchange => ({
  url,
  sentAt: at,
  request: "",
  response: answer.head,
  body: answer.body,
  truncated: fields.has("warc-truncated"),
  copiedFrom: fields.get("warc-record-id") ?? where,
});

/** Of a revisit's headers those that do not describe its own body, which it has not. */
const aboutNoBody = (headers: ArchivedAnswer["headers"]): ArchivedAnswer["headers"] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:content-|transfer-encoding$)/.test(name)));

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where a redirect leads, normalised; null for any other answer. */
function targetOf(url: string, { status, headers }: ArchivedAnswer): string | null {
  const location = headers["location"];
  if (!REDIRECTS.has(status) || !location) return null;
  const target = normaliseUrl(location, url);
  return target === url ? null : target;
}
