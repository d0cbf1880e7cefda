import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { createGunzip } from "node:zlib";
import { DrivenClock } from "#lib/clock";
import { HOSTILE_PATHS, LOOPBACK_SPELLINGS } from "#newsroom/hostile";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";
import { ask, START_AT } from "./ask.ts";

let newsroom: Newsroom;
before(async () => {
  newsroom = await openNewsroom({ clock: new DrivenClock(START_AT), startAt: START_AT, seed: 1 });
});
after(() => newsroom.close());

/** Reads at most `limit` bytes, then hangs up. */
function read(path: string, limit: number, unpack = false): Promise<{ size: number; ended: boolean }> {
  return new Promise((resolve, reject) => {
    const headers = { host: `hostile.localhost:${newsroom.port}` };
    const sent = request({ host: "127.0.0.1", port: newsroom.port, path, headers, agent: false }, (answer) => {
      const body = unpack ? answer.pipe(createGunzip()) : answer;
      let size = 0;
      const finish = (ended: boolean) => {
        resolve({ size, ended });
        sent.destroy();
      };
      body.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size >= limit) finish(false);
      });
      body.on("end", () => finish(true));
      body.on("error", () => finish(false));
    });
    sent.on("error", reject);
    sent.end();
  });
}

const MB = 1 << 20;

test("the big feed has 50 MB and ends", async () => {
  const { size, ended } = await read("/feed-50mb.xml", 80 * MB);
  assert.ok(ended && size >= 50 * MB);
});

test("the bomb is small on the wire, ends, and unpacks to a gigabyte", async () => {
  const packed = await read("/bomb", 20 * MB);
  assert.ok(packed.ended && packed.size < 6 * MB, `${packed.size}`);
  assert.ok((await read("/bomb", 64 * MB, true)).size >= 64 * MB);
});

test("a million divs end, an endless page does not", async () => {
  const { size, ended } = await read("/nested", 20 * MB);
  assert.ok(ended && size > 5_000_000);
  assert.equal((await read("/endless", 30 * MB)).ended, false);
});

test("redirects lead round in circles and to loopback in every spelling", async () => {
  assert.equal((await ask(newsroom.port, "hostile", "/redirect-loop")).headers["location"], "/redirect-loop");
  assert.equal((await ask(newsroom.port, "hostile", "/redirect-chain?n=4")).headers["location"], "/redirect-chain?n=5");
  for (let i = 0; i < LOOPBACK_SPELLINGS.length; i++) {
    const { status, headers } = await ask(newsroom.port, "hostile", `/redirect-to-loopback/${i}`);
    assert.equal(status, 302);
    assert.ok(headers["location"]?.includes("/"), LOOPBACK_SPELLINGS[i]);
  }
});

test("bytes that are no UTF-8, a body cut short, a flood of headers", async () => {
  const { bytes } = await ask(newsroom.port, "hostile", "/invalid-utf8");
  assert.throws(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  await assert.rejects(ask(newsroom.port, "hostile", "/cut-short"));
  await assert.rejects(ask(newsroom.port, "hostile", "/header-flood"), { code: "HPE_HEADER_OVERFLOW" });
});

test("the index lists every attack, and no one else is harmed by them", async () => {
  const { text } = await ask(newsroom.port, "hostile", "/");
  for (const path of HOSTILE_PATHS) assert.ok(text.includes(`href="${path}"`), path);
  assert.equal((await ask(newsroom.port, "daily", "/")).status, 200);
});
