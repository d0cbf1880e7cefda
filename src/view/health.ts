import { BROKEN_AFTER } from "#model/source";
import { isWell, type Trouble } from "#model/trouble";
import type { Counts, SourceHealth, SourceState } from "#store/public-reader";
import type { ViewContext } from "./context.ts";
import { namedLike } from "./source-choice.ts";

/** A source with its figures and what is wrong with it. */
export interface SourceStanding extends SourceHealth {
  readonly troubles: readonly Trouble[];
}

/** Sources, the sick ones first. */
export interface SourcesView {
  /** Words that their names have; empty for all. */
  readonly words: string;
  readonly sources: readonly SourceStanding[];
  /** Of how many, and how many of these are not well. */
  readonly found: number;
  readonly sick: number;
  /** From 1; there is one page when nothing was found. */
  readonly page: number;
  readonly pages: number;
}

/** Each takes 300 to 500 bytes of a page. */
const PER_PAGE = 100;

/** @param page from 1; beyond the last one the last is given */
export async function sourcesView(context: ViewContext, page: number, words = ""): Promise<SourcesView> {
  const all = await context.reader.sourceStates(context.now);
  const found = words === "" ? all : namedLike(all, words);
  const ordered = sickFirst(found);
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const shown = Math.min(page, pages);
  const here = ordered.slice((shown - 1) * PER_PAGE, shown * PER_PAGE);
  return {
    words,
    sources: await standingOf(context, here),
    found: found.length,
    sick: found.filter((state) => !isWell(troublesOf(state))).length,
    page: shown,
    pages,
  };
}

/** Sources of one page, the sick ones first, and what there is in all. */
export interface HealthPageView extends SourcesView {
  /** The database has answered with damage, though not here. */
  readonly isDamaged: boolean;
  readonly counts: Counts;
}

export async function healthPageView(context: ViewContext, page: number, isDamaged: boolean): Promise<HealthPageView> {
  const [sources, counts] = await Promise.all([sourcesView(context, page), context.reader.counts()]);
  return { ...sources, counts, isDamaged };
}

/** All sources, for a monitoring system. */
export interface HealthView {
  /** The database has answered with damage, though not here. */
  readonly isDamaged: boolean;
  readonly at: number;
  readonly counts: Counts;
  readonly sources: readonly SourceStanding[];
}

export async function healthView({ reader, now }: ViewContext, isDamaged: boolean): Promise<HealthView> {
  const [all, counts] = await Promise.all([reader.health(now), reader.counts()]);
  return { at: now, counts, isDamaged, sources: all.map(withTroubles) };
}

/** In the order given. */
async function standingOf(
  { reader, now }: ViewContext,
  states: readonly SourceState[],
): Promise<readonly SourceStanding[]> {
  const ids = states.map(({ id }) => id);
  const figures = new Map((await reader.health(now, ids)).map((each) => [each.source.id, each]));
  return ids.flatMap((id) => figures.get(id) ?? []).map(withTroubles);
}

export function withTroubles(health: SourceHealth): SourceStanding {
  const { feeds, lastArticleAt, silentSince, fault } = health;
  if (health.source.removedAt !== null) return { ...health, troubles: [] };
  const { pausedAt } = health.source;
  const brokenFeeds = feeds.filter(({ failures }) => failures >= BROKEN_AFTER).length;
  const failingFeeds = feeds.filter(({ failures }) => failures > 0).length - brokenFeeds;
  return {
    ...health,
    troubles: troublesOf({ brokenFeeds, failingFeeds, lastArticleAt, silentSince, fault, pausedAt }),
  };
}

type State = Pick<SourceState, "brokenFeeds" | "failingFeeds" | "lastArticleAt" | "silentSince" | "fault" | "pausedAt">;

function troublesOf({
  brokenFeeds,
  failingFeeds,
  lastArticleAt,
  silentSince: hours,
  fault,
  pausedAt,
}: State): readonly Trouble[] {
  if (pausedAt !== null) return [];
  const troubles: Trouble[] = fault ? [{ code: "site-fault", ...fault }] : [];
  if (brokenFeeds > 0) troubles.push({ code: "feeds-broken", feeds: brokenFeeds });
  if (failingFeeds > 0) troubles.push({ code: "feeds-failing", feeds: failingFeeds });
  if (hours !== null)
    troubles.push(lastArticleAt === null ? { code: "no-article", hours } : { code: "silent", hours, lastArticleAt });
  return troubles;
}

/** What keeps us from reading first, then silence, then what may pass by itself; within each the order given. */
const SEVERITY: Readonly<Record<Trouble["code"], number>> = {
  "site-fault": 3,
  "feeds-broken": 3,
  "no-article": 2,
  silent: 2,
  "feeds-failing": 1,
};

const severity = (state: State): number => Math.max(0, ...troublesOf(state).map(({ code }) => SEVERITY[code]));

const sickFirst = (states: readonly SourceState[]): readonly SourceState[] =>
  states.toSorted((a, b) => severity(b) - severity(a));
