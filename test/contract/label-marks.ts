import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addArticle, type OpenStore, openVersion, T0, textOf, withStore } from "./fixtures.ts";

export function labelMarksContract(open: OpenStore): void {
  describe("label marks", () => {
    it(
      "keeps a mark once, newest first, and takes it back",
      withStore(open, async (store) => {
        const articleId = await addArticle(store);
        for (const [after, body] of ["It rained.", "It poured.", "It snowed."].entries())
          await openVersion(store, articleId, after, textOf("The weir", body));
        const { reader, writer } = store;
        const number = { articleId, from: 1, to: 2, kind: "number", reason: "twelve became fifteen" } as const;
        const name = { articleId, from: 2, to: 3, kind: "name", reason: "“Ada” became “Ida”" } as const;
        assert.equal(await writer.markLabel(number, T0), true);
        assert.equal(await writer.markLabel(number, T0 + 5), true, "again, which is nothing");
        assert.equal(await writer.markLabel(name, T0 + 9), true);
        assert.equal(await writer.markLabel({ ...name, to: 9 }, T0 + 9), false, "no such change");
        assert.deepEqual(await reader.labelMarks(), [
          { ...name, markedAt: T0 + 9 },
          { ...number, markedAt: T0 },
        ]);
        const change = (await reader.change(articleId, 1, 2))!;
        assert.deepEqual(await reader.labelMarks(change), [{ ...number, markedAt: T0 }]);
        assert.equal(await writer.markLabel(number, null), true);
        assert.deepEqual(await reader.labelMarks(change), []);
        assert.deepEqual(await store.check(), []);
      }),
    );
  });
}
