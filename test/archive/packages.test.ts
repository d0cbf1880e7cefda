import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { openHistory } from "#archive/history";
import { members, warc } from "./made-files.ts";
import { type Packed, zip, zstdFrames } from "./made-packages.ts";
import { freshFolder } from "./rig.ts";

const page = (text: string): string =>
  `<html lang="en"><body><article><h1>Quay</h1><p>${text}</p></article></body></html>`;
const record = (path: string, hour: number, text = `At ${hour} o'clock the quay was ${path}.`): Buffer =>
  warc({ url: `https://gazette.example/${path}`, date: `2026-03-01T${hour}:00:00Z`, body: page(text) });

/** What an import finds in these bytes: addresses with their hours, in the order in which they are played. */
async function found(name: string, bytes: Buffer) {
  const file = join(freshFolder(), name);
  writeFileSync(file, bytes);
  const history = await openHistory([file], { maxBytes: 1_000_000 });
  try {
    const captures: string[] = [];
    for await (const { url, at, answer } of history.captures()) {
      assert.match(Buffer.from(answer.body).toString(), /^<html.*<\/html>$/);
      captures.push(`${new URL(url).pathname} ${new Date(at).getUTCHours()}`);
    }
    return { captures, skipped: [...history.tally.skipped.keys()] };
  } finally {
    await history.close();
  }
}

const TWO = [record("open", 10), record("shut", 11)];
const BOTH = { captures: ["/open 10", "/shut 11"], skipped: [] };
const LATER = { ...BOTH, captures: [...BOTH.captures, "/later 12"] };
/** A package of two files, the later one first. */
const packed = (method: 0 | 8): readonly Packed[] => [
  { name: "datapackage.json", bytes: Buffer.from("{}") },
  { name: "archive/b.warc", bytes: record("later", 12), method: 8 },
  { name: "archive/a.warc.gz", bytes: members(...TWO), method },
  { name: "indexes/index.cdx.gz", bytes: gzipSync("example,gazette)/ 2026") },
];
const DICTIONARY = Buffer.concat([...TWO, record("else", 13)]);

const CONTAINERS: readonly (readonly [string, string, Buffer, typeof BOTH])[] = [
  ["a WACZ", "crawl.wacz", zip(packed(0)), LATER],
  ["a WACZ that is packed once more", "crawl.wacz", zip(packed(8)), LATER],
  ["a WACZ of more than 4 GB, by its numbers", "crawl.wacz", zip(packed(0), { large: true }), LATER],
  ["frames of Zstandard", "crawl.warc.zst", zstdFrames(TWO), BOTH],
  ["frames with a dictionary", "crawl.warc.zst", zstdFrames(TWO, { bytes: DICTIONARY, packed: false }), BOTH],
  ["frames with a packed dictionary", "crawl.warc.zst", zstdFrames(TWO, { bytes: DICTIONARY, packed: true }), BOTH],
  ["a whole file in one frame", "crawl.warc.zst", zstdCompressSync(Buffer.concat(TWO)), BOTH],
];

suite("archives in other containers", () => {
  for (const [name, file, bytes, expected] of CONTAINERS)
    test(`${name} is read like its records`, async () => assert.deepEqual(await found(file, bytes), expected));

  test("frames that end in the middle: what is whole is read, and the rest is said", async () => {
    const whole = zstdFrames(TWO);
    const { captures, skipped } = await found("cut.warc.zst", whole.subarray(0, whole.length - 5));
    assert.deepEqual(captures, ["/open 10"]);
    assert.deepEqual(skipped, ["the file ends in the middle of a Zstandard frame"]);
  });

  test("a frame that is damaged is said, and those after it are read", async () => {
    const bytes = zstdFrames([...TWO, record("later", 12)]);
    const second = bytes.indexOf(zstdFrames([TWO[1]!]));
    bytes[second + 40]! ^= 0xff;
    const { captures, skipped } = await found("damaged.warc.zst", bytes);
    assert.deepEqual([captures, skipped.length], [["/open 10", "/later 12"], 1], skipped.join());
    assert.match(skipped.join(), /^a Zstandard frame is damaged/);
  });

  const entry = packed(8)[2]!;
  const REFUSED: readonly (readonly [string, Buffer, RegExp])[] = [
    ["without WARC files", zip([{ name: "notes.txt", bytes: Buffer.from("none") }]), /without WARC files/],
    ["that is encrypted", zip([{ ...entry, encrypted: true }]), /a\.warc\.gz is encrypted/],
    ["packed in an unknown way", zip([{ ...entry, method: 12 }]), /a\.warc\.gz is packed in an unknown way/],
    ["without its end", zip([entry]).subarray(0, -30), /its end is missing/],
    ["that unpacks to more than it says", zip([{ ...entry, length: 10 }]), /a\.warc\.gz is damaged/],
    ["that says it unpacks to a disk full", zip([{ ...entry, length: 0xfffffffe }]), /far larger than a crawl/],
  ];
  for (const [name, bytes, why] of REFUSED)
    test(`a package ${name} is refused by its name, and leaves nothing behind`, async () => {
      const left = () => readdirSync(tmpdir()).filter((each) => each.startsWith("variorum-import-"));
      const before = left();
      await assert.rejects(found("crawl.wacz", bytes), (error: Error) => {
        assert.match(error.message, /^crawl\.wacz cannot be imported: .*Unpack it with another program/);
        assert.match(error.message, why);
        return true;
      });
      for (const folder of left())
        assert.ok(before.includes(folder) || !existsSync(join(tmpdir(), folder, "package-0-0")));
    });
});
