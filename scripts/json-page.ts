import { z } from "zod";
import { REPORTS } from "#cli/terminal/json";
import { articleItem } from "#json/article-item";
import { articleLink } from "#json/article-link";
import { changeHead } from "#json/change-head";
import { changeItem } from "#json/change-item";
import { textCollation } from "#json/collation";
import { feed } from "#json/feed";
import { hub } from "#json/hub";
import { ledgerDay } from "#json/ledger";
import { RECORDS, type RecordName } from "#json/records";
import { running } from "#json/running";
import { instant, reason, url } from "#json/shapes";
import { sourceItem } from "#json/source-item";
import { sourceLink } from "#json/source-link";
import { changeSummary } from "#json/summary";
import { variantHead } from "#json/variant-head";
import { versionHead } from "#json/version-head";
import { watching } from "#json/watching";

/** Where each record comes from, on the web and on the command line. */
const PLACES: Readonly<Record<RecordName, readonly [what: string, web: string | null, command: string | null]>> = {
  article: ["an article with its versions and changes, without their texts", "/articles/ID.json", "show URL --json"],
  articles: ["a list of articles", null, "articles --json"],
  change: ["two versions compared", "/articles/ID/changes/A..B.json", "show URL --change A..B --json"],
  changes: ["the latest changes", "/changes.json", null],
  evolution: ["all versions of an article in one text", "/articles/ID/evolution.json", null],
  health: ["all sources with their figures, for a monitoring system", "/health.json", null],
  ledger: ["the closed days of the ledger", "/ledger.json", null],
  looks: ["the looks at an article", "/articles/ID/looks.json", "show URL --looks --json"],
  proof: ["that a version was in the ledger", "/articles/ID/versions/N/proof.json", null],
  search: ["what a search finds", "/search.json?q=WORDS", "search WORDS --json"],
  source: ["one source", "/sources/ID.json", "sources SOURCE --json"],
  sources: ["all sources", "/sources.json", "sources --json"],
  variant: ["a text that was seen but is not a version", "/articles/ID/variants/HASH.json", null],
  version: ["one version with its text", "/articles/ID/versions/N.json", "show URL --version N --json"],
};

/** Objects that several records have; each is described once. */
const PARTS: Readonly<Record<string, z.ZodType>> = {
  reason,
  "article link": articleLink,
  "article in a list": articleItem,
  "source link": sourceLink,
  "source in a list": sourceItem,
  feed,
  hub,
  "version without its text": versionHead,
  "change without its collation": changeHead,
  "change in a list": changeItem,
  summary: changeSummary,
  collation: textCollation,
  "variant without its text": variantHead,
  "running entry": running,
  watching,
  "ledger day": ledgerDay,
};

// A schema that is described again is a copy with the same definition of its fields.
const shapeOf = (schema: z.ZodType): unknown => (schema instanceof z.ZodObject ? schema.def.shape : null);
const PART_OF = new Map(Object.entries(PARTS).map(([name, schema]) => [shapeOf(schema), name]));

