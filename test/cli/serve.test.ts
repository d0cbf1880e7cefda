import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, suite, test } from "node:test";
import { start as startProcess } from "./start.ts";

/** No permission holds root back. */
const WRITES_ANYWHERE = process.getuid?.() === 0 ? "root may write to what may only be read" : false;

suite("variorum serve", () => {
  let folder: string;
  const running = new Set<ChildProcess>();
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "variorum-serve-"));
  });
  afterEach(() => {
    for (const child of running) child.kill("SIGKILL");
    running.clear();
  });
  after(() => rmSync(folder, { recursive: true }));

  const start = (...args: string[]) => startProcess(running, ["--data", join(folder, "data"), ...args]);

  const post = (link: string) =>
    fetch(new URL("/sign-in", link), {
      method: "POST",
      body: new URLSearchParams({ token: new URL(link).searchParams.get("token")! }),
      redirect: "manual",
    });

  for (const signal of ["SIGINT", "SIGTERM"] as const)
    test(`serves pages, signs the operator in once, and ends well on ${signal}`, async () => {
      const server = start("serve", "--port", "0");
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await server.line())?.[0];
      assert.ok(url);
      const link = /http:\S+token=\S+/.exec(await server.line())?.[0];
      assert.ok(link);
      assert.match(await server.line(), /Nothing is watched yet/);
      assert.equal((await fetch(url)).status, 200);
      const fresh = await start("sign-in").line();
      assert.ok(fresh.startsWith(`${url}/sign-in?token=`), fresh);
      for (const each of [link, fresh]) {
        assert.equal((await fetch(each)).status, 200, "looking at it");
        const signIn = await post(each);
        assert.ok(signIn.status === 303 && signIn.headers.get("set-cookie"), String(signIn.status));
        assert.equal((await post(each)).headers.get("set-cookie"), null, "the link worked twice");
      }
      server.kill(signal);
      const { code, err } = await server.end();
      assert.equal(code, 0, err);
      assert.match(err, /Stopping/);
      assert.ok(!existsSync(join(folder, "data", "variorum.db-wal")), "the log of the database was left behind");
    });

  test("a port that is taken: one sentence, and what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, err } = await start("serve", "--port", String(port)).end();
    other.close();
    assert.equal(code, 1);
    assert.match(err, new RegExp(`^127\\.0\\.0\\.1:${port} is taken .*--port.*\n$`));
  });

  test("data that may only be read: one sentence, and the process ends", { skip: WRITES_ANYWHERE }, async () => {
    const server = start("serve", "--port", "0");
    await server.line();
    server.kill("SIGTERM");
    await server.end();
    const data = join(folder, "data");
    chmodSync(join(data, "variorum.db"), 0o444);
    chmodSync(data, 0o555);
    const { code, err } = await start("serve", "--port", "0").end();
    chmodSync(data, 0o755);
    chmodSync(join(data, "variorum.db"), 0o644);
    assert.equal(code, 1, err);
    assert.match(err, /database cannot be (?:written|opened)/);
  });

  test("SIGTERM ends it though someone has a connection and says nothing", async () => {
    const server = start("serve", "--port", "0");
    const { port } = new URL(/http:\/\/127\.0\.0\.1:\d+/.exec(await server.line())![0]);
    const silent = connect(Number(port), "127.0.0.1");
    silent.on("error", () => {});
    await once(silent, "connect");
    server.kill("SIGTERM");
    assert.equal((await server.end()).code, 0);
    silent.destroy();
  });

  test("a bad setting is refused before anything is opened", async () => {
    const { code, err } = await start("serve", "--port", "many").end();
    assert.equal(code, 2);
    assert.match(err, /^--port must be a whole number from 0 to 65535; it is "many"\.\n$/);
  });

  test("an option before its command is told where it belongs", async () => {
    const { code, err } = await start("--port", "8000", "serve").end();
    assert.equal(code, 2);
    assert.match(err, /^Write the options of serve after it: "node .*main\.ts serve --option VALUE"\.\n$/);
  });
});
