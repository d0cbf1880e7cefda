#!/usr/bin/env -S node --max-semi-space-size=4
// Old syntax on purpose, valid as script and as module: a Node that is too old must be able to read this to say so.
// biome-ignore-all lint: what reads nicer today is a syntax error there.
var version = process.versions.node;
if (Number(version.split(".")[0]) < 24) {
  console.error(
    "Variorum needs Node 24 or newer; this is v" +
      version +
      ". Install it from nodejs.org, or run with npx -p node@24 -p variorum variorum",
  );
  process.exitCode = 1;
} else {
  // Compiled code is kept for the next start: it begins in half the time, and a checkout need not load what strips types.
  process.getBuiltinModule("node:module").enableCompileCache();
  import("../src/cli/main.ts").catch(function (error) {
    // An installed package has no src/, only what was built from it.
    if (error.code === "ERR_MODULE_NOT_FOUND" && /\/src\/cli\/main\.ts$/.test(error.url))
      return import("../dist/cli/main.js");
    throw error;
  });
}
