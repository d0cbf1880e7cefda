import type { Document } from "#model/document";
import { FailureError } from "#model/failure";
import type { VersionFacts } from "#model/version";
import type { KeptBody, NewVersion } from "#store/writer";
import { textOf } from "#version/fingerprint";
import type { TextJudgement } from "./judge.ts";
import type { Kept } from "./keep.ts";
import type { TextObservation } from "./observation.ts";
import type { Opening } from "./opening.ts";

/** The version that a look opens. */
export function newVersion(
  {
    observation: {
      page: { document, textHash },
    },
    past,
    dates,
  }: TextJudgement,
  { firstSeenAt, summary, collation }: Opening,
): NewVersion {
  return {
    after: past.kind === "first" ? 0 : past.latest,
    text: textOf(document),
    textHash,
    firstSeenAt,
    byline: document.byline,
    publishedAt: document.publishedAt,
    modifiedAt: document.modifiedAt,
    dateRaised: dates?.dateRaised ?? null,
    language: document.language,
    extractor: document.extractor,
    live: document.state === "live",
    facts: factsOf(document),
    ...(summary && { summary, collation }),
  };
}

const factsOf = ({ section, credits, leadImage, links, entries, continuesAt }: Document): VersionFacts => ({
  section,
  credits,
  leadImage,
  links,
  entries,
  continuesAt,
});

/** The page that the version was read from: where the archive has it, or packed for the store. */
export function keptBody({ response, digest }: TextObservation, { zstd }: Opening, { place }: Kept): KeptBody {
  const contentType = response.headers["content-type"] ?? null;
  if (place) return { digest, contentType, place };
  if (zstd) return { digest, contentType, zstd };
  const message = "The archive did not keep the page of a version.";
  throw new FailureError({ advice: "stop", code: "archive-unwritten", message });
}
