import assert from "node:assert/strict";
import { type AddressInfo, createServer } from "node:net";
import { suite, type TestContext, test } from "node:test";
import { isPrivateAddress } from "#fetch/address";
import { createFetcher } from "#fetch/fetcher";
import type { Resolve, ResolvedAddress } from "#fetch/settings";
import { allowList, leadsInside } from "#fetch/target";
import { DrivenClock } from "#lib/clock";
import { fetcherFor, met, NOW, redirect, serve } from "./loopback.ts";

/** A place inside that counts who knocks. */
async function inside(t: TestContext): Promise<{ readonly port: number; knocks: () => number }> {
  let knocks = 0;
  const server = createServer((socket) => {
    knocks += 1;
    socket.end("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return { port: (server.address() as AddressInfo).port, knocks: () => knocks };
}

const addresses = (...list: string[]): readonly ResolvedAddress[] =>
  list.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

/** As `getaddrinfo` and a socket print them. */
const PRIVATE: readonly (readonly [what: string, ...addresses: string[]])[] = [
  ["unspecified", "0.0.0.0", "0.1.2.3", "::", "0:0:0:0:0:0:0:0"],
  ["loopback", "127.0.0.1", "127.8.9.10", "127.255.255.255", "::1", "0000:0000:0000:0000:0000:0000:0000:0001"],
  ["private", "10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.1", "192.168.255.255"],
  ["shared by carriers", "100.64.0.0", "100.100.100.200", "100.127.255.255"],
  ["link-local", "169.254.0.1", "169.254.169.254", "169.254.170.2", "fe80::1", "fe80::1%eth0", "febf:ffff::1%25lo"],
  ["metadata services", "169.254.169.254", "fd00:ec2::254", "100.100.100.200", "192.0.0.192", "168.63.129.16"],
  ["unique local, site-local", "fc00::", "fdff:ffff::1", "fec0::1", "FD12:3456::1"],
  ["multicast and broadcast", "224.0.0.1", "239.255.255.250", "255.255.255.255", "ff02::1", "ff0e::1"],
  ["reserved", "240.0.0.1", "192.0.0.8", "192.88.99.1", "198.18.0.1", "198.19.255.255"],
  ["documentation", "192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
  ["mapped", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:a00:1", "0:0:0:0:0:ffff:169.254.169.254", "::ffff:8.8.8.8"],
  ["compatible", "::127.0.0.1", "::7f00:1", "::10.0.0.1"],
  ["translated", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1"],
  ["6to4", "2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:c0a8:1::1"],
  ["Teredo", "2001::1", "2001:0:53aa:64c:0:0:80ff:fffe"],
  ["ORCHID, benchmarks, discard", "2001:10::1", "2001:20::1", "2001:2::1", "100::1"],
  ["routing segments, unassigned", "5f00::1", "4000::1", "8000::1", "e000::1"],
  ["no address", "", "localhost", "1.2.3", "0x7f.1", "127.1", "::ffff:1.2.3.4:80", "[::1]", "1.2.3.4/8", " 127.0.0.1"],
];

suite("addresses that are not public", () => {
  for (const [what, ...list] of PRIVATE)
    test(`${what}: ${list.join(" ")}`, () => {
      assert.deepEqual(
        list.filter((address) => !isPrivateAddress(address)),
        [],
      );
    });

  test("their neighbours are", () => {
    const neighbours =
      "1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255 2000::1 2001:200::1 2003::1 2600::1 2a00::1 3ffe::1";
    assert.deepEqual(neighbours.split(" ").filter(isPrivateAddress), []);
  });
});

/** As a page, a feed or a redirect may write it; `PORT` stands for the place inside. */
const SPELLINGS = [
  ..."127.0.0.1 127.1 127.0.1 127.000.000.001 0177.0.0.1 0177.0.0.01 0x7f.1 0x7f.0.0.1 0x7F000001 0x7f.0x0.0x0.0x1".split(
    " ",
  ),
  ..."2130706433 017700000001 0 0x0 00 0.0.0.0 127.0.0.1. 127.1. ①②⑦.⓪.⓪.① １２７。０。０。１ 127%2e0%2e0%2e1 %31%32%37.1".split(
    " ",
  ),
  ..."[::1] [::] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::0001] [::ffff:127.0.0.1] [::FFFF:7F00:1]".split(
    " ",
  ),
  ..."[::127.0.0.1] [::ffff:0:7f00:1] [64:ff9b::127.0.0.1] [2002:7f00:1::1] [2001::1] [fe80::1] [fd00:ec2::254]".split(
    " ",
  ),
  ..."localhost LocalHost localhost. a.localhost user:pass@127.1 127.1\\@news.example news.example@127.1 10.0.0.1 169.254.169.254 2852039166".split(
    " ",
  ),
  ..."0xa9fea9fe 0251.0376.0251.0376 [::ffff:a9fe:a9fe] [::ffff:169.254.169.254] [64:ff9b::a9fe:a9fe] [2001:0:7f00:1::] 100.100.100.200 192.168.0.1 172.16.0.1 255.255.255.255 224.0.0.1".split(
    " ",
  ),
];

suite("spellings of what lies inside", () => {
  for (const spelling of SPELLINGS)
    test(`${spelling}: neither as an address nor through a redirect`, async (t) => {
      const secret = await inside(t);
      const target = `${spelling}:${secret.port}/x`;
      const outer = await serve(t, (_request, response) =>
        redirect(response, Buffer.from(`http://${target}`, "utf8").toString("latin1")),
      );
      const fetcher = fetcherFor(t, [outer.port]);
      assert.equal(await met(fetcher, `http://${target}`), "private-address");
      assert.equal(await met(fetcher, `${outer.url}/`), "private-address");
      assert.equal(secret.knocks(), 0);
    });

  for (const status of [301, 302, 303, 307, 308])
    test(`each of them, through a ${status}`, async (t) => {
      const secret = await inside(t);
      const outer = await serve(t, (request, response) => {
        const target = `http://${SPELLINGS[Number(request.url?.slice(1))]}:${secret.port}/x`;
        redirect(response, Buffer.from(target, "utf8").toString("latin1"), status);
      });
      const fetcher = fetcherFor(t, [outer.port]);
      for (const [i, spelling] of SPELLINGS.entries())
        assert.equal(await met(fetcher, `${outer.url}/${i}`), "private-address", spelling);
      assert.equal(secret.knocks(), 0);
    });

  for (const spelling of [
    "127.0.0.1:65536",
    "127.0.0.1:-1",
    "127.0.0.1:8o",
    "[::ffff:127.0.0.1.1]",
    "[fe80::1%25lo]",
    "[::1%lo]",
    "127.0.0.1%00",
    "127.0.0.256",
    "0x100000000",
    "[::1",
    "127.0.0.0.1",
  ])
    test(`${spelling} is no address at all`, async (t) => {
      const port = /:[-\w]+$/.test(spelling) && !spelling.startsWith("[") ? "" : ":81";
      assert.equal(await met(fetcherFor(t, []), `http://${spelling}${port}/`), "bad-url");
    });
});

suite("names that lead inside", () => {
  const cases: readonly (readonly [what: string, answers: readonly ResolvedAddress[]])[] = [
    ["one private address", addresses("127.0.0.1")],
    ["several, all private", addresses("10.0.0.1", "127.0.0.1", "::1", "169.254.169.254")],
    ["mapped", addresses("::ffff:127.0.0.1")],
    ["with a zone", addresses("fe80::1%lo")],
    ["a family that is wrong", [{ address: "127.0.0.1", family: 6 }]],
    ["what is no address", [{ address: "localhost", family: 4 }]],
  ];
  for (const [what, answers] of cases)
    test(what, async (t) => {
      const secret = await inside(t);
      const fetcher = fetcherFor(t, [], { resolve: async () => answers });
      assert.equal(await met(fetcher, `http://news.example:${secret.port}/`), "private-address");
      assert.equal(secret.knocks(), 0);
    });

  test("of public and private answers only the public ones are asked", async (t) => {
    const secret = await inside(t);
    const resolve: Resolve = async () => addresses("127.0.0.1", "192.0.3.1", "::1");
    const fetcher = fetcherFor(t, [], { resolve, timeouts: { connectMs: 60 } });
    assert.match(String(await met(fetcher, `http://news.example:${secret.port}/`)), /^connect-/);
    assert.equal(secret.knocks(), 0);
  });

  test("a name that is public when it is first looked up, and private the next time", async (t) => {
    const secret = await inside(t);
    const answers = ["192.0.3.1", "127.0.0.1", "192.0.3.1", "127.0.0.1"];
    let asked = 0;
    const resolve: Resolve = async () => addresses(answers[asked++ % answers.length]!);
    const fetcher = fetcherFor(t, [], { resolve, timeouts: { connectMs: 60 } });
    const codes = [];
    for (let i = 0; i < 4; i++) codes.push(String(await met(fetcher, `http://news.example:${secret.port}/`)));
    assert.deepEqual(
      codes.map((code) => code.replace(/^connect-.*/, "asked")),
      ["asked", "private-address", "asked", "private-address"],
    );
    assert.equal(secret.knocks(), 0);
  });

  test("a redirect to a name that leads inside, and one from there on", async (t) => {
    const secret = await inside(t);
    const outer = await serve(t, (request, response) =>
      redirect(response, request.url === "/a" ? "/b" : `http://news.example:${secret.port}/`),
    );
    const fetcher = fetcherFor(t, [outer.port], { resolve: async () => addresses("127.0.0.1") });
    assert.equal(await met(fetcher, `${outer.url}/a`), "private-address");
    assert.deepEqual(outer.asked, ["/a", "/b"]);
    assert.equal(secret.knocks(), 0);
  });

  test("a connection that is open for one name is no way there for another", async (t) => {
    const server = await serve(t, (_request, response) => response.end("news"));
    const fetcher = fetcherFor(t, [server.port], { resolve: async () => addresses("127.0.0.1") });
    assert.equal(await met(fetcher, `http://daily.localhost:${server.port}/a`), 200);
    assert.equal(await met(fetcher, `http://news.example:${server.port}/b`), "private-address");
    assert.equal(await met(fetcher, `http://daily.localhost:${server.port}/c`), 200);
    assert.deepEqual(server.asked, ["/a", "/c"]);
  });

  test("a name that is allowed is not a way to another port or name", async (t) => {
    const secret = await inside(t);
    const resolve: Resolve = async () => addresses("127.0.0.1");
    const fetcher = fetcherFor(t, [secret.port + 1], { resolve });
    for (const host of ["127.0.0.1", "news.example", "a.localhost.news.example", "localhost"])
      assert.equal(await met(fetcher, `http://${host}:${secret.port}/`), "private-address", host);
    assert.equal(secret.knocks(), 0);
  });
});

test("a place inside that is allowed is not reached through a redirect from outside", async (t) => {
  const intranet = await serve(t, (_request, response) => response.end("secret"));
  const outside = await serve(t, (_request, response) => redirect(response, `${intranet.url}/wiki`));
  // Stands for a public address: the guard that would refuse it is the connector's, and not what is tested here.
  const isPublic = createFetcher(
    { userAgent: "x", allowPrivate: [`127.0.0.1:${intranet.port}`], resolve: async () => addresses("127.0.0.1") },
    new DrivenClock(NOW),
  );
  t.after(() => isPublic.close());
  assert.equal(await met(isPublic, `${intranet.url}/wiki`), 200);
  assert.equal(
    leadsInside(new URL("http://news.example/"), new URL(intranet.url), allowList([`127.0.0.1:${intranet.port}`])),
    true,
  );
  assert.equal(
    leadsInside(new URL(intranet.url), new URL(`${intranet.url}/x`), allowList([`127.0.0.1:${intranet.port}`])),
    false,
  );
  assert.equal(await met(fetcherFor(t, [outside.port]), `${outside.url}/`), "private-address");
});

suite("networks that are allowed", () => {
  const isAllowed = allowList(["10.1.2.0/24", "fd12::/16", "[fd99::]/64"]);
  const cases: readonly (readonly [hostname: string, port: string, allowed: boolean])[] = [
    ["10.1.2.9", "80", true],
    ["10.1.2.9", "8443", true],
    ["10.1.3.9", "80", false],
    ["[fd12::5]", "80", true],
    ["fd12::5", "80", true],
    ["[fd99::1]", "80", true],
    ["[fd13::5]", "80", false],
    ["intranet.example", "80", false],
    ["127.0.0.1", "80", false],
  ];
  for (const [hostname, port, allowed] of cases)
    test(`${hostname}:${port} ${allowed ? "is" : "is not"}`, () => assert.equal(isAllowed(hostname, port), allowed));
});
