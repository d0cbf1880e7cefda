import { attribute, type Element, hasAttribute } from "#extract/page/tree";
import { fail, ok, type Result } from "#model/failure";

/**
 * The selectors that rules are written in: the part of CSS that names a place on a page. `tag`, `#id`, `.class`, `[name]`,
 * `[name=value]` (also `^=`, `$=`, `*=`), joined by a space (inside) or `>` (directly inside). No commas, which are two
 * rules, and no pseudo-classes, whose cost a page can drive up.
 */
export interface Selector {
  /** Outermost first. */
  readonly steps: readonly Step[];
}

interface Step {
  readonly name: string | null;
  readonly tests: readonly Test[];
  /** It stands directly in an element of the step before. */
  readonly direct: boolean;
}

type Test = (element: Element) => boolean;

/** Rules are written by hand and read by people; what is longer was copied from a tool. */
export const MAX_SELECTOR_LENGTH = 200;
/** Deeper selectors are copied from a browser's inspector and break with the next redesign. */
const MAX_STEPS = 8;

const TOKEN =
  /\s*(?<child>>)\s*|(?<inside>\s+)|(?<name>\*|[a-z][\w-]*)|#(?<id>[\w-]+)|\.(?<class>[\p{L}\p{N}_-]+)|\[\s*(?<attr>[\w:-]+)\s*(?:(?<op>[\^$*]?=)\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\]\s"']+))\s*)?\]/iuy;

/** Reads a selector; the failure says where it stops making sense. */
export function parseSelector(text: string): Result<Selector> {
  const source = text.trim();
  if (source === "") return wrong(text, "it is empty");
  if (source.length > MAX_SELECTOR_LENGTH) return wrong(text, `it is longer than ${MAX_SELECTOR_LENGTH} characters`);
  const steps: Step[] = [];
  let step: { name: string | null; tests: Test[]; direct: boolean } | null = null;
  let direct = false;
  for (let at = 0; at < source.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) return wrong(text, `"${source.slice(at, at + 20)}" is no part of a selector that rules can have`);
    at = TOKEN.lastIndex;
    const part = match.groups!;
    if (part["child"] !== undefined || part["inside"] !== undefined) {
      if (!step) return wrong(text, 'something has to stand before ">"');
      steps.push(step);
      step = null;
      direct = part["child"] !== undefined;
      continue;
    }
    const isNamed = part["name"] !== undefined;
    if (step && isNamed) return wrong(text, `"${part["name"]}" has to stand first`);
    step ??= { name: null, tests: [], direct };
    if (!isNamed) step.tests.push(testOf(part));
    else if (part["name"] !== "*") step.name = part["name"]!.toLowerCase();
  }
  if (!step) return wrong(text, "something has to follow at the end");
  steps.push(step);
  return steps.length > MAX_STEPS ? wrong(text, `it has more than ${MAX_STEPS} steps`) : ok({ steps });
}

const wrong = (text: string, why: string): Result<never> =>
  fail("never", "bad-selector", `The selector "${text.slice(0, 80)}" cannot be used: ${why}.`);

function testOf(part: Readonly<Record<string, string | undefined>>): Test {
  const { id, class: className, attr, op } = part;
  if (id !== undefined) return (element) => attribute(element, "id") === id;
  if (className !== undefined) return (element) => attribute(element, "class").split(/\s+/).includes(className);
  const name = attr!.toLowerCase();
  if (op === undefined) return (element) => hasAttribute(element, name);
  const wanted = part["double"] ?? part["single"] ?? part["bare"] ?? "";
  if (op === "=") return (element) => attribute(element, name) === wanted;
  if (wanted === "") return () => false;
  if (op === "^=") return (element) => attribute(element, name).startsWith(wanted);
  if (op === "$=") return (element) => attribute(element, name).endsWith(wanted);
  return (element) => attribute(element, name).includes(wanted);
}

/** Ancestors looked at in all for one element: only a page nested against the selector comes near. */
const MAX_CLIMBS = 2_000;

export function matches(selector: Selector, element: Element): boolean {
  let climbs = MAX_CLIMBS;
  const from = (at: number, one: Element): boolean => {
    const step = selector.steps[at]!;
    if (step.name !== null && step.name !== one.name) return false;
    if (!step.tests.every((test) => test(one))) return false;
    if (at === 0) return true;
    for (let above = one.parent; above && climbs-- > 0; above = above.parent) {
      if (from(at - 1, above)) return true;
      if (step.direct) return false;
    }
    return false;
  };
  return from(selector.steps.length - 1, element);
}
