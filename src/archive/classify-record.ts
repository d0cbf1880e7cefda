import { normaliseUrl, parseHttpUrl } from "#lib/url";
import { ok, type Result } from "#model/failure";
import { readAnswer, type StoredAnswer } from "./http-message.ts";
import { mementoOf } from "./memento.ts";
import type { FoundRecord } from "./records.ts";
import type { WebArchives } from "./web-archives.ts";

/** A record that may be a capture of a page. */
export interface Candidate {
  /** Normalised. */
  readonly url: string;
  readonly at: number;
  readonly answer: StoredAnswer;
  /** The bytes are in an earlier record. */
  readonly isRevisit: boolean;
}

export type Classified =
  | { readonly kind: "candidate"; readonly candidate: Candidate }
  /** No capture, and none is expected of it: requests, metadata, files that are no pages. */
  | { readonly kind: "aside"; readonly what: string; readonly claimedBy?: string }
  /** Should have been one. */
  | { readonly kind: "skipped"; readonly reason: string };

/** Media types that a page can have; servers that name none are given a try, as at a look. */
const PAGE = /^(?:$|text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|octet-stream))/i;

/** What a record is to somebody who looks for captures of pages. */
export function classifyRecord(record: FoundRecord, archives: Pick<WebArchives, "has">): Classified {
  const { type } = record;
  if (type !== "response" && type !== "revisit" && type !== "resource") return aside(type || "record without a type");
  if (parseHttpUrl(record.url) === null && !/^https?:/i.test(record.url)) return aside(`${type} of no web address`);
  const url = normaliseUrl(record.url);
  if (url === null) return skipped("its address cannot be read");
  if (record.at === null) return skipped("it has no date");
  if (record.isCut) return skipped("it is larger than any page");
  if (record.fields.has("warc-truncated") && type === "response" && !isRedirect(record))
    return skipped("its crawler kept the beginning only");
  const read = type === "resource" ? ok(resource(record)) : answerOf(record);
  if (!read.ok) return skipped(read.failure.message);
  const memento = mementoOf(url, read.value, archives);
  if (memento === "archive") return aside("page of a web archive itself");
  if (memento && "claimedBy" in memento)
    return { ...aside("capture at a web archive that is not known"), claimedBy: memento.claimedBy };
  const answer = memento?.answer ?? read.value;
  if (answer.status < 300 && !isPage(answer)) return aside("file that is no page");
  return {
    kind: "candidate",
    candidate: { url: memento?.url ?? url, at: memento?.at ?? record.at, answer, isRevisit: type === "revisit" },
  };
}

/** Servers give fonts and pictures that they do not know the type of any binary file; no text has a NUL. */
const isPage = ({ headers, body }: StoredAnswer): boolean =>
  PAGE.test(headers["content-type"] ?? "") &&
  (headers["content-encoding"] !== undefined || !body.subarray(0, SNIFFED).includes(0) || isUtf16(body));

const SNIFFED = 512;
const isUtf16 = (body: Uint8Array): boolean => (body[0] ?? 0) + (body[1] ?? 0) === 0xfe + 0xff;

function answerOf(record: FoundRecord): Result<StoredAnswer> {
  // A revisit may leave out even the head.
  if (record.type === "revisit" && record.block.length === 0)
    return ok({ status: 200, headers: {}, head: "", body: record.block });
  return readAnswer(record.block, record.doubt);
}

/** A file as it is, without the answer it came in. */
const resource = ({ fields, block }: FoundRecord): StoredAnswer => {
  const type = fields.get("content-type") ?? "";
  return {
    status: 200,
    headers: { "content-type": type },
    head: `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n`,
    body: block,
  };
};

const isRedirect = ({ block }: FoundRecord): boolean =>
  /^HTTP\/\S+ 3\d\d /.test(block.subarray(0, 20).toString("latin1"));

const aside = (what: string) => ({ kind: "aside", what }) as const;
const skipped = (reason: string): Classified => ({ kind: "skipped", reason });
