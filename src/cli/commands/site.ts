import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { readSiteReport, type SiteReport } from "#cli/site-report";
import { typed } from "#cli/started-as";
import { withScheme } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { printTable } from "#cli/terminal/table";
import { checkRules, readRules } from "#extract/site/rules";
import type { SiteRules } from "#extract/site/template";
import { hostKey, parseHttpUrl } from "#lib/url";
import type { Store } from "#store/store";
import { plural } from "#words/wording";
import { printSite } from "./site-text.ts";

interface Options extends GlobalOptions {
  readonly take?: readonly string[];
  readonly drop?: readonly string[];
  readonly removeRule?: readonly string[];
  readonly forget?: boolean;
  readonly json?: boolean;
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function siteCommand(program: Command, shell: Shell): void {
  program
    .command("site")
    .summary("show what was learned about a site, or set rules for it")
    .description(
      "Shows which element of a page has the text, which blocks are left out because they repeat or change by themselves, and when a template stopped matching. Rules are CSS selectors for what is the text (--take) and what is not (--drop); they take precedence over what was learned. Without HOST it lists all sites.",
    )
    .argument("[HOST]", "host of the site, or any of its addresses")
    .option("--take <SELECTOR>", "the text is in these elements; can be repeated", several)
    .option("--drop <SELECTOR>", "these elements are not part of the text; can be repeated", several)
    .option("--remove-rule <SELECTOR>", "remove a rule", several)
    .option("--forget", "forget what was learned, but keep the rules")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 site example.org", "what was learned, with samples of what is left out"],
        ["$0 site example.org --drop 'div.teaser' --drop aside", "leave these elements out from now on"],
        ["$0 reextract --source example.org", "leave them out of kept versions too"],
      ]),
    )
    .action((host: string | undefined, _, command: Command) => site(host, command.optsWithGlobals<Options>(), shell));
}

async function site(host: string | undefined, options: Options, shell: Shell): Promise<void> {
  const { take = [], drop = [], removeRule = [] } = options;
  const writes = take.length + drop.length + removeRule.length > 0 || options.forget === true;
  if (host === undefined && writes) throw new Exit("usage", "Say which HOST.");
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    if (host === undefined) return await list(store, options, shell);
    const key = keyOf(host);
    if (take.length + drop.length + removeRule.length > 0) await setRules(store, key, { take, drop }, removeRule);
    if (options.forget && !(await store.writer.forgetSite(key)))
      throw new Exit("notFound", `Nothing was learned about ${key} yet.`);
    const report = await readSiteReport(store.reader, key);
    if (!report)
      throw new Exit(
        "notFound",
        `Nothing is known about ${key} yet. List the known sites with "${typed(shell.startedAs, "site")}".`,
      );
    if (options.json) await shell.terminal.out(reportText("site", report));
    else await printSite(report, shell.terminal);
  } finally {
    await store.close();
  }
}

function keyOf(given: string): string {
  const address = parseHttpUrl(withScheme(given));
  if (!address) throw new Exit("usage", `"${given}" is not a host.`);
  return hostKey(address.href);
}

async function setRules(store: Store, key: string, added: SiteRules, removed: readonly string[]): Promise<void> {
  const stored = await store.reader.site(key);
  const rules = readRules(stored?.rules ?? "{}");
  const unknown = removed.find((rule) => !rules.take.includes(rule) && !rules.drop.includes(rule));
  if (unknown !== undefined) throw new Exit("notFound", `${key} has no rule "${unknown}".`);
  const merged = (list: readonly string[], more: readonly string[]) => [
    ...new Set([...list.filter((rule) => !removed.includes(rule)), ...more.map((rule) => rule.trim())]),
  ];
  const next = { take: merged(rules.take, added.take), drop: merged(rules.drop, added.drop) };
  const checked = checkRules(next);
  if (!checked.ok) throw new Exit("usage", checked.failure.message);
  await store.writer.setSiteRules(key, JSON.stringify(orExit(checked)));
}

async function list(store: Store, options: Options, shell: Shell): Promise<void> {
  const keys = (await store.reader.sites()).map((one) => one.key);
  const reports: SiteReport[] = [];
  for (const key of keys) {
    const report = await readSiteReport(store.reader, key);
    if (report) reports.push(report);
  }
  if (options.json) return shell.terminal.out(reportText("sites", { sites: reports }));
  if (reports.length === 0) return shell.terminal.err("No sites are known yet.");
  await printTable(
    shell.terminal,
    [
      { title: "SITE", cell: ({ site: key }) => key, flexible: true },
      { title: "LOOKS", cell: ({ looks }) => String(looks), right: true },
      { title: "TEMPLATES", cell: (one) => String(one.sections.filter((part) => part.bodyPath).length), right: true },
      { title: "LEFT OUT", cell: (one) => plural(one.boilerplate.length + one.volatile.length, "block") },
      { title: "RULES", cell: ({ rules }) => String(rules.take.length + rules.drop.length), right: true },
      { title: "ALARMS", cell: ({ alarms }) => String(alarms.length), right: true },
    ],
    reports,
  );
}
