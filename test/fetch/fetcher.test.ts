import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { createFetcher } from "#fetch/fetcher";
import { userAgent } from "#fetch/settings";
import { DrivenClock } from "#lib/clock";
import type { FetchResponse, FetchResult } from "#model/fetcher";
import { fetcherFor, met, NOW, redirect, serve, serveRaw } from "./loopback.ts";

function value(result: FetchResult): FetchResponse {
  assert.ok(result.ok, result.ok ? "" : result.failure.message);
  return result.value;
}

const text = (result: FetchResult) => Buffer.from(value(result).body).toString();

suite("a fetch", () => {
  test("brings status, headers, body, validators and instants", async (t) => {
    const server = await serve(t, (_request, response) => {
      response.setHeader("ETag", 'W/"a b"');
      response.setHeader("Last-Modified", "Sun, 1 Mar 2026 12:00:00 GMT");
      response.setHeader("X-Twice", ["one", "two"]);
      response.end("the news");
    });
    const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/a?b=c#d` });
    const { status, url, headers, validators, sentAt, tookMs, hops } = value(result);
    assert.deepEqual(
      { status, url, sentAt, tookMs, hops },
      { status: 200, url: `${server.url}/a?b=c`, sentAt: NOW, tookMs: 0, hops: [] },
    );
    assert.equal(headers["x-twice"], "one, two");
    assert.deepEqual(validators, { etag: 'W/"a b"', lastModified: "Sun, 1 Mar 2026 12:00:00 GMT" });
    assert.equal(text(result), "the news");
  });

  test("says who asks, always the same, and carries no cookies", async (t) => {
    const server = await serve(t, (_request, response) => {
      response.setHeader("Set-Cookie", "id=7");
      response.end();
    });
    const fetcher = fetcherFor(t, [server.port], {
      userAgent: userAgent("0.1.7", "https://press.example/bot"),
      acceptLanguage: "de, en;q=0.5",
    });
    await fetcher.fetch({ url: server.url });
    await fetcher.fetch({ url: server.url });
    const [first, second] = server.seen.map((request) => request.headers);
    assert.equal(first?.["user-agent"], "Variorum/0.1 (+https://press.example/bot)");
    assert.equal(first?.["accept-language"], "de, en;q=0.5");
    assert.equal(first?.["accept-encoding"], "gzip, deflate, br, zstd");
    assert.equal(first?.cookie, undefined);
    assert.deepEqual(second, first);
  });

  test("asks with validators and takes 304 as an answer", async (t) => {
    const server = await serve(t, (request, response) => {
      response.writeHead(request.headers["if-none-match"] === 'W/"7"' ? 304 : 200, { etag: 'W/"7"' }).end();
    });
    const validators = { etag: 'W/"7"', lastModified: "yesterday, roughly" };
    const result = await fetcherFor(t, [server.port]).fetch({ url: server.url, validators });
    assert.equal(value(result).status, 304);
    assert.equal(value(result).body.length, 0);
    assert.equal(server.seen[0]?.headers["if-modified-since"], "yesterday, roughly");
  });

  test("does not pass on a validator that would break the request", async (t) => {
    const server = await serve(t, (_request, response) => response.end("ok"));
    const validators = { etag: '"a"\r\nX-Evil: 1', lastModified: "x".repeat(5000) };
    const result = await fetcherFor(t, [server.port]).fetch({ url: server.url, validators });
    assert.equal(value(result).status, 200);
    assert.equal(server.seen[0]?.headers["if-none-match"], undefined);
    assert.equal(server.seen[0]?.headers["if-modified-since"], undefined);
  });

  for (const status of [404, 410, 429, 500, 503]) {
    test(`status ${status} is an answer`, async (t) => {
      const server = await serve(t, (_request, response) => response.writeHead(status).end("sorry"));
      assert.equal(await met(fetcherFor(t, [server.port]), server.url), status);
    });
  }

  for (const url of [
    "",
    "news",
    "//news.example/",
    "ftp://news.example/",
    "file:///etc/passwd",
    "javascript:1",
    "data:text/html,news",
    "blob:http://127.0.0.1/1",
    "s3://bucket/key",
    "gopher://127.0.0.1:6379/_x",
    "ws://127.0.0.1/",
    "view-source:http://127.0.0.1/",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/",
    "http://",
    "http://a b/",
  ]) {
    test(`refuses ${JSON.stringify(url)}`, async (t) => assert.equal(await met(fetcherFor(t, []), url), "bad-url"));
  }

  test("asks on one connection, one after the other", async (t) => {
    const ports = new Set<number | undefined>();
    let running = 0;
    let most = 0;
    const server = await serve(t, (request, response) => {
      ports.add(request.socket.remotePort);
      most = Math.max(most, ++running);
      setImmediate(() => {
        running--;
        response.end("x");
      });
    });
    const fetcher = fetcherFor(t, [server.port]);
    await Promise.all(Array.from({ length: 20 }, (_, i) => fetcher.fetch({ url: `${server.url}/${i}` })));
    assert.equal(ports.size, 1);
    assert.equal(most, 1);
  });

  test("asks the hosts of one registrable domain one after the other, those of several at once", async (t) => {
    const running = new Map<string, number>();
    const most = new Map<string, number>();
    const server = await serve(t, (request, response) => {
      const domain = request.headers.host!.includes("weekly") ? "b" : "a";
      const now = (running.get(domain) ?? 0) + 1;
      running.set(domain, now);
      most.set(domain, Math.max(now, most.get(domain) ?? 0));
      most.set("all", Math.max((running.get("a") ?? 0) + (running.get("b") ?? 0), most.get("all") ?? 0));
      setTimeout(() => {
        running.set(domain, running.get(domain)! - 1);
        response.end("x");
      }, 5);
    });
    const fetcher = fetcherFor(t, [], {
      allowPrivate: [`*.daily.example:${server.port}`, `*.weekly.example:${server.port}`],
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    });
    const hosts = ["www.daily.example", "feeds.daily.example", "www.weekly.example", "img.weekly.example"];
    await Promise.all(hosts.map((host, i) => fetcher.fetch({ url: `http://${host}:${server.port}/${i}` })));
    assert.deepEqual(Object.fromEntries(most), { a: 1, b: 1, all: 2 });
  });

  test("after it was closed is refused as our own fault", async (t) => {
    const server = await serve(t, (_request, response) => response.end("x"));
    const fetcher = fetcherFor(t, [server.port]);
    await fetcher.close();
    assert.equal(await met(fetcher, server.url), "closed");
  });

  test("under way when the fetcher closes is interrupted", async (t) => {
    const server = await serve(t, (_request, response) => response.write("beginning"));
    const fetcher = createFetcher({ userAgent: "x", allowPrivate: [`127.0.0.1:${server.port}`] }, new DrivenClock(NOW));
    const under = met(fetcher, server.url);
    while (server.asked.length === 0) await new Promise(setImmediate);
    await fetcher.close();
    assert.equal(await under, "aborted");
  });
});

