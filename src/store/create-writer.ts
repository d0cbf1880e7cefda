import * as addresses from "#store/articles/addresses-write";
import { mergeArticles } from "#store/articles/merge";
import * as seeds from "#store/articles/seed";
import * as articles from "#store/articles/write";
import { markLabel } from "#store/changes/label-marks";
import { relabel } from "#store/changes/labelling";
import * as chores from "#store/chores/write";
import * as hosts from "#store/hosts/write";
import { saveGap } from "#store/hosts/write-manners";
import * as subscriptions from "#store/hubs/write";
import { settleAuthority } from "#store/installation/authority";
import { settleTextsOf } from "#store/joins/settle";
import * as joins from "#store/joins/write";
import { recordLook } from "#store/looks/record-look";
import * as tokens from "#store/people/write";
import * as schedule from "#store/schedule/write";
import * as sites from "#store/sites/write";
import { saveListing } from "#store/sources/listing";
import * as manage from "#store/sources/manage";
import * as sources from "#store/sources/write";
import { replaceReadings } from "#store/versions/readings";
import type { Dialect } from "./dialect.ts";
import type { Trx } from "./schema.ts";
import type { Transactions } from "./transactions.ts";
import type { Writer } from "./writer.ts";

/** Every method is one transaction. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one line for each method of the writer.
export function createWriter(transactions: Transactions, dialect: Dialect): Writer {
  const run = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => transactions.transaction(work);
  const brief = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    transactions.transaction(work, { durability: "process" });
  const lease = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    transactions.transaction(work, { durability: "server" });
  const leaseAtOnce = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    transactions.transaction(work, { durability: "server", oneStatement: true });
  /** What is made due here, if anything is, may be due before all that waiting workers know of. */
  const calling = async <T>(work: (trx: Trx) => Promise<T>, makesDue: (done: T) => boolean): Promise<T> => {
    const { done, committed } = await run(async (trx) => {
      const done = await work(trx);
      return { done, committed: makesDue(done) ? await dialect.announceDue(trx) : null };
    });
    committed?.();
    return done;
  };
  const always = () => true;
  return {
    addSource: (source, now) => run((trx) => sources.addSource(trx, source, now)),
    setPatterns: (id, patterns) => run((trx) => sources.setPatterns(trx, id, patterns)),
    renameSource: (id, name) => run((trx) => manage.renameSource(trx, id, name)),
    setHome: (id, homeUrl) => run((trx) => manage.setHome(trx, id, homeUrl)),
    pauseSource: (id, at) => run((trx) => manage.pauseSource(trx, id, at)),
    resumeSource: (id, now) => calling((trx) => manage.resumeSource(trx, dialect, id, now), always),
    removeSource: (id, at) => run((trx) => manage.removeSource(trx, dialect, id, at)),
    retireArticles: (id, batch) => run((trx) => manage.retireArticles(trx, dialect, id, batch)),
    removeFeed: (id, at) => run((trx) => manage.removeFeed(trx, dialect, id, at)),
    setRender: (id, render) => run((trx) => sources.setRender(trx, id, render)),
    saveGap: (gap) => run((trx) => saveGap(trx, gap)),
    addFeed: (sourceId, feed, periodMs, dueAt) =>
      calling(
        (trx) => sources.addFeed(trx, dialect, sourceId, feed, periodMs, dueAt),
        ({ added }) => added,
      ),
    setFeedPeriod: (id, periodMs) => run((trx) => sources.setFeedPeriod(trx, id, periodMs)),
    addArticles: (sourceId, found, now, dueAt) =>
      calling(
        (trx) => articles.addArticles(trx, dialect, sourceId, found, now, dueAt),
        (ids) => ids.length > 0,
      ),
    addSeeds: (sourceId, found, turns) =>
      calling(
        (trx) => seeds.addSeeds(trx, dialect, sourceId, found, turns),
        (ids) => ids.length > 0,
      ),
    putOffSeed: (id, at) => run((trx) => seeds.putOffSeed(trx, dialect, id, at)),
    undoAddress: (id, decision, now) =>
      calling(
        (trx) => addresses.undoAddress(trx, dialect, id, decision, now),
        (undone) => undone,
      ),
    recordPoll: (id, result) => run((trx) => sources.recordPoll(trx, dialect, id, result)),
    saveListing: (id, listed) => run((trx) => saveListing(trx, id, listed)),
    recordLook: async (look) => {
      const preparing = dialect.prepareCaptures(look.capturedAt);
      if (preparing) await preparing;
      return run((trx) => recordLook(trx, dialect, look));
    },
    mergeArticles: async (duplicate, original, merging) => {
      const preparing = merging?.look && dialect.prepareCaptures(merging.look.capturedAt);
      if (preparing) await preparing;
      return calling(
        (trx) => mergeArticles(trx, dialect, duplicate, original, merging),
        () => merging?.address !== undefined,
      );
    },
    joinArticles: async (join) => {
      const preparing = join.look && dialect.prepareCaptures(join.look.capturedAt);
      if (preparing) await preparing;
      return calling(
        (trx) => joins.joinArticles(trx, dialect, join),
        (joined) => joined === "joined",
      );
    },
    settleTexts: (id) => run((trx) => settleTextsOf(trx, id)),
    separate: (younger, now) =>
      calling(
        (trx) => joins.separate(trx, dialect, younger, now),
        (join) => join !== null,
      ),
    answerClue: (pair, now) => run((trx) => joins.answerClue(trx, pair, now)),
    scheduleLook: (id, at) => calling((trx) => articles.scheduleLook(trx, dialect, id, at), always),
    bringForward: (ids, at) => calling((trx) => articles.bringForward(trx, dialect, ids, at), always),
    schedulePoll: (id, at) => calling((trx) => sources.schedulePoll(trx, dialect, id, at), always),
    hide: (id, reason, now) => run((trx) => articles.hide(trx, id, reason, now)),
    unhide: (id) => run((trx) => articles.unhide(trx, id)),
    saveRobots: (record) => run((trx) => sources.saveRobots(trx, record)),
    saveSite: (update) => run((trx) => sites.saveSite(trx, update)),
    setSiteRules: (key, rules) => run((trx) => sites.setSiteRules(trx, key, rules)),
    forgetSite: (key) => run((trx) => sites.forgetSite(trx, key)),
    markLabel: (label, at) => run((trx) => markLabel(trx, label, at)),
    relabel: (labeller, changes) => run((trx) => relabel(trx, dialect, labeller, changes)),
    replaceReadings: (id, replaced) => run((trx) => replaceReadings(trx, dialect, id, replaced)),
    leaseHosts: (owner, now, leaseMs, limit) =>
      leaseAtOnce((trx) => dialect.leaseHosts(trx, owner, now, leaseMs, limit)),
    renewLeases: (ids, owner, until, now) => leaseAtOnce((trx) => hosts.renewLeases(trx, ids, owner, until, now)),
    releaseHost: (id, owner, freeAt, turn) => brief((trx) => hosts.releaseHost(trx, dialect, id, owner, freeAt, turn)),
    releaseLeases: (isDead, gapMs) => brief((trx) => hosts.releaseLeases(trx, isDead, gapMs)),
    saveToken: (token, now) => run((trx) => tokens.saveToken(trx, token, now)),
    takeToken: (kind, hash, now) => run((trx) => tokens.takeToken(trx, kind, hash, now)),
    noteToken: (hash, notice) => brief((trx) => tokens.noteToken(trx, hash, notice)),
    useToken: (hash, now) => brief((trx) => tokens.useToken(trx, hash, now)),
    dropTokens: (kind) => run((trx) => tokens.dropTokens(trx, kind)),
    settleAuthority: (otherwise) => run((trx) => settleAuthority(trx, otherwise)),
    recordSignals: (signals) =>
      calling(
        (trx) => schedule.recordSignals(trx, dialect, signals),
        () => signals.length > 0,
      ),
    changeHubs: (feedId, changes) => calling((trx) => subscriptions.changeHubs(trx, dialect, feedId, changes), always),
    recordAsking: (id, asking) => run((trx) => subscriptions.recordAsking(trx, dialect, id, asking)),
    verifySubscription: (id, verified) => run((trx) => subscriptions.verifySubscription(trx, dialect, id, verified)),
    endSubscription: (id, at) => run((trx) => subscriptions.endSubscription(trx, dialect, id, at)),
    refuseSubscription: (id, refused) => run((trx) => subscriptions.refuseSubscription(trx, dialect, id, refused)),
    recordPush: (id, push) =>
      calling(
        (trx) => subscriptions.recordPush(trx, dialect, id, push),
        (taken) => taken === "taken",
      ),
    countUnsigned: (id) => brief((trx) => subscriptions.countUnsigned(trx, id)),
    saveHabits: (sourceId, fits, now) => run((trx) => schedule.saveHabits(trx, sourceId, fits, now)),
    adjustCrowding: (id, isCrowded, now) => brief((trx) => schedule.adjustCrowding(trx, id, isCrowded, now)),
    ensureChore: (id, dueAt) => run((trx) => chores.ensureChore(trx, id, dueAt)),
    hastenChore: (id, dueAt, freeAt) => run((trx) => chores.hastenChore(trx, id, dueAt, freeAt)),
    leaseChore: (names, owner, now, leaseMs) => brief((trx) => chores.leaseChore(trx, names, owner, now, leaseMs)),
    finishChore: (id, owner, done) => run((trx) => chores.finishChore(trx, id, owner, done)),
    reserveHost: (key, now, gapMs) => lease((trx) => hosts.reserveHost(trx, dialect, key, now, gapMs)),
  };
}
