import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, suite, test } from "node:test";
import { readEnvironment } from "#config/env";
import { type Given, type Loaded, loadConfig } from "#config/load";
import { SETTING_LIST, variableOf } from "#config/schema";

suite("settings", () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "variorum-config-"));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const load = (variables: Record<string, string> = {}, rest: Partial<Given> = {}) =>
    loadConfig({ environment: readEnvironment(variables), flags: {}, cwd, ...rest });
  const loaded = (...args: Parameters<typeof load>): Loaded => {
    const result = load(...args);
    assert.ok(result.ok, result.ok ? "" : result.failure.message);
    return result.value;
  };
  const refusal = (...args: Parameters<typeof load>): string => {
    const result = load(...args);
    assert.ok(!result.ok, "was accepted");
    return result.failure.message;
  };

  test("nothing given: the defaults, the data folder under the current one", () => {
    const { config, origins, file } = loaded();
    assert.equal(config.dataDir, join(cwd, "variorum-data"));
    assert.equal(config.host, "127.0.0.1");
    assert.equal(config.feedPeriodMs, 15 * 60_000);
    assert.equal(file, null);
    assert.ok(Object.values(origins).every((origin) => origin === "default"));
  });

  test("defaults are allowed values", () => {
    for (const { name, kind, fallback } of SETTING_LIST)
      assert.deepEqual(kind.schema.parse(kind.print(fallback)), fallback, name);
  });

  test("names are unique, in TOML and in the environment", () => {
    assert.equal(new Set(SETTING_LIST.map(({ name }) => variableOf(name))).size, SETTING_LIST.length);
  });

  test("the file is beaten by a variable, and that by a flag", () => {
    writeFileSync(join(cwd, "variorum.toml"), 'port = 1000\ngap = "1 min"\nsite-name = "From the file"\n');
    const { config, origins, file } = loaded(
      { VARIORUM_PORT: "2000", VARIORUM_GAP: "2 min" },
      { flags: { port: "3000" } },
    );
    assert.deepEqual([config.port, config.gapMs, config.siteName], [3000, 120_000, "From the file"]);
    assert.deepEqual([origins.port, origins.gapMs, origins.siteName], ["flag", "environment", "file"]);
    assert.equal(file, join(cwd, "variorum.toml"));
  });

  test("the file may lie in the data folder", () => {
    mkdirSync(join(cwd, "kept"));
    writeFileSync(join(cwd, "kept", "variorum.toml"), "port = 1000\n");
    assert.equal(loaded({}, { flags: { dataDir: "kept" } }).config.port, 1000);
    assert.equal(loaded({ VARIORUM_DATA: "kept" }).config.port, 1000);
  });

  test("the file may be named", () => {
    writeFileSync(join(cwd, "other.toml"), "port = 1000\n");
    assert.equal(loaded({}, { configFile: "other.toml" }).config.port, 1000);
    assert.equal(loaded({ VARIORUM_CONFIG: "other.toml" }).config.port, 1000);
    assert.match(refusal({}, { configFile: "missing.toml" }), /no settings file missing\.toml/);
  });

  test("an unknown key is refused, with what was meant", () => {
    writeFileSync(join(cwd, "variorum.toml"), 'feed_period = "15 min"\n');
    assert.match(refusal(), /no setting feed_period .*Did you mean feed-period\?/);
    writeFileSync(join(cwd, "variorum.toml"), "colour-of-the-moon = 1\n");
    assert.match(refusal(), /docs\/reference\/settings\.md/);
  });

  test("an unknown variable is refused, with what was meant", () => {
    assert.match(refusal({ VARIORUM_PROT: "80" }), /no setting VARIORUM_PROT.*Did you mean VARIORUM_PORT\?/);
  });

  test("a bad value is refused, with the place where it stands", () => {
    assert.match(
      refusal({ VARIORUM_FEED_PERIOD: "1 min" }),
      /^VARIORUM_FEED_PERIOD must be from 5 min to 7 d; it is "1 min"\.$/,
    );
    assert.match(
      refusal({}, { flags: { port: "99999" } }),
      /^--port must be a whole number from 0 to 65535; it is "99999"\.$/,
    );
    writeFileSync(join(cwd, "variorum.toml"), "port = true\n");
    assert.match(refusal(), /^port in .*variorum\.toml must be a whole number/);
  });

  test("broken TOML is refused, with line and column", () => {
    writeFileSync(join(cwd, "variorum.toml"), "port = 1\ngap = \n");
    assert.match(refusal(), /variorum\.toml cannot be read at line 2, column \d+/);
  });

  test("other programs' variables are left alone", () => {
    assert.deepEqual(readEnvironment({ PATH: "/bin", NO_COLOR: "1" }), {
      settings: {},
      noColor: true,
      forceColor: false,
      npmEvent: null,
    });
  });
});
