import { SECOND_MS } from "#lib/clock";
import { escaped, matchesPattern, pathOf, unreservedDecoded, upperEscapes } from "./robots-match.ts";
import { type RobotsRule, readRobotsText } from "./robots-text.ts";

export interface Robots {
  /** May the agent ask for this URL of the host? */
  allows(url: string): boolean;
  /** What the agent's group (or everybody's) asks for; null when it asks for nothing. */
  readonly crawlDelayMs: number | null;
  /** As written; usually absolute. */
  readonly sitemaps: readonly string[];
}

/**
 * RFC 9309 for one agent: all groups that name it are one group; without any, those for "*" count. The longest matching
 * pattern wins, allow wins a tie, no match allows. Where the RFC and Google's parser read a pattern differently (escapes
 * that need not be), the stricter reading holds: a disallow matches in any spelling, an allow only as written.
 * `agentToken` is the product token of the User-Agent ("Variorum").
 */
export function parseRobots(text: string, agentToken: string): Robots {
  const { groups, sitemaps } = readRobotsText(text);
  const agent = agentToken.toLowerCase();
  const own = agent === "" ? [] : groups.filter((group) => group.agents.includes(agent));
  const ours = own.length > 0 ? own : groups.filter((group) => group.agents.includes("*"));
  const rules = ours.flatMap((group) => group.rules.flatMap(prepared));
  const delays = ours.flatMap((group) => group.crawlDelay ?? []);
  return {
    allows: (url) => verdict(rules, upperEscapes(pathOf(url))),
    crawlDelayMs: delays.length > 0 ? Math.max(...delays) * SECOND_MS : null,
    sitemaps,
  };
}

interface PreparedRule {
  readonly allow: boolean;
  readonly pattern: string;
  /** Length in octets as written: what "longest" means. */
  readonly weight: number;
}

/** Patterns in the spelling in which they are compared; rules without a pattern say nothing. */
function prepared({ allow, pattern }: RobotsRule): readonly PreparedRule[] {
  if (pattern === "") return [];
  const literal = escaped(pattern);
  const weight = literal.length;
  if (!allow) return [{ allow, pattern: unreservedDecoded(literal), weight }];
  const rule = { allow, pattern: literal, weight };
  // As Google does: who allows a directory's index page allows the directory's address too.
  const directory = /^(.*\/)index\.html?$/.exec(literal)?.[1];
  return directory === undefined ? [rule] : [rule, { allow, pattern: `${directory}$`, weight: directory.length + 1 }];
}

function verdict(rules: readonly PreparedRule[], path: string): boolean {
  const plain = unreservedDecoded(escaped(path));
  let best = 0;
  let allowed = true;
  for (const { allow, pattern, weight } of rules) {
    if (weight < best || (weight === best && !allow)) continue;
    if (!matchesPattern(allow ? path : plain, pattern)) continue;
    best = weight;
    allowed = allow;
  }
  return allowed;
}
