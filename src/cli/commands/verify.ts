import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { instant, reportText } from "#cli/terminal/json";
import { printSize } from "#config/kinds";
import type { VerifiedPages } from "#engine/rereading/verify-pages";
import type { LedgerDay } from "#model/ledger";
import type { Store } from "#store/store";
import { fingerprint } from "#version/fingerprint";
import { number, plural } from "#words/wording";
import { pageShare, verifiedPages } from "./verify-pages.ts";
import { provenByFile } from "./verify-proof.ts";

interface Options extends GlobalOptions {
  readonly root: readonly KeptRoot[];
  /** Of the pages, from 0 to 1. */
  readonly pages: number;
  readonly proof?: string;
  readonly json?: boolean;
}

/** A root that someone kept elsewhere. */
interface KeptRoot {
  readonly day: number;
  readonly root: string;
}

export function verifyCommand(program: Command, shell: Shell): void {
  program
    .command("verify")
    .summary("prove that stored data was not altered, or find where it was")
    .description(
      "Reads all data again and checks it: paragraphs against their hashes, the versions of each article against their chain, each closed day of the ledger against its root, and the pages that versions were read from against their recorded digest. Someone who can write to the database can also write new roots. So keep a root elsewhere from time to time (it is in the log and on the page /ledger) and give it here with --root. The exit code is 1 if something was altered.",
    )
    .addOption(
      new Option("--root <DAY=ROOT>", "a root that you kept elsewhere; can be repeated")
        .argParser((text: string, before: readonly KeptRoot[]) => [...before, keptRoot(text)])
        .default([], "none"),
    )
    .addOption(
      new Option(
        "--pages <SHARE>",
        "how many pages to read again: all, none, or a random share such as 5%; reading pages takes most of the time",
      )
        .argParser(pageShare)
        .default(1, "all"),
    )
    .option("--proof <FILE>", "check the proof of one version, without a database; with --root also against that root")
    .option("--json", "print days and problems as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 verify", "was anything altered?"],
        ["$0 verify --pages 5%", "every night, if the archive is too large to read all of it"],
        ["$0 verify --root 12=5f0c…e1", "does day 12 still have the root that I wrote down?"],
        ["$0 verify --proof proof.json", "was this version in the ledger when its day was closed?"],
      ]),
    )
    .action((_, command: Command) => verify(command.optsWithGlobals<Options>(), shell));
}

type Problem = VerifiedPages["problems"][number];

const altered = (texts: readonly string[]): Problem[] => texts.map((text) => ({ kind: "altered", text }));

function keptRoot(text: string): KeptRoot {
  const [, day, root] = /^(\d{1,9})=([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (day === undefined || root === undefined)
    throw new Exit("usage", `--root must be the number of a day, "=", and 64 hexadecimal digits; it is "${text}".`);
  return { day: Number(day), root: root.toLowerCase() };
}

async function verify(options: Options, shell: Shell): Promise<void> {
  if (options.proof !== undefined) return verifyProof(options.proof, options, shell);
  const { config } = settingsOf(shell, options);
  const store = await openExistingData(config);
  try {
    shell.terminal.progress("Reading paragraphs and chains ...");
    const problems: Problem[] = altered(await store.check());
    const days: LedgerDay[] = [];
    for await (const { day, problems: found } of store.verifyDays()) {
      if (shell.signal.aborted) throw new Exit("interrupted", `Stopped after day ${days.length} of the ledger.`);
      days.push(day);
      problems.push(...altered(found));
      shell.terminal.progress(`Day ${day.number} of the ledger, ${plural(problems.length, "problem")}`);
    }
    problems.push(...altered(comparedWith(days, options.root)), ...altered(await textProblems(store)));
    const pages = await verifiedPages(store, config, options.pages, shell);
    problems.push(...pages.problems);
    shell.terminal.progress("");
    const { pages: pagesRead, bytes: pageBytes } = pages;
    const texts = problems.map(({ text }) => text);
    if (options.json) await shell.terminal.out(reportText("verify", { days, pagesRead, pageBytes, problems: texts }));
    else await print(shell, days, pages, problems);
    if (problems.length > 0) throw new Exit("failed", `${plural(problems.length, "problem")} found.`);
  } finally {
    await store.close();
  }
}

async function verifyProof(file: string, options: Options, shell: Shell): Promise<void> {
  const proven = provenByFile(resolve(shell.cwd, file));
  for (const { day, root } of options.root) {
    if (day === proven.day && root !== proven.root)
      throw new Exit("failed", `The proof has another root for day ${day} than the one that was kept.`);
  }
  const kept = options.root.some(({ day }) => day === proven.day);
  if (options.json) return shell.terminal.out(reportText("verify-proof", { ...proven, kept }));
  const { terminal } = shell;
  await terminal.out(
    `${terminal.style("green", "valid")}  version ${proven.number} of article ${proven.article}, first seen ${instant(proven.firstSeenAt)}, was in the ledger when day ${proven.day} was closed, ${instant(proven.closedAt)}.`,
  );
  await terminal.out(
    kept
      ? "The root of that day is the one that you kept."
      : `Compare the root of that day with one that you kept: ${proven.day}=${proven.root}`,
  );
}

function comparedWith(days: readonly LedgerDay[], kept: readonly KeptRoot[]): readonly string[] {
  return kept.flatMap(({ day, root }) => {
    const here = days.find((each) => each.number === day);
    if (!here) return [`day ${day} is not in the ledger`];
    if (here.root === root) return [];
    return [`day ${day} has another root than the one that was kept: this day, or an earlier one, was rewritten`];
  });
}

/** Texts that are not in a closed day: those of today, and those of versions that were read again. */
async function textProblems(store: Store): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const versions of [store.unclosedVersions(), store.rereadVersions()]) {
    for await (const version of versions) {
      if (fingerprint(version.text) !== version.textHash)
        problems.push(
          `version ${version.number} of article ${version.articleId} was altered: its text does not match its hash`,
        );
    }
  }
  return [...new Set(problems)];
}

const LABELS = { altered: "ALTERED", missing: "MISSING", unread: "UNREAD " } as const;

async function print(
  shell: Shell,
  days: readonly LedgerDay[],
  { pages, bytes }: VerifiedPages,
  problems: readonly Problem[],
): Promise<void> {
  const { terminal } = shell;
  for (const { kind, text } of problems) await terminal.out(`${terminal.style("red", LABELS[kind])}  ${text}`);
  if (pages > 0)
    await terminal.out(`Read again, as received: ${plural(pages, "page")} (${printSize(rounded(bytes))}).`);
  const sum = (of: "versions" | "captures") => days.reduce((total, day) => total + day[of], 0);
  const last = days.at(-1);
  if (!last) {
    await terminal.out("No day of the ledger is closed yet; the first is at midnight UTC.");
    return;
  }
  const size = `${plural(days.length, "day")} with ${plural(sum("versions"), "version")} and ${plural(sum("captures"), "look")}`;
  if (problems.length === 0) await terminal.out(`${terminal.style("green", "intact")}  ${size}: nothing was altered.`);
  await terminal.out(`Day ${number(last.number)} was closed ${instant(last.closedAt)}. Keep its root elsewhere:`);
  await terminal.out(`  ${last.number}=${last.root}`);
}

const MB = 1024 ** 2;
const rounded = (bytes: number): number => Math.ceil(bytes / MB) * MB;
