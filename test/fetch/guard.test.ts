import assert from "node:assert/strict";
import { type AddressInfo, createConnection, createServer } from "node:net";
import { suite, test } from "node:test";
import { buildConnector } from "undici";
import { isPrivateAddress } from "#fetch/address";
import { guardedConnector, guardPeer, publicOnly } from "#fetch/connect";
import type { Resolve, ResolvedAddress } from "#fetch/settings";
import { allowList } from "#fetch/target";
import { FailureError } from "#model/failure";
import { fetcherFor, met, redirect, serve } from "./loopback.ts";

const resolvesTo =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address): ResolvedAddress => ({ address, family: address.includes(":") ? 6 : 4 }));

suite("the private-address guard", () => {
  const spellings = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",
    "127.0.0.1.",
    "127.255.255.254",
    "１２７.０.０.１",
    "127。0。0。1",
    "%31%32%37.0.0.1",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "[fe80::1]",
    "[fd00::1]",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "224.0.0.1",
    "255.255.255.255",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "press.localhost",
    "user:secret@127.0.0.1",
    "news.example@127.0.0.1",
  ];
  for (const spelling of spellings) {
    test(`refuses ${spelling}`, async (t) => {
      const server = await serve(t, (_request, response) => response.end("secret"));
      const fetcher = fetcherFor(t, []);
      assert.equal(await met(fetcher, `http://${spelling}:${server.port}/`), "private-address");
      assert.equal(await met(fetcher, `https://${spelling}:${server.port}/`), "private-address");
      assert.deepEqual(server.asked, []);
    });
  }

  for (const address of ["127.0.0.1", "10.1.2.3", "::1", "::ffff:127.0.0.1", "fe80::1%lo", "fd12::1"]) {
    test(`refuses a name that resolves to ${address}, for now`, async (t) => {
      const server = await serve(t, (_request, response) => response.end("secret"));
      const fetcher = fetcherFor(t, [], { resolve: resolvesTo(address) });
      const result = await fetcher.fetch({ url: `http://news.example:${server.port}/` });
      assert.ok(!result.ok);
      assert.equal(result.failure.code, "private-address");
      // A name may lead inside for an hour; the connector says so itself, too.
      assert.equal(result.failure.advice, "retry");
      assert.deepEqual(server.asked, []);
    });
  }

  test("refuses a redirect to a private address, and tells the hop", async (t) => {
    const inner = await serve(t, (_request, response) => response.end("secret"));
    const outer = await serve(t, (_request, response) => redirect(response, `${inner.url}/admin`));
    const result = await fetcherFor(t, [outer.port]).fetch({ url: `${outer.url}/a` });
    assert.ok(!result.ok);
    assert.equal(result.failure.code, "private-address");
    assert.equal(result.failure.advice, "never");
    assert.deepEqual(result.hops, [{ url: `${outer.url}/a`, status: 302 }]);
    assert.deepEqual(inner.asked, []);
  });

  test("refuses a socket that ended up at a private address though the name had resolved to a public one", async (t) => {
    const server = await serve(t, (_request, response) => response.end("secret"));
    const rebound = buildConnector({
      lookup: (_hostname, _options, callback) => callback(null, [{ address: "127.0.0.1", family: 4 }]),
    });
    const target = { hostname: "news.example", protocol: "http:", port: String(server.port) };
    const error = await new Promise<Error | null>((resolve) =>
      guardPeer(rebound)(target, (...[failed]) => resolve(failed)),
    );
    assert.ok(error instanceof FailureError);
    assert.equal(error.failure.code, "private-address");
    assert.deepEqual(server.asked, []);
  });

  test("refuses a private literal before robots.txt is asked for it", async (t) => {
    const asked: string[] = [];
    const permit = async (url: string) => {
      asked.push(url);
      return null;
    };
    await fetcherFor(t, []).fetch({ url: "http://127.0.0.1:8080/", permit });
    assert.deepEqual(asked, []);
  });

  test("never opens a socket to a private literal", async (t) => {
    let connections = 0;
    const server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const connect = guardedConnector({ isAllowed: () => false, resolve: resolvesTo("93.184.216.34"), timeoutMs: 1000 });
    const target = { hostname: "127.0.0.1", protocol: "http:", port: String(port) };
    const error = await new Promise<Error | null>((resolve) => connect(target, (...[failed]) => resolve(failed)));
    assert.ok(error instanceof FailureError);
    assert.equal(error.failure.advice, "never");
    // A connection of our own proves that the server had time to see the other.
    await new Promise<void>((resolve) => createConnection(port, "127.0.0.1").on("close", resolve).resume());
    assert.equal(connections, 1);
  });

  test("checks the socket in a real fetch too: an address that changes between check and use", async (t) => {
    const server = await serve(t, (_request, response) => response.end("secret"));
    let reads = 0;
    const turncoat: ResolvedAddress = {
      family: 4,
      get address() {
        return reads++ === 0 ? "93.184.216.34" : "127.0.0.1";
      },
    };
    const fetcher = fetcherFor(t, [], { resolve: async () => [turncoat] });
    assert.equal(await met(fetcher, `http://news.example:${server.port}/`), "private-address");
    assert.ok(reads > 1);
    assert.deepEqual(server.asked, []);
  });

  test("keeps the public addresses of a name that also has private ones", async () => {
    const kept = await publicOnly(resolvesTo("10.0.0.1", "93.184.216.34", "::1"))("news.example");
    assert.deepEqual(kept, [{ address: "93.184.216.34", family: 4 }]);
  });

  test("lets public addresses through", () => {
    for (const address of ["93.184.216.34", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "2a00:1450::5"]) {
      assert.equal(isPrivateAddress(address), false, address);
    }
  });

  test("takes what is no address for private", () => {
    for (const text of ["", "localhost", "1.2.3", "::ffff:1.2.3.4:80"])
      assert.equal(isPrivateAddress(text), true, text);
  });
});

suite("what is allowed in spite of the guard", () => {
  const isAllowed = allowList(["127.0.0.1:8080", "*.press.localhost:8080", "[::1]:81", "Intranet:80"]);
  const cases: [hostname: string, port: string, allowed: boolean][] = [
    ["127.0.0.1", "8080", true],
    ["127.0.0.1", "8081", false],
    ["127.0.0.2", "8080", false],
    ["daily.press.localhost", "8080", true],
    ["press.localhost", "8080", false],
    [".press.localhost", "8080", false],
    ["depress.localhost", "8080", false],
    ["daily.press.localhost", "80", false],
    ["::1", "81", true],
    ["[::1]", "81", true],
    ["intranet", "80", true],
  ];
  for (const [hostname, port, allowed] of cases) {
    test(`${hostname}:${port} ${allowed ? "is" : "is not"}`, () => assert.equal(isAllowed(hostname, port), allowed));
  }

  test("names under .localhost reach loopback without a resolver", async (t) => {
    const server = await serve(t, (request, response) => response.end(request.headers.host));
    const result = await fetcherFor(t, [server.port]).fetch({ url: `http://daily.localhost:${server.port}/` });
    assert.ok(result.ok);
    assert.equal(Buffer.from(result.value.body).toString(), `daily.localhost:${server.port}`);
  });

  test("ports of other services are refused even where the host is allowed", async (t) => {
    const fetcher = fetcherFor(t, [25, 6667]);
    assert.equal(await met(fetcher, "http://127.0.0.1:25/"), "bad-port");
    assert.equal(await met(fetcher, "http://news.example:6667/"), "bad-port");
  });
});
