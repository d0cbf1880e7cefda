import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { errors } from "undici";
import { systemResolve } from "#fetch/connect";
import { failureOf } from "#fetch/failures";
import { allowList } from "#fetch/target";
import { Turns } from "#fetch/turns";

const coded = (code: string, message = "so it is"): Error => Object.assign(new Error(message), { code });

suite("an error of the network means", () => {
  const of = (error: unknown, answered = false) => failureOf(error, new URL("https://news.example:8443/"), answered);
  const cases: readonly (readonly [error: unknown, answered: boolean, code: string])[] = [
    [coded("ENOTFOUND"), false, "dns"],
    [coded("UND_ERR_CLOSED"), true, "aborted"],
    [coded("UND_ERR_DESTROYED"), false, "aborted"],
    [coded("ECONNRESET"), false, "reset"],
    [coded("ECONNRESET"), true, "truncated-body"],
    [coded("CERT_HAS_EXPIRED"), false, "tls"],
    [coded("NOT_A_CERT_"), false, "connect-failed"],
    [new AggregateError([coded("ECONNREFUSED"), coded("ENOTFOUND")]), false, "connect-refused"],
    [Object.assign(new AggregateError([coded("ENOTFOUND")]), { code: "ECONNREFUSED" }), false, "connect-refused"],
    [new AggregateError([]), false, "connect-failed"],
    [Object.assign(new Error("x"), { code: 7 }), false, "connect-failed"],
    ["a string", false, "connect-failed"],
    [new errors.HTTPParserError("odd"), true, "bad-response"],
    [new errors.SocketError("bad response"), false, "bad-response"],
    [new errors.SocketError("bad upgrade"), false, "bad-response"],
    [new errors.SocketError("other side closed"), false, "reset"],
    [new Error("bad response"), false, "connect-failed"],
  ];
  for (const [error, answered, code] of cases)
    test(`${error instanceof Error ? `${error.name} ${"code" in error ? error.code : error.message}` : error}: ${code}`, () =>
      assert.equal(of(error, answered).code, code));

  test("and says its code, or else its message", () => {
    assert.match(of(coded("EODD")).message, /news\.example:8443 could not be asked \(EODD\)/);
    assert.match(of(new Error("so it is")).message, /\(so it is\)/);
    assert.match(of("a string").message, /\(a string\)/);
    assert.match(of(new AggregateError([], "all were in vain")).message, /\(all were in vain\)/);
    const detailOf = (error: unknown) => {
      const { reason } = of(error);
      return reason && "detail" in reason ? reason.detail : undefined;
    };
    assert.equal(detailOf(coded("EODD")), "EODD");
    assert.equal(detailOf(new Error("so it is")), "so it is");
  });
});

test("an address that is written as such is its own, of either family", async () => {
  assert.deepEqual(await systemResolve("127.0.0.1"), [{ address: "127.0.0.1", family: 4 }]);
  assert.deepEqual(await systemResolve("::1"), [{ address: "::1", family: 6 }]);
  assert.deepEqual(await systemResolve("press.localhost."), [{ address: "127.0.0.1", family: 4 }]);
});

test("a suffix allows the names below it and not itself", () => {
  const isAllowed = allowList(["*.press.example:80", "[::1]:80", "10.1.2.0/24", "[fd00::]/8"]);
  const cases: readonly (readonly [hostname: string, port: string, allowed: boolean])[] = [
    ["www.press.example", "80", true],
    ["a.b.press.example", "80", true],
    ["press.example", "80", false],
    [".press.example", "80", false],
    ["www.press.example", "81", false],
    ["::1", "80", true],
    ["[::1]", "80", true],
    ["[::1]", "81", false],
    ["10.1.2.7", "9", true],
    ["10.1.3.7", "9", false],
    ["[fd00::7]", "9", true],
    ["[fe00::7]", "9", false],
  ];
  for (const [hostname, port, allowed] of cases)
    assert.equal(isAllowed(hostname, port), allowed, `${hostname}:${port}`);
});

test("who came third does not begin while the second works", async () => {
  const turns = new Turns();
  const gates = Array.from({ length: 2 }, () => Promise.withResolvers<void>());
  const order: string[] = [];
  const first = turns.take("a", () => gates[0]!.promise);
  const second = turns.take("a", async () => {
    await gates[1]!.promise;
    order.push("second");
  });
  gates[0]!.resolve();
  await first;
  const third = turns.take("a", async () => order.push("third"));
  await new Promise(setImmediate);
  gates[1]!.resolve();
  await Promise.all([second, third]);
  assert.deepEqual(order, ["second", "third"]);
});
