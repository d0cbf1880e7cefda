import { mix } from "#newsroom/random";

/**
 * What sites do to a watcher beside what befalls any page:
 * - `outage`: a whole site shows something else for hours or days. `frozen`: "not modified" whatever was edited. `undated`: nothing
 *   but a sitemap without dates.
 * - `led-away`: some looks are led to an advertisement, a consent page or a waiting room, and back only the next time.
 * - `sent-away`: a removed article answers with a redirect to the front page, a section, a tag or another article.
 * - `walled-off`: for hours all or some looks get another page in the articles' place, with status 200, in any language.
 * - `scrambled`: behind its first paragraphs the text cannot be read. `astray`: the page declares an address that is not its own.
 * - `renamed`: another slug under the same guid; the list knows it before the old address redirects, if that ever does.
 * - `twin`: the list names an AMP or a print address at times. `respelled`: it spells addresses in another way at each poll.
 * - `site-moved`: the whole site goes to another host. `taken-back`: an edit is undone after hours.
 * - `gone-and-back`: the page is away for hours or days. `new-byline`: another name over the same text, for good.
 */
export const MISBEHAVIOURS = [
  "outage",
  "frozen",
  "undated",
  "led-away",
  "sent-away",
  "walled-off",
  "scrambled",
  "astray",
  "renamed",
  "twin",
  "respelled",
  "site-moved",
  "taken-back",
  "gone-and-back",
  "new-byline",
] as const;

export type Misbehaviour = (typeof MISBEHAVIOURS)[number];

/** Of six hosts those whose validators never change, and that have nothing but an undated sitemap; none of those that have outages. */
const FROZEN = 2;
const UNDATED = 5;

/** What a host does of those that were asked for; two of the later ones each, so that a few hosts show them all. */
export function misbehavioursOf(
  host: number,
  seed: number,
  wanted: readonly Misbehaviour[],
): ReadonlySet<Misbehaviour> {
  const own = new Set<Misbehaviour>();
  if (host % 3 === 1) own.add("outage");
  if (host % 6 === FROZEN) own.add("frozen");
  if (host % 6 === UNDATED) own.add("undated");
  const drawn = MISBEHAVIOURS.slice(MISBEHAVIOURS.indexOf("led-away"));
  own.add(drawn[(host + seed) % drawn.length]!);
  own.add(drawn[mix(host, seed, 0x6d62) % drawn.length]!);
  return own.intersection(new Set(wanted));
}
