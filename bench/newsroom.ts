import { MINUTE_MS } from "#lib/clock";
import { MISBEHAVIOURS } from "#newsroom/misbehaviours/kinds";
import type { NoiseKind } from "#newsroom/noise";
import { isGiven, readFlags, whole, wholes } from "./flags.ts";
import { add, type Outcome, runMonth } from "./newsroom/month.ts";
import { printTable } from "./table.ts";

export const help =
  "thirty simulated days of the newsroom with all its noise and misbehaving sites: edits caught, false versions, articles lost or twice (--days 30 --articles 1200 --hosts 24 --seeds 7,11 --behaves --hub --verbose); --behaves leaves the misbehaviours off, with --hub a third of the houses push through one";

export const FLAGS = {
  days: whole(30, 1),
  hosts: whole(24, 1),
  articles: whole(1200, 1),
  seeds: wholes([7], 0),
  behaves: isGiven,
  hub: isGiven,
  verbose: isGiven,
};

/**
 * Thirty simulated days of the newsroom with all its noise, and with sites that misbehave in every way we know, watched by the whole
 * engine over loopback: every scripted edit has to be caught that stood as long as the interval between two looks, hardly a
 * version may be false, and no article be lost or there twice. Articles are published over the first `--days` less two, so that
 * the last edits have time to be seen. The figures of several seeds are added up.
 */
export async function run({ flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { seeds, behaves, ...press } = readFlags(flags, FLAGS);
  const outcomes: Outcome[] = [];
  for (const seed of seeds) {
    const outcome = await runMonth({ ...press, misbehaves: !behaves }, seed, (line) => console.error(line));
    outcomes.push(outcome);
    const { looks, polls, cpuSeconds, hub } = outcome;
    console.log(
      `seed ${seed}: ${press.days} days, ${looks} looks, ${polls} polls, ${cpuSeconds.toFixed(0)} CPU-seconds`,
    );
    if (hub)
      console.log(
        `hub: ${hub.requests} requests to it, ${hub.verified} verified, ${hub.pushes} pushes, ${hub.refused} of them refused`,
      );
  }
  printTable("newsroom: what was seen", HEAD, [
    ...outcomes.map((outcome, at) => [seeds[at]!, ...row([outcome])]),
    ...(outcomes.length > 1 ? [["all", ...row(outcomes)]] : []),
  ]);
  printNoise(outcomes);
  const decisions = new Map<string, number>();
  for (const [decision, looks] of outcomes.flatMap((one) => [...one.decisions])) add(decisions, decision, looks);
  printTable("newsroom: looks by decision", ["decision", "looks"], [...decisions].sort());
}

const HEAD = [
  ...["seed", "articles", "lost", "twice", "no article", "edits", "caught", "missed", "too short", "pending"],
  ...["later versions", "false", "false %", "of these withdrawn", "median delay min"],
];

function row(outcomes: readonly Outcome[]): readonly (string | number)[] {
  const scores = outcomes.map(({ score }) => score);
  const sum = (of: (score: Outcome["score"]) => number) => scores.reduce((total, score) => total + of(score), 0);
  const missed = (why: string) => sum((score) => score.missed.filter((one) => one.why === why).length);
  const later = sum((score) => score.laterVersions);
  const falses = sum((score) => score.falseVersions.length);
  const delays = scores.map(({ delayMedianMs }) => (delayMedianMs ?? 0) / MINUTE_MS).sort((a, b) => a - b);
  return [
    ...[sum((score) => score.articlesSeen), sum((score) => score.lost.length), sum((score) => score.twice.length)],
    ...[sum((score) => score.unknownUrls.length), sum((score) => score.edits), sum((score) => score.caught)],
    ...[missed("unseen"), missed("transient"), sum((score) => score.pending), later, falses],
    ((100 * falses) / Math.max(1, later)).toFixed(2),
    outcomes.reduce((total, { withdrawn }) => total + withdrawn, 0),
    delays[Math.floor(delays.length / 2)]!.toFixed(0),
  ];
}

/** How often each noise was there, and how often it had a part in a false version, or in an edit that was missed. */
function printNoise(outcomes: readonly Outcome[]): void {
  const [times, falses, missed] = [new Map(), new Map(), new Map()] as [Counts, Counts, Counts];
  for (const { times: own, score } of outcomes) {
    for (const [kind, count] of own) add(times, kind, count);
    for (const [kind, count] of Object.entries(score.falseByNoise)) add(falses, kind as NoiseKind, count);
    for (const [kind, count] of Object.entries(score.unseenByNoise)) add(missed, kind as NoiseKind, count);
  }
  const all = [...new Set([...times.keys(), ...falses.keys(), ...missed.keys()])].sort();
  const misbehaviours = new Set<NoiseKind>(MISBEHAVIOURS);
  const rows = (kinds: readonly NoiseKind[]) =>
    kinds.map((kind) => [kind, times.get(kind) ?? "always", falses.get(kind) ?? 0, missed.get(kind) ?? 0]);
  const head = ["times seen", "had a part in false versions", "in missed edits"];
  printTable("newsroom: misbehaviours", ["misbehaviour", ...head], rows(all.filter((kind) => misbehaviours.has(kind))));
  printTable("newsroom: noise", ["noise", ...head], rows(all.filter((kind) => !misbehaviours.has(kind))));
}

type Counts = Map<NoiseKind, number>;
