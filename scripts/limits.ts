import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { printDuration, printSize } from "#config/kinds";

/** A bound on what comes from outside, as the code states it. */
export interface Limit {
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly value: number;
  /** The comment on it, in one line; empty when there is none. */
  readonly why: string;
}

/**
 * Folders whose bounds the page lists, with what is said of each. `publish/html` and `publish/feed` are left out, since they
 * bound what is drawn, and `newsroom`, since no one from outside speaks to it; of `cli` only what bounds a file that may be
 * somebody else's (`OF_FILES`).
 */
export const LIMITED: readonly (readonly [folder: string, title: string])[] = [
  ["fetch", "Asking other people's servers"],
  ["discover", "Reading feeds, sitemaps and pages for links"],
  ["extract", "Reading a page"],
  ["archive", "Writing and reading archives"],
  ["version", "Deciding"],
  ["engine", "The loop"],
  ["language", "Understanding words"],
  ["query", "What people ask for"],
  ["collate", "Comparing texts"],
  ["store", "The database"],
  ["publish", "Answering readers"],
  ["cli", "Files given on the command line"],
  ["lib", "Everywhere"],
];
const UNLISTED = /^src\/publish\/(?:html|feed)\//;
const OF_FILES = /^MAX_\w+_BYTES$/;

/** A name that bounds something: the most, the longest, a limit, a time after which something is given up. */
const BOUND =
  /^(?:DEFAULT_)?(?:MAX|LONGEST|LARGEST)(?:_|$)|^MOST_|^MIN_\w+_MS$|(?:^|_)(?:LIMITS?|TIMEOUTS?|CAP|FLOOR|BYTES|CHARS|TTL|KEPT|HELD|REMEMBERED|TRIES)(?:_MS|_MB)?$|(?:^|_)(?:LIMIT|WAIT|PAUSE|RETRY|TTL|LEASE|GAP|TOLERANCE|WINDOW|IDLE|SETTLE|QUIET)_MS$|^KEEP_ALIVE\w*_MS$|_MAX(?:_MS)?$/;

const CONSTANT = /^(?:export )?const ([A-Z][A-Z0-9_]*)(?:: [^=]+)? = (.*)$/;

/** Everything in the limited folders that bounds something, in the order of the files. */
export function limitsIn(root: string): readonly Limit[] {
  const sources = globSync("src/**/*.ts", { cwd: root })
    .filter((file) => LIMITED.some(([folder]) => file.startsWith(`src/${folder}/`)) && !UNLISTED.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
  const known = new Map<string, number>();
  for (const { text } of sources) for (const [name, value] of constantsOf(text)) known.set(name, value(known));
  // Once more, for those that name a constant of a file that comes later.
  for (const { text } of sources) for (const [name, value] of constantsOf(text)) known.set(name, value(known));
  return sources.flatMap(({ file, text }) => limitsOfFile(file, text, known));
}

function* constantsOf(text: string): Iterable<readonly [string, (known: ReadonlyMap<string, number>) => number]> {
  for (const line of text.split("\n")) {
    const [, name, expression] = CONSTANT.exec(line) ?? [];
    if (name !== undefined) yield [name, (known) => evaluate(expression!, known)];
  }
}

/** The bounds of one file; exported for the test that plants one. */
export function limitsOfFile(file: string, text: string, known: ReadonlyMap<string, number>): readonly Limit[] {
  const own = new Map(known);
  for (const [name, value] of constantsOf(text)) own.set(name, value(own));
  const limits: Limit[] = [];
  const lines = text.split("\n");
  for (const [i, line] of lines.entries()) {
    const [, name, expression] = CONSTANT.exec(line) ?? [];
    if (name === undefined || !BOUND.test(name)) continue;
    if (expression!.startsWith("{")) limits.push(...fieldsOf(file, name, lines, i, own));
    else limits.push({ name, file, value: evaluate(expression!, own), why: commentAbove(lines, i) });
  }
  const counts = ({ name, value }: Limit) =>
    Number.isFinite(value) && (!file.startsWith("src/cli/") || OF_FILES.test(name));
  return limits.filter(counts);
}

/** `{ cpuMs: 2_000, wallMs: 20_000 }`, on one line or several; a field may have a comment of its own. */
function fieldsOf(
  file: string,
  name: string,
  lines: readonly string[],
  at: number,
  known: ReadonlyMap<string, number>,
) {
  const end = lines.findIndex((line, i) => i >= at && /\}(?: as const)?;$/.test(line));
  const body = lines.slice(at, end + 1);
  return body.flatMap((line, i) =>
    [...line.matchAll(/(\w+): ([\w*.+ ]+?)(?=,| \})/g)].map(([, field, expression]) => ({
      name: `${name}.${field}`,
      file,
      value: evaluate(expression!, known),
      why: (i > 0 && commentAbove(lines, at + i)) || commentAbove(lines, at),
    })),
  );
}

