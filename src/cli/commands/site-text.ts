import type { SiteReport } from "#cli/site-report";
import type { Terminal } from "#cli/terminal/terminal";
import { fit } from "#cli/terminal/width";
import { absolute, plural } from "#words/wording";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What was learned about a site, as text. */
export async function printSite(report: SiteReport, terminal: Terminal): Promise<void> {
  const head = `${report.site}: learned from ${plural(report.looks, "look")}, template generation ${report.generation}`;
  await terminal.out(terminal.style("bold", head));
  const rules = [
    ...report.rules.take.map((rule) => `take  ${rule}`),
    ...report.rules.drop.map((rule) => `drop  ${rule}`),
  ];
  await part(terminal, "Rules", rules, "none; set them with --take and --drop");
  const sections = report.sections.flatMap(({ section, articles, bodyPath, matchRate }) => {
    const rate = matchRate === null ? "" : `, matched ${percent(matchRate)} of the latest`;
    return [
      `${section} (${plural(articles, "article")}${bodyPath === null ? "" : rate})`,
      `  ${bodyPath ?? "no element has been the text on 8 of 10 articles yet"}`,
    ];
  });
  await part(terminal, "Where the text is", sections, "nothing learned yet");
  const repeated = report.boilerplate.flatMap(({ path, sample, articles, drops }) => [
    `"${sample}"`,
    `  ${path}; in ${plural(articles, "article")}, left out ${plural(drops, "time")}`,
  ]);
  await part(terminal, "Left out because it repeats", repeated, "nothing");
  const moving = report.volatile.flatMap(({ path, samples, changeRate, drops }) => [
    path,
    `  changed alone at ${percent(changeRate)} of looks, left out ${plural(drops, "time")}`,
    ...samples.map((sample) => `  "${sample}"`),
  ]);
  await part(terminal, "Left out because it changes by itself", moving, "nothing");
  const alarms = report.alarms.map(
    ({ at, section, bodyPath, matchRate }) =>
      `${absolute(at)}, ${section}: only ${percent(matchRate)} matched ${bodyPath}; it is no longer used`,
  );
  if (alarms.length > 0) await part(terminal, "Alarms", alarms, "");
}

async function part(terminal: Terminal, title: string, lines: readonly string[], none: string): Promise<void> {
  await terminal.out(`\n${terminal.style("dim", title)}`);
  const width = terminal.isTerminal ? terminal.columns - 2 : Number.POSITIVE_INFINITY;
  for (const line of lines.length === 0 ? [none] : lines) await terminal.out(`  ${fit(line, width)}`);
}
