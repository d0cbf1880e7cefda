import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { type TestContext, test } from "node:test";
import { silentLog } from "#lib/log";
import { listen } from "#publish/http/listen";
import type { PublishSettings } from "#publish/http/settings";
import { seed } from "./seed.ts";
import { siteOver } from "./site.ts";

/** The site on a port, with what it logs as an error. */
async function served(t: TestContext, settings: Partial<PublishSettings> = {}) {
  const { store } = await seed();
  const errors: string[] = [];
  const log = { ...silentLog, error: (_: object, text: string) => void errors.push(text) };
  const { app } = siteOver(store, settings, { log });
  const { url, close } = await listen(app, { host: "127.0.0.1", port: 0 });
  t.after(async () => {
    await close();
    await store.close();
  });
  /** Sends these very bytes; resolves with all that is answered. */
  const send = async (lines: readonly string[], body = ""): Promise<string> => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.write(`${[...lines, "connection: close"].join("\r\n")}\r\n\r\n${body}`);
    await once(socket, "close");
    return Buffer.concat(chunks).toString();
  };
  return { url, send, errors };
}

const HOST = "host: localhost";
const LONG = "a".repeat(9_000);

/** Requests that no reader's program sends. */
const CROOKED: readonly (readonly [string, readonly string[], string?])[] = [
  ["a user in the request line", ["GET http://anna:secret@localhost/ HTTP/1.1", HOST]],
  ["a user in the host", ["GET / HTTP/1.1", "host: anna@localhost"]],
  ["a host with a path", ["GET / HTTP/1.1", "host: localhost/about"]],
  ["another scheme", ["GET ftp://localhost/ HTTP/1.1", HOST]],
  ["no path", ["OPTIONS * HTTP/1.1", HOST]],
  ["a port that is none", ["GET http://localhost:99999/ HTTP/1.1", HOST]],
  [
    "a form in parts without the mark between them",
    ["POST /sign-in HTTP/1.1", HOST, "content-type: multipart/form-data", "content-length: 3"],
    "a=b",
  ],
  [
    "a form in parts that are none",
    ["POST /sign-in HTTP/1.1", HOST, "content-type: multipart/form-data; boundary=x", "content-length: 3"],
    "a=b",
  ],
];

for (const [name, lines, body] of CROOKED)
  test(`${name} is a fault of the one who asks`, async (t) => {
    const { send, errors } = await served(t);
    assert.match(await send(lines, body), /^HTTP\/1\.1 400 /);
    assert.deepEqual(errors, []);
  });

test("whatever else comes in, no answer is a fault of ours", async (t) => {
  const { send, errors } = await served(t);
  const odd = [
    "/%E0%A4%A",
    "/%00",
    "//evil.example/",
    "/\\evil.example",
    "/articles/%2e%2e%2f1",
    "/search?q=%ff%fe",
    "/search?q=%E0%A4%A",
    `/search?q=${LONG}`,
    `/articles/${LONG}`,
    "/websub/%ff",
    "/articles/1/changes/1..%00",
  ];
  for (const path of odd) {
    const answer = await send([`GET ${path} HTTP/1.1`, HOST]);
    assert.match(answer, /^HTTP\/1\.1 [234]\d\d /, path);
  }
  for (const type of [
    "text/plain",
    "multipart/mixed; boundary=",
    "application/json",
    "application/x-www-form-urlencoded",
  ])
    for (const path of ["/sign-in", "/operator/add", "/websub/x", "/"]) {
      const lines = [`POST ${path} HTTP/1.1`, HOST, `content-type: ${type}`, "content-length: 3"];
      assert.match(await send(lines, "%ff"), /^HTTP\/1\.1 [234]\d\d /, `${type} to ${path}`);
    }
  assert.deepEqual(errors, []);
});

test("an address in the request line changes no link", async (t) => {
  for (const settings of [{}, { host: "0.0.0.0" }]) {
    const { send } = await served(t, settings);
    for (const path of ["/feed.atom", "/feed.json", "/articles/1.json", "/articles/1"]) {
      const answer = await send([`GET http://evil.example${path}?from=here HTTP/1.1`, HOST]);
      assert.match(answer, /^HTTP\/1\.1 200 /, path);
      assert.doesNotMatch(answer, /evil\.example/, path);
    }
  }
});
