import type { Command } from "commander";
import { openFetcher } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { looksLikeAddress, withScheme } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { documentJson, jsonText } from "#cli/terminal/json";
import type { Terminal } from "#cli/terminal/terminal";
import { fit } from "#cli/terminal/width";
import { wrapPieces } from "#cli/terminal/wrap";
import { extract as extractDocument } from "#extract/extract";
import { decodeHtml } from "#fetch/charset";
import { systemClock } from "#lib/clock";
import type { Document, LiveEntry } from "#model/document";
import { reasonText } from "#words/reasons";
import { extractBatch } from "./extract-batch.ts";
import { type Html, readHtmlFile, readStandardInput } from "./html-file.ts";

interface Options extends GlobalOptions {
  readonly url?: string;
  readonly batch?: string;
  readonly json?: boolean;
}

export function extractCommand(program: Command, shell: Shell): void {
  program
    .command("extract")
    .summary("read the article out of one page")
    .description(
      "Prints what Variorum makes of a page: headline, standfirst, byline, credits, claimed dates, section, language, lead picture, correction notes, the text and the entries of a live page; the links of the text with --json. Nothing is stored. An address is asked once, because a person asked for it; robots.txt is for the watching and not consulted here.",
    )
    .argument("[PAGE]", "an HTML file (.html, .html.gz), an address, or - for standard input")
    .option("--url <URL>", "where the page came from; relative links and dates are read with it")
    .option("--batch <FILE>", 'many files: lines {"id","path","url"} in, lines {"id","document"} out')
    .option("--json", "print the document as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum extract https://example.org/news/1", "a page from the web"],
        [
          "curl -s https://example.org/news/1 | variorum extract - --url https://example.org/news/1 --json",
          "from a pipe, as JSON",
        ],
        ["variorum extract --batch pages.jsonl > documents.jsonl", "thousands of saved pages"],
      ]),
    )
    .action((page: string | undefined, _, command: Command) =>
      extract(page, command.optsWithGlobals<Options>(), shell),
    );
}

async function extract(page: string | undefined, options: Options, shell: Shell): Promise<void> {
  if ((page === undefined) === (options.batch === undefined))
    throw new Exit("usage", "Give one page, or --batch FILE: one of them.");
  if (options.batch !== undefined) return extractBatch(options.batch, shell);
  const { html, url } = await read(page!, options, shell);
  const document = extractDocument(html, { url });
  if (options.json) await shell.terminal.out(jsonText(documentJson(document)));
  else await print(document, shell.terminal);
}

async function read(page: string, options: Options, shell: Shell): Promise<Html> {
  if (page === "-") return readStandardInput(options.url);
  const file = readHtmlFile(page, options.url, shell.cwd);
  if (file !== null) return file;
  if (!looksLikeAddress(page)) throw new Exit("notFound", `There is no file ${page}, and it is no address.`);
  return download(withScheme(page), options, shell);
}

async function download(url: string, options: Options, shell: Shell): Promise<Html> {
  const { config } = settingsOf(shell, options);
  const fetcher = await openFetcher(config, systemClock);
  try {
    shell.terminal.progress(`Fetching ${url} ...`);
    const { status, body, headers, url: finalUrl } = orExit(await fetcher.fetch({ url, signal: shell.signal }));
    if (status >= 400) shell.terminal.err(`The server answered ${status}; this is what it sent with it.`);
    return { html: decodeHtml(body, headers["content-type"] ?? null).text, url: options.url ?? finalUrl };
  } finally {
    await fetcher.close();
  }
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_TEXT_COLUMNS = 88;

async function print(document: Document, terminal: Terminal): Promise<void> {
  const columns = Math.min(terminal.columns, MAX_TEXT_COLUMNS);
  const fact = (name: string, value: string | null) =>
    value === null || value === ""
      ? Promise.resolve()
      : terminal.out(terminal.style("dim", fit(`${name.padEnd(11)} ${value}`, columns)));
  if (document.state === "live") await fact("Live", document.stateReason && reasonText(document.stateReason));
  else if (document.state !== "article")
    await terminal.out(
      terminal.style(
        "yellow",
        `Not an article but ${document.state}${document.stateReason ? `: ${reasonText(document.stateReason)}` : ""}`,
      ),
    );
  await terminal.out(terminal.style("bold", document.headline ?? "(no headline)"));
  if (document.standfirst !== null) await terminal.out(wrapped(document.standfirst, columns, ""));
  await fact("By", document.byline.join(", "));
  await fact("Credits", document.credits.join(", "));
  await fact("Published", document.publishedAt);
  await fact("Modified", document.modifiedAt);
  await fact("Section", document.section);
  await fact("Language", document.language);
  await fact("Picture", document.leadImage && (document.leadImage.caption ?? document.leadImage.url));
  await fact("Address", document.canonicalUrl ?? document.url);
  for (const note of document.corrections)
    await terminal.out(terminal.style("yellow", `\n${wrapped(`Note: ${note}`, columns, "")}`));
  for (const [index, { kind, text }] of document.blocks.entries()) {
    for (const entry of document.entries.filter(({ from, to }) => from === index && to > from))
      await terminal.out(`\n${terminal.style("cyan", fit(entryLine(entry), columns))}`);
    await terminal.out(`\n${block(kind, text, columns, terminal)}`);
  }
}

/** Stands above the text of an entry, whose headline is one of its blocks already. */
const entryLine = ({ id, at }: LiveEntry): string => (at === null ? `Entry ${id}` : `Entry ${id}, ${at}`);

function block(kind: Document["blocks"][number]["kind"], text: string, columns: number, terminal: Terminal): string {
  switch (kind) {
    case "heading":
      return terminal.style("bold", wrapped(text, columns, ""));
    case "item":
      return wrapped(text, columns, "  ").replace("  ", "- ");
    case "quote":
      return wrapped(text, columns, "> ");
    case "caption":
      return terminal.style("dim", wrapped(`[${text}]`, columns, ""));
    case "paragraph":
      return wrapped(text, columns, "");
  }
}

const wrapped = (text: string, columns: number, indent: string): string =>
  wrapPieces([{ op: "equal", text }], columns - indent.length)
    .map(
      (line) =>
        indent +
        line
          .map((piece) => piece.text)
          .join("")
          .trimEnd(),
    )
    .join("\n");
