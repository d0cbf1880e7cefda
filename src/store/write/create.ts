import type { Db, Trx } from "#store/schema";
import type { SearchIndex } from "#store/search/search-index";
import type { Writer } from "#store/writer";
import * as articles from "./articles.ts";
import * as hosts from "./hosts.ts";
import { recordLook } from "./record-look.ts";
import * as sources from "./sources.ts";

/** Every method is one transaction; the database handle lets one in at a time. */
export function createWriter(db: Db, index: SearchIndex): Writer {
  const within = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => db.transaction().execute(work);
  return {
    addSource: (source, now) => within((trx) => sources.addSource(trx, source, now)),
    setPatterns: (id, patterns) => within((trx) => sources.setPatterns(trx, id, patterns)),
    addFeed: (sourceId, feed, periodMs, dueAt) =>
      within((trx) => sources.addFeed(trx, sourceId, feed, periodMs, dueAt)),
    setFeedPeriod: (id, periodMs) => within((trx) => sources.setFeedPeriod(trx, id, periodMs)),
    addArticles: (sourceId, found, now) => within((trx) => articles.addArticles(trx, sourceId, found, now)),
    recordPoll: (id, result) => within((trx) => sources.recordPoll(trx, id, result)),
    recordLook: (look) => within((trx) => recordLook(trx, index, look)),
    mergeArticles: (duplicate, original) => within((trx) => articles.mergeArticles(trx, duplicate, original)),
    scheduleLook: (id, at) => within((trx) => articles.scheduleLook(trx, id, at)),
    schedulePoll: (id, at) => within((trx) => sources.schedulePoll(trx, id, at)),
    hide: (id, reason, now) => within((trx) => articles.hide(trx, id, reason, now)),
    unhide: (id) => within((trx) => articles.unhide(trx, id)),
    saveRobots: (record) => within((trx) => sources.saveRobots(trx, record)),
    leaseHosts: (owner, now, leaseMs, limit) => within((trx) => hosts.leaseHosts(trx, owner, now, leaseMs, limit)),
    releaseHost: (id, owner, freeAt) => within((trx) => hosts.releaseHost(trx, id, owner, freeAt)),
    releaseLeases: (isDead) => within((trx) => hosts.releaseLeases(trx, isDead)),
    reserveHost: (key, now, gapMs) => within((trx) => hosts.reserveHost(trx, key, now, gapMs)),
  };
}
