import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { RECORDS, type RecordName } from "#json/records";
import { openSite } from "../publish/site.ts";

/** Where the web gives each record, in the made-up press of these tests. */
const ADDRESSES: Readonly<Record<RecordName, (ids: Record<string, number>, source: number) => readonly string[]>> = {
  article: (ids) => Object.values(ids).map((id) => `/articles/${id}.json`),
  articles: () => [],
  version: (ids) => [`/articles/${ids["ferry"]}/versions/1.json`, `/articles/${ids["ferry"]}/versions/3.json`],
  change: (ids) => [`/articles/${ids["ferry"]}/changes/1..2.json`, `/articles/${ids["ferry"]}/changes/1..3.json`],
  variant: () => [],
  looks: (ids) => [`/articles/${ids["ferry"]}/looks.json`],
  evolution: (ids) => [`/articles/${ids["ferry"]}/evolution.json`],
  changes: (_, source) => [
    "/changes.json",
    "/changes.json?order=rank&days=7",
    `/changes.json?source=${source}`,
    "/changes.json?source=harbour",
  ],
  search: () => ["/search.json?q=ferry", "/search.json?q=xylophone"],
  sources: () => ["/sources.json", "/sources.json?q=ledger"],
  source: (_, source) => [`/sources/${source}.json`, `/sources/${source + 1}.json`],
  health: () => ["/health.json"],
  ledger: () => ["/ledger.json"],
  proof: () => [],
};

suite("public records", () => {
  for (const [name, addresses] of Object.entries(ADDRESSES) as [RecordName, (typeof ADDRESSES)[RecordName]][])
    test(`${name} is as its schema says, field by field`, async (t) => {
      const { get, ids, sources } = await openSite(t);
      const { hidden, ...shown } = ids;
      for (const address of addresses(shown, sources.ledger)) {
        const answer = await get(address);
        assert.equal(answer.status, 200, address);
        const record = (await answer.json()) as { schema: string };
        assert.equal(record.schema, `variorum/${name}/1`, address);
        assert.deepEqual(RECORDS[name].parse(record), record, address);
      }
      assert.equal((await get(`/articles/${hidden}.json`)).status, 410);
    });
});
