import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { Exit } from "#cli/exit";
import { leafHash, provenRoot } from "#lib/merkle";
import type { LedgerDay } from "#model/ledger";
import { dayRoot } from "#store/ledger/day-root";

/** A proof holds one version: its text and a few hashes. */
const MAX_PROOF_BYTES = 16 * 1024 ** 2;

const HASH = z.string().regex(/^[0-9a-f]{64}$/);
const COUNT = z.number().int().nonnegative();
const PROOF = z.object({
  leaf: z.string(),
  index: COUNT,
  hashes: z.array(HASH).max(64),
  day: z.object({
    number: COUNT,
    closedAtMs: COUNT,
    versions: COUNT,
    versionsRoot: HASH,
    looks: COUNT,
    looksRoot: HASH,
    previousRoot: HASH.nullable(),
    root: HASH,
  }),
});
const LEAF = z.tuple([z.literal("version"), COUNT, COUNT, COUNT]).rest(z.unknown());

/** What a valid proof shows. */
export interface Proven {
  readonly article: number;
  readonly number: number;
  readonly firstSeenAt: number;
  readonly day: number;
  readonly closedAt: number;
  readonly root: string;
}

/** Reads a proof and follows it to the root of its day, without any database; ends the command if it is not valid. */
export function provenByFile(path: string): Proven {
  const { leaf, index, hashes, day } = parsed(path);
  const stated: Omit<LedgerDay, "root"> = {
    number: day.number,
    closedAt: day.closedAtMs,
    versions: day.versions,
    versionsRoot: day.versionsRoot,
    captures: day.looks,
    capturesRoot: day.looksRoot,
    previousRoot: day.previousRoot,
  };
  const bytes = hashes.map((hash) => Buffer.from(hash, "hex"));
  const reached = provenRoot(leafHash(leaf), index, day.versions, bytes);
  if (reached === null || Buffer.from(reached).toString("hex") !== day.versionsRoot)
    throw new Exit(
      "failed",
      "The proof is not valid: the version does not lead to the hash of the versions of that day.",
    );
  if (dayRoot(stated) !== day.root)
    throw new Exit("failed", "The proof is not valid: the day does not lead to the root in the file.");
  const [, article, number, firstSeenAt] = LEAF.parse(JSON.parse(leaf));
  return { article, number, firstSeenAt, day: day.number, closedAt: day.closedAtMs, root: day.root };
}

function parsed(path: string): z.infer<typeof PROOF> {
  const notOne = `${path} is not the proof of a version. Save the answer of /articles/ID/versions/NUMBER/proof.json without changes.`;
  let text: string;
  try {
    if (statSync(path).size > MAX_PROOF_BYTES) throw new Exit("usage", notOne);
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Exit) throw error;
    throw new Exit("notFound", `${path} cannot be read: ${(error as Error).message}`);
  }
  try {
    const proof = PROOF.parse(JSON.parse(text));
    LEAF.parse(JSON.parse(proof.leaf));
    return proof;
  } catch {
    throw new Exit("usage", notOne);
  }
}
