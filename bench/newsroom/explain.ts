import { DAY_MS } from "#lib/clock";
import type { Assessment } from "#newsroom/assess";
import type { Truth } from "#newsroom/truth";
import type { Store } from "#store/store";
import { reasonText } from "#words/reasons";
import { differenceOf } from "../noise/difference.ts";
import { articleOf, pairAt } from "./found.ts";

/** Looks to show around the instant in question. */
const AROUND_MS = DAY_MS / 2;
/** Noise that began so far from it may still have a part. */
const NOISE_AROUND_MS = 2 * DAY_MS;

/**
 * Names each false version, each missed edit, and each article that was lost or is there twice, with what was scripted for it and
 * what each look decided.
 */
export async function explain(store: Store, truth: Truth, score: Assessment): Promise<void> {
  for (const { url, number, firstSeenAt, noise } of score.falseVersions) {
    console.log(`\nfalse: version ${number} of ${url}, ${day(truth, firstSeenAt)} (${noise.join(", ")})`);
    printScript(truth, url, firstSeenAt);
    await printLooks(store, truth, url, firstSeenAt);
    await printDifference(store, truth, url, number);
  }
  for (const { url, edit, noise } of score.missed.filter(({ why }) => why === "unseen")) {
    console.log(`\nmissed: ${edit.kind} at ${url}, ${day(truth, edit.at)} (${noise.join(", ")})`);
    printScript(truth, url, edit.at);
    await printLooks(store, truth, url, edit.at);
  }
  for (const url of [...score.lost, ...score.twice.map(([url]) => url!)]) {
    const known = truth.articles.find(({ urls }) => urls.includes(url));
    console.log(
      `\n${score.lost.includes(url) ? "lost" : "twice"}: ${url}, published ${day(truth, known?.publishedAt ?? 0)}`,
    );
    const twins = score.twice.filter(([first]) => first === url).flat();
    for (const one of twins) await printArticle(store, one);
    if (twins.length > 1) await printTwins(store, twins[0]!, twins[1]!);
    const article = await articleOf(store, truth, url);
    if (article) console.log(`    ${article.url}: ${article.status}, ${article.statusReason?.code}`);
    printScript(truth, url, null);
    await printLooks(store, truth, url, null);
  }
  for (const url of score.unknownUrls) {
    console.log(`\nno article of the newsroom: ${url}`);
    await printArticle(store, url);
  }
}

async function printArticle(store: Store, url: string): Promise<void> {
  const article = await store.reader.articleByUrl(url);
  const looks = article ? (await store.reader.captures(article.id, { limit: 1000 })).items : [];
  console.log(
    `    ${url}: ${article?.id} ${article?.status}, ${article?.versionCount} versions, "${article?.headline}", ${looks.length} looks`,
  );
}

/** What the latest texts of two articles that are one differ in, and whether there is a sign that they may be one. */
async function printTwins(store: Store, ...urls: readonly [string, string]): Promise<void> {
  const [one, other] = await Promise.all(urls.map((url) => store.reader.articleByUrl(url)));
  if (!one || !other) return;
  const clue = (await store.reader.clues(one.id)).find((each) => each.other === other.id);
  console.log(`    ${clue ? `a sign by ${clue.kind} is open` : "no sign is open"}`);
  const [old, next] = await Promise.all(
    [one, other].map(({ id, versionCount }) => store.reader.version(id, versionCount)),
  );
  if (old && next) for (const line of differenceOf(old.text, next.text)) console.log(`    ${line}`);
}

const day = ({ startAt }: Truth, at: number): string => `day ${((at - startAt) / DAY_MS).toFixed(3)}`;

/** @param around null for all of its time */
function printScript(truth: Truth, url: string, around: number | null): void {
  const known = truth.articles.find(({ urls }) => urls.includes(url));
  for (const one of known?.urls ?? []) console.log(`    address ${one}`);
  for (const { kind, at, description } of known?.edits ?? [])
    console.log(`    edit ${day(truth, at)}: ${kind}: ${description}`);
  for (const { kind, from, to } of known?.noise ?? []) {
    if (around === null || (from < around + NOISE_AROUND_MS && (to ?? Infinity) > around - NOISE_AROUND_MS))
      console.log(`    noise ${day(truth, from)}-${to === null ? "" : day(truth, to)}: ${kind}`);
  }
}

async function printLooks(store: Store, truth: Truth, url: string, around: number | null): Promise<void> {
  const article = await articleOf(store, truth, url);
  const captures = article ? (await store.reader.captures(article.id, { limit: 400 })).items : [];
  const near = captures.filter(({ capturedAt }) => around === null || Math.abs(capturedAt - around) < AROUND_MS);
  for (const { articleId, capturedAt, outcome, decision, reason, versionNumber } of near.reverse())
    console.log(
      `    ${day(truth, capturedAt)}: ${articleId}: ${outcome}, ${decision}: ${reasonText(reason)} (version ${versionNumber})`,
    );
}

async function printDifference(store: Store, truth: Truth, url: string, number: number): Promise<void> {
  const pair = await pairAt(store, truth, url, number);
  if (pair) for (const line of differenceOf(pair[0].text, pair[1].text)) console.log(`  ${line}`);
}
