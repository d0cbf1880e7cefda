import { z } from "zod";
import type { Article } from "#model/article";
import type { RaisedDate } from "#model/claimed-date";
import type { Join } from "#model/join";
import type { ChangedByline } from "#model/shown-byline";
import { articlePath } from "#view/addresses";
import type { ArticleView } from "#view/article";
import type { Alternation, Unread } from "#view/beside";
import type { Back, Returned } from "#view/returned";
import { saidReason } from "#words/reasons";
import { why } from "#words/why";
import { changeHead, changeHeadJson } from "./change-head.ts";
import { running, runningJson } from "./running.ts";
import { type Absolute, count, id, instant, iso, isoOrNull, reason, schemaOf, url } from "./shapes.ts";
import { sourceLink, sourceLinkJson } from "./source-link.ts";
import { variantHead, variantHeadJson } from "./variant-head.ts";
import { versionHead, versionHeadJson } from "./version-head.ts";

const nextLook = z.strictObject({
  why: z.string().nullable(),
  editsPerHour: z.number().describe("Edits expected until then"),
  priceHours: z.number().describe("What one request costs, in hours of delay of one edit"),
  crowding: z.number(),
  signal: z.strictObject({ kind: z.enum(["updated", "lastmod", "headline", "push"]), at: instant }).nullable(),
});

const unread = z.strictObject({
  since: instant,
  looks: count,
  outcome: z.string(),
  status: z.int().nullable(),
  reason,
});

const returned = z.strictObject({
  version: id.describe("By its place"),
  insteadOf: id.describe("The latest version, by its place"),
  since: instant,
  countsAt: instant.describe("It is a version if it stays until then"),
  looks: count,
});

const back = z.strictObject({
  goneSince: instant.describe("First look that saw it gone"),
  goneUntil: instant.describe("Last look that saw it gone"),
  looks: count,
  backAt: instant,
  before: id.describe("Place of the version that was there before"),
  edited: z.boolean().nullable().describe("Null while the text that came back has to be confirmed"),
  version: id.nullable(),
});

const raisedDate = z.strictObject({
  version: id.describe("By its place"),
  oldModifiedAt: instant,
  newModifiedAt: instant,
  lastSeenOldAt: instant,
  seenAt: instant,
});

const changedByline = z.strictObject({
  version: id.describe("By its place"),
  oldNames: z.array(z.string()).readonly(),
  newNames: z.array(z.string()).readonly(),
  oldModifiedAt: instant.nullable().describe("The stated date of modification, where it was raised with the names"),
  newModifiedAt: instant.nullable(),
  lastSeenOldAt: instant,
  seenAt: instant,
});

const alternation = z.strictObject({
  headlinesOnly: z.boolean(),
  present: z.boolean().describe("The latest version is one of the texts"),
  texts: z.array(
    z.strictObject({
      headline: z.string().nullable(),
      version: id.nullable(),
      variant: z.string().nullable(),
      looks: count.nullable(),
      stretches: count.nullable(),
      lastSeenAt: instant,
    }),
  ),
});

const joined = z.strictObject({
  id: id.describe("Of the article that was found later"),
  elder: id,
  lookedAt: id.describe("Which of the two is looked at since"),
  at: instant,
  why: z.enum(["guid", "redirect", "canonical", "spelling", "parameter"]),
  share: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("Of the paragraphs of one text that the other has; null if one of them had no text yet"),
  urls: z.array(url).describe("Of the younger and of the elder when they were joined"),
});

/** An article with its versions and changes, without their texts. */
export const articleRecord = z.strictObject({
  schema: schemaOf("article"),
  id,
  url: url.describe("Of the article at its publisher"),
  page: url.describe("Of its page here"),
  knownAs: z.array(url).readonly().describe("All addresses under which it was found"),
  source: sourceLink,
  headline: z.string().nullable(),
  language: z.string().nullable(),
  status: z.enum(["watched", "quiet", "gone", "refused", "not-article", "joined"]),
  statusReason: reason.nullable(),
  publishedAt: instant.nullable(),
  firstSeenAt: instant,
  lastLookedAt: instant.nullable(),
  lastChangedAt: instant.nullable(),
  nextLookAt: instant.nullable(),
  nextLook: nextLook.nullable().describe("Why the next look is then; null if something else decides"),
  unread: unread.nullable().describe("What is in place of the text; null while the text can be read"),
  returned: returned.nullable().describe("The text of an earlier version that is on the page again"),
  back: back.nullable().describe("When it was gone, of an article that came back"),
  running: running.nullable().describe("Of a live page: the versions that are one entry in lists"),
  versions: z.array(versionHead).describe("All, oldest first"),
  changes: z.array(changeHead).describe("The latest, oldest first"),
  raisedDates: z.array(raisedDate).describe("Dates raised over the same text"),
  changedBylines: z.array(changedByline).describe("Names changed over the same text"),
  variants: z.array(variantHead).describe("Texts that are or were on the page and are not versions"),
  joined: z.array(joined).describe("Articles that proved to be this one; `versions` has those of all of them"),
  alternation: alternation.nullable().describe("Texts that the page shows in turn"),
});

