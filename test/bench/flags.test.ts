import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Flags, folder, isGiven, oneOf, positive, readFlags, someOf, whole, wholes } from "../../bench/flags.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "bench");

interface Bench {
  readonly FLAGS: Flags;
  run(args: { readonly flags: Readonly<Record<string, string>>; readonly rest: readonly string[] }): Promise<void>;
}

const named = globSync("*.ts", { cwd: FOLDER })
  .filter((file) => /^export (?:async )?function run\b/m.test(readFileSync(join(FOLDER, file), "utf8")))
  .sort();
// A benchmark whose import is a mistake would take all others with it.
const benches = await Promise.all(
  named.map(async (file) => [file, (await import(join(FOLDER, file))) as Bench] as const),
);

for (const [file, bench] of benches) {
  test(`${file} refuses flags that it does not know, and values that it cannot read`, async () => {
    await assert.rejects(
      bench.run({ flags: { "no-such-flag": "1" }, rest: ["version"] }),
      /has no flag --no-such-flag/,
    );
    for (const name of Object.keys(bench.FLAGS))
      await assert.rejects(
        bench.run({ flags: { [name]: "" }, rest: ["version"] }),
        new RegExp(`--${name} (?:takes|needs) `),
      );
  });
}

test("a list where one number is expected is refused", async () => {
  const schedule = benches.find(([file]) => file === "schedule.ts")![1];
  await assert.rejects(schedule.run({ flags: { seeds: "101,102" }, rest: [] }), {
    message: '--seeds takes a whole number, 1 or more; "101,102" was given.',
  });
});

const FLAGS = {
  hosts: whole(20, 1),
  first: whole(undefined),
  price: positive(0.5),
  workers: wholes([1, 2]),
  store: someOf(["sqlite", "postgres"]),
  only: oneOf(["growth", "bytes"], undefined),
  archive: isGiven,
  keep: folder,
};

test("flags that were not given have their usual values", () => {
  assert.deepEqual(readFlags({}, FLAGS), {
    ...{ hosts: 20, first: undefined, price: 0.5, workers: [1, 2], store: ["sqlite", "postgres"] },
    ...{ only: undefined, archive: false, keep: null },
  });
});

test("flags that were given are read", () => {
  const given = { hosts: "3", first: "0", price: "0.25", workers: "4,8", store: "postgres", only: "bytes" };
  assert.deepEqual(readFlags({ ...given, archive: "true", keep: "/tmp/x" }, FLAGS), {
    ...{ hosts: 3, first: 0, price: 0.25, workers: [4, 8], store: ["postgres"], only: "bytes" },
    ...{ archive: true, keep: "/tmp/x" },
  });
});

for (const [name, text, wrong] of [
  ["hosts", "0", "a whole number, 1 or more"],
  ["hosts", "2.5", "a whole number, 1 or more"],
  ["hosts", "1e9", "a whole number, 1 or more"],
  ["first", "true", "a whole number"],
  ["price", "0", "a number above 0"],
  ["workers", "1;2", "whole numbers with commas between them, 1 or more"],
  ["store", "mysql", "some, with commas, of sqlite, postgres"],
  ["only", "growth,bytes", "one of growth, bytes"],
] as const) {
  test(`--${name} ${text} is refused`, () => {
    assert.throws(() => readFlags({ [name]: text }, FLAGS), {
      message: `--${name} takes ${wrong}; "${text}" was given.`,
    });
  });
}

test("a flag that takes no value refuses one, and a folder has to be named", () => {
  assert.throws(() => readFlags({ archive: "off" }, FLAGS), {
    message: '--archive takes no value, and "off" was given.',
  });
  assert.throws(() => readFlags({ keep: "true" }, FLAGS), { message: "--keep needs a folder." });
});

test("the flags that there are stand in the message", () => {
  assert.throws(() => readFlags({ host: "1" }, { hosts: whole(1), seed: whole(2) }), {
    message: "This benchmark has no flag --host. It takes --hosts, --seed.",
  });
});
