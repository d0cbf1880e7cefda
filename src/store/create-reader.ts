import * as archive from "#store/archive/read";
import * as addresses from "#store/articles/addresses-read";
import * as articles from "#store/articles/read";
import * as seeds from "#store/articles/seed";
import { readDifferences } from "#store/changes/differences";
import { labelMarks } from "#store/changes/label-marks";
import * as labelling from "#store/changes/labelling";
import * as changes from "#store/changes/read";
import { nextChoreAt, readChores } from "#store/chores/read";
import * as queue from "#store/hosts/queue";
import * as manners from "#store/hosts/read-manners";
import * as subscriptions from "#store/hubs/read";
import * as joins from "#store/joins/read";
import { history, wholeArticle } from "#store/joins/whole";
import { ledgerPage } from "#store/ledger/days";
import { isSealed, versionProof } from "#store/ledger/proof";
import { goneStretch } from "#store/looks/gone";
import { readToken, readTokens } from "#store/people/read";
import * as schedule from "#store/schedule/read";
import { search } from "#store/search/read";
import type { SearchIndex } from "#store/search/search-index";
import * as sites from "#store/sites/read";
import * as health from "#store/sources/health";
import { readListing } from "#store/sources/listing";
import * as sources from "#store/sources/read";
import { failedSince } from "#store/sources/site-fault";
import * as hidden from "#store/versions/hidden-texts";
import * as versions from "#store/versions/read";
import * as variants from "#store/versions/read-variants";
import type { Reader } from "./reader.ts";
import type { Db } from "./schema.ts";

/** What each database reads in its own way. */
export interface OwnReading {
  readonly index: SearchIndex;
  /** See `Reader.revision`. */
  revision(db: Db): Promise<string>;
}

export function createReader(db: Db, { index, revision }: OwnReading): Reader {
  return {
    ...dueReads(db),
    ...hostReads(db),
    revision: () => revision(db),
    counts: () => health.counts(db),
    sources: () => sources.readSources(db),
    source: (id) => sources.readSource(db, id),
    sourceByUrl: (url) => sources.sourceByUrl(db, url),
    feeds: (sourceId) => sources.readFeeds(db, sourceId === undefined ? undefined : [sourceId]),
    feed: (id) => sources.readFeed(db, id),
    listing: (id) => readListing(db, id),
    sourceNames: () => sources.sourceNames(db),
    sourceCount: () => sources.sourceCount(db),
    failedSince: (id, sinceAt, limit) => failedSince(db, id, sinceAt, limit),
    sourceStates: (now) => health.sourceStates(db, now),
    health: (now, of) => health.health(db, now, of),
    article: (id) => articles.readArticle(db, id),
    watched: (id) => articles.readWatched(db, id),
    unknownAmong: (urls) => seeds.unknownAmong(db, urls),
    waitingSeeds: (hostKey) => seeds.waitingSeeds(db, hostKey),
    waitingBySource: () => health.sourcesWaiting(db),
    articleByUrl: (url) => articles.articleByUrl(db, url),
    articles: (query) => articles.articlesPage(db, query),
    hiddenArticles: () => articles.hiddenArticles(db),
    hiddenTexts: (id, limit) => hidden.hiddenTexts(db, id, limit),
    headlineUses: (id, headline) => hidden.headlineUses(db, id, headline),
    isShown: (id) => articles.isArticleShown(db, id),
    articleUrls: (id) => articles.articleUrls(db, id),
    addressDecisions: (id) => addresses.addressDecisions(db, id),
    addressDecision: (id, url) => addresses.addressDecision(db, id, url),
    siteMoves: (id) => addresses.siteMoves(db, id),
    captures: (id, query) => articles.capturesPage(db, id, query),
    goneStretch: (id) => goneStretch(db, id),
    versions: (id) => versions.versionHeads(db, id),
    history: (id) => history(db, id),
    wholeArticle: (id) => wholeArticle(db, id),
    strands: (id) => joins.strandsOf(db, id),
    joins: (id) => joins.connectedJoins(db, [id]),
    clues: (id) => joins.cluesOf(db, id),
    crossings: (pair, at) => joins.crossings(db, pair, at),
    variants: (id) => variants.readVariants(db, id),
    memory: (id) => variants.readMemory(db, id),
    remembered: (id) => variants.readRemembered(db, id),
    raisedDates: (id) => versions.raisedDates(db, id),
    changedBylines: (id) => versions.changedBylines(db, id),
    version: (id, number) => versions.readVersion(db, id, number),
    readingHashes: (of) => versions.readingHashes(db, of),
    differences: (pairs) => readDifferences(db, pairs),
    recentTextHashes: (id, limit) => versions.recentTextHashes(db, id, limit),
    changes: (query) => changes.changesPage(db, query),
    changesOf: (id, limit) => changes.changesOf(db, id, limit),
    change: (id, from, to) => changes.readChange(db, id, from, to),
    search: (text, query) => search(db, index, text, query),
    archivePlace: (digest) => archive.readPlace(db, digest),
    archiveFiles: () => archive.archiveFiles(db),
    archiveLengths: () => archive.archiveLengths(db),
    archivedBody: (id, number) => archive.placeOfVersion(db, id, number),
    rawBody: (digest) => articles.readRawBody(db, digest),
    site: (key) => sites.readSite(db, key),
    siteRevision: (key) => sites.siteRevision(db, key),
    sites: () => sites.readSites(db),
    articleTrace: (id) => sites.articleTrace(db, id),
    keptVersions: (id) => sites.keptVersions(db, id),
    earlierReadings: (id) => sites.earlierReadings(db, id),
    articleIdsAfter: (after, limit) => sites.articleIdsAfter(db, after, limit),
    ledger: (query) => ledgerPage(db, query),
    versionProof: (id, number) => versionProof(db, id, number),
    isSealed: (id, number) => isSealed(db, id, number),
    token: (kind, hash, now) => readToken(db, kind, hash, now),
    tokens: (kind, now) => readTokens(db, kind, now),
  };
}

