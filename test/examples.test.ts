import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import * as collate from "#collate/index";
import * as extract from "#extract/index";

const ROOT = join(import.meta.dirname, "..");
/** Library doors whose functions are shown by example. */
const DOORS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { collate, extract };

interface Example {
  readonly file: string;
  /** What the docstring belongs to. */
  readonly name: string;
  readonly code: string;
  /** The comment after the code: the value of its last expression. */
  readonly value: string;
}

const DOCSTRING = /\/\*\*((?:(?!\*\/)[\s\S])*?@example\n(?:(?!\*\/)[\s\S])*?)\*\/\s*export (?:function|const) (\w+)/g;

function examplesIn(file: string): Example[] {
  return [...readFileSync(join(ROOT, file), "utf8").matchAll(DOCSTRING)].flatMap(([, docstring, name]) =>
    docstring!
      .replace(/^ \* ?/gm, "")
      .split("@example\n")
      .slice(1)
      .map((example) => {
        const lines = example.trimEnd().split("\n");
        const from = lines.findLastIndex((line) => !line.startsWith("//")) + 1;
        const value = lines.slice(from).map((line) => line.slice(2));
        return { file, name: name!, code: lines.slice(0, from).join("\n"), value: value.join("\n") };
      }),
  );
}

/** Runs the code with a door's functions in scope; the last statement is the expression whose value is shown. */
function run({ code, value }: Example, door: Readonly<Record<string, unknown>>): { is: unknown; shown: unknown } {
  const statements = code.split(/\n(?=\S)/);
  const closes = statements.findLastIndex((statement) => !/^[\]})]/.test(statement));
  const last = statements.slice(closes).join("\n");
  const body = `${statements.slice(0, closes).join("\n")}\nreturn { is: (${last.replace(/;$/, "")}), shown: (${value}) };`;
  const compiled = runInThisContext(`(function ({ ${Object.keys(door).join(", ")} }) {\n${body}\n})`);
  return compiled(door);
}

/** What a door names in its index, with the file that declares it; files of other folders are named from `src/`. */
function exportsOf(folder: string): { readonly name: string; readonly file: string }[] {
  const index = readFileSync(join(ROOT, `src/${folder}/index.ts`), "utf8");
  return [...index.matchAll(/^export (?:type )?\{([^}]+)\} from "([^"]+)";/gm)].flatMap(([, names, from]) => {
    const file = from!.startsWith("#") ? `src/${from!.slice(1)}.ts` : join("src", folder, from!);
    return names!.split(",").map((name) => ({ name: name.trim().replace(/^type /, ""), file }));
  });
}

for (const [folder, door] of Object.entries(DOORS)) {
  const examples = globSync(`src/${folder}/**/*.ts`, { cwd: ROOT }).flatMap(examplesIn);
  for (const example of examples)
    test(`example of ${example.name}`, () => {
      const { is, shown } = run(example, door);
      assert.deepEqual(is, shown, example.file);
    });

  test(`everything that the door variorum/${folder} names is described`, () => {
    const plain = exportsOf(folder).filter(({ name, file }) => {
      const declared = new RegExp(`\\*/\\nexport (?:function|const|interface|type) ${name}\\b`);
      return name !== "" && !declared.test(readFileSync(join(ROOT, file), "utf8"));
    });
    assert.deepEqual(plain, []);
  });

  test(`every function of the door variorum/${folder} has an example`, () => {
    const shown = new Set(examples.map(({ name }) => name));
    const functions = Object.keys(door).filter((name) => typeof door[name] === "function");
    assert.deepEqual(
      functions.filter((name) => !shown.has(name)),
      [],
    );
  });
}
