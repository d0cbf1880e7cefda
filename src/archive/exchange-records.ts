import type { ArchivePlace, RawExchange } from "#model/archive";
import { newRecordId, packRecord, type WarcFields, warcDate, warcDigest } from "./warc-record.ts";

/** A record with the bytes, to which later ones may refer instead of repeating them. */
export interface Original extends RecordName {
  readonly place: ArchivePlace;
}

/** What a record is known by. */
interface RecordName {
  readonly id: string;
  readonly url: string;
  readonly sentAt: number;
}

/** Looks up earlier records that will be there as long as the new one. */
export interface Originals {
  ofPayload(digest: string): Original | undefined;
  /** What stood at an address last. */
  ofUrl(url: string): Original | undefined;
}

/** The records of one exchange, and what later ones may refer to. */
export interface ExchangeRecords {
  /** Request, if there was one, and answer: each a gzip member. */
  readonly packed: readonly Buffer[];
  readonly url: string;
  /** The earlier record that the answer's refers to, which has the bytes. */
  readonly refersTo: Original | undefined;
  /** The answer's own record with its bytes, when later ones may refer to it, and their digest. */
  readonly own: { readonly name: RecordName; readonly payload: string } | undefined;
}

/** Packs one exchange: `request` and `response`, or `revisit` where the bytes are known or the server sent none. */
export async function exchangeRecords(
  exchange: RawExchange,
  warcinfo: string,
  originals: Originals,
): Promise<ExchangeRecords> {
  const id = newRecordId();
  const answer = answerOf(exchange, id, originals);
  const head = Buffer.from(`${storedHead(exchange.response)}\r\n`, "latin1");
  const fields: WarcFields = [
    ["WARC-Type", answer.type],
    ["WARC-Record-ID", id],
    ...commonFields(exchange, warcinfo),
    ...answer.fields,
    ["WARC-Block-Digest", warcDigest(head, answer.body)],
    ...(exchange.truncated ? ([["WARC-Truncated", "length"]] as const) : []),
    ...(exchange.copiedFrom ? ([["Variorum-Copied-From", printable(exchange.copiedFrom)]] as const) : []),
    ["Content-Type", "application/http;msgtype=response"],
  ];
  const isPacked = /^content-encoding:/im.test(exchange.response);
  const packed = await Promise.all([
    ...(exchange.request === "" ? [] : [packRequest(exchange, warcinfo, id)]),
    packRecord(fields, head, answer.body, isPacked),
  ]);
  return { packed, url: exchange.url, refersTo: answer.refersTo, own: answer.own };
}

function packRequest(exchange: RawExchange, warcinfo: string, answerId: string): Promise<Buffer> {
  const block = Buffer.from(`${exchange.request}\r\n`, "latin1");
  const fields: WarcFields = [
    ["WARC-Type", "request"],
    ["WARC-Record-ID", newRecordId()],
    ...commonFields(exchange, warcinfo),
    ["WARC-Concurrent-To", answerId],
    ["WARC-Block-Digest", warcDigest(block)],
    ["Content-Type", "application/http;msgtype=request"],
  ];
  return packRecord(fields, block);
}

const commonFields = ({ url, sentAt }: RawExchange, warcinfo: string): WarcFields => [
  ["WARC-Warcinfo-ID", warcinfo],
  ["WARC-Target-URI", printable(url)],
  ["WARC-Date", warcDate(sentAt)],
];

interface Answer extends Pick<ExchangeRecords, "refersTo" | "own"> {
  readonly type: "response" | "revisit";
  readonly fields: WarcFields;
  readonly body: Uint8Array;
}

const NOTHING = new Uint8Array(0);

function answerOf({ url, sentAt, response, body, truncated }: RawExchange, id: string, originals: Originals): Answer {
  if (isNotModified(response) && body.byteLength === 0) {
    const refersTo = originals.ofUrl(url);
    return { type: "revisit", fields: revisitFields("server-not-modified", refersTo), body, refersTo, own: undefined };
  }
  const payload = warcDigest(body);
  const digest: WarcFields = [["WARC-Payload-Digest", payload]];
  const isSmall = body.byteLength === 0 || truncated;
  const refersTo = isSmall ? undefined : originals.ofPayload(payload);
  if (!refersTo) {
    const own = isSmall ? undefined : { name: { id, url, sentAt }, payload };
    return { type: "response", fields: digest, body, refersTo, own };
  }
  const fields = [...digest, ...revisitFields("identical-payload-digest", refersTo)];
  return { type: "revisit", fields, body: NOTHING, refersTo, own: undefined };
}

/** ISO 28500:2017, 6.7. */
const revisitFields = (profile: string, original: Original | undefined): WarcFields => [
  ["WARC-Profile", `http://netpreserve.org/warc/1.1/revisit/${profile}`],
  ...(original
    ? ([
        ["WARC-Refers-To", original.id],
        ["WARC-Refers-To-Target-URI", printable(original.url)],
        ["WARC-Refers-To-Date", warcDate(original.sentAt)],
      ] as const)
    : []),
];

export const isNotModified = (head: string): boolean => /^HTTP\/\S+ 304\b/.test(head);

/**
 * The body is kept without its chunks, which the client took off: the header that announces them would make every reader
 * look for them, and stands under another name.
 */
const storedHead = (head: string): string =>
  head.replace(/^(transfer-encoding:.*)$/gim, (line) => `X-Archive-Orig-${line}`);

/** No control character can begin a line of its own in the record's head. */
const printable = (text: string): string => text.replace(/[\p{Cc} ]/gu, (sign) => encodeURIComponent(sign));
