import type { z } from "zod";
import { articleRecord } from "./article.ts";
import { changeRecord } from "./change.ts";
import { evolutionRecord } from "./evolution.ts";
import { ledgerRecord } from "./ledger.ts";
import { looksRecord } from "./looks.ts";
import { proofRecord } from "./proof.ts";
import { variantRecord } from "./variant.ts";
import { versionRecord } from "./version.ts";

/** Every public record by the name in its `schema`: `variorum/NAME/1`. Fields are added to a record, never renamed. */
export const RECORDS = {
  article: articleRecord,
  change: changeRecord,
  evolution: evolutionRecord,
  ledger: ledgerRecord,
  looks: looksRecord,
  proof: proofRecord,
  variant: variantRecord,
  version: versionRecord,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type RecordName = keyof typeof RECORDS;
