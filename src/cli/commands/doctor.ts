import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { publicBaseOf } from "#cli/public-base";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { inOwnForm } from "#cli/started-as";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import type { Terminal } from "#cli/terminal/terminal";
import { VERSION } from "#cli/version";
import type { Loaded } from "#config/load";
import { SETTING_LIST } from "#config/schema";
import { MINUTE_MS, systemClock } from "#lib/clock";
import { LABELLER } from "#model/change";
import { FailureError } from "#model/failure";
import { BROKEN_AFTER } from "#model/source";
import type { Store } from "#store/store";
import { reasonText } from "#words/reasons";
import { absolute, plural } from "#words/wording";
import { archiveFindings } from "./archive-findings.ts";
import type { Finding, State } from "./finding.ts";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export function doctorCommand(program: Command, shell: Shell): void {
  program
    .command("doctor")
    .summary("check settings, data and sources, and print what to do")
    .description(
      "Checks the machine, the settings (and where each was set), the stored data and the sources. The exit code is 1 if something does not work.",
    )
    .option("--json", "print the findings as JSON")
    .addHelpText(
      "after",
      examples(shell, [["$0 doctor --data /var/lib/variorum", "do this before you report a fault"]]),
    )
    .action((_, command: Command) => doctor(command.optsWithGlobals<Options>(), shell));
}

async function doctor(options: Options, shell: Shell): Promise<void> {
  const loaded = settingsOf(shell, options);
  const findings = [
    ...machine(),
    ...settings(loaded),
    await hubs(loaded),
    ...disk(loaded),
    ...(await data(loaded, shell)),
  ];
  if (options.json) await shell.terminal.out(reportText("doctor", { findings }));
  else for (const finding of findings) await shell.terminal.out(line(finding, shell.terminal));
  const problems = findings.filter(({ state }) => state === "problem").length;
  if (problems > 0) throw new Exit("failed", `${plural(problems, "problem")} found.`);
}

function machine(): readonly Finding[] {
  const { node, sqlite } = process.versions;
  return [
    { subject: "version", state: "ok", text: `Variorum ${VERSION} on Node ${node} with SQLite ${sqlite ?? "unknown"}` },
  ];
}

function settings({ config, origins, file }: Loaded): readonly Finding[] {
  const changed = SETTING_LIST.filter(({ key }) => origins[key] !== "default").map(
    ({ key, name, kind }) => `${name} = ${kind.print(config[key])} (${origins[key]})`,
  );
  const contact: Finding =
    config.contact === null && config.publicUrl === null
      ? {
          subject: "contact",
          state: "warning",
          text: "Publishers cannot contact you. Set contact to a web page or an email address.",
        }
      : { subject: "contact", state: "ok", text: config.contact ?? config.publicUrl ?? "" };
  return [
    { subject: "settings file", state: "ok", text: file ?? "none" },
    { subject: "settings", state: "ok", text: changed.length === 0 ? "all defaults" : changed.join("; ") },
    contact,
  ];
}

/** A feed with a hub is pushed if the hub can call back. If not, it is polled, which is not a fault. */
async function hubs({ config }: Loaded): Promise<Finding> {
  const base = await publicBaseOf(config);
  const text = base.ok ? `hubs can push news to ${base.value}` : base.failure.message;
  const isMistaken = !base.ok && base.failure.code === "private-public-url";
  return { subject: "hubs", state: isMistaken ? "warning" : "ok", text };
}

/** Clocks of two machines may differ by this. */
const AHEAD_MS = 5 * MINUTE_MS;

/** Enough for a month of 200 sources; with less, the disk can be full within days. */
const LOW_SPACE_BYTES = 2 * 1024 ** 3;

function disk({ config: { dataDir } }: Loaded): readonly Finding[] {
  let folder = dataDir;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return [
      {
        subject: "data folder",
        state: "problem",
        text: `This user cannot write to ${folder}. Change its owner, or use --data.`,
      },
    ];
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const space = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  return [
    { subject: "data folder", state: "ok", text: `${dataDir}${folder === dataDir ? "" : " (does not exist yet)"}` },
    free < LOW_SPACE_BYTES
      ? { subject: "disk", state: "warning", text: `only ${space}. Make room before it is full.` }
      : { subject: "disk", state: "ok", text: space },
  ];
}

