import { z } from "zod";
import type { VersionProof } from "#model/ledger";
import { ledgerDay, ledgerDayJson } from "./ledger.ts";
import { type Absolute, count, schemaOf, url } from "./shapes.ts";

/** That a version was in the ledger when its day was closed; `variorum verify --proof` reads it. */
export const proofRecord = z.strictObject({
  schema: schemaOf("proof"),
  kind: z.literal("variorum version proof"),
  leaf: z.string(),
  index: count,
  hashes: z.array(z.string()),
  day: ledgerDay,
  ledger: url,
});

export const proofJson = ({ leaf, index, hashes, day }: VersionProof, absolute: Absolute) => ({
  schema: "variorum/proof/1" as const,
  kind: "variorum version proof" as const,
  leaf,
  index,
  hashes,
  day: ledgerDayJson(day),
  ledger: absolute("/ledger"),
});
