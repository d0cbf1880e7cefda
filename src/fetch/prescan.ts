import { encodingOf } from "./encoding.ts";

/**
 * The WHATWG "prescan a byte stream to determine its encoding": looks for a <meta> that declares one among the first
 * `limit` bytes, with the standard's own small tokenizer. Null when there is none.
 */
export function prescan(bytes: Uint8Array, limit: number): string | null {
  const scan: Scan = { bytes: bytes.subarray(0, limit), at: 0 };
  const xml = utf16Declaration(scan.bytes);
  if (xml) return xml;
  while (scan.at < scan.bytes.length) {
    if (startsWith(scan, "<!--")) {
      // The two dashes of "<!-->" may be those that opened the comment.
      const end = indexOf(scan, "-->", scan.at + 2);
      scan.at = end < 0 ? scan.bytes.length : end + 3;
    } else if (startsWith(scan, "<meta") && isSpaceOrSlash(scan.bytes[scan.at + 5])) {
      scan.at += 5;
      const encoding = metaEncoding(scan);
      if (encoding) return encoding;
    } else if (isTagStart(scan)) skipTag(scan);
    else if (scan.bytes[scan.at] === LESS && OTHER_MARKUP.has(scan.bytes[scan.at + 1] ?? 0)) skipTo(scan, GREATER);
    else scan.at++;
  }
  return null;
}

interface Scan {
  readonly bytes: Uint8Array;
  at: number;
}

interface Attribute {
  readonly name: string;
  readonly value: string;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
/** "!", "/" and "?" after "<": declarations, stray end tags, processing instructions. */
const OTHER_MARKUP: ReadonlySet<number> = new Set([0x21, 0x2f, 0x3f]);

/** An XML declaration of which every second byte is zero: UTF-16 without a byte order mark. */
function utf16Declaration(bytes: Uint8Array): string | null {
  const first = [...bytes.subarray(0, 6)].join();
  if (first === "60,0,63,0,120,0") return "utf-16le";
  return first === "0,60,0,63,0,120" ? "utf-16be" : null;
}

/** Reads the attributes of a <meta> from behind its name: what they declare, or null. */
function metaEncoding(scan: Scan): string | null {
  const seen = new Set<string>();
  let pragma = false;
  let needsPragma: boolean | null = null;
  let label: string | null = null;
  for (let attribute = nextAttribute(scan); attribute; attribute = nextAttribute(scan)) {
    if (seen.has(attribute.name)) continue;
    seen.add(attribute.name);
    if (attribute.name === "http-equiv") pragma ||= attribute.value === "content-type";
    else if (attribute.name === "charset") {
      label = attribute.value;
      needsPragma = false;
    } else if (attribute.name === "content" && label === null) {
      label = charsetOfContent(attribute.value);
      if (label !== null) needsPragma = true;
    }
  }
  // Cut off in the middle of the tag: the standard takes nothing from it.
  if (scan.bytes[scan.at - 1] !== GREATER) return null;
  if (needsPragma === null || (needsPragma && !pragma)) return null;
  return asDeclared(encodingOf(label));
}

/** A page in which ASCII could be read is not UTF-16, whatever it says; "x-user-defined" is what it says by mistake. */
function asDeclared(encoding: string | null): string | null {
  if (encoding === "utf-16le" || encoding === "utf-16be") return "utf-8";
  return encoding === "x-user-defined" ? "windows-1252" : encoding;
}

/** "text/html; charset=koi8-r": the WHATWG "extracting a character encoding from a meta element". */
export function charsetOfContent(content: string): string | null {
  const match = /charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^"'\t\n\f\r ;][^\t\n\f\r ;]*))/i.exec(
    content,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

function skipTag(scan: Scan): void {
  while (scan.at < scan.bytes.length && !isSpace(scan.bytes[scan.at]) && scan.bytes[scan.at] !== GREATER) scan.at++;
  while (nextAttribute(scan));
}

/** The next attribute, or null with the position behind the tag's ">" (or at the end of what is scanned). */
function nextAttribute(scan: Scan): Attribute | null {
  const { bytes } = scan;
  while (isSpaceOrSlash(bytes[scan.at])) scan.at++;
  if (scan.at >= bytes.length) return null;
  if (bytes[scan.at] === GREATER) {
    scan.at++;
    return null;
  }
  const start = scan.at;
  // The standard takes a "=" in the first place as part of the name.
  while (scan.at < bytes.length && !(bytes[scan.at] === EQUALS && scan.at > start) && !endsName(bytes[scan.at]))
    scan.at++;
  const name = latin1(scan, start).toLowerCase();
  while (isSpace(bytes[scan.at])) scan.at++;
  if (bytes[scan.at] !== EQUALS) return { name, value: "" };
  scan.at++;
  while (isSpace(bytes[scan.at])) scan.at++;
  return { name, value: attributeValue(scan).toLowerCase() };
}

function attributeValue(scan: Scan): string {
  const { bytes } = scan;
  const quote = bytes[scan.at];
  if (quote === 0x22 || quote === 0x27) {
    const start = ++scan.at;
    const end = bytes.indexOf(quote, start);
    scan.at = end < 0 ? bytes.length : end;
    const value = latin1(scan, start);
    scan.at++;
    return value;
  }
  const start = scan.at;
  while (scan.at < bytes.length && !isSpace(bytes[scan.at]) && bytes[scan.at] !== GREATER) scan.at++;
  return latin1(scan, start);
}

function skipTo(scan: Scan, byte: number): void {
  const end = scan.bytes.indexOf(byte, scan.at);
  scan.at = end < 0 ? scan.bytes.length : end + 1;
}

const latin1 = (scan: Scan, start: number): string =>
  Buffer.from(scan.bytes.buffer, scan.bytes.byteOffset + start, Math.max(0, scan.at - start)).toString("latin1");

/** `text` is ASCII in lower case; compared without case. */
function startsWith(scan: Scan, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const byte = scan.bytes[scan.at + i] ?? 0;
    if ((isLetter(byte) ? byte | 0x20 : byte) !== text.charCodeAt(i)) return false;
  }
  return true;
}

function indexOf(scan: Scan, text: string, from: number): number {
  return Buffer.from(scan.bytes.buffer, scan.bytes.byteOffset, scan.bytes.length).indexOf(text, from, "latin1");
}

function isTagStart(scan: Scan): boolean {
  const { bytes, at } = scan;
  return bytes[at] === LESS && isLetter(bytes[at + (bytes[at + 1] === SLASH ? 2 : 1)]);
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c;
const isSpaceOrSlash = (byte: number | undefined): boolean => isSpace(byte) || byte === SLASH;
const endsName = (byte: number | undefined): boolean => isSpaceOrSlash(byte) || byte === GREATER;
