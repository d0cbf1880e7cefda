import { LABELLER } from "#model/change";
import type { SourceId } from "#model/id";
import type { Counts } from "#store/public-reader";
import type { Order } from "./addresses.ts";
import { type ListedChange, listedChanges } from "./change-list.ts";
import type { ViewContext } from "./context.ts";
import { changesByRank } from "./ranked.ts";
import { chooseSource, type SourceChoice } from "./source-choice.ts";

/** A screenful or four: enough to read over a coffee, light enough for a phone. */
const PER_PAGE = 30;

export interface LatestQuery {
  readonly order: Order;
  /** Within which changes are weighed against each other; without meaning for the newest. */
  readonly days: number;
  /** `next` of the stretch before; of the newest only. */
  readonly before?: number | undefined;
  /** Number of a source, or words of its name; empty for all. */
  readonly source: string;
}

/** The latest changes of all articles, or of one source. */
export interface LatestView {
  readonly order: Order;
  readonly choice: SourceChoice;
  /** All that are watched. */
  readonly sources: number;
  /** Empty when it is not clear which source was meant. */
  readonly changes: readonly ListedChange[];
  readonly next: number | null;
  /** Null for the newest first. */
  readonly weighed: Weighing | null;
  /** What is watched, when no change was ever seen in it; else null. */
  readonly quiet: Counts | null;
}

export interface Weighing {
  readonly days: number;
  /** Changes were weighed that were seen since then. */
  readonly since: number;
  /** Changes that weigh less than those listed. */
  readonly lighter: number;
  /** Of all these, those that were labelled by an earlier release, and may get another rank. */
  readonly labelledEarlier: number;
}

type List = Pick<LatestView, "changes" | "next" | "weighed" | "quiet">;

const NOTHING: List = { changes: [], next: null, weighed: null, quiet: null };

export async function latestView(context: ViewContext, query: LatestQuery): Promise<LatestView> {
  const [choice, sources] = await Promise.all([
    chooseSource(context.reader, query.source),
    context.reader.sourceCount(),
  ]);
  const isClear = choice.kind === "all" || choice.kind === "one";
  return { order: query.order, choice, sources, ...(isClear ? await listOf(context, query, choice) : NOTHING) };
}

function listOf(context: ViewContext, query: LatestQuery, choice: SourceChoice): Promise<List> {
  const sourceId = choice.kind === "one" ? choice.source.id : undefined;
  return query.order === "rank" ? ranked(context, query.days, sourceId) : newest(context, query.before, sourceId);
}

async function newest(context: ViewContext, before?: number, sourceId?: SourceId): Promise<List> {
  const { items, next } = await context.reader.changes({ before, sourceId, limit: PER_PAGE });
  const quiet = items.length === 0 ? await context.reader.counts() : null;
  return { changes: listedChanges(context, items), next, weighed: null, quiet };
}

async function ranked(context: ViewContext, days: number, sourceId?: SourceId): Promise<List> {
  const { items, since } = await changesByRank(context.reader, context.now, days, sourceId);
  const shown = items.slice(0, PER_PAGE);
  const labelledEarlier = items.filter(({ change }) => change.labelledBy !== LABELLER).length;
  const weighed = { days, since, lighter: items.length - shown.length, labelledEarlier };
  return { changes: listedChanges(context, shown), next: null, weighed, quiet: null };
}
