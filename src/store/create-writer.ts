import * as articles from "#store/articles/write";
import * as jobs from "#store/chores/write";
import * as hosts from "#store/hosts/write";
import { saveGap } from "#store/hosts/write-manners";
import * as subscriptions from "#store/hubs/write";
import { recordLook } from "#store/looks/record-look";
import * as tokens from "#store/people/write";
import * as schedule from "#store/schedule/write";
import * as sites from "#store/sites/write";
import * as sources from "#store/sources/write";
import { replaceReadings } from "#store/versions/readings";
import type { Trx } from "./schema.ts";
import type { Transactions } from "./transactions.ts";
import type { WriteWays } from "./ways.ts";
import type { Writer } from "./writer.ts";

/** Every method is one transaction. */
export function createWriter(transactions: Transactions, ways: WriteWays): Writer {
  const durably = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => transactions.durably(work);
  const enduringly = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => transactions.enduringly(work);
  const enduringlyAtOnce = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => transactions.enduringlyAtOnce(work);
  const hastily = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => transactions.hastily(work);
  /** What is made due here, if anything is, may be due before all that waiting workers know of. */
  const calling = async <T>(work: (trx: Trx) => Promise<T>, makesDue: (done: T) => boolean): Promise<T> => {
    const { done, committed } = await durably(async (trx) => {
      const done = await work(trx);
      return { done, committed: makesDue(done) ? await ways.announceDue(trx) : null };
    });
    committed?.();
    return done;
  };
  const always = () => true;
  return {
    addSource: (source, now) => durably((trx) => sources.addSource(trx, source, now)),
    setPatterns: (id, patterns) => durably((trx) => sources.setPatterns(trx, id, patterns)),
    setRender: (id, render) => durably((trx) => sources.setRender(trx, id, render)),
    saveGap: (gap) => durably((trx) => saveGap(trx, gap)),
    addFeed: (sourceId, feed, periodMs, dueAt) =>
      calling(
        (trx) => sources.addFeed(trx, ways, sourceId, feed, periodMs, dueAt),
        ({ added }) => added,
      ),
    setFeedPeriod: (id, periodMs) => durably((trx) => sources.setFeedPeriod(trx, id, periodMs)),
    addArticles: (sourceId, found, now, dueAt) =>
      calling(
        (trx) => articles.addArticles(trx, ways, sourceId, found, now, dueAt),
        (ids) => ids.length > 0,
      ),
    recordPoll: (id, result) => durably((trx) => sources.recordPoll(trx, ways, id, result)),
    recordLook: async (look) => {
      const preparing = ways.prepareCaptures(look.capturedAt);
      if (preparing) await preparing;
      return durably((trx) => recordLook(trx, ways, look));
    },
    mergeArticles: (duplicate, original) => durably((trx) => articles.mergeArticles(trx, ways, duplicate, original)),
    scheduleLook: (id, at) => calling((trx) => articles.scheduleLook(trx, ways, id, at), always),
    schedulePoll: (id, at) => calling((trx) => sources.schedulePoll(trx, ways, id, at), always),
    hide: (id, reason, now) => durably((trx) => articles.hide(trx, id, reason, now)),
    unhide: (id) => durably((trx) => articles.unhide(trx, id)),
    saveRobots: (record) => durably((trx) => sources.saveRobots(trx, record)),
    saveSite: (update) => durably((trx) => sites.saveSite(trx, update)),
    setSiteRules: (key, rules) => durably((trx) => sites.setSiteRules(trx, key, rules)),
    forgetSite: (key) => durably((trx) => sites.forgetSite(trx, key)),
    replaceReadings: (id, replaced) => durably((trx) => replaceReadings(trx, ways, id, replaced)),
    leaseHosts: (owner, now, leaseMs, limit) =>
      enduringlyAtOnce((trx) => ways.leaseHosts(trx, owner, now, leaseMs, limit)),
    renewLeases: (ids, owner, until) => enduringlyAtOnce((trx) => hosts.renewLeases(trx, ids, owner, until)),
    releaseHost: (id, owner, freeAt, met) => hastily((trx) => hosts.releaseHost(trx, ways, id, owner, freeAt, met)),
    releaseLeases: (isDead) => hastily((trx) => hosts.releaseLeases(trx, isDead)),
    saveToken: (kind, hash, expiresAt, now) => durably((trx) => tokens.saveToken(trx, kind, hash, expiresAt, now)),
    takeToken: (kind, hash, now) => durably((trx) => tokens.takeToken(trx, kind, hash, now)),
    noteToken: (hash, notice) => hastily((trx) => tokens.noteToken(trx, hash, notice)),
    recordSignals: (signals) =>
      calling(
        (trx) => schedule.recordSignals(trx, ways, signals),
        () => signals.length > 0,
      ),
    tendHubs: (feedId, changes) => calling((trx) => subscriptions.tendHubs(trx, ways, feedId, changes), always),
    recordAsking: (id, asking) => durably((trx) => subscriptions.recordAsking(trx, ways, id, asking)),
    verifySubscription: (id, verified) => durably((trx) => subscriptions.verifySubscription(trx, ways, id, verified)),
    endSubscription: (id, at) => durably((trx) => subscriptions.endSubscription(trx, ways, id, at)),
    refuseSubscription: (id, refused) => durably((trx) => subscriptions.refuseSubscription(trx, ways, id, refused)),
    recordPush: (id, push) =>
      calling(
        (trx) => subscriptions.recordPush(trx, ways, id, push),
        (taken) => taken === "taken",
      ),
    countUnsigned: (id) => hastily((trx) => subscriptions.countUnsigned(trx, id)),
    saveHabits: (sourceId, fits, now) => durably((trx) => schedule.saveHabits(trx, sourceId, fits, now)),
    adjustCrowding: (id, isCrowded, now) => hastily((trx) => schedule.adjustCrowding(trx, id, isCrowded, now)),
    ensureJob: (name, dueAt) => durably((trx) => jobs.ensureJob(trx, name, dueAt)),
    leaseJob: (name, owner, now, leaseMs) => hastily((trx) => jobs.leaseJob(trx, name, owner, now, leaseMs)),
    finishJob: (name, owner, done) => durably((trx) => jobs.finishJob(trx, name, owner, done)),
    reserveHost: (key, now, gapMs) => enduringly((trx) => hosts.reserveHost(trx, ways, key, now, gapMs)),
  };
}
