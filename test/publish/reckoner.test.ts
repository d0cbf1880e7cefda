import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import type { VersionText } from "#model/version";
import { collatePair, collateWhole } from "#publish/collated";
import { createCollator } from "#publish/collator";
import { createReckoner, type Reckoner } from "#publish/reckoner";
import { openSite } from "./site.ts";

const text = (words: string, paragraphs: number): VersionText => ({
  headline: `Live: ${words}`,
  standfirst: null,
  corrections: [],
  blocks: Array.from({ length: paragraphs }, (_, i) => ({
    kind: "paragraph",
    text: `Report ${i}: at ${i % 24}:30 the harbour office counted ${i * 7} boats, ${words}, and went on counting.`,
  })),
});

const PAIR = { old: text("all of them white", 40), now: text("none of them white", 44), language: "en" };
const WHOLE = [PAIR.old, PAIR.now].map((each, i) => ({ number: i + 1, text: each }));

/** Whether others had a turn before the answer came. */
async function letsOthersIn(work: () => Promise<unknown>): Promise<boolean> {
  let turn = false;
  setImmediate(() => {
    turn = true;
  });
  await work();
  return turn;
}

test("long texts are collated in a thread and read like short ones, which are collated at once", async () => {
  const here = createReckoner();
  const elsewhere = createReckoner(100);
  assert.equal(await letsOthersIn(() => here.pair(PAIR)), false);
  assert.equal(await letsOthersIn(() => elsewhere.pair(PAIR)), true);
  assert.equal(await letsOthersIn(() => elsewhere.whole(WHOLE)), true);
  assert.deepEqual(await elsewhere.pair(PAIR), collatePair(PAIR));
  assert.deepEqual(await elsewhere.whole(WHOLE), collateWhole(WHOLE));
});

test("a pair that many ask for at a time is collated once", async (t) => {
  const { store, ids } = await openSite(t);
  const real = createReckoner();
  let pairs = 0;
  const counting: Reckoner = {
    ...real,
    pair: (job) => {
      pairs++;
      return real.pair(job);
    },
  };
  const collator = createCollator(store.reader, counting);
  const [first, second] = await Promise.all([collator.compare(ids.ferry, 1, 2), collator.compare(ids.ferry, 1, 2)]);
  assert.equal(pairs, 1);
  assert.equal(first, second);
  assert.equal(await collator.compare(ids.ferry, 1, 9), null);
});

test("a thread without work does not keep the program from ending", async () => {
  const program = `(async () => {
    const { createReckoner } = await import("#publish/reckoner");
    const text = { headline: "Ten died.", standfirst: null, corrections: [], blocks: [] };
    const { summary } = await createReckoner(0).pair({ old: text, now: { ...text, headline: "Two died." }, language: "en" });
    console.log(summary.headlineChanged);
  })()`;
  const QUICK_MS = 15_000;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], {
    cwd: new URL("../..", import.meta.url),
    timeout: QUICK_MS,
  });
  assert.equal(stdout.trim(), "true");
});
