import assert from "node:assert/strict";
import { test } from "node:test";
import { DrivenClock } from "#lib/clock";
import { ok } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { VersionKey } from "#model/join";
import type { Version, VersionHead } from "#model/version";
import { collateWhole } from "#view/compare/collated";
import { createEvolver } from "#view/compare/evolver";

const ID = 1 as ArticleId;
const PARAGRAPH = "Rain fell on the valley. ".repeat(400);

/** A live page of so many versions of so many paragraphs, and how often its texts are read. */
function livePage(versions: number, paragraphs: number) {
  const reads: number[] = [];
  const text = (number: number) => ({
    headline: `Rain, version ${number}`,
    standfirst: null,
    corrections: [],
    blocks: Array.from({ length: paragraphs }, (_, i) => ({
      kind: "paragraph" as const,
      text: `${i} ${i === number ? "new " : ""}${PARAGRAPH}`,
    })),
  });
  let readAgain = "";
  return {
    reads,
    heads: Array.from({ length: versions }, (_, i) => ({ articleId: ID, number: i + 1, place: i + 1 }) as VersionHead),
    readAgain: () => {
      readAgain = "by another reader";
    },
    reader: {
      isShown: async () => true,
      readingHashes: async (versions: readonly VersionKey[]) => versions.map(({ number }) => `${number}${readAgain}`),
      version: async (_: ArticleId, number: number) => {
        reads.push(number);
        return { articleId: ID, number, text: text(number) } as unknown as Version;
      },
    },
  };
}

const pool = {
  pair: async () => assert.fail("no pair is asked for"),
  whole: async (job: Parameters<typeof collateWhole>[0]) => ok(collateWhole(job)),
};

test("twenty who ask for the evolution of one page have its texts read once, and again when they are read otherwise", async () => {
  const page = livePage(6, 2);
  const evolver = createEvolver(page.reader, pool, new DrivenClock(0));
  const asked = await Promise.all(Array.from({ length: 20 }, () => evolver.evolution(ID, page.heads)));
  assert.ok(asked.every((made) => made?.ok));
  assert.deepEqual(page.reads, [6, 5, 4, 3, 2, 1]);
  await evolver.evolution(ID, page.heads);
  assert.equal(page.reads.length, 6, "it is remembered");
  page.readAgain();
  await evolver.evolution(ID, page.heads);
  assert.equal(page.reads.length, 12);
});

test("of a very long page the latest versions are read, and no more text than is worked on", async () => {
  const page = livePage(60, 40);
  const evolver = createEvolver(page.reader, pool, new DrivenClock(0));
  const made = await evolver.evolution(ID, page.heads);
  assert.ok(made?.ok);
  const { versions, omitted } = made.value;
  assert.equal(versions.at(-1), 60);
  assert.ok(page.reads.length < 25, `${page.reads.length} versions of 400,000 characters were read`);
  assert.equal(versions.length + omitted, 60);
});
