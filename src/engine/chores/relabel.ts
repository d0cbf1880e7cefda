import { performance } from "node:perf_hooks";
import { setImmediate as breathe } from "node:timers/promises";
import { HOUR_MS, SECOND_MS } from "#lib/clock";
import { LABELLER } from "#model/change";
import type { EarlierLabelled, LabelledAgain } from "#store/changes/earlier";
import type { Chore, ChoreContext } from "./chore.ts";

/** Changes read and written together: their texts are a few MB at most, and a transaction of so many takes milliseconds. */
const BATCH = 50;
/** After so long other chores have their turn: a million changes take an hour and more. Real time, as the work is. */
const TURN_MS = 10 * SECOND_MS;

/** Labels changes again that an earlier labeller labelled, from the stored texts, the newest first. Asks no publisher for anything. */
export const relabel: Chore = {
  name: "relabel",
  isUrgent: true,
  nextAt: (now) => now + HOUR_MS,
  run: async (context, _key, signal) => {
    const { store, log } = context;
    const until = performance.now() + TURN_MS;
    let done = 0;
    while (performance.now() < until && !signal?.aborted) {
      const earlier = await store.reader.labelledEarlier(LABELLER, BATCH);
      if (earlier.length === 0) {
        if (done > 0) log.info({ changes: done, labeller: LABELLER }, "all changes have their present labels");
        return "again";
      }
      done += await store.writer.relabel(LABELLER, await labelledAgain(context, earlier));
      // Between two batches readers and looks have their turn.
      await breathe();
    }
    const { left } = await store.reader.labelling(LABELLER);
    log.info({ changes: done, left, labeller: LABELLER }, "labelled earlier changes again");
    return "more";
  },
};

async function labelledAgain(
  { workshop }: Pick<ChoreContext, "workshop">,
  earlier: readonly EarlierLabelled[],
): Promise<readonly LabelledAgain[]> {
  return Promise.all(
    earlier.map(async ({ id, labelledBy, readings, old, new: next, language }) => {
      const compared = await workshop.open({ old, new: next, language, bytes: null });
      const { summary, collation } = compared.ok ? compared.value : { summary: null, collation: null };
      return { id, labelledBy, readings, summary, collation };
    }),
  );
}