async function data({ config }: Loaded, { startedAs }: Shell): Promise<readonly Finding[]> {
  let store: Store;
  try {
    store = await openExistingData(config);
  } catch (error) {
    if (error instanceof Exit && error.reason === "notFound")
      return [{ subject: "data", state: "ok", text: "no data yet" }];
    if (error instanceof FailureError)
      return [{ subject: "data", state: "problem", text: inOwnForm(startedAs, error.message) }];
    throw error;
  }
  const parts: readonly (readonly [string, () => Promise<readonly Finding[]>])[] = [
    ["data", () => stored(store)],
    ["ledger", () => closings(store)],
    ["labels", () => labels(store)],
    ["archive", () => archiveFindings(config, store.reader)],
    ["sources", () => watched(store)],
    ["browser", () => rendered(store, config.browser)],
  ];
  try {
    const findings: Finding[] = [];
    for (const [subject, part] of parts) findings.push(...(await part().catch((error) => unread(subject, error))));
    return findings;
  } finally {
    await store.close();
  }
}

/** What could not be found out because of damage; the other parts say what is well. */
function unread(subject: string, error: unknown): readonly Finding[] {
  if (!(error instanceof FailureError)) throw error;
  return [{ subject, state: "problem", text: `this could not be checked. ${error.message}` }];
}

async function stored(store: Store): Promise<readonly Finding[]> {
  const database: Finding = { subject: "database", state: "ok", text: store.name };
  const wrong = await store.check();
  if (wrong.length > 0)
    return [database, ...wrong.map((text): Finding => ({ subject: "data", state: "problem", text }))];
  const { sources, articles, versions, captures } = await store.reader.counts();
  const text = `intact: ${plural(sources, "source")}, ${plural(articles, "article")}, ${plural(versions, "version")}, ${plural(captures, "look")}`;
  return [database, { subject: "data", state: "ok", text }];
}

/** A day that was closed with a wrong clock stands in the ledger for good; those after it are closed in time all the same. */
async function closings({ reader }: Store): Promise<readonly Finding[]> {
  const closedAt = (await reader.ledger({ limit: 1 })).items[0]?.closedAt;
  if (closedAt === undefined || closedAt <= systemClock.now() + AHEAD_MS) return [];
  const text = `the last day of the ledger was closed at ${absolute(closedAt)}, which lies ahead. The clock of this machine, or of another one that uses the data, was or is wrong.`;
  return [{ subject: "ledger", state: "warning", text }];
}

/** After an upgrade that labels otherwise. The running program does it by itself. */
async function labels({ reader }: Store): Promise<readonly Finding[]> {
  const { left } = await reader.labelling(LABELLER);
  if (left === 0) return [];
  const text = `${plural(left, "change")} still with the labels and the rank of an earlier release. They are labelled again while Variorum runs; nothing is asked of publishers.`;
  return [{ subject: "labels", state: "ok", text }];
}

async function watched(store: Store): Promise<readonly Finding[]> {
  const now = systemClock.now();
  const health = await store.reader.health(now);
  const broken = health.flatMap(({ source, feeds }) =>
    feeds
      .filter(({ failures }) => failures >= BROKEN_AFTER)
      .map(
        (feed): Finding => ({
          subject: source.name,
          state: "warning",
          text: `${feed.url} is broken: ${feed.lastError ? reasonText(feed.lastError) : "reason unknown"}`,
        }),
      ),
  );
  const silent = health
    .filter(({ silentSince }) => silentSince !== null)
    .map(
      ({ source, silentSince }): Finding => ({
        subject: source.name,
        state: "warning",
        text: `no new article for ${Math.round(silentSince!)} hours`,
      }),
    );
  return [...broken, ...silent];
}

/** Needed if pages of a source are read with a browser. */
async function rendered({ reader }: Store, path: string | null): Promise<readonly Finding[]> {
  const sources = (await reader.sources()).filter(({ render }) => render === "browser");
  if (sources.length === 0) return [];
  const { findChromium } = await import("#fetch/render/chromium");
  const found = findChromium(path);
  return [
    found.ok
      ? { subject: "browser", state: "ok", text: `${found.value}, for ${plural(sources.length, "source")}` }
      : { subject: "browser", state: "problem", text: found.failure.message },
  ];
}

const MARKS: Readonly<Record<State, string>> = { ok: "ok", warning: "warn", problem: "WRONG" };
const STYLES = { ok: "green", warning: "yellow", problem: "red" } as const;

const line = ({ subject, state, text }: Finding, terminal: Terminal): string =>
  `${terminal.style(STYLES[state], MARKS[state].padEnd(5))}  ${subject}: ${text}`;
