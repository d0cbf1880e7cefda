import { isUtf8 } from "node:buffer";
import { byteOrderMark, charsetParameter, decodeAs, decodeExactly, encodingOf } from "./encoding.ts";
import { languageEncoding } from "./language-encoding.ts";
import { prescan } from "./prescan.ts";

export interface Decoded {
  readonly text: string;
  /** WHATWG name in lower case. */
  readonly encoding: string;
}

/** What the standard lets a prescan read. */
const PRESCAN_BYTES = 1024;
/** A browser's parser still obeys a declaration that it meets later; heads of news pages end before this. */
const LATE_META_BYTES = 128 * 1024;

/**
 * HTML as browsers decode it: byte order mark, then the transport's charset, then a <meta> (or an XML declaration);
 * then UTF-8 if the bytes are valid UTF-8, else the usual encoding of the page's language, else windows-1252.
 * Some declarations are not believed, since mojibake must not become a version: "UTF-8" over bytes that are not, where
 * something else decodes them; windows-1252 (the default of many servers) over valid UTF-8; and any other over so much
 * valid UTF-8 that it cannot be chance (pages that were converted on the way, their <meta> left as it was).
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark) return decoded(bytes, mark);
  const transport = encodingOf(charsetParameter(contentType));
  const inDocument = () => prescan(bytes, PRESCAN_BYTES) ?? xmlDeclaration(bytes) ?? lateMeta(bytes);
  return decodeDeclared(bytes, transport, inDocument);
}

/**
 * XML (feeds, sitemaps): byte order mark, then UTF-16 by its zero bytes, then the transport's charset, then the XML
 * declaration, then UTF-8 or the language's encoding. The same declarations are not believed as in HTML.
 */
export function decodeXml(bytes: Uint8Array, contentType: string | null): Decoded {
  const certain = byteOrderMark(bytes) ?? utf16ByZeros(bytes);
  if (certain) return decoded(bytes, certain);
  const transport = encodingOf(charsetParameter(contentType));
  return decodeDeclared(bytes, transport, () => xmlDeclaration(bytes));
}

function decodeDeclared(bytes: Uint8Array, transport: string | null, declaration: () => string | null): Decoded {
  const isValidUtf8 = isUtf8(bytes);
  // The common case first: it needs no look into the document.
  if (transport === "utf-8" && isValidUtf8) return decoded(bytes, "utf-8");
  const inDocument = declaration();
  const declared = transport ?? inDocument;
  if (declared === "utf-8") return mistakenUtf8(bytes, inDocument);
  if (isValidUtf8 && (declared === null || inDocument === "utf-8" || hasNonAscii(bytes, proofAgainst(declared)))) {
    return decoded(bytes, "utf-8");
  }
  return decoded(bytes, declared ?? languageEncoding(bytes) ?? "windows-1252");
}

/**
 * How many bytes outside ASCII, all of them valid UTF-8, outweigh the declaration. In the Latin encodings a letter outside ASCII mostly
 * stands alone, which UTF-8 never has: two characters of UTF-8 are proof enough. In other encodings of one byte a letter all the same
 * would have to be followed by a sign of the upper half that is rarely one, again and again. Of the encodings of several
 * bytes a few characters pass for UTF-8 by chance, not as many as these.
 */
function proofAgainst(declared: string): number {
  if (declared === "windows-1252") return 1;
  if (LATIN.test(declared)) return 4;
  return ONE_BYTE.test(declared) ? 32 : 1024;
}

const LATIN = /^(?:iso-8859-(?:[1-4]|9|1[03-6])|windows-125[0478]|macintosh)$/;
const ONE_BYTE = /^(?:iso-8859-|windows-|koi8-|ibm866$|x-mac-)/;

function hasNonAscii(bytes: Uint8Array, atLeast: number): boolean {
  let found = 0;
  for (let i = 0; i < bytes.length && found < atLeast; i++) if (bytes[i]! >= 0x80) found++;
  return found === atLeast;
}

/** Declared as UTF-8. A page with a broken sequence or two stays UTF-8; one whose non-ASCII is mostly broken never was. */
function mistakenUtf8(bytes: Uint8Array, inDocument: string | null): Decoded {
  const utf8 = decoded(bytes, "utf-8");
  if (isUtf8(bytes) || !mostlyBroken(utf8.text)) return utf8;
  for (const encoding of [inDocument, languageEncoding(bytes)]) {
    const text = encoding === null || encoding === "utf-8" ? null : decodeExactly(bytes, encoding);
    if (encoding !== null && text !== null) return { text, encoding };
  }
  return decoded(bytes, "windows-1252");
}

/** More replacement characters than well-formed ones outside ASCII. Counted without a list: the text may be 10 MiB. */
function mostlyBroken(text: string): boolean {
  let excess = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) excess += code === 0xfffd ? 1 : -1;
  }
  return excess > 0;
}

/** Not sought where the bytes already prove UTF-8: far down, what looks like a <meta> may be part of a script. */
const lateMeta = (bytes: Uint8Array): string | null =>
  isUtf8(bytes) && hasNonAscii(bytes, 1) ? null : prescan(bytes, LATE_META_BYTES);

/** `<?xml version="1.0" encoding="koi8-r"?>` */
function xmlDeclaration(bytes: Uint8Array): string | null {
  const head = decodeAs(bytes.subarray(0, PRESCAN_BYTES), "windows-1252");
  const label = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/i.exec(head)?.[1];
  const encoding = encodingOf(label);
  // It could be read as ASCII, so it is not UTF-16.
  return encoding === "utf-16le" || encoding === "utf-16be" ? "utf-8" : encoding;
}

/** XML begins with "<" and an ASCII character, so in UTF-16 its zero bytes tell the order (XML 1.0, appendix F). */
function utf16ByZeros(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return "utf-16be";
  return a === 0x3c && b === 0 && c !== 0 && d === 0 ? "utf-16le" : null;
}

const decoded = (bytes: Uint8Array, encoding: string): Decoded => ({ text: decodeAs(bytes, encoding), encoding });
