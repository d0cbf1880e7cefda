import { HOUR_MS } from "#lib/clock";
import { activeAt } from "#newsroom/noise";
import type { Truth, TruthArticle, TruthSource } from "#newsroom/truth";
import type { Store } from "#store/store";
import { printTable } from "../table.ts";

type Outage = TruthSource["outages"][number];

interface Count {
  sites: number;
  hours: number;
  /** Articles that were looked at without success while it lasted. */
  hit: number;
  back: number;
  /** From the end of the outage to the first text that was seen again, at most. */
  longestMs: number;
  readonly away: string[];
}

/**
 * Whether all articles came back that were looked at without success while their whole site showed something else. Of an article without a
 * version before, its first text counts. Not counted: who was away at the end for another reason, or had no time to be asked.
 */
export async function printOutages(store: Store, truth: Truth, until: number): Promise<void> {
  const counts = new Map<string, Count>();
  for (const { name, outages } of truth.sources)
    for (const outage of outages.filter(({ to }) => to <= until)) {
      const count = counts.get(outage.kind) ?? { sites: 0, hours: 0, hit: 0, back: 0, longestMs: 0, away: [] };
      counts.set(outage.kind, count);
      count.sites += 1;
      count.hours += (outage.to - outage.from) / HOUR_MS;
      for (const article of truth.articles.filter(({ source }) => source === name))
        await countOne(store, article, outage, until, count);
    }
  const all = [...counts].sort();
  printTable(
    "soak: articles after an outage of their whole site",
    ["shown in their place", "sites", "hours", "articles asked without success", "back", "longest wait h", "not back"],
    all.map(([kind, { sites, hours, hit, back, longestMs, away }]) => [
      ...[kind, sites, hours.toFixed(0), hit, back, (longestMs / HOUR_MS).toFixed(1), away.length],
    ]),
  );
  for (const url of all.flatMap(([, { away }]) => away)) console.log(`not back: ${url}`);
}

async function countOne(
  store: Store,
  { urls, noise }: TruthArticle,
  { from, to }: Outage,
  until: number,
  count: Count,
): Promise<void> {
  const found = (await Promise.all(urls.map((url) => store.reader.articleByUrl(url)))).find((one) => one !== null);
  if (!found) return;
  const { items } = await store.reader.captures(found.id, { limit: MAX_LOOKS });
  const failed = items.some(({ decision, capturedAt }) => decision === "none" && capturedAt >= from && capturedAt < to);
  if (!failed) return;
  const seen = items.flatMap(({ decision, capturedAt }) => (decision !== "none" && capturedAt >= to ? capturedAt : []));
  const nextAt = (await store.reader.article(found.id))?.nextLookAt;
  const isDue = typeof nextAt === "number" && nextAt > until && until - to < to - from + HOUR_MS;
  const isAway = noise.some((span) => span.kind === "gone" && activeAt({ ...span, to: span.to ?? Infinity }, until));
  if (seen.length === 0 && (isDue || isAway)) return;
  count.hit += 1;
  if (seen.length === 0) count.away.push(found.url);
  else {
    count.back += 1;
    count.longestMs = Math.max(count.longestMs, Math.min(...seen) - to);
  }
}

/** Of one article in a year. */
const MAX_LOOKS = 1000;
