import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { validatorsOf } from "#fetch/conditional";
import { undoContentCoding } from "#fetch/content-coding";
import { Places } from "#fetch/render/places";
import { parseRobots } from "#fetch/robots";
import { robotsPolicy } from "#fetch/robots-policy";
import { fetcherFor, met, redirect, serve, serveRaw } from "./loopback.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n";
const headersOf = (count: number): string => Array.from({ length: count - 1 }, (_, i) => `x${i}:\r\n`).join("");
const hints = (count: number): string => "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(count);

suite("an answer with as much as is read is taken, one with more is not", () => {
  const cases: readonly (readonly [what: string, answer: string, code: string | number])[] = [
    ["500 headers", `${OK}${headersOf(500)}\r\nx`, 200],
    ["501 headers", `${OK}${headersOf(501)}\r\nx`, "headers-too-large"],
    ["20 hints", `${hints(20)}${OK}\r\nx`, 200],
    ["21 hints", `${hints(21)}${OK}\r\nx`, "bad-response"],
  ];
  for (const [what, answer, code] of cases)
    test(`${what}: ${code}`, async (t) => {
      const server = await serveRaw(t, (socket) => void socket.write(answer));
      assert.equal(await met(fetcherFor(t, [server.port]), server.url), code);
    });

  for (const [redirects, code] of [
    [3, 200],
    [4, "too-many-redirects"],
  ] as const)
    test(`${redirects} redirects of 3: ${code}`, async (t) => {
      const server = await serve(t, (request, response) => {
        const left = Number(request.url!.slice(1));
        if (left === 0) response.end("x");
        else redirect(response, `/${left - 1}`);
      });
      assert.equal(await met(fetcherFor(t, [server.port], { maxRedirects: 3 }), `${server.url}/${redirects}`), code);
    });

  for (const [bytes, truncated] of [
    [64 * 1024, false],
    [64 * 1024 + 1, true],
  ] as const)
    test(`the body of a redirect, ${bytes} bytes: ${truncated ? "cut" : "whole"}`, async (t) => {
      const server = await serve(t, (request, response) => {
        if (request.url === "/end") response.end("x");
        else response.writeHead(302, { location: "/end" }).end("x".repeat(bytes));
      });
      const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/` });
      const [exchange] = (result.ok ? result.value.exchanges : result.exchanges) ?? [];
      assert.equal(exchange!.truncated, truncated);
      assert.equal(exchange!.body.byteLength === bytes, !truncated);
    });
});

test("an address with a redirect's status and without its Location is read like any other", async (t) => {
  const server = await serve(t, (_request, response) => response.writeHead(301).end("x".repeat(100_000)));
  const result = await fetcherFor(t, [server.port]).fetch({ url: server.url });
  assert.ok(result.ok);
  assert.equal(result.value.body.byteLength, 100_000);
});

suite("content codings at their limits", () => {
  const frames = (count: number): Buffer => Buffer.concat(Array<Buffer>(count).fill(zstdCompressSync("")));
  const zstd = (text: string): Buffer => zstdCompressSync(text);
  const cases: readonly (readonly [what: string, coding: string, body: Buffer, max: number, end: string | number])[] = [
    ["two codings", "gzip, gzip", gzipSync(gzipSync("news")), 100, 4],
    ["three codings", "gzip, gzip, gzip", gzipSync(gzipSync(gzipSync("news"))), 100, "bad-encoding"],
    ["1000 frames", "zstd", frames(1000), 100, 0],
    ["1001 frames", "zstd", frames(1001), 100, "bad-encoding"],
    ["a gzip of exactly the limit", "gzip", gzipSync("news"), 4, 4],
    ["a gzip over it", "gzip", gzipSync("news!"), 4, "body-too-large"],
    ["frames of exactly the limit", "zstd", Buffer.concat([zstd("ne"), zstd("ws")]), 4, 4],
    ["frames over it", "zstd", Buffer.concat([zstd("news"), zstd("!")]), 4, "body-too-large"],
    ["a deflate of one byte", "deflate", Buffer.from([0x78]), 100, "bad-encoding"],
  ];
  for (const [what, coding, body, max, end] of cases)
    test(`${what}: ${end}`, () => {
      const undone = undoContentCoding(body, coding, max);
      assert.equal(undone.ok ? undone.value.length : undone.failure.code, end);
    });
});

test("a validator of 512 letters is kept, a longer one is not", () => {
  const long = (length: number) => "x".repeat(length);
  assert.deepEqual(validatorsOf({ etag: long(512), "last-modified": long(513) }), {
    etag: long(512),
    lastModified: null,
  });
  assert.deepEqual(validatorsOf({ etag: "", "last-modified": "a\u007f" }), { etag: null, lastModified: null });
});

test("500 sitemaps of robots.txt are kept", () => {
  const robots = Array.from({ length: 600 }, (_, i) => `Sitemap: /${i}.xml`).join("\n");
  assert.deepEqual(parseRobots(robots, "x").sitemaps.slice(499), ["/499.xml"]);
});

for (const [status, allowed] of [
  [199, true],
  [200, false],
  [299, false],
  [300, true],
  [499, true],
  [500, false],
] as const)
  test(`robots.txt that shuts everything, status ${status}: ${allowed ? "allowed" : "not allowed"}`, () => {
    const policy = robotsPolicy({ status, text: "User-agent: *\nDisallow: /" });
    assert.equal(policy.allows("https://news.example/a"), allowed);
    assert.equal(policy.reached, status < 500);
  });

test("no more pages are open than there are places; the next begins when one ends, also with a failure", async () => {
  const places = new Places(2);
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  const work = gates.map((gate, i) =>
    places
      .take(() => {
        begun.push(i);
        return gate.promise;
      })
      .catch(() => {}),
  );
  const settle = () => new Promise(setImmediate);
  await settle();
  assert.deepEqual(begun, [0, 1]);
  gates[1]!.reject(new Error("fails"));
  await settle();
  assert.deepEqual(begun, [0, 1, 2]);
  for (const gate of gates) gate.resolve();
  await Promise.all(work);
  assert.deepEqual(begun, [0, 1, 2, 3]);
  const again = [places.take(async () => begun.push(4)), places.take(async () => begun.push(5))];
  assert.deepEqual(await Promise.all(again), [5, 6]);
});
