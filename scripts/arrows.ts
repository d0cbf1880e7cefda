/**
 * Checks the import arrows. Dependency-cruiser reads TypeScript through the compiler's JavaScript API, which
 * TypeScript 7 does not have; it would see no import of any .ts file and find everything in order. So it is given a
 * copy of src/ under the same names in which Node has stripped the types and type imports have become plain ones
 * (they are arrows too). What it then sees is compared with the text, so that this can never go blind in silence.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";

export interface Finding {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const ROOT = resolve(import.meta.dirname, "..");

const config = await extractConfig(join(ROOT, ".dependency-cruiser.js"));

export const rules: readonly IForbiddenRuleType[] = config.forbidden ?? [];

/** Findings over src/ with `planted` files (path from the root to source text) laid over it. */
export async function findBrokenArrows(planted: Readonly<Record<string, string>> = {}): Promise<readonly Finding[]> {
  const sources = new Map(
    globSync("src/**/*.ts", { cwd: ROOT }).map((path) => [path, readFileSync(join(ROOT, path), "utf8")]),
  );
  for (const [path, text] of Object.entries(planted)) sources.set(path, text);

  // Inside the project, so that packages resolve as they do from src/.
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  const baseDir = mkdtempSync(join(ROOT, ".cache", "arrows-"));
  try {
    writeFileSync(join(baseDir, "package.json"), readFileSync(join(ROOT, "package.json")));
    for (const [path, text] of sources) {
      mkdirSync(join(baseDir, dirname(path)), { recursive: true });
      writeFileSync(join(baseDir, path), withoutTypes(text));
    }
    const result = await cruiseQuietly([...sources.keys()], baseDir);
    return [...unseenImports(result, sources), ...violations(result)];
  } finally {
    rmSync(baseDir, { recursive: true, force: true });
  }
}

const withoutTypes = (text: string): string =>
  stripTypeScriptTypes(text.replace(/^(import|export) type (?=[{*\w])(?!\w+ *[=<])/gm, "$1 "), { mode: "strip" });

async function cruiseQuietly(paths: string[], baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(paths, {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: [...rules] },
  });
  if (typeof output === "string") throw new Error("dependency-cruiser printed a report where a result was expected");
  return output;
}

const violations = (result: ICruiseResult): readonly Finding[] =>
  result.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    reason: rules.find(({ name }) => name === rule.name)?.comment ?? "",
  }));

/** Imports that stand in the text, one statement a line, but that the cruiser did not see. */
function unseenImports(result: ICruiseResult, sources: ReadonlyMap<string, string>): readonly Finding[] {
  const seen = new Map(
    result.modules.map((module) => [module.source, new Set(module.dependencies.map((d) => d.module))]),
  );
  return [...sources].flatMap(([from, text]) =>
    [...text.matchAll(/^(?:import |(?:import|export|\})[^"'`;]*? from )"([^"]+)";$/gm)]
      .map((match) => match[1]!)
      .filter((to) => !seen.get(from)?.has(to) && !seen.get(from)?.has(to.replace(/^node:/, "")))
      .map((to) => ({
        rule: "seen",
        from,
        to,
        reason: "The check did not see this import, so it could not judge it.",
      })),
  );
}

if (import.meta.main) {
  const findings = await findBrokenArrows();
  for (const { rule, from, to, reason } of findings) console.error(`${from} -> ${to}\n  ${rule}: ${reason}`);
  console.log(findings.length === 0 ? `Arrows: ${rules.length} rules hold.` : `Arrows: ${findings.length} broken.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
