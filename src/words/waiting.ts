import type { WaitingSeeds } from "#model/waiting";
import { absolute, plural } from "./wording.ts";

/** "1,204 articles from before wait for their turn, until about 3 May 2026, 13:32 UTC"; empty if none does. */
export function waitingWords({ count, lastAt }: WaitingSeeds): string {
  if (count === 0 || lastAt === null) return "";
  return `${plural(count, "article")} from before ${count === 1 ? "waits for its turn" : "wait for their turn"}, until about ${absolute(lastAt)}`;
}
