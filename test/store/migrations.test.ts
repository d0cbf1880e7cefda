import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { openStore } from "#store/index";
import { addArticle, lookOf, openVersion, stateOf, T0, textOf } from "../contract/fixtures.ts";
import { freshFile } from "./folder.ts";

/** Takes a file back to what the first release wrote. */
const TO_FIRST = `
  drop table gap;
  alter table host drop column refusals;
  alter table host drop column slow_level;
  alter table host drop column slow_until;
  alter table host drop column day;
  alter table host drop column day_requests;
  alter table host drop column validator_checks;
  alter table host drop column validator_lies;
  alter table host drop column lied_at;
  alter table source drop column render;
  alter table article drop column not_modified;
  drop table archived_body;
  drop table archive_file;
  drop table site;
  drop table article_trace;
  drop table reading;
  drop table reading_paragraph;
  drop index change_reading_only;
  alter table version drop column reading_hash;
  alter table change drop column reading_only;
  drop table raised_date;
  drop table deciding;
  drop table variant;
  alter table version drop column confirmed_at;
  alter table version drop column live;
  alter table version drop column facts;
  alter table change drop column running_from;
  alter table article drop column claimed_date;
  alter table version drop column date_raised;
  delete from kysely_migration where name > '0001-initial'`;

test("a file of the first release is brought up to date with everything that is in it", async () => {
  const file = freshFile();
  const first = await openStore(file);
  const id = await addArticle(first);
  await openVersion(first, id, 0, textOf("A", "one"));
  await openVersion(first, id, 1, textOf("A", "two"));
  const before = { article: await first.reader.article(id), versions: await first.reader.versions(id) };
  await first.close();
  const raw = new DatabaseSync(file);
  raw.exec(TO_FIRST);
  raw.close();

  const store = await openStore(file);
  try {
    assert.deepEqual({ article: await store.reader.article(id), versions: await store.reader.versions(id) }, before);
    assert.deepEqual(
      before.versions.map((version) => version.dateRaised),
      [null, null],
    );
    assert.deepEqual(await store.check(), []);
    const claimedDate = {
      modifiedAt: T0,
      lastSeenAt: T0,
      textSeenAt: T0,
      beside: "",
      extractor: "test/1",
      pending: null,
    };
    const raisedDate = { oldModifiedAt: 1, newModifiedAt: 2, lastSeenOldAt: T0, seenAt: T0 + 1 };
    await store.writer.recordLook(lookOf(id, T0 + 9, { sawVersion: 2, raisedDate, state: stateOf({ claimedDate }) }));
    assert.deepEqual((await store.reader.article(id))!.claimedDate, claimedDate);
    assert.equal((await store.reader.raisedDates(id)).length, 1);
  } finally {
    await store.close();
  }
});
