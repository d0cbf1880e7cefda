import { type RawBuilder, sql } from "kysely";
import type { HiddenBecause } from "#model/hidden";
import type { ArticleRow } from "./schema.ts";

/**
 * What hidden means in SQL. No other file of the store names the column, so that the rule is read, and changed, in one place.
 * `article` is the name under which a statement knows the table.
 */
export const isShown = (article = "article"): RawBuilder<boolean> => sql`${hiddenAt(article)} is null`;

/** Few rows, and there is an index of them. */
export const isHidden = (article = "article"): RawBuilder<boolean> => sql`${hiddenAt(article)} is not null`;

/** When it was hidden: the order of the operator's list. */
export const hiddenAt = (article = "article"): RawBuilder<number | null> => sql`${sql.ref(`${article}.hidden_at`)}`;

/** Columns of an article that is hidden from now on, and of one that is shown again. */
export const hiding = (reason: string, now: number) => ({ hidden_at: now, hidden_reason: reason });
export const SHOWING = { hidden_at: null, hidden_reason: null, hidden_because: null } as const;

/** Of a row that was read already. */
export const isHiddenRow = ({ hidden_at }: Pick<ArticleRow, "hidden_at">): boolean => hidden_at !== null;

/** Hidden without the operator having said so: it has no reason until then. */
export const startingHidden = (because: HiddenBecause, now: number) => ({
  hidden_at: now,
  hidden_because: JSON.stringify(because),
});

/** Changes when an article is hidden: for whoever compares two states of a database. */
export const LATEST_HIDING = "select max(hidden_at) from article";
