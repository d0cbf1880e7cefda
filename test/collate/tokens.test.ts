import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { collate } from "#collate/index";
import { commonPassages } from "#collate/words/refine";
import { newBudget } from "#collate/words/token-alignment";
import { comparable } from "#language/comparable";
import { tokenize } from "#language/tokens";
import { prose, wild, witnesses } from "./arbitraries.ts";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 400) };

/** What reads on or stops in odd places, next to every kind of letter. */
const edges = fc
  .array(
    fc.constantFrom(
      ..."a Z é ª ß İ ǅ ʼ ʹ а Ю ש ع ר ㄱ 한 中 あ ไ ท ย ् क … _ # * @ ` ´ ’ ' - : . , ; / ! ? $ € % 0 12 ( ) « »".split(
        " ",
      ),
      ...["http://", "https:", "www.", "U.S.", "A.", "..", " ", "  ", "\t", "\n", "\r\n", "\r"],
      ...["\u00ad", "\u200b", "\u200d", "\u0301", "\u0640", "\u064b", "\u0374", "\ud83d", "\u{1F1E9}"],
      ...["12 March 2024", "3 de marzo", "May 5", "10–15", "3.5%", "$ 5"],
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(""));
const text = fc.oneof(prose, wild, edges);
const BETWEEN = /^[\s\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/;

test("tokens and the white space between them tile a text, each token under its folded form", () => {
  fc.assert(
    fc.property(text, (source) => {
      let at = 0;
      for (const token of [...tokenize(source), { start: source.length, end: source.length, key: "" }]) {
        assert.ok(token.start >= at);
        assert.match(source.slice(at, token.start), BETWEEN);
        const raw = source.slice(token.start, token.end);
        assert.equal(token.key, comparable(raw) || raw);
        at = token.end;
      }
    }),
    { numRuns: 4 * RUNS.numRuns },
  );
});

test("a word is read alike whatever stands before it", () => {
  fc.assert(
    fc.property(edges, (source) => {
      // Behind a sentence of its own, so that neither a date nor a grapheme reaches across.
      const before = "Rain. ";
      const shifted = tokenize(before + source.replace(/^\P{L}*/u, "")).slice(2);
      const alone = tokenize(source.replace(/^\P{L}*/u, ""));
      assert.deepEqual(
        shifted.map(({ start, end, key, kind }) => [start - before.length, end - before.length, key, kind]),
        alone.map(({ start, end, key, kind }) => [start, end, key, kind]),
      );
    }),
    RUNS,
  );
});

test("every character of both sides is in exactly one place: an edit, or what the sides have in common", () => {
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      for (const group of collate(old, next).groups) {
        if (group.old.length === 0 || group.new.length === 0) continue;
        const oldText = group.old.map((i) => old[i]!).join("\n");
        const newText = group.new.map((j) => next[j]!).join("\n");
        const parts = (source: string, start: "oldStart" | "newStart", end: "oldEnd" | "newEnd") => {
          const kept: string[] = [];
          let at = 0;
          let length = 0;
          for (const edit of group.edits) {
            kept.push(source.slice(at, edit[start]));
            length += edit[start] - at + (edit[end] - edit[start]);
            at = edit[end];
          }
          kept.push(source.slice(at));
          assert.equal(length + source.length - at, source.length);
          return kept;
        };
        assert.deepEqual(parts(oldText, "oldStart", "oldEnd"), parts(newText, "newStart", "newEnd"));
      }
    }),
    RUNS,
  );
});

/** Texts made to cost as much as they can; what they may cost is counted, not timed. */
const COSTLY: Readonly<Record<string, readonly [string, string]>> = {
  "unrelated words": [words(40_000, 1), words(40_000, 2)],
  "one word, repeated": ["again ".repeat(60_000), "again ".repeat(50_000)],
  "one letter": ["a".repeat(1e6), `${"a".repeat(5e5)}b${"a".repeat(5e5)}`],
  "ten megabytes in a line": [
    "A line that never ends. ".repeat(437_000),
    `A new ${"line that never ends. ".repeat(437_000)}`,
  ],
  "half characters": ["\ud83d".repeat(200_000), "\ude00".repeat(200_000)],
  "bytes of a picture": [bytes(300_000, 1), bytes(300_000, 2)],
};

function words(count: number, seed: number): string {
  return Array.from({ length: count }, (_, k) => `w${Math.imul(k + 1, 2654435761 * seed) >>> 18}`).join(" ");
}

function bytes(count: number, seed: number): string {
  return Array.from({ length: count }, (_, k) =>
    String.fromCharCode((Math.imul(k + seed, 2654435761) >>> 13) & 0xff),
  ).join("");
}

for (const [name, [old, next]] of Object.entries(COSTLY))
  test(`no more is spent on words than the budget of a collation: ${name}`, () => {
    const budget = newBudget();
    const all = { ...budget };
    const { passages } = commonPassages(old, next, budget);
    // Cells are asked for before they are filled; the text that was read last may overdraw the characters, and is then not read.
    assert.ok(budget.cells >= 0 && budget.cells <= all.cells);
    assert.ok(passages.length <= Math.min(old.length, next.length));
    for (const passage of passages.slice(0, 1000)) {
      const kept = old.slice(passage.oldStart, passage.oldEnd);
      assert.equal(comparable(kept), comparable(next.slice(passage.newStart, passage.newEnd)));
    }
  });
