import assert from "node:assert/strict";
import { it } from "node:test";
import { FailureError } from "#model/failure";
import { runProgram } from "#store/postgres/client-program";

const WAITS_FOR_EVER = ["-e", "setInterval(() => {}, 1000)"];

it("a program gives its exit code and what it said", async () => {
  const ended = await runProgram(process.execPath, ["-e", "console.error('no such table'); process.exitCode = 3"]);
  assert.equal(ended.code, 3);
  assert.match(ended.said, /no such table/);
});

it("a program is ended when its signal is given, before it started or later", async () => {
  const isAborted = (error: unknown) => error instanceof FailureError && error.failure.code === "aborted";
  await assert.rejects(runProgram(process.execPath, WAITS_FOR_EVER, AbortSignal.abort()), isAborted);
  const stop = new AbortController();
  const ended = runProgram(process.execPath, WAITS_FOR_EVER, stop.signal);
  stop.abort();
  await assert.rejects(ended, isAborted);
});
