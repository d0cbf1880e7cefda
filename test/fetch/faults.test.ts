import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { suite, type TestContext, test } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { fetcherFor, met, serve, serveRaw } from "./loopback.ts";

const PAGE = `<p>${"The council met on Tuesday. ".repeat(400)}</p>`;
const MIB = 1024 * 1024;

const repeated = (bytes: Buffer, times: number): Buffer => Buffer.concat(Array<Buffer>(times).fill(bytes));

/** The same with its check sum, the four bytes before the length, turned around. */
const withoutSum = (gzipped: Buffer): Buffer =>
  Buffer.concat([gzipped.subarray(0, -8), Buffer.from(gzipped.subarray(-8)).reverse()]);

suite("content codings", () => {
  const gzipped = gzipSync(PAGE);
  const good: [header: string, body: Buffer][] = [
    ["gzip", gzipped],
    ["x-gzip", gzipped],
    ["GZIP", gzipped],
    ["deflate", deflateSync(PAGE)],
    ["deflate", deflateRawSync(PAGE)],
    ["br", brotliCompressSync(PAGE)],
    ["zstd", zstdCompressSync(PAGE)],
    ["gzip, br", brotliCompressSync(gzipped)],
    ["identity", Buffer.from(PAGE)],
    ["utf-8", Buffer.from(PAGE)],
    ["gzip", Buffer.concat([gzipSync(PAGE.slice(0, 99)), gzipSync(PAGE.slice(99))])],
    ["zstd", Buffer.concat([zstdCompressSync(PAGE.slice(0, 99)), zstdCompressSync(PAGE.slice(99))])],
    ["zstd", Buffer.concat([Buffer.from("502a4d1803000000414243", "hex"), zstdCompressSync(PAGE)])],
  ];
  for (const [header, body] of good) {
    test(`${header} is undone`, async (t) => {
      const server = await serve(t, (_request, response) => response.setHeader("content-encoding", header).end(body));
      const result = await fetcherFor(t, [server.port]).fetch({ url: server.url });
      assert.ok(result.ok);
      assert.equal(Buffer.from(result.value.body).toString(), PAGE);
    });
  }

  test("an empty body needs no undoing", async (t) => {
    const server = await serve(t, (_request, response) => response.setHeader("content-encoding", "gzip").end());
    assert.equal(await met(fetcherFor(t, [server.port]), server.url), 200);
  });

  const zeros = Buffer.alloc(16 * MIB);
  const bad: [name: string, header: string, body: Buffer, code: string][] = [
    ["a gzip bomb", "gzip", gzipSync(zeros), "body-too-large"],
    ["a deflate bomb", "deflate", deflateSync(zeros), "body-too-large"],
    [
      "a brotli bomb",
      "br",
      brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
      "body-too-large",
    ],
    ["a zstd bomb", "zstd", zstdCompressSync(zeros), "body-too-large"],
    ["a bomb in a bomb", "gzip, gzip", gzipSync(gzipSync(zeros)), "body-too-large"],
    ["a bomb of small members", "gzip", repeated(gzipSync(Buffer.alloc(100_000)), 20), "body-too-large"],
    ["a bomb of small frames", "zstd", repeated(zstdCompressSync(Buffer.alloc(100_000)), 20), "body-too-large"],
    [
      "a bomb behind a plain frame",
      "zstd",
      Buffer.concat([zstdCompressSync("x"), zstdCompressSync(zeros)]),
      "body-too-large",
    ],
    ["a frame after the limit is reached", "zstd", repeated(zstdCompressSync(Buffer.alloc(MIB)), 2), "body-too-large"],
    ["frames without end", "zstd", repeated(zstdCompressSync(""), 60_000), "bad-encoding"],
    [
      "half a second frame",
      "zstd",
      Buffer.concat([zstdCompressSync("x"), zstdCompressSync(PAGE).subarray(0, 40)]),
      "bad-encoding",
    ],
    [
      "a name without end",
      "gzip",
      Buffer.concat([Buffer.from("1f8b08080000000000ff", "hex"), Buffer.alloc(MIB / 2, 65)]),
      "bad-encoding",
    ],
    ["a bomb in another coding", "br, zstd", zstdCompressSync(brotliCompressSync(zeros)), "body-too-large"],
    ["a hundred codings", Array(100).fill("gzip").join(), gzipped, "bad-encoding"],
    ["many codings", "gzip, gzip, gzip", gzipSync(gzipSync(gzipSync(PAGE))), "bad-encoding"],
    ["no gzip", "gzip", Buffer.from(PAGE), "bad-encoding"],
    ["a gzip whose sum is wrong", "gzip", withoutSum(gzipped), "bad-encoding"],
    ["a gzip with rubbish behind it", "gzip", Buffer.concat([gzipped, Buffer.from("rubbish")]), "bad-encoding"],
    ["half a deflate", "deflate", deflateSync(PAGE).subarray(0, 40), "bad-encoding"],
    ["half a brotli", "br", brotliCompressSync(PAGE).subarray(0, 30), "bad-encoding"],
    ["half a zstd", "zstd", zstdCompressSync(PAGE).subarray(0, 30), "bad-encoding"],
    ["half a gzip", "gzip", gzipped.subarray(0, gzipped.length / 2), "bad-encoding"],
    ["no brotli", "br", Buffer.from(PAGE), "bad-encoding"],
    ["no zstd", "zstd", Buffer.from(PAGE), "bad-encoding"],
    ["a zstd frame that wants 128 MiB of window", "zstd", Buffer.from("28b52ffd0088010000", "hex"), "bad-encoding"],
  ];
  for (const [name, header, body, code] of bad) {
    test(`${name}: ${code}`, async (t) => {
      const server = await serve(t, (_request, response) => response.setHeader("content-encoding", header).end(body));
      assert.equal(await met(fetcherFor(t, [server.port], { maxBodyBytes: MIB }), server.url), code);
    });
  }
});

