import assert from "node:assert/strict";
import { test } from "node:test";
import { publicBaseOf } from "#cli/public-base";
import { run } from "./run.ts";

const CASES: readonly (readonly [url: string | null, allowed: readonly string[], base: string])[] = [
  ["https://edits.example.org", [], "https://edits.example.org"],
  ["https://edits.example.org/press/", [], "https://edits.example.org/press"],
  ["http://93.184.216.34:8080", [], "http://93.184.216.34:8080"],
  [null, [], "no-public-url"],
  ["http://localhost:4242", [], "private-public-url"],
  ["http://variorum.localhost:4242", [], "private-public-url"],
  ["http://127.0.0.1:4242", [], "private-public-url"],
  ["http://0x7f.1:4242", [], "private-public-url"],
  ["http://[::1]:4242", [], "private-public-url"],
  ["http://[fd00::1]", [], "private-public-url"],
  ["http://192.168.1.7", [], "private-public-url"],
  ["http://edits", [], "private-public-url"],
  ["http://edits.local", [], "private-public-url"],
  ["http://edits.home.arpa.", [], "private-public-url"],
  ["http://192.168.1.7", ["192.168.0.0/16"], "http://192.168.1.7"],
  ["http://edits:8080", ["edits:8080"], "http://edits:8080"],
  ["http://edits:8080", ["edits:80"], "private-public-url"],
];

for (const [publicUrl, allowPrivate, expected] of CASES)
  test(`hubs may call back under ${publicUrl}${allowPrivate.length > 0 ? ` where ${allowPrivate} is allowed` : ""}: ${expected}`, async () => {
    const base = await publicBaseOf({ publicUrl, allowPrivate });
    assert.equal(base.ok ? base.value : base.failure.code, expected);
  });

test("doctor tells whether hubs can call back, and warns only of an address that was meant to", async () => {
  const hubs = async (variables: Record<string, string>) => {
    const { out } = await run(["doctor", "--json", "--data", "/tmp/variorum-nowhere"], { variables });
    const { state, text } = (
      JSON.parse(out) as { findings: { subject: string; state: string; text: string }[] }
    ).findings.find(({ subject }) => subject === "hubs")!;
    return `${state}: ${text}`;
  };
  assert.match(await hubs({}), /^ok: hubs cannot push news to this site \(WebSub\): set public-url/);
  assert.match(await hubs({ VARIORUM_PUBLIC_URL: "https://edits.example.org" }), /^ok: hubs can push news to https/);
  assert.match(await hubs({ VARIORUM_PUBLIC_URL: "http://10.0.0.7" }), /^warning: .* is not a public address/);
});
