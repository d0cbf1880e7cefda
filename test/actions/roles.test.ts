import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createActions } from "#actions/actions";
import { createHubCallbacks } from "#actions/hub-callbacks";
import { separate } from "#actions/joins";
import { allows } from "#actions/roles";
import { DrivenClock } from "#lib/clock";
import { type Actor, HUB, OPERATOR, READER } from "#model/actor";
import type { ArticleId } from "#model/id";
import { ROUTES } from "#publish/routes";
import { NOW } from "../publish/seed.ts";
import { openSite } from "../publish/site.ts";

test("a role may do what stands in its line, and nothing else", () => {
  const rows: readonly (readonly [Actor, readonly boolean[]])[] = [
    [READER, [true, true, false, false]],
    [OPERATOR, [true, true, true, false]],
    [HUB, [false, false, false, true]],
  ];
  for (const [actor, wanted] of rows)
    assert.deepEqual(
      (["read", "sign-in", "operate", "hub"] as const).map((right) => allows(actor, right)),
      wanted,
      actor.role,
    );
});

const open = async (t: TestContext) => {
  const site = await openSite(t);
  const asked: string[] = [];
  const nothing = async (given: string) => {
    asked.push(given);
    return { ok: true, value: { sources: [] } } as const;
  };
  const engine = { add: nothing, addOpml: nothing };
  const actions = createActions({ engine, store: site.store, clock: new DrivenClock(NOW) });
  return { ...site, actions, asked };
};

test("only the operator has anything done, whichever way the action was reached", async (t) => {
  const { actions, asked, ids, store } = await open(t);
  for (const actor of [READER, HUB]) {
    const refused = [
      await actions.add(actor, { addresses: "news.example" }),
      await actions.hide(actor, { article: ids.ferry, reason: "because" }),
      await actions.unhide(actor, ids.hidden),
      await actions.look(actor, ids.ferry),
      await actions.changeSource(actor, (await store.reader.sources())[0]!.id, { kind: "pause" }),
      await separate({ store, clock: new DrivenClock(NOW) }, actor, ids.ferry),
    ];
    for (const result of refused) assert.equal(!result.ok && result.failure.code, "not-allowed", actor.role);
  }
  assert.deepEqual(asked, []);
  assert.equal((await store.reader.article(ids.ferry))!.hidden, false);
  assert.equal((await store.reader.article(ids.hidden))!.hidden, true);
  assert.throws(() => createHubCallbacks({ store, clock: new DrivenClock(NOW), metrics: { pushed() {} } }, OPERATOR));
});

test("hiding wants a reason, and an article that is there; showing again says whether it was hidden", async (t) => {
  const { actions, ids, store } = await open(t);
  for (const reason of ["", "   ", "x".repeat(501)]) {
    const result = await actions.hide(OPERATOR, { article: ids.ferry, reason });
    assert.equal(!result.ok && result.failure.code, "bad-reason");
  }
  const missing = await actions.hide(OPERATOR, { article: 9999 as ArticleId, reason: "because" });
  assert.equal(!missing.ok && missing.failure.code, "no-such-article");
  const hidden = await actions.hide(OPERATOR, { article: ids.ferry, reason: " because " });
  assert.ok(hidden.ok);
  assert.deepEqual(
    [hidden.value.hidden, hidden.value.hiddenReason],
    [true, (await store.reader.article(ids.ferry))!.hiddenReason],
  );
  for (const wasHidden of [true, false]) {
    const shown = await actions.unhide(OPERATOR, ids.ferry);
    assert.equal(shown.ok && shown.value.wasHidden, wasHidden);
  }
  assert.equal((await store.reader.article(ids.ferry))!.hidden, false);
});

test("every route says what it asks of a visitor: reading is open, whatever changes something is not", () => {
  for (const { method, path, may } of ROUTES) {
    const open = ["read", "sign-in"].includes(may);
    if (method === "POST" && open) assert.equal(path, "/sign-in");
    if (path.startsWith("/operator")) assert.equal(may, "operate", path);
    if (may === "hub") assert.match(path, /^\/websub\//);
  }
});
