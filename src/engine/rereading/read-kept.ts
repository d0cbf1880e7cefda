import type { ReadJob, ReadPage } from "#engine/threads/worker";
import type { Workshop } from "#engine/threads/workshop";
import type { SiteTemplate } from "#extract/site/template";
import type { Archive } from "#model/archive";
import type { PageState } from "#model/document";
import { reasonOf } from "#model/failure";
import type { Reason } from "#model/reason";
import type { KeptVersion } from "#store/sites/site";
import type { Store } from "#store/store";
import { keptPage } from "./kept-page.ts";

/** What became of reading a version's kept bytes again. */
export type ReadAgain =
  | { readonly kind: "read"; readonly page: ReadPage }
  /** Its bytes are not kept. */
  | { readonly kind: "missing" }
  /** They are kept in the archive, where they cannot be read: and why. */
  | { readonly kind: "lost"; readonly reason: Reason }
  /** They show no article any more, or could not be read, and why. */
  | { readonly kind: "unreadable"; readonly reason: Reason | null; readonly state: PageState | null };

export async function readKept(
  context: { readonly store: Store; readonly archive?: Archive; readonly workshop: Workshop },
  version: KeptVersion,
  site: SiteTemplate,
  asks: Pick<ReadJob, "lines"> = {},
): Promise<ReadAgain> {
  const raw = version.kept && (await keptPage(context, version.kept.digest));
  if (!raw) return { kind: "missing" };
  if (!raw.ok) return { kind: "lost", reason: reasonOf(raw.failure) };
  const { bytes, contentType } = raw.value;
  // The dates of a version stay as they were first read.
  const read = await context.workshop.read({ bytes, contentType, url: version.kept!.url, site, seenAt: null, ...asks });
  if (!read.ok) return { kind: "unreadable", reason: reasonOf(read.failure), state: null };
  const { state, stateReason } = read.value.document;
  if (state === "article" || state === "live") return { kind: "read", page: read.value };
  return { kind: "unreadable", reason: stateReason, state };
}
