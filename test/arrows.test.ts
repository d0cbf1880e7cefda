import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite, test } from "node:test";
import { findBrokenArrows, rules } from "../scripts/arrows.ts";

/** Rule, then the one file that breaks it. Type imports count: they are arrows as well. */
const planted: readonly (readonly [rule: string, path: string, source: string])[] = [
  ["model-imports-nothing", "src/model/planted.ts", `import type { Clock } from "#lib/clock";\nexport type P = Clock;`],
  ["model-imports-nothing", "src/model/planted2.ts", `import { z } from "zod";\nexport const p = z;`],
  ["lib-imports", "src/lib/planted.ts", `import { ok } from "#model/failure";\nexport const p = ok;`],
  ["config-imports", "src/config/planted.ts", `import type { Store } from "#store/store";\nexport type P = Store;`],
  ["language-imports", "src/language/planted.ts", `import { ok } from "#model/failure";\nexport const p = ok;`],
  ["query-imports", "src/query/planted.ts", `import type { Store } from "#store/store";\nexport type P = Store;`],
  ["words-imports", "src/words/planted.ts", `import type { Store } from "#store/store";\nexport type P = Store;`],
  ["view-imports", "src/view/planted.ts", `import { plural } from "#words/wording";\nexport const p = plural;`],
  ["json-imports", "src/json/planted.ts", `import type { Visit } from "#publish/http/visit";\nexport type P = Visit;`],
  ["steps-imports", "src/fetch/planted.ts", `import type { Store } from "#store/store";\nexport type P = Store;`],
  [
    "steps-are-strangers",
    "src/version/planted.ts",
    `import type { Piece } from "#collate/collation";\nexport type P = Piece;`,
  ],
  ["store-imports", "src/store/planted.ts", `import type { Piece } from "#collate/collation";\nexport type P = Piece;`],
  [
    "engine-imports",
    "src/engine/planted.ts",
    `import type { Operator } from "#publish/http/operator";\nexport type P = Operator;`,
  ],
  [
    "actions-imports",
    "src/actions/planted.ts",
    `import type { Operator } from "#publish/http/operator";\nexport type P = Operator;`,
  ],
  [
    "publish-imports",
    "src/publish/planted3.ts",
    `import type { Actions } from "#actions/actions";\nexport type P = Actions;`,
  ],
  [
    "publish-imports",
    "src/publish/planted.ts",
    `import type { Engine } from "#engine/engine";\nexport type P = Engine;`,
  ],
  [
    "publish-reads-only",
    "src/publish/planted2.ts",
    `import type { Writer } from "#store/writer";\nexport type P = Writer;`,
  ],
  [
    "publish-reads-only",
    "src/view/planted2.ts",
    `import type { Reader } from "#store/reader";\nexport type P = Reader;`,
  ],
  ["publish-reads-only", "src/json/planted.ts", `import type { Page } from "#store/reader";\nexport type P = Page<1>;`],
  [
    "json-imports",
    "src/json/planted3.ts",
    `import type { Page } from "#store/public-reader";\nexport type P = Page<1>;`,
  ],
  [
    "forms-are-strangers",
    "src/publish/html/planted.ts",
    `import type { FeedEntry } from "#publish/feed/feed";\nexport type P = FeedEntry;`,
  ],
  [
    "forms-are-strangers",
    "src/publish/api/planted2.ts",
    `import type { PageParts } from "#publish/html/layout";\nexport type P = PageParts;`,
  ],
  ["feeds-ask-no-api", "src/publish/feed/planted.ts", `import { p } from "#publish/api/planted";\nexport const q = p;`],
  [
    "pages-show-views",
    "src/publish/html/planted2.ts",
    `import type { Counts } from "#store/public-reader";\nexport type P = Counts;`,
  ],
  [
    "pages-show-views",
    "src/publish/html/planted3.ts",
    `import { alignPair } from "#collate/collate";\nexport const p = alignPair;`,
  ],
  ["schemas-at-the-edge", "src/view/planted3.ts", `import { z } from "zod";\nexport const p = z;`],
  [
    "newsroom-imports",
    "src/newsroom/planted.ts",
    `import type { Piece } from "#collate/collation";\nexport type P = Piece;`,
  ],
  ["cli-is-the-top", "src/engine/planted2.ts", `import { p } from "#cli/planted";\nexport const q = p;`],
  ["src-stands-alone", "src/lib/planted2.ts", `import { p } from "../../test/planted.ts";\nexport const q = p;`],
  ["doors-are-for-guests", "src/cli/planted2.ts", `import { p } from "#planted/index";\nexport const q = p;`],
  ["crossings-show", "src/engine/planted3.ts", `import { ok } from "../model/failure.ts";\nexport const p = ok;`],
  [
    "neighbours-are-relative",
    "src/engine/planted4.ts",
    `import type { Engine } from "#engine/engine";\nexport type P = Engine;`,
  ],
  [
    "sql-in-store",
    "src/engine/planted5.ts",
    `import { DatabaseSync } from "node:sqlite";\nexport const p = DatabaseSync;`,
  ],
  ["sql-in-store", "src/engine/planted6.ts", `import { Kysely } from "kysely";\nexport const p = Kysely;`],
  ["http-client-in-fetch", "src/discover/planted.ts", `import { request } from "undici";\nexport const p = request;`],
  ["html-parser-in-extract", "src/version/planted2.ts", `import { parse } from "parse5";\nexport const p = parse;`],
  [
    "html-parser-in-extract",
    "src/version/planted3.ts",
    `import type { Element } from "domhandler";\nexport type P = Element;`,
  ],
  ["markup-scanner", "src/fetch/planted2.ts", `import { Parser } from "htmlparser2";\nexport const p = Parser;`],
  ["command-line-in-cli", "src/engine/planted7.ts", `import { Command } from "commander";\nexport const p = Command;`],
  ["no-circular", "src/engine/planted8.ts", `import type { Q } from "./planted9.ts";\nexport type P = Q;`],
  ["no-orphans", "src/lib/planted3.ts", `export const p = 1;`],
  ["resolvable", "src/lib/planted4.ts", `import { p } from "./missing.ts";\nexport const q = p;`],
  ["declared-packages", "src/lib/planted5.ts", `import fc from "fast-check";\nexport const p = fc;`],
  ["seen", "src/lib/planted6.ts", `export const p = \`\nimport x from "hidden";\n\`;`],
];

