import type { Absolute } from "#json/shapes";
import { hostKey } from "#lib/url";
import { type Audience, createPublicReader } from "#store/public-reader";
import type { Reader } from "#store/reader";
import type { Answer } from "#view/answer";
import type { ViewContext } from "#view/context";
import { plural } from "#words/wording";
import { openExistingData } from "./compose.ts";
import { Exit } from "./exit.ts";
import { type GlobalOptions, type Shell, settingsOf } from "./shell.ts";
import { siteOrigin } from "./site-origin.ts";
import { readSiteReport } from "./site-report.ts";

/** What commands print from that show what readers get. */
export interface Reading {
  readonly view: ViewContext;
  /** Makes an address of the site one that works anywhere. */
  readonly absolute: Absolute;
  /** Finds articles and sources by what was typed; nothing of them is shown from here. */
  readonly reader: Reader;
}

/** Opens the data as pages read them, does `work`, and closes them whatever happens. */
export async function whileReading(
  options: GlobalOptions,
  shell: Shell,
  audience: Audience,
  work: (reading: Reading) => Promise<void>,
): Promise<void> {
  const { config } = settingsOf(shell, options);
  const store = await openExistingData(config);
  try {
    const { createCollator } = await import("#view/compare/collator");
    const { createEvolver } = await import("#view/compare/evolver");
    const { createComparePool } = await import("#view/compare/pool");
    const { createSamples } = await import("#view/compare/sample");
    const reader = createPublicReader(store.reader, audience);
    const { clock } = shell;
    const pool = createComparePool();
    const view: ViewContext = {
      reader,
      collator: createCollator(reader, pool, clock),
      evolver: createEvolver(reader, pool, clock),
      samples: createSamples(),
      templates: { of: (url) => readSiteReport(store.reader, hostKey(url)) },
      now: clock.now(),
      signal: shell.signal,
    };
    const origin = siteOrigin(config);
    await work({ view, absolute: (path) => origin + path, reader: store.reader });
  } finally {
    await store.close();
  }
}

/** What was found, or the end of the command with why there is nothing to show. */
export function foundOrExit<T>(answer: Answer<T>): T {
  if (answer.kind === "found") return answer.value;
  if (answer.kind === "hidden") throw new Exit("notFound", "The article is hidden.");
  if (answer.kind === "busy") throw new Exit("failed", answer.failure.message);
  const { missing } = answer;
  if (missing.what === "version")
    throw new Exit("notFound", `There is no such version: the article has ${plural(missing.versionCount, "version")}.`);
  throw new Exit("notFound", `There is no such ${missing.what}.`);
}
