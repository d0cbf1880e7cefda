import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openStore } from "#store/open";
import { addArticle, openVersion, textOf } from "../contract/fixtures.ts";
import { run } from "./run.ts";

test("labels are marked from the command line, listed, printed for training, and taken back", async () => {
  const data = mkdtempSync(join(tmpdir(), "variorum-labels-"));
  after(() => rmSync(data, { recursive: true, force: true }));
  const store = await openStore(join(data, "variorum.db"));
  const id = await addArticle(store);
  await openVersion(store, id, 0, textOf("The weir", "twelve came."));
  await openVersion(store, id, 1, textOf("The weir", "fifteen came."));
  await store.close();
  const labels = (...args: readonly string[]) => run(["labels", ...args, "--data", data]);
  const change = `http://localhost:8080/articles/${id}/changes/1..2`;

  assert.deepEqual(await labels(), { code: 0, out: "", err: "No label is marked as wrong." });
  assert.equal((await labels(change, "--wrong", "name")).err, "The change has no label name.");
  assert.match(
    (await labels(change, "--wrong", "weather")).err,
    /There is no label "weather"\. The labels are headline,/,
  );
  assert.match((await labels("12", "--wrong", "name")).err, /no address of a change/);
  assert.match((await labels(change)).err, /Give a change together with --wrong or --right/);
  const marked = await labels(change, "--wrong", "number");
  assert.deepEqual([marked.code, marked.out], [0, "Marked as wrong: number, twelve became fifteen"]);
  assert.match((await labels()).out, new RegExp(`${id}/changes/1\\.\\.2 +number +twelve became fifteen`));
  const { marks } = JSON.parse((await labels("--json")).out) as { marks: readonly Record<string, unknown>[] };
  assert.deepEqual(
    marks.map(({ markedAt, ...mark }) => [typeof markedAt, mark]),
    [["string", { article: id, from: 1, to: 2, kind: "number", reason: "twelve became fifteen" }]],
  );
  assert.deepEqual(JSON.parse((await labels("--training")).out), {
    ...{ id: `${id}-1-2`, field: "body", language: "en", wrong: ["number"] },
    ...{ old: "twelve came.", new: "fifteen came." },
  });
  assert.equal((await labels(`${id}/changes/1..2`, "--right", "number")).code, 0);
  assert.equal((await labels()).err, "No label is marked as wrong.");
});
