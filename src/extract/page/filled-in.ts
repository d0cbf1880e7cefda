import { textOf } from "./text-of.ts";
import { type Element, isText, type Node } from "./tree.ts";

/** Classes and ids of what a script keeps up to date. A currency may be dressed up too: its class says nothing. */
const ALIVE =
  /(?:^|[\s_-])(?:live|realtime|real-time|ticker|tickers|fx|forex|odometer|countup|count-up|exchange-?rate|stock-?price|stock-?quote|market-?data|auto-?update|js-(?:price|rate|quote|count|counter|amount))(?:$|[\s_-])/i;
/** What the data attributes of such an element are named after, or hold. */
const ALIVE_DATA =
  /(?:^|[\s_.:/-])(?:live|realtime|real-time|ticker|tickers|quote|quotes|symbol|ric|isin|fx|forex|currency|currencies|exchange|rate|rates|stock|stocks|market|markets|crypto|coin|convert|converted|converter|conversion|odometer|countup|count-up|counter|polling|refresh|stream|streaming|autoupdate|auto-update)(?:$|[\s_.:/-])/i;
/** Names that frameworks and trackers put on any element: they say nothing of its text. */
const FRAMEWORK =
  /^data-(?:v-|react|astro|svelte|ember|ng|qa|test|cy|track|ga|gtm|analytics|component|module|styled|emotion|sentry|id$|uid|uuid|key|index|idx|pos|block|node|text|type$|mce|start|end|offset|highlight|annotation|speech|tts)/i;
/** An amount of money, in per cent, or with an arrow: what data attributes of any other name may fill in. */
const PRICED = /[%‰\p{Sc}▲▼▴▾↑↓]|(?:^|[^\p{L}])[A-Z]{3}(?:$|[^\p{L}])/u;

/** Signs of an amount in all: "(US$ 702,144.00)". */
const LONGEST = 32;
/** A number with what belongs to it: signs of money, a scale ("m", "Mio."), a unit, brackets; or the dash that stands in for it. */
const AMOUNT =
  /^[\s([≈~]*(?:(?:[A-Z]{2,3}|\p{Sc}|[A-Z]{1,2}\p{Sc})?[\s▲▼▴▾↑↓+±−–-]*\p{Sc}?\s?\p{Nd}[\p{Nd}.,'’\s]*(?:\p{L}{1,8}\.?)?\s?(?:[%‰]|\p{Sc}|[A-Z]{3}|\p{L}{1,6})?\s?[▲▼▴▾↑↓]?|[–—-]{1,3}|…|\.{3})[\s)\]]*$/u;

/** Children of an element around an amount: the number, its sign, an arrow. */
const MAX_CHILDREN = 4;
/** Longer values are data, not names. */
const MAX_VALUE = 200;

/** Shows the markup that a script fills this in: an element of its own around nothing but an amount, with a sign of such a script? */
export function isFilledIn(element: Element): boolean {
  if (element.children.length > MAX_CHILDREN || element.children.some(isLong)) return false;
  const how = signOf(element);
  if (how === null) return false;
  const text = textOf(element).trim();
  if (text.length > LONGEST || !AMOUNT.test(text)) return false;
  return how === "named" || (PRICED.test(text) && /\p{Nd}/u.test(text));
}

const isLong = (node: Node): boolean => isText(node) && node.value.length > MAX_PADDED;
/** An amount with the white space of its markup: a longer text is none, which costs less to see than what the element is called. */
const MAX_PADDED = 120;

/** An element of its own, and marked as such, around nothing but a number with what belongs to it. */
export function isAmount({ name, children, attrs }: Element): boolean {
  if (children.length !== 1 || attrs.length === 0 || NO_AMOUNT.has(name)) return false;
  const [only] = children;
  return isText(only!) && only.value.length <= LONGEST && /\p{Nd}/u.test(only.value) && AMOUNT.test(only.value);
}
/** A number in one of these is a link, a note or struck out. */
const NO_AMOUNT = new Set(["a", "sup", "sub", "del", "s", "strike", "ins", "p", "li", "td", "th"]);

/** `named` after what moves; `data` where some attribute for scripts is there. */
function signOf({ attrs }: Element): "named" | "data" | null {
  let found: "data" | null = null;
  for (const { name, value } of attrs) {
    const isData = name.startsWith("data-");
    if (!isData && name !== "class" && name !== "id") continue;
    if (isData && FRAMEWORK.test(name)) continue;
    const names = isData ? `${name} ${value.slice(0, MAX_VALUE)}` : value.slice(0, MAX_VALUE);
    if ((isData ? ALIVE_DATA : ALIVE).test(names)) return "named";
    if (isData) found = "data";
  }
  return found;
}
