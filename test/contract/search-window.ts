import assert from "node:assert/strict";
import { it } from "node:test";
import type { Store } from "#store/store";
import { addArticle, addSource, openVersion, T0, textOf } from "./fixtures.ts";

/** Headlines of all pages; a list that never ends fails. */
async function allPages(store: Store, query: string, limit: number): Promise<readonly (string | null)[]> {
  const names: (string | null)[] = [];
  let before: number | null | undefined;
  for (let page = 0; page < 50; page++) {
    const { items, next } = await store.reader.search(query, { limit, ...(before && { before }) });
    names.push(...items.map((hit) => hit.article.headline));
    if (next === null) return names;
    before = next;
  }
  throw new Error("the pages do not end");
}

/** Searches that match more paragraphs than are looked at together. */
export function searchWindowContract(open: (searchWindow: number) => Promise<Store>): void {
  it("pages to the end through more matches than are grouped at once", async () => {
    const store = await open(3);
    const source = await addSource(store);
    const expected: string[] = [];
    for (let at = 0; at < 12; at++) {
      const id = await addArticle(store, `https://daily.example/${at}`, source);
      await openVersion(store, id, 0, textOf(`h${at}`, `common ${at}`));
      expected.unshift(`h${at}`);
    }
    for (const limit of [1, 2, 3, 5])
      assert.deepEqual(await allPages(store, "common", limit), expected, `limit ${limit}`);
    await store.close();
  });

  it("finds the second article behind one with very many matches", async () => {
    const store = await open(10);
    const source = await addSource(store);
    const [quiet, live] = [
      await addArticle(store, "https://daily.example/quiet", source),
      await addArticle(store, "https://daily.example/live", source),
    ];
    await openVersion(store, quiet, 0, textOf("quiet", "common"), T0);
    await openVersion(store, live, 0, textOf("live", ...Array.from({ length: 35 }, (_, at) => `common ${at}`)), T0);
    assert.deepEqual(await allPages(store, "common", 5), ["live", "quiet"]);
    await store.close();
  });
}
