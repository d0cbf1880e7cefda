import { comparable } from "#language/comparable";
import type { Cluster } from "./grouping.ts";

/** Longer texts have words enough to be found in a group by what they share with it. */
const LONGEST = 120;
/** Read of a text's end for one so long: blanks may be written in more than one way. */
const SLACK = 24;

type Side = "old" | "new";

/**
 * Short texts without partner ("* * *", "Advertisement") that their neighbour was joined with: they stand to the letter at that end
 * of its counterpart, where the neighbour itself has no such words. Gives the clusters with them.
 */
export function glue(
  clusters: readonly Cluster[],
  old: readonly string[],
  next: readonly string[],
): readonly Cluster[] {
  const texts = { old, new: next };
  const home = { old: homes(clusters, "old", old.length), new: homes(clusters, "new", next.length) };
  const joining = new Map<Cluster, { readonly side: Side; readonly text: number }[]>();
  for (const side of ["old", "new"] as const)
    for (let text = 0; text < texts[side].length; text += 1) {
      if (home[side][text] || texts[side][text]!.length > LONGEST) continue;
      const host = [home[side][text - 1], home[side][text + 1]].find(
        (cluster, k) => cluster && isGlued(texts, side, text, cluster, k === 0 ? "end" : "start"),
      );
      if (host) joining.set(host, [...(joining.get(host) ?? []), { side, text }]);
    }
  if (joining.size === 0) return clusters;
  return clusters.map((cluster) => (joining.get(cluster) ?? []).reduce(joined, cluster));
}

const joined = (cluster: Cluster, { side, text }: { readonly side: Side; readonly text: number }): Cluster => ({
  ...cluster,
  [side]: [...cluster[side], text].sort((a, b) => a - b),
});

function homes(clusters: readonly Cluster[], side: Side, count: number): readonly (Cluster | undefined)[] {
  const found: (Cluster | undefined)[] = new Array(count);
  for (const cluster of clusters) for (const text of cluster[side]) found[text] = cluster;
  return found;
}

function isGlued(
  texts: { readonly old: readonly string[]; readonly new: readonly string[] },
  side: Side,
  text: number,
  cluster: Cluster,
  at: "start" | "end",
): boolean {
  const other = side === "old" ? "new" : "old";
  if (cluster[other].length === 0) return false;
  const words = comparable(texts[side][text]!);
  const pick = (indices: readonly number[]) => (at === "end" ? indices.at(-1)! : indices[0]!);
  const host = pick(cluster[side]);
  const counterpart = texts[other][pick(cluster[other])]!;
  return (
    words !== "" &&
    Math.abs(host - text) === 1 &&
    hasAt(counterpart, words, at) &&
    !hasAt(texts[side][host]!, words, at)
  );
}

/** The words stand at that end of a longer text, and do not begin or end within another word. */
function hasAt(text: string, words: string, at: "start" | "end"): boolean {
  const reach = words.length + SLACK;
  const near = comparable(at === "end" ? text.slice(-reach) : text.slice(0, reach));
  if (near.length <= words.length) return false;
  if (at === "start") return near.startsWith(words) && !/^[\p{L}\p{N}]/u.test(near.slice(words.length));
  return near.endsWith(words) && !/[\p{L}\p{N}]$/u.test(near.slice(0, -words.length));
}
