import { byteOrderMark, decodeAs } from "./encoding.ts";

/** One group of robots.txt: the rules for the agents that it names. */
export interface RobotsGroup {
  /** Lower-case product tokens; "*" for everybody. */
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
  /** Seconds; not part of RFC 9309 but widely used. */
  readonly crawlDelay: number | null;
}

export interface RobotsRule {
  readonly allow: boolean;
  /** As written, never empty. */
  readonly pattern: string;
}

export interface RobotsText {
  readonly groups: readonly RobotsGroup[];
  readonly sitemaps: readonly string[];
}

/** RFC 9309, 2.5: parsers read at least 500 KiB. */
const MAX_TEXT_LENGTH = 500 * 1024;
/** Google's parser cuts lines here: eight times the longest URL of old browsers. */
const MAX_LINE_LENGTH = 8 * 2083;
/** Large portals list some dozens; an endless list would be stored for nothing. */
const MAX_SITEMAPS = 500;

interface OpenGroup {
  readonly agents: string[];
  readonly rules: RobotsRule[];
  crawlDelay: number | null;
}

/**
 * The part of an answer that counts, as text. RFC 9309 wants UTF-8; a file that says by its byte order mark that it is UTF-16 is
 * read as such, since taken for UTF-8 it would forbid nothing.
 */
export const robotsText = (body: Uint8Array): string =>
  decodeAs(body, byteOrderMark(body) ?? "utf-8").slice(0, MAX_TEXT_LENGTH);

/** Reads the lines of RFC 9309 as leniently as Google's parser does: misspelt keys, a missing colon, any line end. */
export function readRobotsText(text: string): RobotsText {
  const groups: OpenGroup[] = [];
  const sitemaps: string[] = [];
  for (const line of text
    .slice(0, MAX_TEXT_LENGTH)
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)) {
    const [key, value] = keyAndValue(line.slice(0, MAX_LINE_LENGTH));
    if (key === "sitemap") {
      if (value !== "" && sitemaps.length < MAX_SITEMAPS) sitemaps.push(value);
    } else readGroupLine(groups, key, value);
  }
  return { groups, sitemaps };
}

/** Only a rule ends the list of agents; unknown lines between agents and rules change nothing (RFC 9309, 2.2.4). */
function readGroupLine(groups: OpenGroup[], key: Key | null, value: string): void {
  const open = groups.at(-1);
  if (key === "user-agent") {
    if (open && open.rules.length === 0) open.agents.push(agentToken(value));
    else groups.push({ agents: [agentToken(value)], rules: [], crawlDelay: null });
  } else if (open && key === "crawl-delay") {
    const seconds = Number(value);
    if (value !== "" && Number.isFinite(seconds) && seconds >= 0)
      open.crawlDelay = Math.max(open.crawlDelay ?? 0, seconds);
  } else if (open && key !== null) {
    // A rule without a path forbids nothing, yet it does end the list of agents.
    open.rules.push({ allow: key === "allow", pattern: value });
  }
}

type Key = "user-agent" | "allow" | "disallow" | "sitemap" | "crawl-delay";

/** Prefixes, as Google takes them, with the misspellings it found often enough to count. */
const KEYS: readonly (readonly [RegExp, Key])[] = [
  [/^user[ -]?agent/i, "user-agent"],
  [/^allow/i, "allow"],
  [/^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)/i, "disallow"],
  [/^site-?map/i, "sitemap"],
  [/^crawl-?delay/i, "crawl-delay"],
];

function keyAndValue(line: string): readonly [Key | null, string] {
  const bare = withoutComment(line).trim();
  const colon = bare.indexOf(":");
  // "Disallow /path": exactly two words are taken as key and value.
  const words = colon < 0 ? bare.split(/\s+/, 3) : [bare.slice(0, colon), bare.slice(colon + 1)];
  const [name, value] = words;
  if (words.length !== 2 || name === undefined || value === undefined) return [null, ""];
  const key = KEYS.find(([pattern]) => pattern.test(name.trim()));
  return [key?.[1] ?? null, value.trim()];
}

function withoutComment(line: string): string {
  const hash = line.indexOf("#");
  return hash < 0 ? line : line.slice(0, hash);
}

/** "FooBot/2.1 (comment)" addresses FooBot; "*" followed by anything but space is no wildcard. */
function agentToken(value: string): string {
  if (value === "*" || /^\*\s/.test(value)) return "*";
  return /^[a-z_-]*/i.exec(value)?.[0].toLowerCase() ?? "";
}
