import { parseArcLine } from "./arc-line.ts";
import type { Inflow, Spot } from "./inflow.ts";

/** A record of a WARC or ARC file. */
export interface FoundRecord {
  readonly kind: "record";
  /** As in WARC; records of ARC files are `response`, their first one `warcinfo`. */
  readonly type: string;
  /** As in the file; empty for records about nothing. */
  readonly url: string;
  /** Epoch ms; null when there is none, or none that can be read. */
  readonly at: number | null;
  /** Of the record, lower-case names; empty for ARC. */
  readonly fields: ReadonlyMap<string, string>;
  readonly spot: Spot;
  /** Its content, or the beginning of it when `isCut`. */
  readonly block: Buffer;
  /** It is larger than the caller wants to see. */
  readonly isCut: boolean;
  /** Why the block may not be whole, as a clause; null for a sound record. */
  readonly doubt: string | null;
}

/** A stretch of which no record can be made. */
export interface BadStretch {
  readonly kind: "bad";
  readonly spot: Spot;
  /** A clause for a person. */
  readonly reason: string;
  /** The record that it struck, as far as known. */
  readonly what: string;
}

/** Longer lines than this are no head of a record. */
const MAX_LINE = 64 * 1024;
const MAX_FIELDS = 500;

/**
 * All records of a file, in order. What is damaged is reported and passed over; the next record after it is found by its
 * first line.
 * @param keep bytes of a block that are given back
 */
export async function* recordsOf(inflow: Inflow, keep: number): AsyncGenerator<FoundRecord | BadStretch> {
  for (;;) {
    await inflow.skipBlank();
    if (!(await inflow.hasMore())) {
      const { damage } = inflow;
      if (damage === null) return;
      yield { kind: "bad", spot: { offset: damage.offset, inner: 0 }, reason: damage.reason, what: "" };
      inflow.pass();
      continue;
    }
    const { spot } = inflow;
    const head = await headOf(inflow);
    if (typeof head === "string") {
      yield { kind: "bad", spot, reason: head, what: "" };
      await findNext(inflow);
    } else yield await withBlock(inflow, head, spot, keep);
  }
}

type Head = Pick<FoundRecord, "type" | "url" | "at" | "fields"> & { readonly length: number };

async function headOf(inflow: Inflow): Promise<Head | string> {
  const line = (await inflow.line(MAX_LINE)) ?? "";
  if (/^WARC\/[01]\.\d+\s*$/.test(line)) return warcHead(inflow);
  const arc = parseArcLine(line);
  return arc ? { ...arc, fields: new Map() } : "there is no record where one should begin";
}

async function warcHead(inflow: Inflow): Promise<Head | string> {
  const fields = await fieldsOf(inflow);
  if (fields === null) return "the head of a record has no end";
  const length = fields.get("content-length") ?? "";
  if (!/^\d{1,15}$/.test(length)) return "a record does not say how long it is";
  return {
    type: (fields.get("warc-type") ?? "").toLowerCase(),
    // Wget writes it in pointed brackets.
    url: (fields.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1"),
    at: instant(fields.get("warc-date") ?? ""),
    fields,
    length: Number(length),
  };
}

async function fieldsOf(inflow: Inflow): Promise<ReadonlyMap<string, string> | null> {
  const fields = new Map<string, string>();
  let last = "";
  for (let count = 0; count < MAX_FIELDS; count++) {
    const line = await inflow.line(MAX_LINE);
    if (line === null) return null;
    if (line === "") return fields;
    if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ""} ${line.trim()}`);
    else {
      const colon = line.indexOf(":");
      last = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
      // The files are UTF-8; lines are read as Latin-1.
      fields.set(last, Buffer.from(line.slice(colon + 1).trim(), "latin1").toString());
    }
  }
  return null;
}

/** ISO 8601, which WARC/1.1 lets be as fine or coarse as anybody likes. */
function instant(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

async function withBlock(
  inflow: Inflow,
  { length, ...head }: Head,
  spot: Spot,
  keep: number,
): Promise<FoundRecord | BadStretch> {
  const { bytes: block, isWhole } = await inflow.take(length, keep);
  const record = { kind: "record", ...head, spot, block, isCut: length > keep } as const;
  if (!isWhole && inflow.damage === null) return { ...record, doubt: "a record is shorter than it says" };
  if (isWhole && !(await endsHere(inflow))) {
    await findNext(inflow);
    return { ...record, doubt: "a record is longer than it says" };
  }
  if (isWhole) await inflow.skipBlank();
  const { damage } = inflow;
  // What came out of a damaged member before the damage showed is not to be believed either.
  if (damage === null || (isWhole && damage.offset !== spot.offset)) return { ...record, doubt: null };
  inflow.pass();
  return { kind: "bad", spot, reason: damage.reason, what: describe(head) };
}

const describe = ({ type, url }: Pick<FoundRecord, "type" | "url">): string =>
  `${type || "without a type"}${url === "" ? "" : ` of ${url.slice(0, 200)}`}`;

/** After a block stand empty lines, another record, or nothing. */
async function endsHere(inflow: Inflow): Promise<boolean> {
  const next = await inflow.peek(5);
  return next.length === 0 || next[0] === 10 || next[0] === 13 || next.toString("latin1") === "WARC/";
}

/** Goes to the next line that begins a record; to the end when none does. */
async function findNext(inflow: Inflow): Promise<void> {
  while ((await inflow.peek(5)).toString("latin1") !== "WARC/") {
    const line = await inflow.line(MAX_LINE);
    if (line === null) return;
  }
}
