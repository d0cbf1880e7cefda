import assert from "node:assert/strict";
import { once } from "node:events";
import type { Socket } from "node:net";
import { test } from "node:test";
import type { Failure } from "#model/failure";
import { fetcherFor, serve, serveRaw } from "./loopback.ts";

const OVER: Failure = { advice: "later", code: "host-busy", message: "The turn was over." };

test("a turn is over at the very moment of sending: leave is asked for again, and nothing was sent", async (t) => {
  const server = await serve(t, (_request, response) => response.end("x"));
  let turns = 0;
  const permit = async () => {
    const isGood = ++turns === 3;
    return { mayGoOut: () => (isGood ? null : OVER) };
  };
  const result = await fetcherFor(t, [server.port]).fetch({ url: `${server.url}/a`, permit });
  assert.ok(result.ok);
  assert.deepEqual([turns, server.asked], [3, ["/a"]]);
});

test("who never gets to send in time is told so", async (t) => {
  const server = await serve(t, (_request, response) => response.end("x"));
  let turns = 0;
  const permit = async () => {
    turns++;
    return { mayGoOut: () => OVER };
  };
  const result = await fetcherFor(t, [server.port]).fetch({ url: server.url, permit });
  assert.deepEqual([result.ok, !result.ok && result.failure, turns, server.asked], [false, OVER, 3, []]);
});

test("a request that was not answered when its turn ended is taken back, and its connection is reset", async (t) => {
  const asked = Promise.withResolvers<Socket>();
  const server = await serveRaw(t, (socket) => asked.resolve(socket));
  let isOver = false;
  const permit = async () => ({ mayGoOut: () => null, mayArrive: () => !isOver });
  const fetching = fetcherFor(t, [server.port]).fetch({ url: server.url, permit });
  const socket = await asked.promise;
  const reset = once(socket, "error");
  isOver = true;
  const result = await fetching;
  assert.deepEqual([result.ok, !result.ok && result.failure.code], [false, "turn-over"]);
  assert.equal(((await reset)[0] as NodeJS.ErrnoException).code, "ECONNRESET");
});