/** Numbers, products and sums of numbers and known constants; anything else is no number. */
function evaluate(expression: string, known: ReadonlyMap<string, number>): number {
  const tokens = expression.replace(/ as const|;|\/\/.*$/g, "").match(/\w+(?:\.\d+)?|\*\*|[*+\-/().]/g) ?? [];
  const parts = tokens.map((token) =>
    /^[A-Z]/.test(token) ? (known.get(token) ?? Number.NaN) : token.replaceAll("_", ""),
  );
  if (parts.length === 0 || parts.some((part) => typeof part === "number" && Number.isNaN(part))) return Number.NaN;
  const text = parts.join(" ");
  if (!/^[\d\s*+\-/().e]+$/.test(text)) return Number.NaN;
  try {
    return Number(new Function(`return (${text});`)());
  } catch {
    return Number.NaN;
  }
}

/** The comment that ends on the line above; of a constant right below another one, that one's. */
function commentAbove(lines: readonly string[], at: number): string {
  let end = at - 1;
  while (end >= 0 && CONSTANT.test(lines[end]!) && /;$/.test(lines[end]!)) end -= 1;
  if (!lines[end]?.trimEnd().endsWith("*/")) return "";
  let start = end;
  while (start > 0 && !lines[start]!.includes("/**")) start -= 1;
  return lines
    .slice(start, end + 1)
    .map((line) => line.replace(/^\s*\/?\*+\/?|\*\/\s*$/g, "").trim())
    .join(" ")
    .trim();
}

const grouped = (value: number): string => value.toLocaleString("en-US").replaceAll(",", " ");

/** With its unit, by the name: milliseconds, bytes, characters, or a plain number. */
export function amountOf({ name, value }: Limit): string {
  if (/(?:_MS|Ms)$/.test(name)) return printDuration(value);
  if (/(?:_BYTES|_SIZE_BYTES)$/.test(name)) return printSize(value);
  if (/_MB$/.test(name)) return `${grouped(value)} MB`;
  if (/(?:_CHARS|_LENGTH)$/.test(name)) return `${grouped(value)} characters`;
  return grouped(value);
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

/** docs/reference/limits.md without its notice. */
export function limitsPage(root: string): string {
  const all = limitsIn(root);
  const sections = LIMITED.flatMap(([folder, title]) => {
    const own = all.filter(({ file }) => file.startsWith(`src/${folder}/`));
    if (own.length === 0) return [];
    const rows = own.map(
      (limit) => `| \`${limit.name}\` | ${amountOf(limit)} | \`${limit.file.slice(4)}\` | ${cell(limit.why)} |`,
    );
    return [
      `## ${title}\n\n| limit | value | where | what, and why so much |\n|---|---|---|---|\n${rows.join("\n")}\n`,
    ];
  });
  return `# Limits

Everything that comes from outside is bounded: in time, size, number and depth. The bounds are named constants beside the
code that they guard; this page lists them all, ${all.length} of them, with the comment that stands on each. Those that an operator may
move are [settings](settings.md).

${sections.join("\n")}`;
}
