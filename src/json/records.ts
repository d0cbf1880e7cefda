import type { z } from "zod";
import { articleRecord } from "./article.ts";
import { articlesRecord } from "./articles.ts";
import { changeRecord } from "./change.ts";
import { changesRecord } from "./changes.ts";
import { evolutionRecord } from "./evolution.ts";
import { healthRecord } from "./health.ts";
import { ledgerRecord } from "./ledger.ts";
import { looksRecord } from "./looks.ts";
import { proofRecord } from "./proof.ts";
import { searchRecord } from "./search.ts";
import { sourceRecord } from "./source.ts";
import { sourcesRecord } from "./sources.ts";
import { variantRecord } from "./variant.ts";
import { versionRecord } from "./version.ts";

/** Every public record by the name in its `schema`: `variorum/NAME/1`. Fields are added to a record, never renamed. */
export const RECORDS = {
  article: articleRecord,
  articles: articlesRecord,
  change: changeRecord,
  changes: changesRecord,
  evolution: evolutionRecord,
  health: healthRecord,
  ledger: ledgerRecord,
  looks: looksRecord,
  proof: proofRecord,
  search: searchRecord,
  source: sourceRecord,
  sources: sourcesRecord,
  variant: variantRecord,
  version: versionRecord,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type RecordName = keyof typeof RECORDS;
