import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SearchHit } from "#store/reader";
import type { Store } from "#store/store";
import { addArticle, addSource, type OpenStore, openVersion, T0, textOf, withStore } from "./fixtures.ts";

/** Text, query, what is marked; null when it must not be found. */
const MATCHES: readonly (readonly [string, string, readonly string[] | null])[] = [
  ["The minister allegedly resigned.", "allegedly", ["allegedly"]],
  ["The minister allegedly resigned.", "RESIGNED minister", ["minister", "resigned"]],
  ["The minister allegedly resigned.", "minister stayed", null],
  ["The minister allegedly resigned.", '"minister allegedly"', ["minister allegedly"]],
  ["The minister allegedly resigned.", '"allegedly minister"', null],
  ["The minister allegedly resigned.", "“minister allegedly”", ["minister allegedly"]],
  ["The minister allegedly resigned.", '"minister allegedly', ["minister allegedly"]],
  ["The minister allegedly resigned.", "resign", null],
  ["Prime Minister, minister of state", "minister", ["Minister", "minister"]],
  ["Über Zürich: Straße gesperrt", "uber zurich strasse", ["Über", "Zürich", "Straße"]],
  ["Cafe\u0301 crème", "café CREME", ["Cafe\u0301", "crème"]],
  ["It rose to 1,234.5 million", "1,234.5", ["1,234.5"]],
  ["It rose to 1,234.5 million", "234", ["234"]],
  ["It isn’t over", "isn't", ["isn’t"]],
  ["東京都の新しい知事", "京都", ["京都"]],
  ["東京都の新しい知事", "知事 東京", ["東京", "知事"]],
  ["東京都の新しい知事", "都京", null],
  ["カメラを買った", "か", null],
  ["ガラス", "カラス", null],
  ["นายกรัฐมนตรีลาออก", "รัฐมนตรี", ["รัฐมนตรี"]],
  ["서울에서 열린 회의", "서울", ["서울"]],
  ["प्रधानमंत्री ने कहा", "कहा", ["कहा"]],
  ["قال الوَزيرُ إنه", "الوزير", ["الوَزيرُ"]],
  ["Премьер-министр ушёл", "ушел", ["ушёл"]],
  ["ΟΔΟΣ Αθηνών", "οδός", ["ΟΔΟΣ"]],
  ["ＡＢＣ ﬁnance", "abc finance", ["ＡＢＣ", "ﬁnance"]],
  ["news\u00ADpaper", "newspaper", ["news\u00ADpaper"]],
  ["x AND y OR z NEAR w", "NEAR", ["NEAR"]],
  ["x AND y", "x OR y", null],
];

const ODD = [
  "",
  " ",
  '"',
  '""',
  "*",
  "a*",
  "-",
  "NOT",
  "NEAR(",
  "(",
  "a:b",
  "words:x",
  "^a",
  "\0",
  "\uD800",
  "'; drop",
  "{a}",
];

const marked = (hit: SearchHit): string[] => hit.marks.map(([start, end]) => hit.excerpt.slice(start, end));
const find = async (store: Store, query: string) => (await store.reader.search(query, { limit: 50 })).items;

export function searchContract(open: OpenStore): void {
  describe("search", () => {
    for (const [text, query, expected] of MATCHES) {
      it(
        `${expected ? "finds" : "does not find"} ${JSON.stringify(query)} in ${JSON.stringify(text)}`,
        withStore(open, async (store) => {
          await openVersion(store, await addArticle(store), 0, textOf(null, text));
          const hits = await find(store, query);
          assert.deepEqual(hits.length === 0 ? null : marked(hits[0]!), expected);
        }),
      );
    }

    it(
      "never fails on odd input",
      withStore(open, async (store) => {
        await openVersion(store, await addArticle(store), 0, textOf("Headline", "a b"));
        for (const query of [...ODD, "word ".repeat(5000), '"'.repeat(999), "東".repeat(5000)]) {
          await store.reader.search(query, { limit: 5 });
        }
      }),
    );

    it(
      "finds headline, standfirst and correction too",
      withStore(open, async (store) => {
        const text = { headline: "alpha", standfirst: "beta", corrections: ["gamma"], blocks: [] };
        await openVersion(store, await addArticle(store), 0, text);
        for (const word of ["alpha", "beta", "gamma"]) assert.equal((await find(store, word)).length, 1, word);
        assert.equal((await find(store, "alpha beta")).length, 0);
      }),
    );

    it(
      "finds removed text at the last version that had it",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const bodies = ["It was allegedly so", "It was allegedly so", "It was so", "It was allegedly so", "It is so"];
        for (const [after, body] of bodies.entries()) await openVersion(store, id, after, textOf(`${after}`, body));
        const hit = async (query: string) => {
          const [first, ...rest] = await find(store, query);
          assert.equal(rest.length, 0);
          return [first!.version.number, first!.current];
        };
        assert.deepEqual(await hit("allegedly"), [4, false]);
        assert.deepEqual(await hit('"was so"'), [3, false]);
        assert.deepEqual(await hit("is so"), [5, true]);
      }),
    );

    it(
      "lists the newest version first, each article once, page by page",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const ids = [];
        for (const name of ["a", "b", "c", "d", "e"]) {
          const id = await addArticle(store, `https://daily.example/${name}`, source);
          await openVersion(store, id, 0, textOf(name, "common words", `common ${name}`));
          ids.push(id);
        }
        await openVersion(store, ids[1]!, 1, textOf("b again", "common words"), T0 + 10 ** 8);
        const seen: (string | null)[] = [];
        let before: number | undefined;
        for (let page = 0; page < 3; page++) {
          const { items, next } = await store.reader.search("common", { limit: 2, ...(before && { before }) });
          seen.push(...items.map((hit) => hit.article.headline));
          before = next ?? undefined;
        }
        assert.deepEqual(seen, ["b again", "e", "d", "c", "a"]);
        assert.equal(before, undefined);
      }),
    );

    it(
      "finds the same paragraph in every article that has it",
      withStore(open, async (store) => {
        for (const host of ["wire", "daily", "regional"]) {
          await openVersion(
            store,
            await addArticle(store, `https://${host}.example/x`),
            0,
            textOf(host, "Copied text"),
          );
        }
        assert.deepEqual(
          (await find(store, "copied")).map((hit) => hit.article.headline),
          ["regional", "daily", "wire"],
        );
      }),
    );

    it(
      "cuts a long paragraph around the match",
      withStore(open, async (store) => {
        const filler = "lorem ipsum ".repeat(60);
        await openVersion(
          store,
          await addArticle(store),
          0,
          textOf(null, `${filler}the needle 𝒳 stands here ${filler}`),
        );
        const [hit] = await find(store, "needle");
        assert.deepEqual(marked(hit!), ["needle"]);
        assert.ok(hit!.excerpt.length <= 282 && hit!.excerpt.startsWith("…") && hit!.excerpt.endsWith("…"));
        assert.ok(hit!.excerpt.isWellFormed());
      }),
    );
  });
}
