import type { Command } from "commander";
import { openFetcher } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { looksLikeAddress, withScheme } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { documentJson, reportText } from "#cli/terminal/json";
import type { Terminal } from "#cli/terminal/terminal";
import { printFact, printText } from "#cli/terminal/text";
import { extract as extractDocument } from "#extract/extract";
import { decodeHtml } from "#fetch/charset";
import { systemClock } from "#lib/clock";
import type { Document } from "#model/document";
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
    .summary("read the article on one page")
    .description(
      "Prints what Variorum reads on a page: headline, standfirst, byline, credits, dates, section, language, lead picture, correction notes, the text, and the entries of a live page. With --json it also prints the links in the text. It stores nothing. An address is fetched once. robots.txt is not consulted, because a person asked for the page.",
    )
    .argument("[PAGE]", "an HTML file (.html, .html.gz), an address, or - for standard input")
    .option("--url <URL>", "address of the page, to resolve relative links and dates")
    .option("--batch <FILE>", 'read many files: reads lines {"id","path","url"} and prints lines {"id","document"}')
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 extract https://example.org/news/1", "a page on the web"],
        [
          "curl -s https://example.org/news/1 | $0 extract - --url https://example.org/news/1 --json",
          "from a pipe, as JSON",
        ],
        ["$0 extract --batch pages.jsonl > documents.jsonl", "thousands of saved pages"],
      ]),
    )
    .action((page: string | undefined, _, command: Command) =>
      extract(page, command.optsWithGlobals<Options>(), shell),
    );
}

async function extract(page: string | undefined, options: Options, shell: Shell): Promise<void> {
  if ((page === undefined) === (options.batch === undefined))
    throw new Exit("usage", "Give one page, or use --batch FILE.");
  if (options.batch !== undefined) return extractBatch(options.batch, shell);
  const { html, url } = await read(page!, options, shell);
  const document = extractDocument(html, { url });
  if (options.json) await shell.terminal.out(reportText("document", documentJson(document)));
  else await print(document, shell.terminal);
}

async function read(page: string, options: Options, shell: Shell): Promise<Html> {
  if (page === "-") return readStandardInput(options.url);
  const file = readHtmlFile(page, options.url, shell.cwd);
  if (file !== null) return file;
  if (!looksLikeAddress(page)) throw new Exit("notFound", `There is no file ${page}, and it is not an address.`);
  return download(withScheme(page), options, shell);
}

async function download(url: string, options: Options, shell: Shell): Promise<Html> {
  const { config } = settingsOf(shell, options);
  const fetcher = await openFetcher(config, systemClock);
  try {
    shell.terminal.progress(`Fetching ${url} ...`);
    const { status, body, headers, url: finalUrl } = orExit(await fetcher.fetch({ url, signal: shell.signal }));
    if (status >= 400) shell.terminal.err(`The server answered ${status}. This is the page that it sent with it.`);
    return { html: decodeHtml(body, headers["content-type"] ?? null).text, url: options.url ?? finalUrl };
  } finally {
    await fetcher.close();
  }
}

async function print(document: Document, terminal: Terminal): Promise<void> {
  const { state, stateReason, leadImage } = document;
  const reason = stateReason && reasonText(stateReason);
  if (state === "live" && reason) await printFact("Live", reason, terminal);
  else if (state !== "live" && state !== "article")
    await terminal.out(terminal.style("yellow", `Not an article but ${state}${reason ? `: ${reason}` : ""}`));
  const facts = [
    ["By", document.byline.join(", ")],
    ["Credits", document.credits.join(", ")],
    ["Published", document.publishedAt],
    ["Modified", document.modifiedAt],
    ["Section", document.section],
    ["Language", document.language],
    ["Picture", leadImage && (leadImage.caption ?? leadImage.url)],
    ["Address", document.canonicalUrl ?? document.url],
  ] as const;
  await printText({ ...document, facts }, terminal);
}
