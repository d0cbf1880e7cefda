import { sha256 } from "#lib/hash";
import type { Archive } from "#model/archive";
import type { Failure } from "#model/failure";
import type { ArchivedBody } from "#store/reader";
import type { KeptPages, VersionName } from "#store/versions/kept-pages";
import { pageOf } from "./kept-page.ts";

/** What is wrong with a page that versions were read from. */
export interface PageProblem {
  /** `unread`: its state is unknown, because the place where it is kept does not answer. */
  readonly kind: "altered" | "missing" | "unread";
  readonly text: string;
}

/** How far it is. */
export interface PagesRead {
  readonly pages: number;
  readonly bytes: number;
  /** File of the archive that is being read; null for pages in the database. */
  readonly file: string | null;
}

export interface PageOptions {
  /** Share of the pages, chosen by lot: 1 reads all. */
  readonly share: number;
  readonly signal: AbortSignal;
  readonly onProgress: (read: PagesRead) => void;
}

export interface VerifiedPages extends Pick<PagesRead, "pages" | "bytes"> {
  readonly problems: readonly PageProblem[];
}

/** Problems listed for one file of the archive, or for the database: one broken disk makes thousands. */
const MAX_REPORTED = 20;
/** Versions named with one page, or one missing file. */
const MAX_NAMED = 5;
/** Looks have no index by digest: all of them are read once for so many. */
const DIGESTS_AT_ONCE = 500;

/**
 * Reads the pages that versions were read from, in the archive and in the database, and compares each with the digest that
 * its look recorded. A missing, unreadable or different page is reported with its place and the versions read from it.
 */
export async function verifyPages(kept: KeptPages, archive: Archive, options: PageOptions): Promise<VerifiedPages> {
  const work = new PageWork(kept, options);
  await work.inArchive(archive);
  await work.inDatabase();
  await work.unkept();
  return { pages: work.pages, bytes: work.bytes, problems: await work.problems() };
}

/** A problem whose versions are yet to be named; the text ends without a full stop. */
interface Found extends PageProblem {
  readonly digests?: readonly string[];
}

/** What was found wrong with one file, until the next begins. */
interface FileFindings {
  readonly file: string;
  missing: { readonly message: string; readonly digests: string[]; count: number } | null;
  reported: number;
  unreported: number;
}

class PageWork {
  pages = 0;
  bytes = 0;
  readonly #found: Found[] = [];
  readonly #kept: KeptPages;
  readonly #options: PageOptions;

  constructor(kept: KeptPages, options: PageOptions) {
    this.#kept = kept;
    this.#options = options;
  }

  async inArchive(archive: Archive): Promise<void> {
    let findings: FileFindings = { file: "", missing: null, reported: 0, unreported: 0 };
    for await (const [body, answer] of archive.readMany(this.#drawn(this.#kept.archived()))) {
      if (this.#options.signal.aborted) return;
      if (findings.file !== body.file) {
        this.#conclude(findings);
        findings = { file: body.file, missing: null, reported: 0, unreported: 0 };
      }
      const page = pageOf(body, answer);
      if (page.ok) this.#count(page.value.bytes.byteLength, body.file);
      else if (page.failure.advice === "retry") {
        const text = `${page.failure.message} The pages from ${body.file} on were not read.`;
        this.#found.push({ kind: "unread", text });
        break;
      } else this.#note(findings, body, page.failure);
    }
    this.#conclude(findings);
  }

  async inDatabase(): Promise<void> {
    const findings: FileFindings = { file: "the database", missing: null, reported: 0, unreported: 0 };
    for await (const { digest, bytes } of this.#drawn(this.#kept.packed())) {
      if (this.#options.signal.aborted) return;
      if (bytes !== null && sha256(bytes) === digest) this.#count(bytes.byteLength, null);
      else if (findings.reported >= MAX_REPORTED) findings.unreported++;
      else {
        findings.reported++;
        const what = bytes === null ? "is damaged" : "is another one";
        const text = `The page ${digest} in the database ${what}`;
        this.#found.push({ kind: "altered", text, digests: [digest] });
      }
    }
    this.#conclude(findings);
  }

  async unkept(): Promise<void> {
    if (this.#options.signal.aborted) return;
    const versions = await this.#kept.unkept(MAX_REPORTED + 1);
    for (const version of versions.slice(0, MAX_REPORTED))
      this.#found.push({
        kind: "missing",
        text: `The page that ${named(version)} was read from is not kept any more.`,
      });
    if (versions.length > MAX_REPORTED) this.#found.push({ kind: "missing", text: "... and those of more versions." });
  }

  async *#drawn<T>(bodies: AsyncIterable<T>): AsyncGenerator<T> {
    const { share } = this.#options;
    for await (const body of bodies) if (share >= 1 || Math.random() < share) yield body;
  }

  #count(bytes: number, file: string | null): void {
    this.pages++;
    this.bytes += bytes;
    this.#options.onProgress({ pages: this.pages, bytes: this.bytes, file });
  }

  #note(findings: FileFindings, { digest }: ArchivedBody, { code, message }: Failure): void {
    if (code === "archive-missing") {
      findings.missing ??= { message, digests: [], count: 0 };
      findings.missing.count++;
      if (findings.missing.digests.length < MAX_NAMED) findings.missing.digests.push(digest);
    } else if (findings.reported >= MAX_REPORTED) findings.unreported++;
    else {
      findings.reported++;
      this.#found.push({ kind: "altered", text: message.replace(/\.$/, ""), digests: [digest] });
    }
  }

  #conclude({ file, missing, unreported }: FileFindings): void {
    if (unreported > 0) this.#found.push({ kind: "altered", text: `... and ${unreported} more pages in ${file}.` });
    if (!missing) return;
    const { message, digests, count } = missing;
    const pages = count === 1 ? "1 page" : `${count} pages`;
    this.#found.push({ kind: "missing", text: `${message.replace(/\.$/, "")}, with ${pages}`, digests });
  }

  /** With the versions that were read from each. */
  async problems(): Promise<readonly PageProblem[]> {
    if (this.#options.signal.aborted) return this.#found;
    const digests = [...new Set(this.#found.flatMap((found) => found.digests ?? []))];
    const versions = new Map<string, readonly VersionName[]>();
    for (let at = 0; at < digests.length; at += DIGESTS_AT_ONCE)
      for (const [digest, names] of await this.#kept.versionsOf(digests.slice(at, at + DIGESTS_AT_ONCE)))
        versions.set(digest, names);
    return this.#found.map(({ kind, text, digests: of }) => ({
      kind,
      text: of ? text + readFrom(of, versions) : text,
    }));
  }
}

function readFrom(digests: readonly string[], byDigest: ReadonlyMap<string, readonly VersionName[]>): string {
  const versions = digests.flatMap((digest) => byDigest.get(digest) ?? []);
  if (versions.length === 0) return "; no version was read from it.";
  const names = versions.slice(0, MAX_NAMED).map(named).join(", ");
  return `: ${names}${versions.length > MAX_NAMED ? " and others" : ""}.`;
}

const named = ({ articleId, number }: VersionName): string => `version ${number} of article ${articleId}`;
