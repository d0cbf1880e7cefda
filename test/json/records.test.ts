import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { RECORDS, type RecordName } from "#json/records";
import { openSite } from "../publish/site.ts";

/** Where the web gives each record, in the made-up press of these tests. */
const ADDRESSES: Readonly<Record<RecordName, (ids: Record<string, number>) => readonly string[]>> = {
  article: (ids) => Object.values(ids).map((id) => `/articles/${id}.json`),
  version: (ids) => [`/articles/${ids["ferry"]}/versions/1.json`, `/articles/${ids["ferry"]}/versions/3.json`],
  change: (ids) => [`/articles/${ids["ferry"]}/changes/1..2.json`, `/articles/${ids["ferry"]}/changes/1..3.json`],
  variant: () => [],
  looks: (ids) => [`/articles/${ids["ferry"]}/looks.json`],
  evolution: (ids) => [`/articles/${ids["ferry"]}/evolution.json`],
  ledger: () => ["/ledger.json"],
  proof: () => [],
};

suite("public records", () => {
  for (const [name, addresses] of Object.entries(ADDRESSES) as [RecordName, (typeof ADDRESSES)[RecordName]][])
    test(`${name} is as its schema says, field by field`, async (t) => {
      const { get, ids } = await openSite(t);
      const { hidden, ...shown } = ids;
      for (const address of addresses(shown)) {
        const answer = await get(address);
        assert.equal(answer.status, 200, address);
        const record = (await answer.json()) as { schema: string };
        assert.equal(record.schema, `variorum/${name}/1`, address);
        assert.deepEqual(RECORDS[name].parse(record), record, address);
      }
      assert.equal((await get(`/articles/${hidden}.json`)).status, 410);
    });
});
