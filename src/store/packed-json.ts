import { deflateRawSync, inflateRawSync } from "node:zlib";

/**
 * What summaries of changes have in common; what is commonest stands last, where it is cheapest to refer to (RFC 1951 counts
 * distances from the end). Append only: what was packed with a dictionary is read with the same.
 */
const DICTIONARIES: readonly Buffer[] = [
  Buffer.from(
    [
      '"headlineChanged":true,"standfirstChanged":true,"correctionAdded":true,"paragraphsMerged":1,"paragraphsSplit":1,',
      '{"kind":"standfirst","reason":"the standfirst was changed"{"kind":"headline","reason":"the headline was changed"',
      '{"kind":"correction-note","reason":"{"kind":"loaded-word","reason":"{"kind":"negation","reason":"{"kind":"date","reason":"',
      '{"kind":"name","reason":"{"kind":"quote","reason":"{"kind":"number","reason":"{"kind":"sentence-removed","reason":"a sentence was ',
      'removed: “{"kind":"sentence-added","reason":"a sentence was added: “{"kind":"paragraph-removed","reason":"a paragraph was removed: “',
      '{"kind":"paragraph-added","reason":"a paragraph was added: “{"kind":"paragraph-moved","reason":"a paragraph was moved: “',
      '{"kind":"cosmetic","reason":"only the breaks differ in a paragraph","place":{"field":"headline","old":0,"new":0,"oldOffset":0,"newOffset":0}}',
      '{"kind":"hedge-removed","reason":"“” was removed"{"kind":"hedge-added","reason":"“” was added"{"kind":"attribution","reason":"“” became “”",',
      '"paragraphsMoved":1,"paragraphsRemoved":1,"paragraphsAdded":1,{"paragraphsEdited":1,"wordsAdded":10,"wordsRemoved":3,',
      '"sample":{"old":"…","new":"…"},"labels":[{"kind":"","reason":"“” became “”","place":{"field":"body","old":2,"new":2,"oldOffset":10,"newOffset":10}}],',
      '"rank":0.231,"silent":true}',
    ].join(""),
  ),
];

const LATEST = DICTIONARIES.length - 1;

/** What unpacks to more is damaged: a summary has a bounded number of labels, of bounded length. */
const MAX_BYTES = 1_000_000;

/** Packs short JSON that says much the same in every row, to a third or a quarter; the first byte names the dictionary. */
export function packJson(json: string): Uint8Array {
  const packed = deflateRawSync(json, { dictionary: DICTIONARIES[LATEST]!, level: 9 });
  return Buffer.concat([Uint8Array.of(LATEST), packed]);
}

/** @throws RangeError or the unpacker's error for what was not packed by `packJson` */
export function unpackJson(packed: Uint8Array): string {
  const dictionary = DICTIONARIES[packed[0] ?? -1];
  if (!dictionary)
    throw new RangeError(`Nothing is known of the dictionary ${packed[0]} that a change was packed with.`);
  return inflateRawSync(packed.subarray(1), { dictionary, maxOutputLength: MAX_BYTES }).toString("utf8");
}
