import { resolve } from "node:path";
import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { instant, jsonText } from "#cli/terminal/json";
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

/** A root that somebody kept elsewhere. */
interface KeptRoot {
  readonly day: number;
  readonly root: string;
}

export function verifyCommand(program: Command, shell: Shell): void {
  program
    .command("verify")
    .summary("prove that nothing stored was altered, or say where")
    .description(
      "Reads everything again: the paragraphs by their hashes, the versions of each article by their chain, and each closed day of the ledger by its root, which chains to the day before; and the page that each version was read from, in the archive or the database, by the digest that its look recorded. Whoever writes into the database can also write new roots; so keep a root elsewhere now and then (the log and the page /ledger tell them), and give it here. Ends with 1 when something was altered.",
    )
    .option(
      "--root <DAY=ROOT>",
      "a root that was kept elsewhere; may be given several times",
      (text: string, before: readonly KeptRoot[]) => [...before, keptRoot(text)],
      [],
    )
    .option(
      "--pages <SHARE>",
      "of the pages that versions were read from: all, none, or a part chosen by lot, such as 5%; they are most of the reading",
      pageShare,
      1,
    )
    .option(
      "--proof <FILE>",
      "check the proof of one version, without any database; with --root also against that root",
    )
    .option("--json", "print days and problems as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum verify", "is everything as it was recorded?"],
        ["variorum verify --pages 5%", "every night, when the archive is too large to be read as a whole"],
        ["variorum verify --root 12=5f0c…e1", "and is day 12 still the one whose root I wrote down?"],
        ["variorum verify --proof proof.json", "did this version stand in the ledger when its day was closed?"],
      ]),
    )
    .action((_, command: Command) => verify(command.optsWithGlobals<Options>(), shell));
}

type Problem = VerifiedPages["problems"][number];

const altered = (texts: readonly string[]): Problem[] => texts.map((text) => ({ kind: "altered", text }));

function keptRoot(text: string): KeptRoot {
  const [, day, root] = /^(\d{1,9})=([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (day === undefined || root === undefined)
    throw new Exit("usage", `"${text}" is no root: write the number of the day, "=", and 64 hexadecimal digits.`);
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
    if (options.json) await shell.terminal.out(jsonText({ days, pagesRead, pageBytes, problems: texts }));
    else await tell(shell, days, pages, problems);
    if (problems.length > 0) throw new Exit("failed", `${plural(problems.length, "problem")} found.`);
  } finally {
    await store.close();
  }
}

async function verifyProof(file: string, options: Options, shell: Shell): Promise<void> {
  const proven = provenByFile(resolve(shell.cwd, file));
  for (const { day, root } of options.root) {
    if (day === proven.day && root !== proven.root)
      throw new Exit("failed", `The proof is of another day ${day} than the one whose root was kept.`);
  }
  const kept = options.root.some(({ day }) => day === proven.day);
  if (options.json) return shell.terminal.out(jsonText({ ...proven, kept }));
  const { terminal } = shell;
  await terminal.out(
    `${terminal.style("green", "holds")}  version ${proven.number} of article ${proven.article}, first seen ${instant(proven.firstSeenAt)}, stood in the ledger when day ${proven.day} was closed, ${instant(proven.closedAt)}.`,
  );
  await terminal.out(
    kept ? "Its root is the one that was kept." : `It is as good as the root of that day: ${proven.day}=${proven.root}`,
  );
}

function comparedWith(days: readonly LedgerDay[], kept: readonly KeptRoot[]): readonly string[] {
  return kept.flatMap(({ day, root }) => {
    const here = days.find((each) => each.number === day);
    if (!here) return [`day ${day} is not in the ledger`];
    if (here.root === root) return [];
    return [`day ${day} has another root than the one that was kept: it, or a day before, was written anew`];
  });
}

/** Texts that no closed day vouches for: those of today, and what versions read like since they were read again. */
async function textProblems(store: Store): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const versions of [store.unclosedVersions(), store.rereadVersions()]) {
    for await (const version of versions) {
      if (fingerprint(version.text) !== version.textHash)
        problems.push(`version ${version.number} of article ${version.articleId} does not read as it did`);
    }
  }
  return [...new Set(problems)];
}

const LABELS = { altered: "ALTERED", missing: "MISSING", unread: "UNREAD " } as const;

async function tell(
  shell: Shell,
  days: readonly LedgerDay[],
  { pages, bytes }: VerifiedPages,
  problems: readonly Problem[],
): Promise<void> {
  const { terminal } = shell;
  for (const { kind, text } of problems) await terminal.out(`${terminal.style("red", LABELS[kind])}  ${text}`);
  if (pages > 0) await terminal.out(`${plural(pages, "page")} (${printSize(rounded(bytes))}) read back as received.`);
  const sum = (of: "versions" | "captures") => days.reduce((total, day) => total + day[of], 0);
  const last = days.at(-1);
  if (!last) {
    await terminal.out("No day of the ledger is closed yet; the first is at midnight UTC.");
    return;
  }
  const size = `${plural(days.length, "day")} with ${plural(sum("versions"), "version")} and ${plural(sum("captures"), "look")}`;
  if (problems.length === 0) await terminal.out(`${terminal.style("green", "sound")}  ${size}: nothing was altered.`);
  await terminal.out(
    `Day ${number(last.number)} was closed ${instant(last.closedAt)}. Its root, to be kept elsewhere:`,
  );
  await terminal.out(`  ${last.number}=${last.root}`);
}

const MB = 1024 ** 2;
const rounded = (bytes: number): number => Math.ceil(bytes / MB) * MB;
