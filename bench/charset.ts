import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeHtml } from "#fetch/charset";
import { readFlags } from "./flags.ts";

interface Case {
  readonly bytes: Buffer;
  readonly expected: string;
}

export const FLAGS = {};

/** html5lib's encoding cases under DIR/html5lib/encoding: passed, total and the failing ones per file. */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  readFlags(flags, FLAGS);
  if (data === undefined) throw new Error("The charset benchmark needs --data DIR (with html5lib/encoding/ in it).");
  const folder = join(data, "html5lib", "encoding");
  const failing: string[] = [];
  console.log("file                     passed  total");
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".dat")).sort()) {
    const cases = casesOf(await readFile(join(folder, name)));
    const wrong = cases.filter(({ bytes, expected }) => !isExpected(bytes, expected));
    console.log(`${name.padEnd(24)} ${String(cases.length - wrong.length).padStart(6)}  ${cases.length}`);
    for (const { bytes, expected } of wrong) {
      failing.push(
        `${name}: ${expected}, not ${decodeHtml(bytes, null).encoding}: ${JSON.stringify(bytes.toString("latin1").slice(0, 300))}`,
      );
    }
  }
  for (const line of failing) console.log(`  ${line}`);
}

/** The cases' default is windows-1252; ours is UTF-8 where the bytes are valid UTF-8, ASCII included. */
function isExpected(bytes: Buffer, expected: string): boolean {
  const { encoding } = decodeHtml(bytes, null);
  return encoding === expected || (expected === "windows-1252" && encoding === "utf-8");
}

function casesOf(file: Buffer): Case[] {
  const text = file.toString("latin1");
  return text
    .split(/^#data\n/m)
    .slice(1)
    .map((part) => {
      const [data = "", expected = ""] = part.split(/^#encoding\n/m);
      return { bytes: Buffer.from(data, "latin1"), expected: expected.trim().toLowerCase() };
    });
}
