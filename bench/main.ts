/** `npm run bench -- NAME [--data DIR] [--flag value]`: runs bench/NAME.ts. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

interface Bench {
  /** What is written behind the name, in a word; absent where nothing is. */
  takes?: string;
  /** `data`: folder of real pages and texts; `flags`: everything else that was given, by name; `rest`: what is behind the name. */
  run(args: { data?: string; flags: Record<string, string>; rest: readonly string[] }): Promise<void>;
}

const USAGE = `Usage: npm run bench -- NAME [--data DIR] [--flag value ...]

  --data DIR   folder with real pages and texts, for the benchmarks that need them
`;

const { positionals, values } = parseArgs({
  args: spread(process.argv.slice(2)),
  allowPositionals: true,
  strict: false,
});
const [name, ...rest] = positionals;
/** `--stack` prints where an error came from, in any benchmark. */
const { data, help, stack, ...flags } = values;

if (help === true || name === undefined) {
  console.log(`${USAGE}\nBenchmarks:\n${list()}`);
} else {
  const file = join(import.meta.dirname, `${name}.ts`);
  const bench = existsSync(file) ? ((await import(file)) as Partial<Bench>) : null;
  if (!bench?.run || (rest.length > 0 && bench.takes === undefined))
    fail(bench?.run ? `What is ${rest.join(" ")}?` : `There is no benchmark ${name}.`);
  if (data === true) fail("--data needs a folder.");
  if (typeof data === "string" && !existsSync(data)) fail(`There is no folder ${data}.`);
  const texts = Object.fromEntries(Object.entries(flags).map(([flag, value]) => [flag, String(value)]));
  try {
    await bench!.run!({ ...(typeof data === "string" ? { data: resolve(data) } : {}), flags: texts, rest });
  } catch (error) {
    // Most often data that are not there: the sentence is enough, the stack is for whoever writes benchmarks.
    console.error(stack === undefined && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** `--flag value` as `--flag=value`, because the flags of a benchmark are not known here; a flag alone is `true`. */
function spread(args: readonly string[]): string[] {
  const spreadArgs: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [arg, next] = [args[i]!, args[i + 1]];
    if (arg.startsWith("--") && !arg.includes("=") && next !== undefined && !next.startsWith("--")) {
      spreadArgs.push(`${arg}=${next}`);
      i++;
    } else spreadArgs.push(arg);
  }
  return spreadArgs;
}

/** Each file beside this one that has a `run`, with the first sentence of the comment over it. */
function list(): string {
  return globSync("*.ts", { cwd: import.meta.dirname })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(import.meta.dirname, file), "utf8");
      if (file === "main.ts" || !/^export (?:async )?function run\b/m.test(text)) return [];
      const comment = /\/\*\*\s*([\s\S]*?)\s*\*\/\s*export (?:async )?function run\b/.exec(text)?.[1] ?? "";
      const purpose = comment
        .split("/**")
        .at(-1)!
        .replace(/\s*\n\s*\*\s?/g, " ")
        .replace(/^\s*\*?\s*/, "")
        .split(/(?<=\.)\s/)[0];
      return [`  ${file.replace(/\.ts$/, "").padEnd(12)} ${purpose}`.trimEnd()];
    })
    .join("\n");
}

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}\nBenchmarks:\n${list()}`);
  process.exit(2);
}
