/** The work of a thread that makes pages: the site over a connection of its own, for readers alone. */
import { parentPort, workerData } from "node:worker_threads";
import { allows } from "#actions/roles";
import { systemClock } from "#lib/clock";
import { createLog } from "#lib/log";
import { SharedClock } from "#lib/shared-clock";
import { hostKey } from "#lib/url";
import { createApp } from "#publish/app";
import type { Operator } from "#publish/http/operator";
import { Sessions } from "#publish/http/sessions";
import { answerPages, createNotes } from "#publish/threads/answer-pages";
import { createComparePool } from "#view/compare/pool";
import { openExistingData } from "./compose.ts";
import type { PageThreadData } from "./page-threads.ts";
import { readSiteReport } from "./site-report.ts";
import { tokenStore } from "./token-store.ts";

const { config, settings, authority } = workerData as PageThreadData;
/** Pages of one thread are made by turns, each with a few questions under way. */
const CONNECTIONS = 3;
/** What it made is kept where it was asked for: here only what others ask for at the same time, and pieces of other pages. */
const KEPT = { fragments: 4_000_000, packed: 4 * 1024 * 1024 };

/** Readers ask for nothing to be done; whoever signed in is not sent here. */
const notHere = () => Promise.reject(new Error("Nothing is done in a thread that makes pages."));
const readersOnly: Operator = {
  allows,
  ...{ add: notHere, hide: notHere, unhide: notHere, look: notHere, changeSource: notHere, markLabel: notHere },
  labelMarks: notHere,
};

if (!parentPort) throw new Error("Pages are made in a worker thread.");
const store = await openExistingData({ ...config, databaseConnections: CONNECTIONS });
const shared = store.serverNow ? await SharedClock.open(store.serverNow) : null;
const clock = shared ?? systemClock;
const { reader } = store;
const notes = createNotes();
const app = createApp({
  reader,
  operator: readersOnly,
  clock,
  settings,
  authority,
  sessions: new Sessions(clock, tokenStore(store)),
  log: createLog(config.logLevel),
  templates: { of: (url) => readSiteReport(reader, hostKey(url)) },
  recent: notes,
  comparePool: createComparePool({ threads: 1, heapMb: 192 }),
  kept: KEPT,
});
answerPages(parentPort, {
  fetch: app.fetch,
  notes,
  damage: () => store.damage(),
  close: async () => {
    shared?.stop();
    await store.close();
  },
});
