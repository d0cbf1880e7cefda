import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse, TomlError } from "smol-toml";
import { fail, ok, type Result } from "#model/failure";
import { type Environment, PREFIX } from "./env.ts";
import { nearest } from "./nearest.ts";
import { type Config, SETTING_LIST, SETTINGS, type SettingKey, variableOf } from "./schema.ts";

/** Where a value came from, for `doctor`. */
export type Origin = "default" | "file" | "environment" | "flag";

export interface Loaded {
  readonly config: Config;
  readonly origins: Readonly<Record<SettingKey, Origin>>;
  /** Absolute path of the TOML file that was read; null without a file. */
  readonly file: string | null;
}

export interface Given {
  readonly environment: Environment;
  /** By setting key, as typed after the flag; undefined if the flag was not given. */
  readonly flags: Readonly<Partial<Record<SettingKey, unknown>>>;
  /** File given with `--config`. */
  readonly configFile?: string | undefined;
  /** Folder in which relative paths and `variorum.toml` are looked for. */
  readonly cwd: string;
}

export const CONFIG_FILE = "variorum.toml";
/** Names the settings file; not a setting itself. */
const CONFIG_VARIABLE = "CONFIG";

/** A flag wins over the environment, the environment over the TOML file, the file over the default. */
export function loadConfig(given: Given): Result<Loaded> {
  const fromFlags = SETTING_LIST.flatMap(({ key, name }) =>
    given.flags[key] === undefined
      ? []
      : [{ key, value: given.flags[key], origin: "flag" as const, said: `--${name}` }],
  );
  const fromEnvironment = readVariables(given.environment.settings);
  if (!fromEnvironment.ok) return fromEnvironment;
  const dataDir = String(
    [...fromFlags, ...fromEnvironment.value].find(({ key }) => key === "dataDir")?.value ?? SETTINGS.dataDir.fallback,
  );
  const file = readFile(given, dataDir);
  if (!file.ok) return file;

  const values: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const { key, fallback } of SETTING_LIST) {
    values[key] = fallback;
    origins[key] = "default";
  }
  for (const { key, value, origin, said } of [...file.value.entries, ...fromEnvironment.value, ...fromFlags]) {
    const read = SETTINGS[key].kind.schema.safeParse(value);
    if (!read.success) {
      const problem = read.error.issues[0]?.message ?? "is not valid";
      const given = SETTINGS[key].kind.secret ? "" : `; it is ${JSON.stringify(value)}`;
      return fail("stop", "bad-setting", `${said} ${problem}${given}.`);
    }
    values[key] = read.data;
    origins[key] = origin;
  }
  values["dataDir"] = resolve(given.cwd, String(values["dataDir"]));
  return ok({ config: values as Config, origins: origins as Loaded["origins"], file: file.value.path });
}

interface Entry {
  readonly key: SettingKey;
  readonly value: unknown;
  readonly origin: Origin;
  /** Where a person finds the value: the flag, the variable, or the name and its file. */
  readonly said: string;
}

function readVariables(settings: Environment["settings"]): Result<readonly Entry[]> {
  const byVariable = new Map(SETTING_LIST.map(({ key, name }) => [variableOf(name), key]));
  const entries: Entry[] = [];
  for (const [variable, value] of Object.entries(settings)) {
    if (variable === CONFIG_VARIABLE) continue;
    const key = byVariable.get(variable);
    if (key === undefined)
      return unknownName(
        PREFIX + variable,
        [...byVariable.keys(), CONFIG_VARIABLE].map((v) => PREFIX + v),
      );
    entries.push({ key, value, origin: "environment", said: PREFIX + variable });
  }
  return ok(entries);
}

function readFile(
  given: Given,
  dataDir: string,
): Result<{ readonly path: string | null; readonly entries: readonly Entry[] }> {
  const named = given.configFile ?? given.environment.settings[CONFIG_VARIABLE];
  const places = named === undefined ? [CONFIG_FILE, join(dataDir, CONFIG_FILE)] : [named];
  const path = places.map((place) => resolve(given.cwd, place)).find((place) => existsSync(place));
  if (path === undefined)
    return named === undefined
      ? ok({ path: null, entries: [] })
      : fail("stop", "no-config", `There is no settings file ${named}.`);

  const table = parseToml(path);
  if (!table.ok) return table;
  const byName = new Map(SETTING_LIST.map(({ key, name }) => [name, key]));
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(table.value)) {
    const key = byName.get(name);
    if (key === undefined) return unknownName(name, [...byName.keys()], path);
    entries.push({ key, value, origin: "file", said: `${name} in ${path}` });
  }
  return ok({ path, entries });
}

function parseToml(path: string): Result<Record<string, unknown>> {
  try {
    return ok(parse(readFileSync(path, "utf8")));
  } catch (error) {
    const where = error instanceof TomlError ? ` at line ${error.line}, column ${error.column}` : "";
    const what = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return fail("stop", "bad-toml", `${path} cannot be read${where}: ${what}`);
  }
}

function unknownName(name: string, known: readonly string[], file?: string): Result<never> {
  const meant = nearest(name, known);
  const hint = meant === null ? " docs/reference/settings.md lists all settings." : ` Did you mean ${meant}?`;
  return fail(
    "stop",
    "unknown-setting",
    `There is no setting ${name}${file === undefined ? "" : ` (in ${file})`}.${hint}`,
  );
}
