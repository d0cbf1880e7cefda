import { DAY_MS } from "#lib/clock";
import type { Assessment } from "#newsroom/assess";
import type { Truth } from "#newsroom/truth";
import type { Store } from "#store/store";
import { reasonText } from "#words/reasons";
import { differenceOf } from "../noise/difference.ts";

/** Looks to show around the instant in question. */
const AROUND_MS = DAY_MS / 2;
/** Noise that began so far from it may still have a part. */
const NOISE_AROUND_MS = 2 * DAY_MS;

/** Names each false version and each missed edit, with what was scripted for its article and what each look decided. */
export async function explain(store: Store, truth: Truth, score: Assessment): Promise<void> {
  for (const { url, number, firstSeenAt, noise } of score.falseVersions) {
    console.log(`\nfalse: version ${number} of ${url}, ${day(truth, firstSeenAt)} (${noise.join(", ")})`);
    printScript(truth, url, firstSeenAt);
    await printLooks(store, truth, url, firstSeenAt);
    await printDifference(store, url, number);
  }
  for (const { url, edit } of score.missed.filter(({ why }) => why === "unseen")) {
    console.log(`\nmissed: ${edit.kind} at ${url}, ${day(truth, edit.at)}`);
    printScript(truth, url, edit.at);
    await printLooks(store, truth, url, edit.at);
  }
}

const day = ({ startAt }: Truth, at: number): string => `day ${((at - startAt) / DAY_MS).toFixed(3)}`;

function printScript(truth: Truth, url: string, around: number): void {
  const known = truth.articles.find(({ urls }) => urls.includes(url));
  for (const { kind, at, description } of known?.edits ?? [])
    console.log(`    edit ${day(truth, at)}: ${kind}: ${description}`);
  for (const { kind, from, to } of known?.noise ?? []) {
    if (Math.abs(from - around) < NOISE_AROUND_MS)
      console.log(`    noise ${day(truth, from)}-${to === null ? "" : day(truth, to)}: ${kind}`);
  }
}

async function printLooks(store: Store, truth: Truth, url: string, around: number): Promise<void> {
  const article = await store.reader.articleByUrl(url);
  const captures = article ? (await store.reader.captures(article.id, { limit: 400 })).items : [];
  for (const one of captures.filter(({ capturedAt }) => Math.abs(capturedAt - around) < AROUND_MS).reverse()) {
    const { capturedAt, outcome, decision, reason, versionNumber } = one;
    console.log(
      `    ${day(truth, capturedAt)}: ${outcome}, ${decision}: ${reasonText(reason)} (version ${versionNumber})`,
    );
  }
}

async function printDifference(store: Store, url: string, number: number): Promise<void> {
  const article = await store.reader.articleByUrl(url);
  if (!article) return;
  const [old, next] = await Promise.all([number - 1, number].map((n) => store.reader.version(article.id, n)));
  if (old && next) for (const line of differenceOf(old.text, next.text)) console.log(`  ${line}`);
}
