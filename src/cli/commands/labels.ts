import type { Command } from "commander";
import { markLabel } from "#actions/labels";
import { openExistingData } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { printTable } from "#cli/terminal/table";
import { systemClock } from "#lib/clock";
import { OPERATOR } from "#model/actor";
import type { Change } from "#model/change";
import type { ArticleId } from "#model/id";
import type { LabelMark } from "#model/label-mark";
import type { VersionText } from "#model/version";
import type { Store } from "#store/store";
import { isLabelKind, LABEL_NAMES } from "#words/labels";
import { absolute } from "#words/wording";

interface Options extends GlobalOptions {
  readonly wrong?: string;
  readonly right?: string;
  readonly json?: boolean;
  readonly training?: boolean;
}

export function labelsCommand(program: Command, shell: Shell): void {
  program
    .command("labels")
    .summary("list the labels that you called wrong, or call one wrong")
    .description(
      "Lists the labels that were marked as wrong, or marks those of a change. Marks change nothing that readers see; they are kept for training and never sent anywhere.",
    )
    .argument("[CHANGE]", "address of a change, or its end: 12/changes/1..2")
    .option("--wrong <KIND>", "mark the labels of this kind as wrong")
    .option("--right <KIND>", "take the marks of this kind back")
    .option("--training", "print a line of JSON for each mark, with both texts, for train/claims.ts")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 labels", "list all marks"],
        ["$0 labels 12/changes/1..2 --wrong name", "the name labels of this change are wrong"],
      ]),
    )
    .action((change: string | undefined, _, command: Command) =>
      labels(change, command.optsWithGlobals<Options>(), shell),
    );
}

async function labels(address: string | undefined, options: Options, shell: Shell): Promise<void> {
  const kind = options.wrong ?? options.right;
  if ((kind === undefined) !== (address === undefined))
    throw new Exit("usage", "Give a change together with --wrong or --right, or neither to list the marks.");
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    if (address !== undefined && kind !== undefined)
      await mark(store, address, kind, options.wrong !== undefined, shell);
    else await list(store, options, shell);
  } finally {
    await store.close();
  }
}

const PAIR = /(\d+)\/changes\/(\d+)\.\.(\d+)/;

async function mark(store: Store, address: string, kind: string, isWrong: boolean, shell: Shell): Promise<void> {
  const change = await changeAt(store, address);
  if (!isLabelKind(kind))
    throw new Exit("usage", `There is no label "${kind}". The labels are ${Object.keys(LABEL_NAMES).join(", ")}.`);
  const context = { store, clock: systemClock };
  const { articleId, from, to } = change;
  const reasons = isWrong
    ? change.summary.labels.filter((label) => label.kind === kind).map(({ reason }) => reason)
    : (await store.reader.labelMarks(change)).filter((each) => each.kind === kind).map(({ reason }) => reason);
  if (reasons.length === 0)
    throw new Exit(
      "notFound",
      isWrong ? `The change has no label ${kind}.` : `No label ${kind} of the change is marked.`,
    );
  for (const reason of reasons)
    orExit(await markLabel(context, OPERATOR, { articleId, from, to, kind, reason }, isWrong));
  for (const reason of reasons)
    await shell.terminal.out(`${isWrong ? "Marked as wrong" : "Not marked any more"}: ${kind}, ${reason}`);
}

async function changeAt({ reader }: Store, address: string): Promise<Change> {
  const [, article, from, to] = PAIR.exec(address) ?? [];
  if (article === undefined)
    throw new Exit("usage", `"${address}" is no address of a change. It ends like /articles/12/changes/1..2.`);
  const change = await reader.change(Number(article) as ArticleId, Number(from), Number(to));
  if (!change) throw new Exit("notFound", `Article ${article} has no change from version ${from} to ${to}.`);
  return change;
}

async function list(store: Store, options: Options, { terminal }: Shell): Promise<void> {
  const marks = await store.reader.labelMarks();
  if (options.json) return terminal.out(reportText("label-marks", { marks: marks.map(markJson) }));
  if (options.training) {
    for (const each of await lessonsOf(store, marks)) await terminal.out(JSON.stringify(each));
    return;
  }
  if (marks.length === 0) return terminal.err("No label is marked as wrong.");
  await printTable<LabelMark>(
    terminal,
    [
      { title: "CHANGE", cell: ({ articleId, from, to }) => `${articleId}/changes/${from}..${to}` },
      { title: "LABEL", cell: ({ kind }) => LABEL_NAMES[kind] },
      { title: "REASON", cell: ({ reason }) => reason, flexible: true },
      { title: "MARKED", cell: ({ markedAt }) => absolute(markedAt) },
    ],
    marks,
  );
}

const markJson = ({ articleId, from, to, kind, reason, markedAt }: LabelMark) => ({
  ...{ article: articleId, from, to, kind, reason },
  markedAt: new Date(markedAt).toISOString(),
});

/** The place of each mark as the judged edits have theirs: its field, both wordings, the kinds that are wrong. */
async function lessonsOf({ reader }: Store, marks: readonly LabelMark[]) {
  const lessons: object[] = [];
  for (const { articleId, from, to, kind, reason } of marks) {
    const change = await reader.change(articleId, from, to);
    const [old, next] = [
      await reader.version(change?.fromArticle ?? articleId, from),
      await reader.version(articleId, to),
    ];
    const place = change?.summary.labels.find((label) => label.kind === kind && label.reason === reason)?.place;
    // Since the mark was made the change may have been labelled otherwise: nothing is left to learn from.
    if (!old || !next || !place) continue;
    const { field } = place;
    lessons.push({
      id: `${articleId}-${from}-${to}`,
      ...{ field, language: next.language },
      old: wordingAt(old.text, field, place.old),
      new: wordingAt(next.text, field, place.new),
      wrong: [kind],
    });
  }
  return lessons;
}

function wordingAt(text: VersionText, field: string, index: number | null): string {
  if (field === "headline") return text.headline ?? "";
  if (field === "standfirst") return text.standfirst ?? "";
  const paragraphs = field === "correction" ? text.corrections : text.blocks.map((block) => block.text);
  return index === null ? "" : (paragraphs[index] ?? "");
}