/** Field names, types and descriptions of every public record. */
export function jsonPage(): string {
  return `# JSON

The web site and the command line give the same JSON for the same thing. On the web, add \`.json\` to an address or send
\`Accept: application/json\`. On the command line, use \`--json\`.

The first field, \`schema\`, names the shape: \`variorum/NAME/1\`. Fields are added to a shape, never renamed or removed. A change
that breaks this promise gets a new number. So ignore fields that you do not know.

- Every instant is ISO 8601 in UTC. Dates that a publisher states keep the time zone of the publisher.
- Reasons are objects: a \`code\` that does not change, the facts that belong to it, and a \`text\` for people that may change.
- Addresses are absolute. On the web they begin with \`public-url\` or with the address of the request. The command line uses
  \`public-url\`, or \`http://HOST:PORT\` from the settings.
- Offsets into texts count UTF-16 code units. Paragraphs and blocks are numbered from 0.
- A hidden article has no record: the web answers 410, and \`show\` prints the report \`hidden-article\`.

## Records

| schema | what it is | web | command line |
|---|---|---|---|
${Object.entries(PLACES).map(placeRow).join("\n")}

\`show --looks\` and \`search\` print as many entries as \`--captures\` and \`--limit\` allow, the web site 100 looks and 30 articles at a
time. \`sources\` prints all sources, the web site 100 at a time. \`next\` is the address of the entries after these, or null.

${Object.entries(RECORDS)
  .map(([name, schema]) => section(`variorum/${name}/1`, schema))
  .join("\n")}
## Parts

${Object.entries(PARTS)
  .map(([name, schema]) => section(name, schema, "###"))
  .join("\n")}
## Reports of commands

These have a \`schema\` as well. \`--batch\` of \`collate\` and \`extract\` prints one object per line, without a \`schema\`
([labels](../guide/labels.md) describes the lines).

| schema | what it is |
|---|---|
${Object.entries(REPORTS)
  .map(([name, what]) => `| \`variorum/${name}/1\` | ${what} |`)
  .join("\n")}

${WHAT_CHANGED}`;
}

function placeRow([name, [what, web, command]]: [string, (typeof PLACES)[RecordName]]): string {
  const code = (text: string | null) => (text === null ? "" : `\`${text}\``);
  return `| [\`variorum/${name}/1\`](#${anchor(`variorum/${name}/1`)}) | ${what} | ${code(web)} | ${code(command)} |`;
}

const anchor = (title: string): string => title.toLowerCase().replaceAll("/", "").replaceAll(" ", "-");

function section(title: string, schema: z.ZodType, level = "##"): string {
  const rows = rowsOf(schema, "").map(({ name, type, text }) => `| \`${name}\` | ${type} | ${text} |`);
  const heading = `${level} ${title}\n`;
  return rows.length === 0
    ? `${heading}\n${schema.description ?? ""}.\n`
    : `${heading}\n| field | type | |\n|---|---|---|\n${rows.join("\n")}\n`;
}

interface Row {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The fields of an object and of the objects in it, except for those that are described as parts. */
function rowsOf(schema: z.ZodType, path: string): readonly Row[] {
  if (!(schema instanceof z.ZodObject) || isLoose(schema)) return [];
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const { inner, type } = unwrapped(field);
    const at = `${path}${name}`;
    const row = { name: at, type, text: escaped(descriptionOf(field)) };
    if (PART_OF.has(shapeOf(inner))) return [row];
    return [row, ...rowsOf(inner, `${at}${type.startsWith("list of") ? "[]" : ""}.`)];
  });
}

const isLoose = (schema: z.ZodObject): boolean => schema.def.catchall instanceof z.ZodUnknown;

/** What instants, reasons and addresses are in general is said once, at the top. */
const GENERAL = new Set([instant, reason, url].map(({ description }) => description));

/** A description is on the schema that was described, which may be inside a list or beside null. */
function descriptionOf(schema: z.ZodType): string {
  if (schema.description !== undefined) return GENERAL.has(schema.description) ? "" : schema.description;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly)
    return descriptionOf(schema.unwrap() as z.ZodType);
  return "";
}

/** What a schema is in words, and the object or value within. */
function unwrapped(schema: z.ZodType): { readonly inner: z.ZodType; readonly type: string } {
  const within = (one: unknown, words: (type: string) => string) => {
    const { inner, type } = unwrapped(one as z.ZodType);
    return { inner, type: words(type) };
  };
  if (schema instanceof z.ZodNullable) return within(schema.unwrap(), (type) => `${type} or null`);
  if (schema instanceof z.ZodOptional) return within(schema.unwrap(), (type) => `${type}; may be absent`);
  if (schema instanceof z.ZodReadonly) return within(schema.unwrap(), (type) => type);
  if (schema instanceof z.ZodArray) return within(schema.element, (type) => `list of ${type}`);
  return { inner: schema, type: nameOf(schema) };
}

