import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { suite, test } from "node:test";
import { SETTING_LIST, variableOf } from "#config/schema";
import { STATUS_PATHS } from "#publish/http/status";
import { ROUTES } from "#publish/routes";
import { quietProgram, referencePages } from "../scripts/docs.ts";

const ROOT = resolve(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

suite("the documentation", () => {
  for (const [path, text] of referencePages())
    test(`${path} is as the code makes it (npm run docs)`, () => assert.equal(read(path), text));

  test("every command has examples, a summary and a place in the reference", () => {
    const page = read("docs/reference/cli.md");
    for (const command of quietProgram().commands) {
      assert.ok(command.summary(), `${command.name()} has a summary`);
      const section = page.split(`## variorum ${command.name()}\n`)[1]?.split("\n## ")[0];
      assert.match(section ?? "", /Examples:\n(?: {2}#.*\n)? {2}\$ /, `variorum ${command.name()} shows an example`);
    }
  });

  test("every command is named in the guide", () => {
    const guide = readdirSync(join(ROOT, "docs/guide"))
      .map((name) => read(`docs/guide/${name}`))
      .join("\n");
    const unmet = quietProgram()
      .commands.map((command) => command.name())
      .filter((name) => !guide.includes(`variorum ${name}`));
    assert.deepEqual(unmet, []);
  });

  test("every setting stands in the reference under its name and its variable", () => {
    const page = read("docs/reference/settings.md");
    for (const { name } of SETTING_LIST) {
      assert.match(page, new RegExp(`^## ${name}$`, "m"));
      assert.ok(page.includes(`VARIORUM_${variableOf(name)}`));
    }
  });

  test("every route stands in the reference, and no other", () => {
    const status = Object.values(STATUS_PATHS).map((path) => ({ method: "GET", path }));
    const routes = [...ROUTES, ...status].map(
      ({ method, path }) =>
        `${method} ${path.replace(/:feed\{.*\}$/, "feed.FORMAT").replace(/:(\w+)/g, (_, name: string) => name.toUpperCase())}`,
    );
    const documented = [...read("docs/reference/routes.md").matchAll(/^\| (GET|POST) \| `([^`]+)` \|/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    assert.deepEqual([...documented].sort(), [...routes].sort());
  });

  test("every term of the glossary is defined once", () => {
    const terms = [...read("docs/GLOSSARY.md").matchAll(/^\*\*(.+?)\*\*/gm)].map(([, term]) => term);
    assert.ok(terms.length > 15);
    assert.deepEqual(terms, [...new Set(terms)]);
  });

  test("every link within the documentation leads somewhere", () => {
    for (const path of ["README.md", "CONTRIBUTING.md", ...globSync("docs/**/*.md", { cwd: ROOT })]) {
      const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!.split("#")[0]!);
      for (const target of links.filter((link) => link !== "" && !/^[a-z]+:/.test(link)))
        assert.ok(existsSync(join(ROOT, dirname(path), target)), `${path} links to ${target}`);
    }
  });
});
