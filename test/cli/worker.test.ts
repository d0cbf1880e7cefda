import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, suite, test } from "node:test";
import { start } from "./start.ts";

const addressIn = (line: string): string => /http:\/\/127\.0\.0\.1:\d+/.exec(line)![0];

suite("variorum worker and variorum web", () => {
  let folder: string;
  const running = new Set<ChildProcess>();
  const run = (...args: string[]) => start(running, [...args, "--data", join(folder, "data")]);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "variorum-worker-"));
  });
  afterEach(() => {
    for (const child of running) child.kill("SIGKILL");
    running.clear();
  });
  after(() => rmSync(folder, { recursive: true }));

  test("a worker watches without pages, says how it does, and ends well when asked", async () => {
    const worker = run("worker", "--status-port", "0");
    const url = addressIn(await worker.line());
    assert.match(await worker.line(), /Nothing is watched yet/);
    assert.equal(await (await fetch(`${url}/ready`)).text(), "ready\n");
    const metrics = await fetch(`${url}/metrics`);
    assert.match(metrics.headers.get("content-type")!, /^text\/plain; version=0\.0\.4/);
    const text = await metrics.text();
    for (const name of ["variorum_info", "variorum_looks_total", "variorum_lag_seconds", "variorum_queue_due 0"])
      assert.ok(text.includes(name), name);
    assert.equal((await fetch(url)).status, 404);
    worker.kill("SIGTERM");
    const { code, err } = await worker.end();
    assert.equal(code, 0, err);
    assert.match(err, /Stopping/);
  });

  test("the pages are served by a process of their own, beside a worker", async () => {
    const worker = run("worker", "--status-port", "0");
    await worker.line();
    const web = run("web", "--port", "0");
    const url = addressIn(await web.line());
    assert.equal((await fetch(url)).status, 200);
    assert.equal((await fetch(`${url}/ready`)).status, 200);
    assert.match(await (await fetch(`${url}/metrics`)).text(), /variorum_info\{version="[^"]+"\} 1/);
    web.kill("SIGINT");
    worker.kill("SIGINT");
    assert.equal((await web.end()).code, 0);
    assert.equal((await worker.end()).code, 0);
  });

  test("a port that is taken: one sentence, and what to do", async () => {
    const worker = run("worker", "--status-port", "0");
    const port = new URL(addressIn(await worker.line())).port;
    const { code, err } = await run("worker", "--status-port", port).end();
    assert.equal(code, 1);
    assert.match(err, /is taken by another program/);
  });
});
