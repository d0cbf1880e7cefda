import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Noise } from "#newsroom/noise";
import { mix, pick, random } from "#newsroom/random";

/** Times of a generated article: all that validators and feeds need, without a word of text. */
export interface Schedule {
  /** Relative to publication, ascending, in ms. */
  readonly editsAfter: readonly number[];
  readonly noise: readonly Noise[];
  /** A live page: its edits add entries. */
  readonly live: boolean;
  /** The last edit takes back the one before. */
  readonly takenBack?: boolean;
}

/** About one article in four is edited, most of the edits come within hours, as studies of news revisions report. */
const EDITED_SHARE = 0.27;
const MOST_EDITS = 4;
const FIRST_EDIT_MS = 6 * MINUTE_MS;
const LAST_EDIT_MS = 20 * HOUR_MS;
const LIVE_SHARE = 0.01;
const LIVE_ENTRIES = 6;

export function scheduleOf(seed: number, publishedAfter: number): Schedule {
  const next = random(mix(seed, 1));
  const edits = next() < EDITED_SHARE ? 1 + Math.floor(next() ** 2 * MOST_EDITS) : 0;
  const spread = Math.log(LAST_EDIT_MS / FIRST_EDIT_MS);
  const times = Array.from({ length: edits }, () => FIRST_EDIT_MS * Math.exp(next() * spread));
  const noise = noisesOf(next, publishedAfter);
  const live = next() < LIVE_SHARE;
  const seconds = (live ? entryTimes(next) : times).map((ms) => Math.round(ms / 1000) * 1000).sort((a, b) => a - b);
  return { editsAfter: [...new Set(seconds)], noise, live };
}

/** An entry every few minutes up to three quarters of an hour. */
function entryTimes(next: () => number): readonly number[] {
  let at = 0;
  return Array.from({ length: LIVE_ENTRIES }, () => {
    at += (5 + next() * 40) * MINUTE_MS;
    return at;
  });
}

/** How many articles have one noise or more in their time, and how often one more comes. */
const NOISY_SHARE = 0.2;
const FIRST_NOISE_MS = HOUR_MS / 2;
const LAST_NOISE_MS = 8 * DAY_MS;

function noisesOf(next: () => number, publishedAfter: number): readonly Noise[] {
  const noises: Noise[] = [];
  while (next() < NOISY_SHARE) noises.push(noiseOf(next, publishedAfter));
  return noises;
}

/** Looks come less and less often, and so does noise: as likely between one and two hours as between one and two days. */
function noiseOf(next: () => number, publishedAfter: number): Noise {
  const { from: least, to: most, ...noise } = pick(NOISES, Math.floor(next() * NOISES.length));
  const from = publishedAfter + Math.floor(FIRST_NOISE_MS * (LAST_NOISE_MS / FIRST_NOISE_MS) ** next());
  return { ...noise, from, to: from + Math.floor((least + next() * (most - least)) * MINUTE_MS) };
}

const TESTED = "What you need to know this morning";

/** Each as likely as any other; `from` and `to` are the least and the most that it lasts, in minutes. */
const NOISES: readonly (Omit<Noise, "from" | "to"> & { readonly from: number; readonly to: number })[] = [
  { kind: "quotes-flip", from: 30, to: 600 },
  { kind: "consent-wall", from: 30, to: 150 },
  { kind: "consent-wall", meets: "lots", from: 60, to: 600 },
  { kind: "soft-error", from: 10, to: 150 },
  { kind: "server-error", status: 503, from: 10, to: 150 },
  { kind: "bot-challenge", status: 429, from: 30, to: 150 },
  { kind: "pay-wall", from: 30, to: 600 },
  { kind: "pay-wall", meets: "lots", from: 60, to: 600 },
  { kind: "cut", from: 20, to: 240 },
  { kind: "cut", meets: "lots", from: 30, to: 300 },
  { kind: "empty-body", from: 2, to: 12 },
  { kind: "bumped-date", from: 30, to: 150 },
  { kind: "byline", byline: ["Agencies"], from: 30, to: 600 },
  { kind: "gone", status: 404, from: 10, to: 150 },
  { kind: "slow", from: 10, to: 60 },
  { kind: "wrong-charset", from: 30, to: 150 },
  { kind: "headline-test", headline: TESTED, from: 30, to: 150 },
  { kind: "headline-test", headline: TESTED, meets: "lots", from: 30, to: 300 },
  { kind: "headline-test", headline: TESTED, meets: "windows", from: 30, to: 300 },
];
