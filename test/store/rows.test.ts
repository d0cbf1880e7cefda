import assert from "node:assert/strict";
import { test } from "node:test";
import { toChange } from "#store/rows";
import type { ChangeRow } from "#store/schema";
import { SUMMARY } from "../contract/fixtures.ts";

const row = (summary: object): ChangeRow =>
  ({
    id: 1,
    article_id: 1,
    source_id: 1,
    from_number: 1,
    to_number: 2,
    seen_at: 9,
    last_seen_old_at: 5,
    summary: JSON.stringify(summary),
  }) as unknown as ChangeRow;

test("a change recorded before changes were labelled reads as one without labels", () => {
  const { labels: _, rank: __, silent: ___, ...unlabelled } = SUMMARY;
  assert.deepEqual(toChange(row(unlabelled)).summary, { ...SUMMARY, labels: [], rank: 0, silent: false });
  assert.deepEqual(toChange(row(SUMMARY)).summary, SUMMARY);
});
