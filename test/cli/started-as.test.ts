import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { inOwnForm, startedAs, typed, withStart } from "../../src/cli/started-as.ts";
import { run } from "./run.ts";

suite("commands are named as the program was started", () => {
  for (const [npmEvent, script, cwd, form] of [
    ["start", "/home/a/variorum/bin/variorum.js", "/home/a/variorum", "npm start --"],
    ["npx", "/home/a/node_modules/.bin/variorum", "/home/a", "npx variorum"],
    [null, "/home/a/node_modules/.bin/variorum", "/home/a", "npx variorum"],
    [null, "/usr/local/bin/variorum", "/home/a", "variorum"],
    [null, "C:\\npm\\node_modules\\variorum\\bin\\variorum.js", "C:\\", "variorum"],
    [null, "/home/a/variorum/bin/variorum.js", "/home/a/variorum", "node bin/variorum.js"],
    ["test", "/home/a/variorum/src/cli/main.ts", "/home/a/variorum", "node src/cli/main.ts"],
  ] as const)
    test(`${npmEvent ?? "without npm"}, ${script}`, () => {
      // Windows' separators are not those of this machine: its folder names are one name here.
      const here = script.replaceAll("\\", "/").replace(/^C:/, "");
      assert.equal(startedAs({ environment: { npmEvent }, script: here, cwd: cwd.replace(/^C:\\/, "/") }), form);
    });

  test("the default command has no separator", () => {
    assert.equal(typed("npm start --"), "npm start");
    assert.equal(typed("npm start --", "add URL"), "npm start -- add URL");
    assert.equal(typed("variorum"), "variorum");
  });

  test("examples; npm is silent before another program", () => {
    assert.equal(withStart("npm start --", "$0"), "npm start");
    assert.equal(withStart("npm start --", "A=b $0 worker"), "A=b npm start -- worker");
    assert.equal(withStart("npm start --", "$0 show 1 --json | jq ."), "npm -s start -- show 1 --json | jq .");
    assert.equal(withStart("npm start --", "curl -s x | $0 extract -"), "curl -s x | npm start -- extract -");
    assert.equal(withStart("variorum", "$0 show 1 > x"), "variorum show 1 > x");
  });

  test("messages of the services", () => {
    assert.equal(inOwnForm("npm start --", "Run `variorum doctor`."), "Run `npm start -- doctor`.");
    assert.equal(inOwnForm("npx variorum", 'See "variorum sources".'), 'See "npx variorum sources".');
    assert.equal(inOwnForm("npm start --", "The file is named variorum.db."), "The file is named variorum.db.");
  });

  test("help, hints and mistakes", async () => {
    const options = { startedAs: "npm start --" };
    const help = await run(["--help"], options);
    assert.match(help.out, /^Usage: npm start -- \[options\] \[command\]/);
    assert.match(help.out, /\$ npm start -- demo +see it work.*\n.*\n +\$ npm start {2,}watch/);
    assert.doesNotMatch(help.out, /\$ variorum|\$0/);
    assert.match((await run(["show", "--help"], options)).out, /\$ npm start -- show 17 --version 2\n/);
    assert.match((await run(["serach"], options)).err, /Did you mean "npm start -- search"\?/);
    assert.match((await run(["--nonsense"], options)).err, /Run "npm start -- help"/);
    const nothing = await run(["sources", "--data", "/nowhere/variorum"], options);
    assert.match(nothing.err, /"npm start -- add URL"/);
  });

  test("--version without a number is the version of the program", async () => {
    assert.match((await run(["--version"])).out, /^\d+\.\d+\.\d+$/);
    const shown = await run(["show", "1", "--version", "2", "--data", "/nowhere/variorum"]);
    assert.deepEqual([shown.out, shown.code], ["", 3]);
  });
});
