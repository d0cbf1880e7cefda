/** An edge of a bipartite graph; nodes are numbered per side. */
export interface Edge {
  readonly old: number;
  readonly new: number;
  /** Above 0. */
  readonly score: number;
}

/** Largest connected component solved exactly (the Hungarian method is cubic); larger ones are matched greedily. */
const EXACT_NODES = 64;

/** Chooses edges so that no node has two: of largest total score per connected component, greedy in very large ones. */
export function assign(edges: readonly Edge[]): Edge[] {
  const chosen: Edge[] = [];
  for (const component of components(edges)) {
    const olds = [...new Set(component.map((edge) => edge.old))];
    const news = [...new Set(component.map((edge) => edge.new))];
    if (component.length === 1) chosen.push(component[0]!);
    else if (olds.length + news.length <= EXACT_NODES) chosen.push(...hungarian(component, olds, news));
    else chosen.push(...greedy(component));
  }
  return chosen;
}

function components(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<number, number>();
  const find = (node: number): number => {
    let root = node;
    while (parent.get(root) !== undefined) root = parent.get(root)!;
    for (let at = node; at !== root; ) {
      const next = parent.get(at)!;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const edge of edges) {
    const a = find(edge.old);
    const b = find(-1 - edge.new);
    if (a !== b) parent.set(a, b);
  }
  const grouped = new Map<number, Edge[]>();
  for (const edge of edges) {
    const root = find(edge.old);
    const list = grouped.get(root);
    if (list) list.push(edge);
    else grouped.set(root, [edge]);
  }
  return [...grouped.values()];
}

function greedy(edges: readonly Edge[]): Edge[] {
  const taken = new Set<number>();
  return [...edges]
    .sort((a, b) => b.score - a.score || a.old - b.old || a.new - b.new)
    .filter((edge) => {
      if (taken.has(edge.old) || taken.has(-1 - edge.new)) return false;
      taken.add(edge.old).add(-1 - edge.new);
      return true;
    });
}

/** Kuhn-Munkres with potentials on costs `-score`; staying alone costs 0, which padding columns stand for. */
function hungarian(edges: readonly Edge[], olds: readonly number[], news: readonly number[]): Edge[] {
  const rows = olds.length;
  const columns = news.length + rows;
  const rowOf = new Map(olds.map((node, index) => [node, index]));
  const columnOf = new Map(news.map((node, index) => [node, index]));
  const cost = new Float64Array(rows * columns);
  const edgeAt = new Map<number, Edge>();
  for (const edge of edges) {
    const at = rowOf.get(edge.old)! * columns + columnOf.get(edge.new)!;
    cost[at] = -edge.score;
    edgeAt.set(at, edge);
  }
  const rowOfColumn = solve(cost, rows, columns);
  const chosen: Edge[] = [];
  for (let column = 0; column < news.length; column += 1) {
    const edge = rowOfColumn[column]! >= 0 ? edgeAt.get(rowOfColumn[column]! * columns + column) : undefined;
    if (edge) chosen.push(edge);
  }
  return chosen;
}

/** Row assigned to each column, or -1, of least total cost. `rows <= columns`. Indices are shifted by one inside. */
function solve(cost: Float64Array, rows: number, columns: number): Int32Array {
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    let column = 0;
    do {
      used[column] = 1;
      const from = rowOf[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let c = 1; c <= columns; c += 1) {
        if (used[c]) continue;
        const reduced = cost[(from - 1) * columns + c - 1]! - rowPotential[from]! - columnPotential[c]!;
        if (reduced < least[c]!) {
          least[c] = reduced;
          way[c] = column;
        }
        if (least[c]! < delta) {
          delta = least[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= columns; c += 1) {
        if (used[c]) {
          rowPotential[rowOf[c]!]! += delta;
          columnPotential[c]! -= delta;
        } else least[c]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = way[column]!) rowOf[column] = rowOf[way[column]!]!;
  }
  return rowOf.slice(1).map((row) => row - 1);
}