export function articleJson(view: ArticleView, absolute: Absolute): z.input<typeof articleRecord> {
  const { article, source } = view;
  return {
    schema: "variorum/article/1",
    id: article.id,
    url: article.url,
    page: absolute(articlePath(article.id)),
    knownAs: view.knownAs,
    source: sourceLinkJson(source, absolute),
    headline: article.headline,
    language: article.language,
    status: article.status,
    statusReason: article.statusReason && saidReason(article.statusReason),
    publishedAt: isoOrNull(article.publishedAt),
    firstSeenAt: iso(article.firstSeenAt),
    lastLookedAt: isoOrNull(article.lastLookedAt),
    lastChangedAt: isoOrNull(article.lastChangedAt),
    nextLookAt: isoOrNull(article.nextLookAt),
    nextLook: nextLookJson(article),
    unread: view.unread && unreadJson(view.unread),
    returned: view.returned && returnedJson(view.returned),
    back: view.back && backJson(view.back),
    running: view.running && runningJson(view.running),
    versions: view.versions.map((head) => versionHeadJson(head, absolute)),
    changes: [...view.changes].sort(([a], [b]) => a - b).map(([, change]) => changeHeadJson(change, absolute)),
    raisedDates: view.raised.map(raisedDateJson),
    changedBylines: view.bylines.map(changedBylineJson),
    variants: view.variants.map((variant) => variantHeadJson(variant, absolute)),
    joined: view.joins.map(joinedJson),
    alternation: view.beside.alternation && alternationJson(view.beside.alternation),
  };
}

function nextLookJson(article: Article): z.input<typeof nextLook> | null {
  const { plan, signal } = article;
  if (plan === null) return null;
  const { editsPerHour, price, crowding } = plan;
  const sent = signal && { kind: signal.kind, at: iso(signal.at) };
  return { why: why(article), editsPerHour, priceHours: price, crowding, signal: sent };
}

const unreadJson = ({ since, looks, latest }: Unread): z.input<typeof unread> => ({
  since: iso(since),
  looks,
  outcome: latest.outcome,
  status: latest.status,
  reason: saidReason(latest.reason),
});

const joinedJson = (join: Join): z.input<typeof joined> => ({
  id: join.younger,
  elder: join.elder,
  lookedAt: join.living,
  at: iso(join.at),
  why: join.why,
  share: join.evidence.share,
  urls: [join.evidence.youngerUrl, join.evidence.elderUrl],
});

const returnedJson = ({ sinceAt, countsAt, version, insteadOf, looks }: Returned): z.input<typeof returned> => ({
  version: version.place,
  insteadOf: insteadOf.place,
  since: iso(sinceAt),
  countsAt: iso(countsAt),
  looks,
});

const backJson = ({ goneSince, goneUntil, looks, backAt, before, edited, version }: Back): z.input<typeof back> => ({
  goneSince: iso(goneSince),
  goneUntil: iso(goneUntil),
  looks,
  backAt: iso(backAt),
  before: before.place,
  edited,
  version: version?.place ?? null,
});

const raisedDateJson = (raised: RaisedDate): z.input<typeof raisedDate> => ({
  version: raised.versionNumber,
  oldModifiedAt: iso(raised.oldModifiedAt),
  newModifiedAt: iso(raised.newModifiedAt),
  lastSeenOldAt: iso(raised.lastSeenOldAt),
  seenAt: iso(raised.seenAt),
});

const changedBylineJson = (event: ChangedByline): z.input<typeof changedByline> => ({
  version: event.versionNumber,
  oldNames: event.oldNames,
  newNames: event.newNames,
  oldModifiedAt: isoOrNull(event.oldModifiedAt),
  newModifiedAt: isoOrNull(event.newModifiedAt),
  lastSeenOldAt: iso(event.lastSeenOldAt),
  seenAt: iso(event.seenAt),
});

const alternationJson = ({ headlinesOnly, present, texts }: Alternation): z.input<typeof alternation> => ({
  headlinesOnly,
  present,
  texts: texts.map(({ headline, place, variant, met, lastSeenAt }) => ({
    headline,
    version: place,
    variant: variant?.hash ?? null,
    looks: met?.looks ?? null,
    stretches: met?.runs ?? null,
    lastSeenAt: iso(lastSeenAt),
  })),
});
