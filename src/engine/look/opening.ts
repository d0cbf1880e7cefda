import type { EngineContext } from "#engine/context";
import type { OpenedPage } from "#engine/threads/worker";
import type { Article } from "#model/article";
import { ok, type Result } from "#model/failure";
import type { HiddenBecause } from "#model/hidden";
import type { VersionText } from "#model/version";
import type { ReplacedReadings } from "#store/sites/site";
import { textOf } from "#version/fingerprint";
import type { SeenLook, TextObservation } from "./observation.ts";
import type { Past } from "./past.ts";
import { relisted } from "./relisted.ts";

/** A version that is about to open. */
export interface Opening extends OpenedPage {
  readonly firstSeenAt: number;
  /** It is like an article that the operator hid: hidden until the operator says otherwise. */
  readonly startsHidden: HiddenBecause | null;
}

/** Compares the new text with the latest version, and packs the page where the store keeps it. */
export async function openingOf(
  { store: { reader }, workshop, log }: Pick<EngineContext, "store" | "workshop" | "log">,
  { article, forArchive }: SeenLook,
  { response, page: { document } }: TextObservation,
  { past, firstSeenAt, reread }: { past: Past; firstSeenAt: number; reread: ReplacedReadings | null },
): Promise<Result<Opening>> {
  const text = textOf(document);
  const old = past.kind === "first" ? null : await latestText(reader, article, past.latest, reread);
  const bytes = forArchive.length > 0 ? null : response.body;
  const opened = await workshop.open({ old, new: text, language: document.language, bytes });
  if (!opened.ok) return opened;
  const startsHidden = past.kind === "first" ? await relisted(reader, article, text) : null;
  if (startsHidden)
    log.warn(
      { article: article.id, because: startsHidden },
      "a new article is like a hidden one: hidden until the operator says",
    );
  return ok({ ...opened.value, firstSeenAt, startsHidden });
}

/** As it is read now. */
async function latestText(
  reader: EngineContext["store"]["reader"],
  article: Article,
  latest: number,
  reread: ReplacedReadings | null,
): Promise<VersionText | null> {
  const again = reread?.readings.find(({ number }) => number === latest);
  return again?.text ?? (await reader.version(article.id, latest))?.text ?? null;
}
