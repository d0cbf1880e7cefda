import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { PassingCookies } from "#fetch/passing-cookies";

const PAGE = new URL("https://www.press.example/a");

const taken = (...headers: readonly string[]): PassingCookies => {
  const cookies = new PassingCookies();
  for (const header of headers) cookies.take(PAGE, header);
  return cookies;
};

suite("the cookies of one request", () => {
  test("are sent to the host that set them", () => {
    const cookies = taken("seen=1; Path=/");
    assert.equal(cookies.header(PAGE), "seen=1");
    assert.equal(cookies.header(new URL("https://m.press.example/a")), undefined);
    assert.equal(cookies.header(new URL("https://other.example/a")), undefined);
  });

  test("are sent to other hosts of the site when they are set for its domain", () => {
    const cookies = taken("seen=1; Domain=press.example");
    assert.equal(cookies.header(new URL("https://m.press.example/a")), "seen=1");
    assert.equal(cookies.header(new URL("https://other.example/a")), undefined);
  });

  test("are not sent in the clear when they are secure", () => {
    const cookies = taken("seen=1; Secure");
    assert.equal(cookies.header(PAGE), "seen=1");
    assert.equal(cookies.header(new URL("http://www.press.example/a")), undefined);
  });

  test("are news when one is set, altered or taken back, and not when it is set again", () => {
    const cookies = new PassingCookies();
    assert.equal(cookies.take(PAGE, "seen=1"), true);
    assert.equal(cookies.take(PAGE, "seen=1"), false);
    assert.equal(cookies.take(PAGE, "seen=2"), true);
    assert.equal(cookies.take(PAGE, "seen=2; Max-Age=0"), true);
    assert.equal(cookies.take(PAGE, "seen=2; Max-Age=0"), false);
    assert.equal(cookies.header(PAGE), undefined);
    assert.equal(cookies.take(PAGE, "seen=2; Max-Age=1"), true);
    assert.equal(cookies.take(PAGE, undefined), false);
  });

  test("are at most twenty: one more is no news, and a known one may still change", () => {
    const cookies = taken(...Array.from({ length: 20 }, (_, n) => `c${n}=1`));
    assert.equal(cookies.take(PAGE, "late=1"), false);
    assert.equal(cookies.take(PAGE, "c7=2"), true);
    const sent = cookies.header(PAGE)!.split("; ");
    assert.equal(sent.length, 20);
    assert.ok(sent.includes("c7=2") && !sent.includes("late=1"));
  });
});