function nameOf(schema: z.ZodType): string {
  const part = PART_OF.get(shapeOf(schema));
  if (part !== undefined) return `[${part}](#${anchor(part)})`;
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((value) => `\`"${value}"\``).join(", ");
  if (schema instanceof z.ZodEnum) return schema.options.map((value) => `\`"${value}"\``).join(", ");
  if (schema instanceof z.ZodISODateTime) return "instant";
  if (schema instanceof z.ZodString) return "text";
  if (schema instanceof z.ZodNumber) return schema.isInt ? "whole number" : "number";
  if (schema instanceof z.ZodBoolean) return "true or false";
  if (schema instanceof z.ZodObject) return "object";
  if (schema instanceof z.ZodTuple) return `list of ${schema.def.items.length} numbers`;
  if (schema instanceof z.ZodUnknown) return "any";
  throw new Error(`The page of JSON has no words for ${schema.def.type}.`);
}

const escaped = (text: string): string => text.replaceAll("|", "\\|");

const WHAT_CHANGED = `## What changed

For programs that read the JSON of earlier builds. Paths are from the top of the output. The web site keeps its fields and gets new
ones; only reasons and the outcomes below changed there.

| command or address | before | now |
|---|---|---|
| every \`--json\` and \`.json\` | | \`schema\` is the first field |
| \`--json\` and \`.json\`: every reason (\`reason\`, \`statusReason\`, \`lastError\`) | a sentence | an object with \`code\`, facts and \`text\` |
| \`--json\` and \`.json\`: looks that saw another text, which was held, alternates or was restored | \`outcome: "unchanged"\` | \`outcome: "changed"\`; \`decision\` says what was made of it |
| \`show --json\` | \`{ article, versions, captures }\` | the record \`article\`; \`show --version N\` has the text, \`show --looks\` the looks |
| | \`article.FIELD\` | \`FIELD\` |
| | \`article.source\` (a name) | \`source.name\` |
| | \`article.versions\` (a number) | \`versions.length\` |
| | \`article.knownAs\` | \`knownAs\`, also on the web |
| | \`article.hidden\`, \`hiddenReason\` | the report \`hidden-article\` |
| | \`versions[].blocks\`, \`standfirst\`, \`corrections\`, \`archive\` | \`show --version N --json\` |
| \`show --looks --json\` | \`captures[].capturedAt\` | \`looks[].at\` |
| | \`captures[].versionNumber\` | \`looks[].version\` |
| | \`captures[].bodyHash\` and other columns | \`looks[].bodyDigest\`, \`bodyBytes\`, \`tookMs\`, \`status\`, \`finalUrl\` |
| | 20 or all | 100, or as many as \`--captures\` allows; then \`next\` |
| \`articles --json\` | a list | \`articles[]\`; \`source\` is an object, \`page\` is new |
| \`articles --hidden --json\` | a list | \`articles[]\` of the report \`hidden\` |
| \`search --json\` | a list | \`hits[]\`; \`source\` is an object, \`version\` has all its fields |
| | at most 20 | at most 30, as on the web |
| \`sources --json\` | a list | \`sources[]\`, with \`well\` and \`troubles\` |
| | \`silentSince\` | \`silentHours\` |
| | \`patterns\`, \`render\` | \`sources SOURCE --json\` |
| | \`feeds[].periodMs\`, \`dueAt\` | \`feeds[].everyMs\`, \`nextPollAt\` |
| \`hide --json\`, \`unhide --json\` | an article | the report \`hidden-article\`: \`id\`, \`url\`, \`headline\`, \`source\`, \`hidden\`, \`hiddenReason\`, \`hiddenBecause\` |
| \`add --json\` | a list | \`added[]\` |
| \`check SOURCE --json\` | a list | \`feeds[]\` |
| \`doctor --json\` | a list | \`findings[]\` |
| \`migrate --json\` | a list | \`tables[]\` |
| \`site --json\` | a list | \`sites[]\` |
`;
