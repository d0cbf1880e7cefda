import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { RawExchange } from "#model/archive";
import type { FetchResult } from "#model/fetcher";
import { fetcherFor, NOW, serveRaw } from "./loopback.ts";

const exchangesOf = (result: FetchResult): readonly RawExchange[] =>
  (result.ok ? result.value.exchanges : result.exchanges) ?? [];

suite("a raw exchange", () => {
  test("is the request that the server received and the head that it sent", async (t) => {
    const received: string[] = [];
    const packed = gzipSync("<p>the news</p>");
    const head = "HTTP/1.1 200 Fine so far\r\nX-Odd:  caf\xe9 \r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n";
    const server = await serveRaw(t, (socket, request) => {
      received.push(request);
      const length = `Content-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`;
      socket.write(Buffer.concat([Buffer.from(head + length, "latin1"), packed]));
    });
    const url = `${server.url}/a%20b?c=d%C3%A9`;
    const validators = { etag: '"7"', lastModified: null };
    const result = await fetcherFor(t, [server.port]).fetch({ url, validators, fresh: true });
    assert.ok(result.ok);
    assert.equal(Buffer.from(result.value.body).toString(), "<p>the news</p>");
    const [exchange, ...more] = exchangesOf(result);
    assert.equal(more.length, 0);
    assert.equal(`${exchange!.request}\r\n`, received.join(""));
    assert.match(received[0]!, /if-none-match: "7"/);
    const encoding = `Content-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n`;
    assert.equal(exchange!.response, head.replace(":  caf", ": caf") + encoding);
    assert.deepEqual(Buffer.from(exchange!.body), packed);
    assert.deepEqual([exchange!.url, exchange!.sentAt, exchange!.truncated], [url, NOW, false]);
  });

  test("is kept of every redirect, whose body is cut where no one reads on", async (t) => {
    const long = "x".repeat(100_000);
    const server = await serveRaw(t, (socket, request) => {
      const path = request.split(" ")[1]!;
      const body = path === "/long" ? long : "moved";
      const to = { "/": "/long", "/long": "/end" }[path];
      const line = to ? `HTTP/1.1 302 Found\r\nLocation: ${to}` : "HTTP/1.1 200 OK";
      socket.write(`${line}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    });
    const result = await fetcherFor(t, [server.port]).fetch({ url: server.url });
    const exchanges = exchangesOf(result);
    assert.deepEqual(
      exchanges.map(({ url }) => new URL(url).pathname),
      ["/", "/long", "/end"],
    );
    assert.deepEqual(
      exchanges.map(({ truncated }) => truncated),
      [false, true, false],
    );
    assert.equal(Buffer.from(exchanges[0]!.body).toString(), "moved");
    assert.ok(exchanges[1]!.body.byteLength <= 64 * 1024);
  });

  test("is kept where the answer could not be read", async (t) => {
    const server = await serveRaw(t, (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope");
    });
    const result = await fetcherFor(t, [server.port]).fetch({ url: server.url });
    assert.equal(result.ok, false);
    assert.equal(Buffer.from(exchangesOf(result)[0]!.body).toString(), "nope");
  });
});
