import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { Hono } from "hono";
import { type Listening, type ListenOptions, listen } from "#publish/http/listen";
import { subscriberOf } from "#publish/http/server/connections";
import { boundReaders } from "#publish/http/server/slow-readers";

/** More than the system takes for a reader that does not read. */
const LONG = "a long page ".repeat(1_500_000);

async function serve(t: TestContext, options: Partial<ListenOptions> = {}): Promise<Listening & { open(): Socket }> {
  const app = new Hono();
  app.get("/short", (c) => c.text("short"));
  const listening = await listen(app, { host: "127.0.0.1", port: 0, ...options });
  t.after(() => listening.close().catch(() => {}));
  const port = Number(new URL(listening.url).port);
  const open = () => {
    const socket = connect(port, "127.0.0.1");
    // A connection that is given up is reset.
    socket.on("error", () => {});
    t.after(() => socket.destroy());
    return socket;
  };
  return { ...listening, open };
}

const ask = (socket: Socket, path: string): void => {
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
};

/** Resolves when the server has ended the connection. */
const ended = async (socket: Socket): Promise<void> => {
  if (!socket.closed) await once(socket, "close");
};

test("closing does not wait for connections on which nothing came", async (t) => {
  const server = await serve(t, { graceMs: 2 ** 31 - 1 });
  const silent = server.open();
  await once(silent, "connect");
  // The server knows it: a later one has been answered.
  assert.equal((await fetch(`${server.url}/short`)).status, 200);
  await server.close();
  await ended(silent);
});

test("closing waits for half a request only for its time of grace", async (t) => {
  const server = await serve(t, { graceMs: 50 });
  const half = server.open();
  half.write("GET /short HTTP/1.1\r\nhost: ");
  await once(half, "connect");
  assert.equal((await fetch(`${server.url}/short`)).status, 200);
  await server.close();
  await ended(half);
});

test("an address has so many connections and no more, until one of them ends", async (t) => {
  const server = await serve(t, { trustedProxies: [], connections: { perAddress: 3, inAll: 100 } });
  const answered = async (socket: Socket) => {
    ask(socket, "/short");
    return String((await once(socket, "data"))[0]);
  };
  const sockets = [server.open(), server.open(), server.open()];
  for (const socket of sockets) assert.match(await answered(socket), /^HTTP\/1\.1 200/);
  await ended(server.open());
  sockets[0]!.destroy();
  await ended(sockets[0]!);
  // The server may hear of the end a moment later.
  for (;;) {
    const next = server.open();
    const heard = await Promise.race([answered(next).catch(() => ""), ended(next).then(() => "")]);
    if (heard !== "") break;
  }
});

test("readers behind a trusted proxy are not counted by its address", async (t) => {
  const server = await serve(t, { trustedProxies: ["127.0.0.0/8"], connections: { perAddress: 1, inAll: 100 } });
  for (let i = 0; i < 5; i++) {
    const socket = server.open();
    ask(socket, "/short");
    assert.match(String((await once(socket, "data"))[0]), /^HTTP\/1\.1 200/);
  }
});

/** Limits that end nothing by themselves. */
const PATIENT = { stalledMs: 2 ** 31, wholeMs: 2 ** 31, unreadBytes: 2 ** 40, everyMs: 5 };

async function serveLong(t: TestContext, limits: Parameters<typeof boundReaders>[1]) {
  const server = createServer((_, response) => response.end(LONG));
  boundReaders(server, limits);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

for (const [name, limits] of [
  ["takes nothing for long", { ...PATIENT, stalledMs: 50 }],
  ["does not come to the end of the answer", { ...PATIENT, wholeMs: 50 }],
  ["holds more than there is room for", { ...PATIENT, unreadBytes: 1_000_000 }],
] as const)
  test(`a reader that ${name} is given up`, async (t) => {
    const { server, port } = await serveLong(t, limits);
    const connected = once(server, "connection");
    const reader = connect(port, "127.0.0.1").pause();
    t.after(() => reader.destroy());
    reader.on("error", () => {});
    ask(reader, "/");
    const [socket] = (await connected) as [Socket];
    await ended(socket);
  });

test("who reads gets all of it, whoever else does not", async (t) => {
  const { port } = await serveLong(t, { ...PATIENT, unreadBytes: 1.5 * LONG.length });
  const lazy = connect(port, "127.0.0.1").pause();
  t.after(() => lazy.destroy());
  lazy.on("error", () => {});
  ask(lazy, "/");
  assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), LONG);
});

test("a subscriber is an address, or the network of an IPv6 address", () => {
  for (const [address, subscriber] of [
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::6", "2001:db8:1:2"],
    ["2001:db8::6", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ] as const)
    assert.equal(subscriberOf(address), subscriber);
});
