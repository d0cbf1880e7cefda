import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { NOW } from "./seed.ts";
import { openSite } from "./site.ts";

interface Day {
  number: number;
  closedAtMs: number;
  versions: number;
  versionsRoot: string;
  looks: number;
  looksRoot: string;
  previousRoot: string | null;
  root: string;
}

test("the ledger shows no day before one is closed, and then all that its root is made from", async (t) => {
  const { get, text, store } = await openSite(t);
  assert.match(await text("/ledger"), /No day is closed yet/);
  const closed = (await store.closeDay(NOW + DAY_MS))!;
  assert.ok((await text("/ledger")).includes(closed.root));
  const { days, next } = (await (await get("/ledger.json")).json()) as { days: Day[]; next: string | null };
  assert.equal(next, null);
  const [day] = days;
  const { number, closedAtMs, versions, versionsRoot, looks, looksRoot, previousRoot } = day!;
  const lines = ["variorum day", number, closedAtMs, versions, versionsRoot, looks, looksRoot, previousRoot ?? ""];
  assert.equal(day!.root, sha256(lines.join("\n")));
  assert.ok(versions > 0 && looks > 0);
});

test("a stretch of the ledger that cannot be told is refused", async (t) => {
  const { get } = await openSite(t);
  assert.equal((await get("/ledger?before=yesterday")).status, 400);
});
