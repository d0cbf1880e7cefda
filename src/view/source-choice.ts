import type { Source } from "#model/source";
import type { PublicReader, SourceName } from "#store/public-reader";

/** A source as a reader asks for it: by its number, or by words of its name. */
export type SourceChoice =
  | { readonly kind: "all" }
  | { readonly kind: "one"; readonly source: Source }
  /** Some of those that were found; `found` counts all. */
  | {
      readonly kind: "several";
      readonly asked: string;
      readonly matches: readonly SourceName[];
      readonly found: number;
    }
  | { readonly kind: "none"; readonly asked: string };

/** As many as can be read at a glance; whoever sees more types more of the name. */
const MATCHES_SHOWN = 8;

/** @param asked empty for all sources */
export async function chooseSource(
  reader: Pick<PublicReader, "source" | "sourceNames">,
  asked: string,
): Promise<SourceChoice> {
  if (asked === "") return { kind: "all" };
  const numbered = /^[1-9]\d{0,14}$/.test(asked) ? await reader.source(Number(asked) as Source["id"]) : null;
  if (numbered) return { kind: "one", source: numbered };
  const found = namedLike(await reader.sourceNames(), asked);
  const exact = found.filter(({ name }) => folded(name) === folded(asked));
  const only = exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined;
  const source = only ? await reader.source(only.id) : null;
  if (source) return { kind: "one", source };
  if (found.length === 0) return { kind: "none", asked };
  return { kind: "several", asked, matches: found.slice(0, MATCHES_SHOWN), found: found.length };
}

/** Sources that have all the words in their name or in the address of their home page; those whose name begins so first. */
export function namedLike<T extends SourceName>(sources: readonly T[], asked: string): readonly T[] {
  const words = folded(asked).split(/\s+/);
  const found = sources.filter(({ name, homeUrl }) => {
    const text = `${folded(name)} ${homeUrl.toLowerCase()}`;
    return words.every((word) => text.includes(word));
  });
  const begins = ({ name }: T): boolean => folded(name).startsWith(words[0]!);
  return [...found.filter(begins), ...found.filter((each) => !begins(each))];
}

/** Without case and accents, which people leave out. */
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
