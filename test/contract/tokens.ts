import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sha256 } from "#lib/hash";
import { type OpenStore, T0, withStore } from "./fixtures.ts";

export function tokensContract(open: OpenStore): void {
  describe("links and sessions of the operator", () => {
    it(
      "are known by their hash until their time is over, and taken once",
      withStore(open, async ({ reader, writer }) => {
        const [link, session] = [sha256("a link"), sha256("a session")];
        await writer.saveToken("link", link, T0 + 10, T0);
        await writer.saveToken("session", session, T0 + 100, T0);
        assert.equal(await reader.token("session", link, T0), null, "a link is no session");
        assert.deepEqual(await reader.token("session", session, T0 + 99), { expiresAt: T0 + 100, notice: null });
        assert.equal(await reader.token("session", session, T0 + 100), null);
        const taken = await Promise.all([1, 2, 3].map(() => writer.takeToken("link", link, T0 + 9)));
        assert.deepEqual(taken.filter(Boolean).length, 1);
        await writer.noteToken(session, "Added.");
        assert.equal((await reader.token("session", session, T0 + 1))!.notice, "Added.");
        await writer.noteToken(session, null);
        assert.equal((await reader.token("session", session, T0 + 1))!.notice, null);
        assert.equal(await writer.takeToken("session", session, T0 + 100), false, "its time was over");
        assert.equal(await reader.token("session", session, T0 + 1), null);
      }),
    );
  });
}