/** What is due, what the schedule knows, and what chores work on. */
const dueReads = (
  db: Db,
): Pick<
  Reader,
  | "outlook"
  | "crowding"
  | "listed"
  | "watchedCourses"
  | "nextDueAt"
  | "dueCount"
  | "nextTask"
  | "jobs"
  | "nextChoreAt"
  | "labelling"
  | "labelledEarlier"
  | "labelMarks"
> => ({
  outlook: (sourceId) => schedule.outlook(db, sourceId),
  crowding: (hostId) => schedule.crowding(db, hostId),
  listed: (sourceId, urls) => schedule.listed(db, sourceId, urls),
  watchedCourses: (sourceId, since, limit) => schedule.watchedCourses(db, sourceId, since, limit),
  nextDueAt: (now) => queue.nextDueAt(db, now),
  dueCount: (at) => queue.dueCount(db, at),
  nextTask: (hostId, now) => queue.nextTask(db, hostId, now),
  jobs: () => readChores(db),
  nextChoreAt: (names) => nextChoreAt(db, names),
  labelling: (labeller) => labelling.labelling(db, labeller),
  labelledEarlier: (labeller, limit) => labelling.labelledEarlier(db, labeller, limit),
  labelMarks: (change) => labelMarks(db, change),
});

/** Hosts, and the hubs that push. */
const hostReads = (
  db: Db,
): Pick<
  Reader,
  | "hubs"
  | "feedHubs"
  | "pendingPush"
  | "subscription"
  | "robots"
  | "manners"
  | "hostsOfSource"
  | "gaps"
  | "tally"
  | "notModifiedAt"
> => ({
  hubs: (sourceId) => subscriptions.hubs(db, sourceId === undefined ? undefined : [sourceId]),
  feedHubs: (feedId) => subscriptions.feedHubs(db, feedId),
  pendingPush: (feedId) => subscriptions.pendingPush(db, feedId),
  subscription: (key) => subscriptions.subscription(db, key),
  robots: (origin) => sources.readRobots(db, origin),
  manners: (key) => manners.manners(db, key),
  hostsOfSource: (id) => manners.hostsOfSource(db, id),
  gaps: (query) => manners.gaps(db, query),
  tally: (id, fromAt, untilAt) => manners.tally(db, id, fromAt, untilAt),
  notModifiedAt: (id, limit) => manners.notModifiedAt(db, id, limit),
});
