import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { articleJson, instant, jsonText } from "#cli/terminal/json";
import { readCount } from "#cli/terminal/number";
import { systemClock } from "#lib/clock";
import type { Article } from "#model/article";
import type { Capture } from "#model/capture";
import type { Version } from "#model/version";
import { type ArchivedBody, createPublicReader, type HiddenNotice, type PublicReader } from "#store/public-reader";
import { likeHidden } from "#words/hidden";
import { DECISIONS, OUTCOMES } from "#words/outcomes";
import { inBrackets, reasonText, saidReason } from "#words/reasons";
import { why } from "#words/why";
import { absolute, later, plural, relative, times } from "#words/wording";

interface Options extends GlobalOptions {
  readonly captures: string;
  readonly json?: boolean;
}

export function showCommand(program: Command, shell: Shell): void {
  program
    .command("show")
    .summary("show an article, its versions and every look at it")
    .description(
      "Prints the article, its versions with the time between them, and what was decided on each look and why. Of a hidden article it prints only the title, the address and why it is hidden.",
    )
    .argument("<URL>", "the article, under any of its addresses or by its number")
    .option("--captures <N>", "at most so many looks, the newest (JSON: all unless given)", "20")
    .option("--json", "print JSON: article, versions with their text, captures with decision and reason")
    .addHelpText(
      "after",
      examples([
        ["variorum show https://example.org/news/1", "the history of an article"],
        ["variorum show 17 --json | jq '.versions[-1].blocks'", "the text of its latest version"],
      ]),
    )
    .action((url: string, _, command: Command) => show(url, command, shell));
}

async function show(url: string, command: Command, shell: Shell): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const all = options.json === true && command.getOptionValueSource("captures") === "default";
  const limit = all ? Number.POSITIVE_INFINITY : readCount("--captures", options.captures);
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const reader = createPublicReader(store.reader, "operator");
    const { id } = await findArticle(store.reader, url);
    const seen = await reader.article(id);
    if (!seen) throw new Exit("notFound", `Article ${id} was merged into another one just now.`);
    if (seen.kind === "hidden") return await printHidden(seen.notice, options, shell);
    const { article, source } = seen;
    const versions = await versionsOf(reader, article);
    const captures = await capturesOf(reader, article, limit);
    if (options.json) {
      const knownAs = await reader.articleUrls(article.id);
      const archived = await Promise.all(versions.map(({ number }) => reader.archivedBody(article.id, number)));
      await shell.terminal.out(
        jsonText(toJson({ article, versions, archived, captures, knownAs, source: source.name })),
      );
    } else await print(article, versions, captures, shell);
  } finally {
    await store.close();
  }
}

/** What the operator needs to decide; the text comes out again when the article is shown again. */
async function printHidden({ id, details }: HiddenNotice, { json }: Options, { terminal }: Shell): Promise<void> {
  // The operator's notice has them; a reader's would say no more than that it is hidden.
  const { title = null, url = null, source = null, reason = null, because = null } = details ?? {};
  if (json) {
    const article = { id, url, headline: title, hidden: true, hiddenReason: reason, hiddenBecause: because };
    return terminal.out(jsonText({ article: { ...article, source: source?.name ?? null } }));
  }
  await terminal.out(terminal.style("bold", title ?? `Article ${id}`));
  if (url !== null) await terminal.out(url);
  await terminal.out(terminal.style("yellow", `Hidden: ${reason ?? (because ? likeHidden(because) : "")}`));
  await terminal.out(`Its versions are printed again after "variorum unhide ${id}".`);
}

async function versionsOf(reader: PublicReader, article: Article): Promise<readonly Version[]> {
  const versions: Version[] = [];
  for (const { number } of await reader.versions(article.id)) {
    const version = await reader.version(article.id, number);
    if (version) versions.push(version);
  }
  return versions;
}

async function capturesOf(reader: PublicReader, article: Article, limit: number): Promise<readonly Capture[]> {
  const captures: Capture[] = [];
  let before: number | undefined;
  do {
    const page = await reader.captures(article.id, { before, limit: 200 });
    captures.push(...page.items);
    before = page.next ?? undefined;
  } while (before !== undefined && captures.length < limit);
  return captures.slice(0, limit === Number.POSITIVE_INFINITY ? undefined : limit);
}

interface Shown {
  readonly article: Article;
  readonly source: string;
  readonly knownAs: readonly string[];
  readonly versions: readonly Version[];
  /** Where the page of each version stands in the archive, in the same order; null where it does not. */
  readonly archived: readonly (ArchivedBody | null)[];
  readonly captures: readonly Capture[];
}

const toJson = ({ article, source, knownAs, versions, archived, captures }: Shown): object => ({
  article: { ...articleJson(article), source, knownAs },
  versions: versions.map((version, i) => ({
    number: version.number,
    firstSeenAt: instant(version.firstSeenAt),
    lastSeenAt: instant(version.lastSeenAt),
    previousSeenAt: instant(version.previousSeenAt),
    headline: version.text.headline,
    standfirst: version.text.standfirst,
    byline: version.byline,
    publishedAt: version.publishedAt,
    modifiedAt: version.modifiedAt,
    language: version.language,
    corrections: version.text.corrections,
    blocks: version.text.blocks,
    alternating: version.alternating,
    extractor: version.extractor,
    textHash: version.textHash,
    chainHash: version.chainHash,
    archive: archived[i] ?? null,
  })),
  captures: captures.map(({ articleId: _article, capturedAt, ...capture }) => ({
    capturedAt: instant(capturedAt),
    ...capture,
    reason: saidReason(capture.reason),
  })),
});

async function print(
  article: Article,
  versions: readonly Version[],
  captures: readonly Capture[],
  { terminal }: Shell,
): Promise<void> {
  const now = systemClock.now();
  const changed = article.versionCount > 1 ? `changed ${times(article.versionCount - 1)}` : "never changed";
  const reasons = why(article);
  const next =
    article.nextLookAt === null
      ? article.statusReason
        ? reasonText(article.statusReason)
        : "no longer checked"
      : `next look ${relative(article.nextLookAt, now)}${reasons === null ? "" : ` (${reasons})`}`;
  await terminal.out(terminal.style("bold", article.headline ?? "(no headline yet)"));
  await terminal.out(article.url);
  await terminal.out(`First seen ${absolute(article.firstSeenAt)}; ${changed}; ${next}.`);

  await terminal.out(`\n${terminal.style("dim", "VERSIONS")}`);
  for (const [i, version] of versions.entries()) {
    const before = versions[i - 1];
    const when = before ? later(version.firstSeenAt - before.firstSeenAt) : "first";
    const size = plural(version.text.blocks.length, "paragraph");
    await terminal.out(
      `  ${String(version.number).padStart(3)}  ${absolute(version.firstSeenAt)}  ${when.padEnd(24)}  ${size}`,
    );
    if (version.headline !== before?.headline) await terminal.out(`       ${version.headline ?? "(no headline)"}`);
  }

  await terminal.out(`\n${terminal.style("dim", "LOOKS, NEWEST FIRST")}`);
  for (const capture of captures) {
    const status = String(capture.status ?? "---");
    await terminal.out(
      `  ${absolute(capture.capturedAt)}  ${status}  ${OUTCOMES[capture.outcome]}: ${DECISIONS[capture.decision]}${inBrackets(capture.reason)}`,
    );
  }
}
