import type { ArticleTrace, SiteMemory } from "./memory.ts";
import type { SiteRules, SiteTemplate } from "./template.ts";

export interface SiteState {
  readonly memory: SiteMemory;
  readonly rules: SiteRules;
  readonly generation: number;
}

/** What extraction knows of a site, for a page of a section and the article's own last look. */
export function templateFor(site: SiteState, section: string, previous: ArticleTrace | null): SiteTemplate {
  const { memory, rules, generation } = site;
  return {
    generation,
    bodyPath: memory.sections[section]?.bodyPath ?? null,
    boilerplate: new Set(boilerplateOf(memory)),
    volatile: new Set(accepted(memory.paths)),
    moving: new Set(accepted(memory.moving ?? {})),
    amounts: new Set(accepted(memory.amounts ?? {})),
    rules,
    prior: previous && { container: previous.container, keptAll: previous.keptAll },
  };
}

/** Equal for memories that give equal templates: where it changes, the site's generation rises. */
export function viewOf(memory: SiteMemory): string {
  const { sections, paths, moving = {}, amounts = {} } = memory;
  const bodies = Object.entries(sections).flatMap(([name, { bodyPath }]) => (bodyPath ? [`${name} ${bodyPath}`] : []));
  const lists = [bodies, boilerplateOf(memory), accepted(paths), accepted(moving)];
  const places = accepted(amounts);
  return [...lists, ...(places.length > 0 ? [places] : [])].map((list) => list.toSorted().join("\n")).join("\n\n");
}

/** What was learned of a box beside the text says nothing about the same words among the text: a teaser is a text's first line. */
const boilerplateOf = ({ blocks }: SiteMemory): readonly string[] =>
  Object.entries(blocks).flatMap(([key, { accepted, flow, textKey }]) =>
    !accepted ? [] : flow && textKey !== null ? [key, textKey] : [key],
  );

const accepted = (table: Readonly<Record<string, { readonly accepted: boolean }>>): string[] =>
  Object.keys(table).filter((key) => table[key]!.accepted);
