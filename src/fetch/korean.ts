/**
 * EUC-KR as the WHATWG means it: with the 8,822 Hangul syllables that Windows code page 949 added, which ICU, and so
 * Node's TextDecoder, lacks (it reads them as a control character and a letter). The code page puts the syllables that
 * KS X 1001 leaves out, in Unicode's order, into the codes that KS X 1001 leaves free; so no table is needed.
 */
export function decodeKorean(bytes: Uint8Array): string {
  const decoder = new TextDecoder("euc-kr");
  const plain = (part: Uint8Array) => decoder.decode(part);
  let text = "";
  let start = 0;
  let syllables: readonly string[] | null = null;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    const index = addedIndex(lead, trail);
    if (index !== null) syllables ??= addedSyllables(plain);
    const added = index === null ? ADDED_SIGNS.get((lead << 8) | trail) : (syllables?.[index] ?? "\uFFFD");
    if (added !== undefined) {
      text += plain(bytes.subarray(start, at)) + added;
      start = at + 2;
    }
    // A bad lead before an ASCII character must not swallow it: it may open a tag.
    if (index !== null || trail >= 0x80) at++;
  }
  return text + plain(bytes.subarray(start));
}

/** Later additions to KS X 1001 that ICU lacks. */
const ADDED_SIGNS: ReadonlyMap<number, string> = new Map([
  [0xa2e6, "€"],
  [0xa2e7, "®"],
]);

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Trail bytes are A-Z, a-z and 0x81 up to 0xFE, of which the rows from 0xA1 on leave only those below 0xA1 free. */
const TRAILS = 178;
const TRAILS_OF_KS_ROWS = 84;

/** Position of a code among the added ones, row by row; null when it is none of them. */
function addedIndex(lead: number, trail: number): number | null {
  const column = trailColumn(trail);
  if (column === null || lead > 0xc6) return null;
  if (lead <= 0xa0) return (lead - 0x81) * TRAILS + column;
  return column < TRAILS_OF_KS_ROWS ? 0x20 * TRAILS + (lead - 0xa1) * TRAILS_OF_KS_ROWS + column : null;
}

function trailColumn(trail: number): number | null {
  if (trail >= 0x41 && trail <= 0x5a) return trail - 0x41;
  if (trail >= 0x61 && trail <= 0x7a) return trail - 0x61 + 26;
  return trail >= 0x81 && trail <= 0xfe ? trail - 0x81 + 52 : null;
}

function addedSyllables(plain: (bytes: Uint8Array) => string): readonly string[] {
  // KS X 1001 has its syllables in rows 0xB0 to 0xC8.
  const rows = Array.from({ length: 0x19 }, (_, row) => 0xb0 + row);
  const codes = rows.flatMap((lead) => Array.from({ length: 94 }, (_, column) => [lead, 0xa1 + column]));
  const standard = new Set(plain(Uint8Array.from(codes.flat())));
  const added: string[] = [];
  for (let code = FIRST_SYLLABLE; code <= LAST_SYLLABLE; code++) {
    const syllable = String.fromCharCode(code);
    if (!standard.has(syllable)) added.push(syllable);
  }
  return added;
}
