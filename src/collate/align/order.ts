import type { Cluster } from "./grouping.ts";

/**
 * Clusters in reading order: by the new text; removed ones after what stood before them, the nearest old neighbour that
 * kept its place. `moved` holds clusters that did not.
 */
export function readingOrder(clusters: readonly Cluster[], moved: ReadonlySet<Cluster>, oldCount: number): Cluster[] {
  const present = clusters.filter((c) => c.new.length > 0).sort((a, b) => a.new[0]! - b.new[0]!);
  if (present.length === clusters.length) return present;
  const homes: (Cluster | undefined)[] = new Array(oldCount);
  for (const cluster of present) if (!moved.has(cluster)) for (const i of cluster.old) homes[i] = cluster;
  const removed = clusters.filter((c) => c.new.length === 0).sort((a, b) => a.old[0]! - b.old[0]!);
  const after = new Map<Cluster | undefined, Cluster[]>();
  let home: Cluster | undefined;
  let next = 0;
  for (let i = 0; i < oldCount; i += 1) {
    home = homes[i] ?? home;
    if (removed[next]?.old[0] !== i) continue;
    const list = after.get(home);
    if (list) list.push(removed[next]!);
    else after.set(home, [removed[next]!]);
    next += 1;
  }
  const ordered = [...(after.get(undefined) ?? [])];
  for (const cluster of present) {
    ordered.push(cluster);
    for (const gone of after.get(cluster) ?? []) ordered.push(gone);
  }
  return ordered;
}
