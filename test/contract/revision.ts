import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addArticle, type OpenStore, openVersion, T0, textOf, withStore } from "./fixtures.ts";

export function revisionContract(open: OpenStore): void {
  describe("the revision", () => {
    it(
      "stays while nothing is written, and is another one after every write",
      withStore(open, async (store) => {
        const { reader, writer } = store;
        const id = await addArticle(store);
        const { sourceId } = (await reader.article(id))!;
        const writes: readonly (readonly [string, () => Promise<unknown>])[] = [
          ["a version", () => openVersion(store, id, 0, textOf("Headline", "body"))],
          ["another one", () => openVersion(store, id, 1, textOf("Headline", "another body"))],
          ["hiding", () => writer.hide(id, "a court asked for it", T0)],
          ["showing", () => writer.unhide(id)],
          ["an article", () => addArticle(store, "https://daily.example/b", sourceId)],
        ];
        const read = async () => {
          await reader.changes({ limit: 9 });
          await reader.search("body", { limit: 9 });
        };
        const seen = [];
        for (const [name, write] of writes) {
          seen.push(await quiet(reader, read, `before ${name}`));
          await write();
        }
        seen.push(await reader.revision());
        assert.equal(new Set(seen).size, seen.length);
      }),
    );
  });
}

/** So many readings are tried: what other databases of the same server write shows in its revision too. */
const TRIES = 50;

/** The revision, which is the same before and after these readings. */
async function quiet(reader: OpenedStore["reader"], read: () => Promise<void>, when: string): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await reader.revision();
    await read();
    if ((await reader.revision()) === before) return before;
  }
  assert.fail(`${when}: the revision never stays`);
}

/** @param openTwice two stores over one database, as two processes have them */
export function sharedRevisionContract(openTwice: () => Promise<readonly [OpenedStore, OpenedStore]>): void {
  it("the revision is another one after what another process wrote", async () => {
    const [ours, theirs] = await openTwice();
    try {
      const id = await addArticle(theirs);
      const read = async () => void (await theirs.reader.article(id));
      const before = await quiet(ours.reader, read, "while the other one reads");
      await theirs.writer.hide(id, "a court asked for it", T0);
      assert.notEqual(await ours.reader.revision(), before);
    } finally {
      await theirs.close();
      await ours.close();
    }
  });
}

type OpenedStore = Awaited<ReturnType<OpenStore>>;
