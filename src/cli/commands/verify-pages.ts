import { Exit } from "#cli/exit";
import { openArchiveToRead } from "#cli/open-archive";
import type { Shell } from "#cli/shell";
import type { Config } from "#config/schema";
import type { VerifiedPages } from "#engine/rereading/verify-pages";
import type { Store } from "#store/store";
import { plural } from "#words/wording";

/** The progress line is updated after this many pages. */
const PROGRESS_EVERY = 50;

/** The share of `--pages`: 1 for "all", 0 for "none", a part for "5%". */
export function pageShare(text: string): number {
  if (text === "all") return 1;
  if (text === "none") return 0;
  const [, percent] = /^(\d{1,2}(?:\.\d{1,6})?|100)\s?%$/.exec(text.trim()) ?? [];
  if (percent === undefined)
    throw new Exit("usage", `--pages must be all, none, or a percentage such as 5%; it is "${text}".`);
  return Number(percent) / 100;
}

/** Reads the pages that versions were read from; none if the share is 0. */
export async function verifiedPages(
  store: Store,
  config: Config,
  share: number,
  { terminal, signal }: Shell,
): Promise<VerifiedPages> {
  if (share === 0) return { pages: 0, bytes: 0, problems: [] };
  const { verifyPages } = await import("#engine/rereading/verify-pages");
  const { archived, packed } = await store.keptPages.counts();
  const all = Math.round((archived + packed) * share);
  const archive = await openArchiveToRead(config);
  try {
    const onProgress = ({ pages, file }: { readonly pages: number; readonly file: string | null }) => {
      if (pages % PROGRESS_EVERY === 1) terminal.progress(`Page ${pages} of ${all}, in ${file ?? "the database"}`);
    };
    const verified = await verifyPages(store.keptPages, archive, { share, signal, onProgress });
    if (signal.aborted) throw new Exit("interrupted", `Stopped after ${plural(verified.pages, "page")}.`);
    return verified;
  } finally {
    await archive.close();
  }
}
