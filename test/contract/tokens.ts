import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sha256 } from "#lib/hash";
import { type OpenStore, T0, withStore } from "./fixtures.ts";

export function tokensContract(open: OpenStore): void {
  describe("links and sessions of the operator", () => {
    const [link, session, other] = [sha256("a link"), sha256("a session"), sha256("another session")];

    it(
      "are known by their hash until their time is over, and taken once",
      withStore(open, async ({ reader, writer }) => {
        await writer.saveToken({ kind: "link", hash: link, expiresAt: T0 + 10, browser: null }, T0);
        await writer.saveToken({ kind: "session", hash: session, expiresAt: T0 + 100, browser: "Firefox" }, T0);
        assert.equal(await reader.token("session", link, T0), null, "a link is no session");
        assert.deepEqual(await reader.token("session", session, T0 + 99), {
          hash: session,
          madeAt: T0,
          expiresAt: T0 + 100,
          usedAt: null,
          browser: "Firefox",
          notice: null,
        });
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

    it(
      "are listed, the last made first, with when each was used, and dropped together",
      withStore(open, async ({ reader, writer }) => {
        await writer.saveToken({ kind: "link", hash: link, expiresAt: T0 + 100, browser: null }, T0);
        await writer.saveToken({ kind: "session", hash: session, expiresAt: T0 + 100, browser: "Firefox" }, T0);
        await writer.saveToken({ kind: "session", hash: other, expiresAt: T0 + 200, browser: null }, T0 + 1);
        await writer.useToken(session, T0 + 50);
        const listed = await reader.tokens("session", T0 + 60);
        assert.deepEqual(
          listed.map(({ hash, madeAt, usedAt, browser }) => [hash, madeAt, usedAt, browser]),
          [
            [other, T0 + 1, null, null],
            [session, T0, T0 + 50, "Firefox"],
          ],
        );
        assert.equal((await reader.tokens("session", T0 + 100)).length, 1, "the time of one is over");
        await writer.dropTokens("session");
        assert.deepEqual(await reader.tokens("session", T0 + 60), []);
        assert.equal((await reader.tokens("link", T0 + 60)).length, 1);
      }),
    );
  });

  describe("the authority in the ids of feed entries", () => {
    it(
      "is drawn when the database is made, and no setting changes it",
      withStore(open, async ({ writer }) => {
        const drawn = await writer.settleAuthority("news.example");
        assert.match(drawn, /^v-[0-9a-f]{32}\.variorum\.invalid$/);
        assert.equal(await writer.settleAuthority("localhost"), drawn);
      }),
    );
  });
}
