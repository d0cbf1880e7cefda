import { readOpml } from "#discover/opml";
import { compilePatterns, patternCompiler } from "#discover/patterns";
import { Replay } from "#engine/import/replay";
import { lookAt } from "#engine/look/look";
import { Outlooks } from "#engine/look/outlooks";
import { Siblings } from "#engine/look/siblings";
import { SiteMemories } from "#engine/look/site-memory";
import { noteDowntime } from "#engine/politeness/downtime";
import { createGate } from "#engine/politeness/gate";
import { pollFeed } from "#engine/tasks/poll";
import { openWorkshop } from "#engine/threads/workshop";
import { fail, ok } from "#model/failure";
import { add, storeAll } from "./add.ts";
import type { EngineContext } from "./context.ts";
import type { EngineDeps } from "./deps.ts";
import type { AddOptions, Engine } from "./engine.ts";
import { checkDue, driveTo, watch } from "./loop.ts";
import { metered } from "./meter.ts";
import { isDeadWorker } from "./worker-name.ts";

/** Compiled patterns kept in memory: sources that are polled in one round. */
const PATTERNS_KEPT = 256;

/** Builds the engine and starts its worker threads (lazily). */
export function createEngine(deps: EngineDeps): Engine {
  const context: EngineContext = {
    ...deps,
    gate: createGate(deps),
    sites: new SiteMemories(deps.store.reader),
    siblings: new Siblings(),
    outlooks: new Outlooks(deps.store),
    workshop: metered(openWorkshop(deps.settings.threads), deps.meter),
    compilePatterns: patternCompiler(PATTERNS_KEPT),
  };
  const replay = new Replay(context);
  const { reader, writer } = deps.store;
  const byHand = (signal: AbortSignal | undefined) => ({ leased: null, gapMs: deps.settings.gapMs, signal });
  const recover = async (): Promise<number> => {
    const ended = await writer.releaseLeases((owner) => isDeadWorker(owner, context.owner), deps.settings.gapMs);
    if (ended > 0) context.log.info({ hosts: ended }, "took over from a worker that died");
    return ended;
  };
  return {
    add: async (url, options = {}) => checked(options) ?? add(context, url, options),
    addOpml: async (opml, options = {}) => {
      const read = readOpml(opml);
      return checked(options) ?? (read.ok ? storeAll(context, read.value, options) : read);
    },
    look: async (id, signal) => {
      const watched = await reader.watched(id);
      if (!watched) return fail("never", "no-such-article", `There is no article ${id}.`);
      const looked = await lookAt(context, watched, byHand(signal));
      return looked.ok ? ok(looked.value.report) : looked;
    },
    poll: async (id, signal) => {
      const feed = await reader.feed(id);
      if (!feed) return fail("never", "no-such-feed", `There is no feed ${id}.`);
      const polled = await pollFeed(context, feed, byHand(signal));
      return polled.ok ? ok(polled.value.report) : polled;
    },
    checkDue: async (options = {}) => {
      await noteDowntime(context);
      return checkDue(context, options);
    },
    run: async (options = {}) => {
      await recover();
      await noteDowntime(context);
      await watch(context, options);
    },
    replay: (capture) => replay.take(capture),
    recover,
    driveTo: (clock, at, options = {}) => driveTo(context, clock, at, options),
    close: () => context.workshop.close(),
  };
}

/** Patterns are refused before anything is fetched. */
function checked(options: AddOptions) {
  if (!options.patterns) return null;
  const compiled = compilePatterns(options.patterns);
  return compiled.ok ? null : compiled;
}
