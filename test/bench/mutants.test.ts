import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { reachOf } from "../../bench/mutants/imports.ts";
import { drawMutants } from "../../bench/mutants/mutants.ts";
import { runTest } from "../../bench/mutants/test-run.ts";
import { turned, turnsOf } from "../../bench/mutants/turns.ts";

const root = mkdtempSync(join(tmpdir(), "variorum-mutants-test-"));
after(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const TURNED: readonly (readonly [code: string, turns: string])[] = [
  ["f(a < b);", "f(a <= b); f(a >= b);"],
  ["f(a >= b);", "f(a > b); f(a < b);"],
  ["f(a === b);", "f(a !== b);"],
  ["f(a && b || c);", "f(a || b || c); f(a && b && c);"],
  ["f(a + 1, a + 2, -1, b - 1);", "f(a - 1, a + 2, -1, b - 1); f(a + 1, a + 2, -1, b + 1);"],
  ["f([a][0] += 1);", "f([a][0] -= 1);"],
  ["f(a ? true : b);", "f(a ? false : b);"],
  ["f({ true: 1 }, a.false);", ""],
  ["f('a < b', \"a < b\", `a < b`);", ""],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template in the code that is read
  ["f(`${a < `${b}` ? 1 : 2} < c`, d);", "f(`${a <= `${b}` ? 1 : 2} < c`, d); f(`${a >= `${b}` ? 1 : 2} < c`, d);"],
  ["f(a); // a < b", ""],
  ["/* a < b */ f(a);", ""],
  ["f(/[/<]=== && /.test(a));", ""],
  ["if (a) /a<b/.exec(c);", ""],
  ["f((a) / b < c / d);", "f((a) / b <= c / d); f((a) / b >= c / d);"],
  ["f<A<true>>(a as B<false>);", ""],
  ["type A = B extends true ? 1 : false;", ""],
  ["const f = (a: 'x' | true = true): a is true => a!;", "const f = (a: 'x' | true = false): a is true => a!;"],
];

for (const [code, turns] of TURNED)
  test(`turns of ${code}`, () =>
    assert.equal(
      turnsOf(code)
        .map((turn) => turned(code, turn))
        .join(" "),
      turns,
    ));

test("a turn that leaves no program is none", () => {
  const [turn] = turnsOf("f((a ?? b) && c);");
  assert.equal(turned("f(a ?? b && c);", { ...turn!, at: "f(a ?? b ".length }), null);
});

test("and, or: a test that runs the left side runs the operator", () => {
  const code = "return a(b && c) && d;";
  const places = turnsOf(`function f() { ${code} }`).map(({ runsWith }) => runsWith - "function f() { ".length);
  assert.deepEqual(places, [code.indexOf("b"), code.indexOf("a(")]);
});

test("the same seed draws the same mutants, another one others, and never one twice", () => {
  put("src/sums/less.ts", `export const less = (a: number, b: number) => ${"a < b || ".repeat(20)} true;\n`);
  const draw = (count: number, seed: number) => drawMutants(root, "sums", count, seed).map(({ text }) => text);
  assert.deepEqual(draw(10, 1), draw(10, 1));
  assert.notDeepEqual(draw(10, 1), draw(10, 2));
  assert.equal(new Set(draw(1000, 1)).size, 61);
});

test("a file reaches what it imports and what it starts, over any number of steps", () => {
  put("src/one.ts", 'import { two } from "#deep/two";\n');
  put("src/deep/two.ts", 'import "./three.ts";\n');
  put("src/deep/three.ts", 'new Worker(new URL("./thread.ts", import.meta.url));\n');
  put("src/deep/thread.ts", 'import "../one.ts";\n');
  put("src/deep/apart.ts", "");
  const reached = [...reachOf(root)("src/one.ts")].sort();
  assert.deepEqual(reached, ["src/deep/thread.ts", "src/deep/three.ts", "src/deep/two.ts", "src/one.ts"]);
});

test("a test file passes, ends at its first failure, or is ended when it takes too long", async () => {
  const head = 'import { test } from "node:test";\n';
  const hanging = 'test("b", () => new Promise(() => setInterval(() => {}, 1000)));\n';
  put("good.test.ts", `${head}test("a", () => {});\n`);
  put("bad.test.ts", `${head}test("a", () => { throw new Error(); });\n${hanging}`);
  put("endless.test.ts", `${head}test("a", () => { for (;;); });\n`);
  put("waiting.test.ts", head + hanging);
  const run = async (file: string, cpuMs: number, timeoutMs: number) =>
    (await runTest(file, { root, cpuMs, timeoutMs, env: {} })).end;
  const long = 300_000;
  assert.equal(await run("good.test.ts", long, long), "passed");
  assert.equal(await run("bad.test.ts", long, long), "failed");
  assert.equal(await run("endless.test.ts", 1000, long), "timed out");
  assert.equal(await run("waiting.test.ts", long, 1000), "timed out");
});