/** Pages within the limit that take long to unpack all the same: what they may cost. */
test("a million empty members end soon", async (t) => {
  const members = repeated(gzipSync(""), 50_000);
  const server = await serve(t, (_request, response) => response.setHeader("content-encoding", "gzip").end(members));
  const startedAt = performance.now();
  assert.equal(await met(fetcherFor(t, [server.port]), server.url), 200);
  assert.ok(performance.now() - startedAt < 3000);
});

suite("bodies without measure", () => {
  test("one that is announced too large is not read", async (t) => {
    const server = await serveRaw(t, (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n"));
    assert.equal(await met(fetcherFor(t, [server.port]), server.url), "body-too-large");
  });

  test("one that pours without end is cut at the limit of the request", async (t) => {
    const server = await serveRaw(t, (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const pour = () => {
        while (socket.writable && socket.write("x".repeat(16384)));
      };
      socket.on("drain", pour);
      pour();
    });
    const result = await fetcherFor(t, [server.port]).fetch({ url: server.url, maxBodyBytes: 100_000 });
    assert.ok(!result.ok);
    assert.equal(result.failure.code, "body-too-large");
    assert.match(result.failure.message, /100000 bytes/);
  });

  test("one of exactly the limit is taken", async (t) => {
    const server = await serve(t, (_request, response) => response.end("x".repeat(5000)));
    const fetcher = fetcherFor(t, [server.port], { maxBodyBytes: 5000 });
    assert.equal(await met(fetcher, server.url), 200);
  });

  test("headers that drip for ever end at the whole-time limit", async (t) => {
    const server = await serveRaw(t, (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const drip = setInterval(() => socket.write("X-Drip: x\r\n"), 5);
      socket.on("close", () => clearInterval(drip));
    });
    const fetcher = fetcherFor(t, [server.port], { timeouts: { headersMs: 10_000, wholeMs: 80 } });
    assert.equal(await met(fetcher, server.url), "whole-timeout");
  });

  test("chunks that drip, one byte and a long extension each, end at the whole-time limit", async (t) => {
    const server = await serveRaw(t, (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      const drip = setInterval(() => socket.write(`1;${"x".repeat(2000)}\r\nx\r\n`), 5);
      socket.on("close", () => clearInterval(drip));
    });
    const fetcher = fetcherFor(t, [server.port], { timeouts: { wholeMs: 80 } });
    assert.equal(await met(fetcher, server.url), "whole-timeout");
  });

  /** A first part, and one that is sent again and again for as long as somebody reads. */
  const poured = (t: TestContext, first: string, piece: string) =>
    serveRaw(t, (socket) => {
      socket.write(first);
      const pour = () => {
        while (socket.writable && socket.write(piece));
      };
      socket.on("drain", pour);
      pour();
    });

  const CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  const withoutEnd: readonly (readonly [what: string, first: string, piece: string, code: string])[] = [
    ["chunks of one byte", CHUNKED, "1\r\nx\r\n".repeat(10_000), "bad-response"],
    ["an extension of a chunk", `${CHUNKED}1;a=`, "x".repeat(65_536), "whole-timeout"],
    ["the size of a chunk", CHUNKED, "0".repeat(65_536), "whole-timeout"],
    ["a reason phrase", "HTTP/1.1 200 ", "x".repeat(65_536), "whole-timeout"],
    ["empty lines before the answer", "", "\r\n".repeat(32_768), "whole-timeout"],
    ["the name of a header", "HTTP/1.1 200 OK\r\n", "x".repeat(65_536), "headers-too-large"],
  ];
  for (const [what, first, piece, code] of withoutEnd)
    test(`${what} without end: ${code}, and no memory to speak of`, async (t) => {
      const server = await poured(t, first, piece);
      const wholeMs = code === "whole-timeout" ? 300 : 20_000;
      const before = process.memoryUsage().rss;
      assert.equal(await met(fetcherFor(t, [server.port], { timeouts: { wholeMs } }), server.url), code);
      assert.ok(process.memoryUsage().rss - before < 200 * MIB);
    });

  test("one that drips for ever ends at the whole-time limit", async (t) => {
    const server = await serve(t, (_request, response) => {
      const drip = setInterval(() => response.write("x"), 5);
      response.on("close", () => clearInterval(drip));
    });
    const fetcher = fetcherFor(t, [server.port], { timeouts: { wholeMs: 60 } });
    assert.equal(await met(fetcher, server.url), "whole-timeout");
  });

  test("the whole-time limit holds over all hops together", async (t) => {
    const server = await serve(t, (request, response) => {
      setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 25);
    });
    const fetcher = fetcherFor(t, [server.port], { timeouts: { wholeMs: 60 } });
    assert.equal(await met(fetcher, `${server.url}/`), "whole-timeout");
  });
});

const manyHeaders = (count: number): string => Array.from({ length: count }, (_, i) => `x${i}:\r\n`).join("");

suite("servers that misbehave", () => {
  const ends =
    (answer: string) =>
    (socket: Socket): void => {
      socket.end(answer);
    };
  const says =
    (answer: string) =>
    (socket: Socket): void => {
      socket.write(answer);
    };
  const cases: [name: string, answer: (socket: Socket) => void, code: string | number][] = [
    ["HTTP/1.0, body until the connection ends", ends("HTTP/1.0 200 OK\r\n\r\nnews"), 200],
    ["HTTP/1.1, body until the connection ends", ends("HTTP/1.1 200 OK\r\n\r\nnews"), 200],
    [
      "early hints before the answer",
      says("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"),
      200,
    ],
    ["no reason phrase", says("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n"), 200],
    ["less than its Content-Length", ends("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nnews"), "truncated-body"],
    ["chunks that stop", ends("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnews\r\n"), "truncated-body"],
    [
      "chunks that are none",
      says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnews\r\n"),
      "bad-response",
    ],
    ["not HTTP", says("220 mail.example ESMTP\r\n"), "bad-response"],
    ["a page without a head", says("<!doctype html><p>news"), "bad-response"],
    [
      "two lengths that differ",
      says("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx"),
      "truncated-body",
    ],
    [
      "a length and chunks at once",
      says("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnews\r\n0\r\n\r\n"),
      "truncated-body",
    ],
    ["a length below nothing", says("HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nnews"), "bad-response"],
    [
      "a length beyond all numbers",
      says(`HTTP/1.1 200 OK\r\nContent-Length: ${"9".repeat(30)}\r\n\r\nnews`),
      "truncated-body",
    ],
    [
      "a chunk beyond all numbers",
      says(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${"f".repeat(17)}\r\nnews`),
      "bad-response",
    ],
    ["returns without line feeds", says("HTTP/1.1 200 OK\rX: y\r\nContent-Length: 4\r\n\r\nnews"), "bad-response"],
    ["a NUL in a header", says("HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 4\r\n\r\nnews"), "bad-response"],
    ["a header over two lines", says("HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 4\r\n\r\nnews"), "bad-response"],
    ["a status of two digits", says("HTTP/1.1 99 Odd\r\nContent-Length: 4\r\n\r\nnews"), "bad-response"],
    ["nothing, and hangs up", (socket) => void socket.end(), "reset"],
    ["a reset", (socket) => void socket.resetAndDestroy(), "reset"],
    ["a flood of headers", says(`HTTP/1.1 200 OK\r\n${"X-Flood: water\r\n".repeat(20_000)}\r\n`), "headers-too-large"],
    ["a flood of short headers", says(`HTTP/1.1 200 OK\r\n${"a:\r\n".repeat(40_000)}\r\n`), "headers-too-large"],
    ["a flood of different headers", says(`HTTP/1.1 200 OK\r\n${manyHeaders(5000)}\r\n`), "headers-too-large"],
    [
      "a flood behind the body",
      says(
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n${"X-Flood: water\r\n".repeat(20_000)}\r\n`,
      ),
      "headers-too-large",
    ],
    ["hints without end", says("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(500)), "bad-response"],
    ["one endless header", says(`HTTP/1.1 200 OK\r\nX-Flood: ${"water".repeat(60_000)}`), "headers-too-large"],
    [
      "another protocol",
      says("HTTP/1.1 101 Switching Protocols\r\nUpgrade: tea\r\nConnection: upgrade\r\n\r\n"),
      "bad-response",
    ],
  ];
  for (const [name, answer, code] of cases) {
    test(`${name}: ${code}`, async (t) => {
      const server = await serveRaw(t, answer);
      const result = await fetcherFor(t, [server.port]).fetch({ url: server.url });
      assert.equal(result.ok ? result.value.status : result.failure.code, code);
      if (!result.ok) assert.match(result.failure.message, /^[A-Z0-9].*\.$/);
    });
  }

  test("headers that do not come in time", async (t) => {
    const server = await serveRaw(t, (socket) => void socket.write("HTTP/1.1 200 OK\r\nX-Slow: "));
    const fetcher = fetcherFor(t, [server.port], { timeouts: { headersMs: 50 } });
    assert.equal(await met(fetcher, server.url), "headers-timeout");
  });

  test("early hints without end", async (t) => {
    const server = await serveRaw(t, (socket) => {
      const hint = () => {
        while (socket.writable && socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"));
      };
      socket.on("drain", hint);
      hint();
    });
    const fetcher = fetcherFor(t, [server.port], { timeouts: { wholeMs: 60 } });
    assert.equal(await met(fetcher, server.url), "whole-timeout");
  });

  test("hostile header names and values do no harm", async (t) => {
    const server = await serveRaw(
      t,
      says("HTTP/1.1 200 OK\r\n__proto__: a\r\nconstructor: b\r\nContent-Length: 0\r\nETag: \xff\r\n\r\n"),
    );
    const result = await fetcherFor(t, [server.port]).fetch({ url: server.url });
    assert.ok(result.ok);
    assert.equal(result.value.headers["constructor"], "b");
    assert.deepEqual(Object.keys(result.value.headers).slice(0, 2), ["__proto__", "constructor"]);
    assert.equal(result.value.headers["tostring"], undefined);
  });

  for (const more of ["HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nsmuggled", "rubbish"])
    test(`what comes behind an answer (${more.slice(0, 7)}) is no answer to the next request`, async (t) => {
      let served = 0;
      const server = await serveRaw(t, (socket) => {
        const body = served++ === 0 ? `news${more}` : "next";
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n${body}`);
      });
      const fetcher = fetcherFor(t, [server.port]);
      for (const expected of ["news", "next"]) {
        const result = await fetcher.fetch({ url: `${server.url}/${expected}` });
        assert.ok(result.ok);
        assert.equal(Buffer.from(result.value.body).toString(), expected);
      }
      assert.deepEqual(server.asked, ["/news", "/next"]);
    });

  test("a redirect's address with line ends in it adds no header to the next request", async (t) => {
    const server = await serve(t, (request, response) => {
      if (request.url === "/a") response.writeHead(302, { location: "/b%0d%0aX-Split:%20yes" }).end();
      else response.end("here");
    });
    assert.equal(await met(fetcherFor(t, [server.port]), `${server.url}/a`), 200);
    assert.deepEqual(server.asked, ["/a", "/b%0d%0aX-Split:%20yes"]);
    assert.ok(server.seen.every(({ headers }) => headers["x-split"] === undefined));
  });

  test("an idle connection that the server closed is replaced without a failure", async (t) => {
    let served = 0;
    const server = await serveRaw(t, (socket) => {
      // Every connection answers once and then hangs up on the next request, as a server does whose patience ran out.
      if (served++ % 2 === 0) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
      else socket.resetAndDestroy();
    });
    const fetcher = fetcherFor(t, [server.port]);
    assert.equal(await met(fetcher, `${server.url}/1`), 200);
    assert.equal(await met(fetcher, `${server.url}/2`), 200);
    assert.deepEqual(server.asked, ["/1", "/2", "/2"]);
  });

  test("after each fault the next request to the same host works", async (t) => {
    let served = 0;
    const server = await serveRaw(t, (socket) => {
      socket.end(served++ === 0 ? "garbage\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    const fetcher = fetcherFor(t, [server.port]);
    assert.equal(await met(fetcher, server.url), "bad-response");
    assert.equal(await met(fetcher, server.url), 200);
  });
});

suite("connections that fail", () => {
  test("no one listens", async (t) => {
    const server = await serve(t, (_request, response) => response.end());
    const fetcher = fetcherFor(t, [server.port]);
    const other = await serve(t, (_request, response) => response.end());
    assert.equal(await met(fetcher, server.url), 200);
    assert.equal(await met(fetcherFor(t, [1024]), "http://127.0.0.1:1024/"), "connect-refused");
    assert.equal(await met(fetcher, other.url), "private-address");
  });

  const dns: [code: string, expected: string][] = [
    ["ENOTFOUND", "dns"],
    ["EAI_AGAIN", "dns"],
    ["ENOMEM", "connect-failed"],
  ];
  for (const [code, expected] of dns) {
    test(`the resolver says ${code}`, async (t) => {
      const resolve = () => Promise.reject(Object.assign(new Error(code), { code }));
      assert.equal(await met(fetcherFor(t, [], { resolve }), "http://news.example/"), expected);
    });
  }

  test("the resolver never answers", async (t) => {
    const resolve = () => new Promise<never>(() => {});
    const fetcher = fetcherFor(t, [], { resolve, timeouts: { connectMs: 50 } });
    assert.equal(await met(fetcher, "http://news.example/"), "connect-timeout");
  });

  test("no TLS where https was asked", async (t) => {
    const server = await serveRaw(t, (socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    assert.equal(await met(fetcherFor(t, [server.port]), `https://127.0.0.1:${server.port}/`), "tls");
  });

  test("a TLS server without a certificate that counts", async (t) => {
    const server = createTlsServer({});
    server.on("tlsClientError", () => {}); // the handshake has to fail: that is the case
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => server.close());
    const { port } = server.address() as { port: number };
    assert.equal(await met(fetcherFor(t, [port]), `https://127.0.0.1:${port}/`), "tls");
  });

  test("the caller breaks off, before and while", async (t) => {
    const server = await serve(t, (_request, response) => response.write("beginning"));
    const fetcher = fetcherFor(t, [server.port]);
    const early = await fetcher.fetch({ url: server.url, signal: AbortSignal.abort() });
    assert.ok(!early.ok);
    assert.equal(early.failure.code, "aborted");
    assert.deepEqual(server.asked, []);
    const controller = new AbortController();
    const under = fetcher.fetch({ url: server.url, signal: controller.signal });
    while (server.asked.length === 0) await new Promise(setImmediate);
    controller.abort();
    const late = await under;
    assert.ok(!late.ok);
    assert.equal(late.failure.code, "aborted");
  });
});