/** What the planted files need to stand on. */
const ground = {
  "src/cli/planted.ts": `import { ok } from "#model/failure";\nexport const p = ok;`,
  "src/planted/index.ts": `import { ok } from "#model/failure";\nexport const p = ok;`,
  "src/engine/planted9.ts": `import type { P } from "./planted8.ts";\nexport type Q = P;`,
  "src/publish/api/planted.ts": `import { ok } from "#model/failure";\nexport const p = ok;`,
  "test/planted.ts": `export const p = 1;`,
};

suite("import arrows", () => {
  test("src/ breaks none", async () => {
    assert.deepEqual(await findBrokenArrows(), []);
  });

  test("every rule has a reason", () => {
    for (const rule of rules) assert.match(rule.comment ?? "", /\w.+\.$/, `${rule.name} says why`);
  });

  test("every rule bites", async (t) => {
    const files = Object.fromEntries(planted.map(([, path, source]) => [path, `${source}\n`]));
    const findings = await findBrokenArrows({ ...ground, ...files });
    for (const [rule, path] of planted)
      await t.test(`${rule}: ${path}`, () => {
        const found = findings.filter((f) => f.from === path).map((f) => f.rule);
        assert.ok(found.includes(rule), `found ${found.join(", ") || "nothing"} instead`);
      });
    const broken = new Set(planted.map(([rule]) => rule));
    assert.deepEqual(
      rules.map(({ name }) => name).filter((name) => !broken.has(name!)),
      [],
      "a rule without a planted violation may be vacuous",
    );
  });
});

/** Globals need no import, so no arrow shows them: what, where it may stand, why nowhere else, and a line that breaks it. */
const globals: readonly (readonly [what: string, pattern: RegExp, allowed: RegExp, reason: string, broken: string])[] =
  [
    [
      "process.env",
      /\bprocess\.env\b/,
      /^src\/config\/env\.ts$/,
      "settings come from one place",
      'const v = process.env["HOME"];',
    ],
    [
      "the system's time",
      /\bDate\.now\(|\bnew Date\(\)/,
      /^src\/lib\/clock\.ts$/,
      "tests drive the clock",
      "const now = Date.now();",
    ],
    [
      "timers",
      /\bset(?:Timeout|Interval)\(/,
      // The limits on a request, a job, a browser and a reader, and the clocks that follow a real one, are real time on purpose.
      /^src\/(?:lib\/(?:shared-)?clock|fetch\/exchange|fetch\/render\/\w+|engine\/threads\/job-thread|publish\/http\/listen|publish\/http\/server\/slow-readers|cli\/driven)\.ts$/,
      "whoever waits asks the clock",
      "setTimeout(done, 10);",
    ],
    [
      "the global fetch",
      /(?:await|return|=>?|\() ?fetch\(/,
      // The bucket of the archive is named by the operator, and may well be inside.
      /^src\/archive\/bucket\.ts$/,
      "requests pass the guard",
      'await fetch("https://example.org");',
    ],
    ["eval", /\beval\(|\bnew Function\(/, /^$/, "what was fetched is never code", "eval(text);"],
  ];

suite("globals with a home", () => {
  const root = resolve(import.meta.dirname, "..");
  const sources = globSync("src/**/*.ts", { cwd: root }).map(
    (path) => [path, withoutComments(readFileSync(join(root, path), "utf8"))] as const,
  );

  for (const [what, pattern, allowed, reason, broken] of globals)
    test(`${what}: ${reason}`, () => {
      assert.match(broken, pattern);
      assert.ok(sources.length > 100);
      const elsewhere = sources
        .filter(([path, text]) => !allowed.test(path) && pattern.test(text))
        .map(([path]) => path);
      assert.deepEqual(elsewhere, []);
    });
});

function withoutComments(text: string): string {
  return text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, "");
}
