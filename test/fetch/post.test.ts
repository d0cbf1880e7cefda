import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { suite, test } from "node:test";
import type { Posted } from "#model/fetcher";
import { fetcherFor, redirect, serve, serveRaw } from "./loopback.ts";

const FORM: Posted = { contentType: "application/x-www-form-urlencoded", body: "a=1&b=é" };

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}

suite("a POST", () => {
  test("carries its body with type and length, and is kept as it went out", async (t) => {
    const bodies: string[] = [];
    const server = await serve(t, async (request, response) => {
      bodies.push(await bodyOf(request));
      response.writeHead(202).end("taken");
    });
    const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/hub`, post: FORM });
    assert.ok(result.ok);
    assert.equal(result.value.status, 202);
    const [seen] = server.seen;
    assert.deepEqual(
      [seen!.method, seen!.headers["content-type"], seen!.headers["content-length"]],
      ["POST", FORM.contentType, "8"],
    );
    assert.equal(seen!.headers["user-agent"], "Variorum/0.1 (+test)");
    assert.deepEqual(bodies, [FORM.body]);
    assert.match(result.value.exchanges![0]!.request, /^POST \/hub HTTP\/1\.1\r\nhost: /);
  });

  for (const status of [307, 308])
    test(`is sent on, whole, by ${status}`, async (t) => {
      const bodies: string[] = [];
      const server = await serve(t, async (request, response) => {
        bodies.push(`${request.method} ${request.url} ${await bodyOf(request)}`);
        if (request.url === "/old") redirect(response, "/new", status);
        else response.end();
      });
      const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/old`, post: FORM });
      assert.ok(result.ok && result.value.hops.length === 1);
      assert.deepEqual(bodies, [`POST /old ${FORM.body}`, `POST /new ${FORM.body}`]);
    });

  for (const status of [301, 302, 303])
    test(`is not made a GET by ${status}, which is its answer`, async (t) => {
      const server = await serve(t, (_request, response) => redirect(response, "/new", status));
      const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/old`, post: FORM });
      assert.ok(result.ok);
      assert.equal(result.value.status, status);
      assert.deepEqual(server.asked, ["/old"]);
    });

  test("is guarded as any other request: by spelling, by redirect, by port", async (t) => {
    const inside = await serve(t, (_request, response) => response.end("secret"));
    const server = await serve(t, (_request, response) => redirect(response, `${inside.url}/admin`, 307));
    const fetcher = fetcherFor(t, [server.port]);
    const codes = [];
    for (const url of [`${inside.url}/`, `${server.url}/`, "http://93.184.216.34:25/"]) {
      const result = await fetcher.fetch({ url, post: FORM });
      codes.push(result.ok ? result.value.status : result.failure.code);
    }
    assert.deepEqual(codes, ["private-address", "private-address", "bad-port"]);
    assert.equal(inside.asked.length, 0);
  });

  test("asks its permit before each step, and is not sent without", async (t) => {
    const server = await serve(t, (request, response) => {
      if (request.url === "/old") redirect(response, "/new", 308);
      else response.end();
    });
    const asked: string[] = [];
    const permit = async (url: string) => {
      asked.push(new URL(url).pathname);
      return asked.length > 1 ? ({ advice: "later", code: "busy", message: "Not now." } as const) : null;
    };
    const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/old`, post: FORM, permit });
    assert.equal(result.ok ? "" : result.failure.code, "busy");
    assert.deepEqual([asked, server.asked], [["/old", "/new"], ["/old"]]);
  });

  test("is never sent twice of our own accord, as a GET is over a connection that was closed meanwhile", async (t) => {
    let requests = 0;
    const server = await serveRaw(t, (socket, request) => {
      if (!/^(?:GET|POST)/.test(request)) return;
      requests += 1;
      if (requests === 1) socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\nok");
      else socket.destroy();
    });
    const fetcher = fetcherFor(t, [server.port]);
    assert.ok((await fetcher.fetch({ url: server.url })).ok);
    const result = await fetcher.fetch({ url: server.url, post: FORM });
    assert.equal(result.ok ? "" : result.failure.code, "reset");
    assert.equal(requests, 2);
  });
});
