import type { RunBlock } from "#extract/body/clean";
import { kindOf } from "#extract/page/kinds";
import type { Page } from "#extract/page/page";
import { type Element, isText } from "#extract/page/tree";
import { isCorrection } from "#language/notes";
import { fail, ok, type Result } from "#model/failure";
import { matches, parseSelector, type Selector } from "./selector.ts";
import { NO_RULES, type SiteRules } from "./template.ts";

/** Rules per site and kind: more than this is a parser written in selectors. */
export const MAX_RULES = 20;

/** Reads rules that come from people or a file; the failure names the first that cannot be used. */
export function checkRules(rules: SiteRules): Result<SiteRules> {
  for (const list of [rules.take, rules.drop]) {
    if (list.length > MAX_RULES)
      return fail("never", "too-many-rules", `A site can have ${MAX_RULES} rules of a kind.`);
    for (const text of list) {
      const parsed = parseSelector(text);
      if (!parsed.ok) return parsed;
    }
  }
  return ok(rules);
}

/** Rules as stored; damaged ones are no rules. */
export function readRules(json: string): SiteRules {
  try {
    const { take, drop } = { ...NO_RULES, ...(JSON.parse(json) as Partial<SiteRules>) };
    const strings = (list: unknown) => (Array.isArray(list) ? list.filter((item) => typeof item === "string") : []);
    return { take: strings(take), drop: strings(drop) };
  } catch {
    return NO_RULES;
  }
}

const compiled = (list: readonly string[]): readonly Selector[] =>
  list.slice(0, MAX_RULES).flatMap((text) => {
    const parsed = parseSelector(text);
    return parsed.ok ? [parsed.value] : [];
  });

const matchesAny = (selectors: readonly Selector[], element: Element): boolean =>
  selectors.some((selector) => matches(selector, element));

/** Takes what the rules drop out of a tree, before anything reads it. */
export function dropByRules(root: Element, { drop }: SiteRules): void {
  const selectors = compiled(drop);
  if (selectors.length === 0) return;
  const open: Element[] = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    const kept = element.children.filter((child) => isText(child) || !matchesAny(selectors, child));
    if (kept.length < element.children.length) element.children.splice(0, element.children.length, ...kept);
    for (const child of kept) if (!isText(child)) open.push(child);
  }
}

/** The body as the rules take it: every line in the boxes that match, notes apart; null when none matches. */
export function takenByRules(page: Page, { take }: SiteRules): readonly RunBlock[] | null {
  const selectors = compiled(take);
  if (selectors.length === 0) return null;
  const blocks: RunBlock[] = [];
  for (let i = 0; i < page.boxes.length; i++) {
    const box = page.boxes[i]!;
    if (!matchesAny(selectors, box.element)) continue;
    for (let run = box.from; run < box.to; run++) {
      const { text } = page.runs[run]!;
      if (!isCorrection(text)) blocks.push({ kind: kindOf(page, page.runs[run]!, box), text, run });
    }
    i = box.end - 1;
  }
  return blocks.length === 0 ? null : blocks;
}
