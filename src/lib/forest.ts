/**
 * A tree as it is written down: numbers with blanks between them, a place per node. Nodes stand in preorder: the left child
 * follows its parent, the right child's index is given. A leaf has feature -1 and its value in `value`; a split goes left when
 * the feature is less than `value`.
 */
export interface TreeJson {
  readonly feature: string;
  readonly value: string;
  readonly right: string;
}

export interface ForestJson {
  readonly features: readonly string[];
  readonly base: number;
  readonly trees: readonly TreeJson[];
}

/** Boosted trees, all in three flat lists. */
export interface Forest {
  readonly features: readonly string[];
  readonly base: number;
  readonly roots: Int32Array;
  readonly feature: Int16Array;
  readonly value: Float64Array;
  readonly right: Int32Array;
}

/** Checks and flattens; throws when the model is not one, because a package with a broken model must not start. */
export function readForest(json: ForestJson): Forest {
  const trees = json.trees.map(({ feature, value, right }) => [feature, value, right].map(numbers));
  const nodes = trees.reduce((sum, [feature]) => sum + feature!.length, 0);
  const forest = {
    features: json.features,
    base: json.base,
    roots: new Int32Array(trees.length),
    feature: new Int16Array(nodes),
    value: new Float64Array(nodes),
    right: new Int32Array(nodes),
  };
  let at = 0;
  trees.forEach(([features, values, rights], t) => {
    const size = features!.length;
    forest.roots[t] = at;
    for (let i = 0; i < size; i++) {
      const feature = features![i]!;
      const right = rights![i]!;
      const isSplit = feature !== -1;
      if (isSplit && (!(feature >= 0) || feature >= json.features.length || right <= i + 1 || right >= size))
        throw new Error(`Tree ${t} of the model is broken at node ${i}.`);
      if (!Number.isFinite(values![i])) throw new Error(`Tree ${t} of the model has no value at node ${i}.`);
      forest.feature[at + i] = feature;
      forest.value[at + i] = values![i]!;
      forest.right[at + i] = at + right;
    }
    at += size;
  });
  return forest;
}

const numbers = (text: string): readonly number[] => text.split(" ").map(Number);

/** Sum over the trees for the row of `rows` that begins at `start`. For a classifier these are log-odds. */
export function predict(forest: Forest, rows: Float32Array, start: number): number {
  const { roots, feature, value, right } = forest;
  let sum = forest.base;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!;
    for (let f = feature[node]!; f >= 0; f = feature[node]!)
      node = rows[start + f]! < value[node]! ? node + 1 : right[node]!;
    sum += value[node]!;
  }
  return sum;
}
