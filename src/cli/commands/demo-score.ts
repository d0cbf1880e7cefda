import type { CheckReport } from "#engine/engine";
import type { Article } from "#model/article";
import type { Assessment } from "#newsroom/assess";
import type { ObservedArticle } from "#newsroom/observed";
import type { Reader } from "#store/reader";
import { duration, plural } from "#words/wording";

/** What was recorded, in the form that the newsroom compares with what it published. */
export async function observe(reader: Reader): Promise<readonly ObservedArticle[]> {
  const observed: ObservedArticle[] = [];
  let before: number | undefined;
  do {
    const page = await reader.articles({ limit: 200, before });
    for (const { article } of page.items) observed.push(await observeOne(reader, article));
    before = page.next ?? undefined;
  } while (before !== undefined);
  return observed;
}

/** Looks of one article that are compared with the truth: those of months. */
const MAX_LOOKS = 1000;

async function observeOne(reader: Reader, article: Article): Promise<ObservedArticle> {
  const { versions: heads } = await reader.history(article.id);
  const looks = (await reader.captures(article.id, { limit: MAX_LOOKS })).items;
  const [lastLook] = looks;
  // A text that is not confirmed yet, or a wall or an error in place of the text.
  const waits = lastLook?.decision === "held" || lastLook?.decision === "alternating" || lastLook?.decision === "none";
  const latest = heads.at(-1);
  const versions = heads.map(({ firstSeenAt, previousSeenAt }, i) => ({ number: i + 1, firstSeenAt, previousSeenAt }));
  const whole = await reader.wholeArticle(article.id);
  return {
    url: article.url,
    versions,
    looksAt: looks.map(({ capturedAt }) => capturedAt),
    ended: whole !== null && whole.nextLookAt === null && whole.status !== "quiet",
    ...(lastLook && { lastLookedAt: lastLook.capturedAt }),
    ...(waits && latest && { undecidedSince: latest.lastSeenAt }),
  };
}

/** The score of a day, for people. */
export function scoreLines(score: Assessment, report: CheckReport, seconds: number): readonly string[] {
  const transient = score.missed.filter(({ why }) => why === "transient").length;
  const unseen = score.missed.length - transient;
  const lines = [
    `A day in ${seconds.toFixed(1)} s: ${plural(report.polls, "feed poll")}, ${plural(report.looks, "look")} at ${plural(score.articlesSeen, "article")}.`,
    `Edits published:           ${score.edits}`,
    `Edits caught:              ${score.caught}${score.delayMedianMs === null ? "" : `, half of them within ${duration(score.delayMedianMs)}`}`,
    `Edits missed:              ${unseen}${transient > 0 ? `, and ${transient} undone before anyone could see them` : ""}${score.pending > 0 ? `; ${score.pending} not decided before the next look` : ""}`,
    `False versions:            ${score.falseVersions.length} of ${score.laterVersions}`,
  ];
  const noise = Object.entries(score.falseByNoise).map(([kind, count]) => `${kind} ${count}`);
  return noise.length === 0 ? lines : [...lines, `  noise involved: ${noise.join(", ")}`];
}
