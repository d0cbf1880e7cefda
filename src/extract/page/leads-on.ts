import { parseHttpUrl, urlKey } from "#lib/url";

/** A page that only leads on is short, scripts and all, and says next to nothing. */
const MAX_HTML = 30_000;
const MAX_TEXT = 600;
/** Pages that go on after a longer time are to be read before. */
const MAX_SECONDS = 60;

const REFRESH = /<meta\b[^>]{0,300}\bhttp-equiv\s*=\s*["']?refresh\b[^>]{0,3000}>/i;
const CONTENT = /\bcontent\s*=\s*(?:"([^"]{0,2500})"|'([^']{0,2500}(?:'[^'>\s]{1,2500}'[^'>]{0,20})?)')/i;
const DIRECTION = /^\s*(\d{0,6})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i;
const SCRIPT =
  /\blocation(?:\.href)?\s*=\s*["']([^"'\s]{1,2048})["']|\blocation\.(?:replace|assign)\(\s*["']([^"'\s]{1,2048})["']\s*\)/;

/** Where a page leads that is nothing but a redirect, and by what; null for any other page. */
export interface LeadsOn {
  readonly url: string;
  /** A `refresh` can be followed as it is written; a script's address is only what it seems to be. */
  readonly by: "refresh" | "script";
}

/**
 * Pages lead on by a meta refresh, also for readers without scripts, or by a script alone. Bounded: long pages are not looked at.
 * @param base where the page came from
 */
export function leadsOn(html: string, base: string): LeadsOn | null {
  if (html.length > MAX_HTML) return null;
  if (!/refresh|location/i.test(html)) return null;
  const page = without(html, "<!--", "-->");
  const refresh = REFRESH.exec(page)?.[0];
  const script = refresh === undefined ? SCRIPT.exec(page) : null;
  if ((refresh === undefined && !script) || textLength(page) > MAX_TEXT) return null;
  const target = refresh === undefined ? (script![1] ?? script![2]) : refreshTarget(refresh);
  const url = target === undefined ? null : parseHttpUrl(target.replaceAll("&amp;", "&"), base);
  if (!url || urlKey(url.href) === urlKey(base)) return null;
  return { url: url.href, by: refresh === undefined ? "script" : "refresh" };
}

function refreshTarget(meta: string): string | undefined {
  const content = CONTENT.exec(meta);
  const direction = DIRECTION.exec(content?.[1] ?? content?.[2] ?? "");
  return direction && Number(direction[1] || 0) <= MAX_SECONDS ? direction[2] : undefined;
}

const textLength = (page: string): number =>
  ["script", "style", "title"]
    .reduce((rest, name) => without(rest, `<${name}`, `</${name}`), page)
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ").length;

/** Without what lies between; what is not closed goes to the end. One pass, whatever a page was made for. */
function without(text: string, opening: string, closing: string): string {
  const lower = text.toLowerCase();
  const parts: string[] = [];
  let at = 0;
  for (let from = lower.indexOf(opening); from >= 0; from = lower.indexOf(opening, at)) {
    parts.push(text.slice(at, from));
    const end = lower.indexOf(closing, from);
    at = end < 0 ? text.length : end + closing.length;
  }
  return [...parts, text.slice(at)].join(" ");
}
