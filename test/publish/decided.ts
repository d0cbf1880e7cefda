import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import { MINUTE_MS } from "#lib/clock";
import { normaliseUrl } from "#lib/url";
import type { Outcome } from "#model/capture";
import type { ArticleId, SourceId } from "#model/id";
import type { Memory } from "#model/memory";
import type { VersionFacts, VersionText } from "#model/version";
import type { Store } from "#store/store";
import type { ArticleState, LookRecord } from "#store/writer";
import { type Decided, decide } from "#version/decide";
import { fingerprint, markOf } from "#version/fingerprint";
import { variantsIn } from "#version/variants";

/** A look at an article of which the program itself decides what it amounts to. */
export interface DecidedLook {
  readonly at: number;
  /** Absent: no text could be read, and `outcome` and `reason` say why. */
  readonly text?: VersionText;
  readonly outcome?: Outcome;
  readonly reason?: string;
  readonly live?: boolean;
  readonly facts?: VersionFacts;
  readonly nextLookAt?: number;
}

/** Plays looks through the rules that decide, each recorded as the engine would. */
export async function playDecided(
  store: Store,
  sourceId: SourceId,
  url: string,
  looks: readonly DecidedLook[],
): Promise<ArticleId> {
  const first = looks[0]!;
  const found = { url: normaliseUrl(url)!, title: first.text?.headline ?? null, publishedAt: null, updatedAt: null };
  const [id] = await store.writer.addArticles(sourceId, [found], first.at - 2 * MINUTE_MS);
  let memory: Memory | null = null;
  let latest: VersionText | null = null;
  for (const look of looks) {
    const decided: Decided | null = look.text ? decide(memory, { text: markOf(look.text) }, look.at) : null;
    await store.writer.recordLook({
      articleId: id!,
      capturedAt: look.at,
      tookMs: 180,
      outcome: look.outcome ?? (decided?.opens ? "changed" : "unchanged"),
      status: 200,
      finalUrl: found.url,
      bodyDigest: null,
      bodyBytes: 31_000,
      ...(decided
        ? learned(look, decided, latest)
        : { decision: "none", reason: { code: "sentence", text: look.reason! } }),
      state: stateAt(look, decided),
    });
    memory = decided?.memory ?? memory;
    if (decided?.opens) latest = look.text!;
  }
  return id!;
}

type Learned = Pick<LookRecord, "decision" | "reason" | "sawVersion" | "alternating" | "decided" | "version">;

function learned({ text, live, facts }: DecidedLook, decided: Decided, latest: VersionText | null): Learned {
  const { decision, reason, memory, saw, opens } = decided;
  const after = memory.latest.number - (opens ? 1 : 0);
  return {
    decision,
    reason,
    ...(saw !== null && { sawVersion: saw }),
    ...(decision === "alternating" && { alternating: true }),
    decided: {
      after,
      memory,
      variants: variantsIn(memory),
      ...(memory.away && { met: { hash: memory.away.text.whole, text: text! } }),
    },
    ...(opens && {
      version: {
        after,
        text: text!,
        textHash: fingerprint(text!),
        firstSeenAt: opens.firstSeenAt,
        byline: ["Ada Brandreth"],
        publishedAt: null,
        modifiedAt: null,
        language: "en",
        extractor: "variorum/1",
        live: live ?? false,
        ...(facts && { facts }),
        ...(latest && { summary: summarise(latest, text!, collateTexts(latest, text!), "en") }),
      },
    }),
  };
}

const stateAt = ({ at, nextLookAt }: DecidedLook, decided: Decided | null): ArticleState => ({
  status: "watched",
  statusReason: null,
  nextLookAt: nextLookAt ?? decided?.lookAgainAt ?? at + 50 * MINUTE_MS,
  periodMs: 50 * MINUTE_MS,
  failures: 0,
  etag: null,
  lastModified: null,
  bodyDigest: null,
});