test("the User-Agent can be sent, whatever the contact", () => {
  assert.equal(
    userAgent("1.2.3", "https://zürich.example/(bot)\r\nX: 1"),
    "Variorum/1.2 (+https://z%C3%BCrich.example/bot%0D%0AX:%201)",
  );
  assert.equal(userAgent("0.1.0", "mailto:desk@press.example"), "Variorum/0.1 (+mailto:desk@press.example)");
});

suite("redirects", () => {
  for (const status of [301, 302, 303, 307, 308]) {
    test(`follows ${status} and tells the hop`, async (t) => {
      const server = await serve(t, (request, response) =>
        request.url === "/old" ? redirect(response, "new?x=1#part", status) : response.end("here"),
      );
      const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/old` });
      assert.equal(value(result).url, `${server.url}/new?x=1`);
      assert.deepEqual(value(result).hops, [{ url: `${server.url}/old`, status }]);
      assert.equal(text(result), "here");
    });
  }

  test("reads a Location in raw UTF-8 as browsers do", async (t) => {
    const server = await serveRaw(t, (socket, request) => {
      const body = request.startsWith("GET /old") ? "" : "here";
      const location = body ? "" : "Location: /zürich\r\n";
      const head = `HTTP/1.1 ${body ? "200 OK" : "302 Found"}\r\n${location}Content-Length: ${body.length}\r\n\r\n`;
      socket.write(Buffer.from(head + body, "utf8"));
    });
    const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/old` });
    assert.equal(value(result).url, `${server.url}/z%C3%BCrich`);
  });

  test("one without Location is an answer", async (t) => {
    const server = await serve(t, (_request, response) => response.writeHead(302).end("where?"));
    assert.equal(await met(fetcherFor(t, [server.port]), server.url), 302);
  });

  const cases: [name: string, answer: (path: string) => string, code: string | number][] = [
    ["to itself", (path) => path, "redirect-loop"],
    ["in a circle", (path) => (path === "/a" ? "/b" : "/a"), "redirect-loop"],
    ["without end", (path) => `${path}x`, "too-many-redirects"],
    ["to another scheme", () => "ftp://news.example/", "bad-redirect"],
    ["to a file", () => "file:///etc/passwd", "bad-redirect"],
    ["to nonsense", () => "http://[", "bad-redirect"],
    ["to an endless address", () => `/${"x".repeat(5000)}`, "bad-redirect"],
    ["to loopback", () => "http://2130706433:9999/", "private-address"],
  ];
  for (const [name, answer, code] of cases) {
    test(`${name}: ${code}`, async (t) => {
      const server = await serve(t, (request, response) => redirect(response, answer(request.url ?? "")));
      assert.equal(await met(fetcherFor(t, [server.port], { maxRedirects: 5 }), `${server.url}/a`), code);
      assert.ok(server.asked.length <= 6);
    });
  }

  test("with a body that never ends is still followed", async (t) => {
    const server = await serve(t, (request, response) => {
      if (request.url === "/new") return response.end("here");
      response.writeHead(302, { location: "/new" });
      const pour = () => {
        while (response.write("x".repeat(16384)));
      };
      response.on("drain", pour);
      pour();
    });
    assert.equal(await met(fetcherFor(t, [server.port]), `${server.url}/old`), 200);
  });

  test("permit is asked before each hop, and its failure ends the fetch", async (t) => {
    const server = await serve(t, (_request, response) => redirect(response, "/private"));
    const permitted: string[] = [];
    const result = await fetcherFor(t, [server.port]).fetch({
      url: `${server.url}/a`,
      permit: async (url) => {
        permitted.push(url);
        return url.endsWith("/private") ? { advice: "later", code: "robots-disallowed", message: "No." } : null;
      },
    });
    assert.ok(!result.ok);
    assert.equal(result.failure.code, "robots-disallowed");
    assert.deepEqual(permitted, [`${server.url}/a`, `${server.url}/private`]);
    assert.deepEqual(server.asked, ["/a"]);
  });

  test("the time that a permit takes counts neither as sent nor against the limit", async (t) => {
    const server = await serve(t, (_request, response) => response.end("x"));
    const clock = new DrivenClock(NOW);
    const fetcher = createFetcher({ userAgent: "x", allowPrivate: [`127.0.0.1:${server.port}`] }, clock);
    t.after(() => fetcher.close());
    const result = await fetcher.fetch({
      url: server.url,
      permit: async () => {
        clock.advance(600_000);
        return null;
      },
    });
    assert.equal(value(result).sentAt, NOW + 600_000);
  });
});
