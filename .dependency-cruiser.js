/**
 * The import arrows of docs/ARCHITECTURE.md as rules, each with its reason. `npm run check:arrows` applies them
 * (through scripts/arrows.ts, because the tool cannot read TypeScript 7 by itself), and test/arrows.test.ts breaks
 * each of them once to prove that it bites.
 */

/** Written so that the tool's check against slow patterns accepts it. */
const DOORS = "^src/index\\.ts$|^src/[^/]+/index\\.ts$";
const STEPS = "discover|fetch|archive|extract|version|collate|relate";

/** Imports of `from` that leave src/ for anything but `allowed` folders (and its own). */
const only = (from, allowed, comment) => ({
  name: `${from.split("|").length > 1 ? "steps" : from}-imports`,
  comment,
  severity: "error",
  from: { path: `^src/(${from})/` },
  to: { path: "^src/", pathNot: `^src/(${[...allowed, "$1"].join("|")})/` },
});

/** Packages that only `folders` may use. */
const reserved = (name, packages, folders, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: "^src/", pathNot: `^src/(${folders})/` },
  to: { path: `(^|/)node_modules/(${packages})/|^(node:)?(${packages})$` },
});

// biome-ignore lint/style/noDefaultExport: dependency-cruiser and knip read the default export.
export default {
  forbidden: [
    {
      name: "model-imports-nothing",
      comment: "The domain has to be readable, and testable, without knowing any library or any other folder.",
      severity: "error",
      from: { path: "^src/model/" },
      to: { pathNot: "^src/model/" },
    },
    only("lib", [], "Leaves know no domain words: they could move to another project as they are."),
    only(
      "config",
      ["model", "lib"],
      "Settings are data; whoever needs one gets it as an argument from the composition root.",
    ),
    only("language", ["lib"], "What a language is like is known below the steps, which share it and not each other."),
    only(
      "query",
      ["model", "lib", "language"],
      "What a query means is the same for page, feed, command line and both databases; none of them is known here.",
    ),
    only("words", ["model", "lib"], "What things are called depends on records alone, whoever says it."),
    only(
      STEPS,
      [STEPS, "model", "lib", "language"],
      "A step gets what it needs (fetch, clock, settings) as an argument, so that it can be tested alone.",
    ),
    {
      name: "steps-are-strangers",
      comment: "Only the engine knows the order of the steps; a step that calls another one fixes that order twice.",
      severity: "error",
      from: { path: `^src/(${STEPS})/` },
      to: { path: `^src/(${STEPS})/`, pathNot: "^src/$1/" },
    },
    only(
      "store",
      ["model", "lib", "query"],
      "The store keeps records and decides nothing about them; what is asked of it means what the query says.",
    ),
    only(
      "engine",
      ["model", "lib", STEPS, "store"],
      "The engine knows the order of things; settings and pages are none of its business.",
    ),
    only(
      "actions",
      ["model", "lib", STEPS, "store", "engine"],
      "What can be done is the same from the command line, the pages and any later way in; none of them is known here.",
    ),
    only(
      "view",
      ["model", "lib", "language", "query", "collate", "store"],
      "A view is data about what is stored; who asked, and in which form it goes out, is none of its business.",
    ),
    only("json", ["model", "lib", "view", "words"], "A public record is made from a view, whoever asked for it."),
    only(
      "publish",
      ["model", "lib", "collate", "store", "view", "words", "json"],
      "Pages show what is stored; actions go through ports (operator, hubs).",
    ),
    {
      name: "publish-reads-only",
      comment:
        "Pages for the public can never write, and get no hidden article: of the store they see nothing but the gate.",
      severity: "error",
      from: { path: "^src/(publish|view|json)/" },
      to: { path: "^src/store/", pathNot: "^src/store/public-reader\\.ts$" },
    },
    {
      name: "forms-are-strangers",
      comment: "Page, feed and JSON are made from the same view; what one took from another would tie their changes.",
      severity: "error",
      from: { path: "^src/publish/(html|api)/" },
      to: { path: "^src/publish/(html|feed|api)/", pathNot: "^src/publish/$1/" },
    },
    {
      name: "feeds-ask-no-api",
      comment: "As above. Of html/ a feed still takes the pages that say why there is nothing to show.",
      severity: "error",
      from: { path: "^src/publish/feed/" },
      to: { path: "^src/publish/api/" },
    },
    {
      name: "pages-show-views",
      comment: "What a page shows was read and worked out for its view; of collation it knows the records alone.",
      severity: "error",
      from: { path: "^src/publish/html/" },
      to: { path: "^src/(store|collate)/", pathNot: "^src/collate/(collation|apparatus)\\.ts$" },
    },
    only("newsroom", ["model", "lib"], "The fictional press must not share code with what it puts to the test."),
    {
      name: "cli-is-the-top",
      comment: "The composition root is imported by nobody, or services would reach for globals through it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "src-stands-alone",
      comment: "Tests, benchmarks and scripts are not in the published package.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|bench|scripts)/" },
    },
    {
      name: "doors-are-for-guests",
      comment:
        "index.ts files are the library's doors; importing one from inside hides what is really needed and makes cycles.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/index\\.ts$" },
      to: { path: DOORS },
    },
    {
      name: "crossings-show",
      comment: "An import across folders is written #folder/file, so that every crossing is seen in review.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/", pathNot: "^src/$1/", dependencyTypesNot: ["aliased-subpath-import"] },
    },
    {
      name: "neighbours-are-relative",
      comment: "An import from the same folder is written ./file, so that # always means another folder.",
      severity: "error",
      from: { path: "^(src/.+)/[^/]+$" },
      to: { path: "^$1/[^/]+$", dependencyTypes: ["aliased-subpath-import"] },
    },
    reserved(
      "sql-in-store",
      "kysely|pg|sqlite",
      "store",
      "SQL lives in one folder, or a second database could never be added.",
    ),
    reserved(
      "http-client-in-fetch",
      "undici",
      "fetch",
      "Whatever goes out passes the address guard, robots.txt and the limits.",
    ),
    reserved(
      "schemas-at-the-edge",
      "zod",
      "json|config|cli",
      "Inside, types are enough; what comes in or goes out is checked.",
    ),
    reserved(
      "html-parser-in-extract",
      "parse5|parse5-htmlparser2-tree-adapter|domhandler|css-select",
      "extract",
      "Pages are parsed once, in one place, within limits.",
    ),
    reserved(
      "markup-scanner",
      "htmlparser2",
      "discover|extract",
      "Feeds and pages are scanned where their limits are known.",
    ),
    reserved(
      "command-line-in-cli",
      "commander",
      "cli",
      "A command line is one way in among others; services do not know it.",
    ),
    {
      name: "no-circular",
      comment: "Files that need each other are one file, or miss a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nothing imports and that imports nothing is forgotten.",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: DOORS },
      to: {},
    },
    {
      name: "resolvable",
      comment: "An import that resolves to nothing fails at the moment it is needed.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "declared-packages",
      comment: "The published package installs its dependencies only: no tool, no package that happens to be there.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      mainFields: ["module", "main"],
      extensions: [".ts", ".js", ".json"],
    },
  },
};
