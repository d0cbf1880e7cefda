import { sql } from "kysely";

/** The end of a statement whose result no one needs. */
export const PIPELINED_MARK = "/* pipelined */";

/**
 * For `modifyEnd` of a write inside a transaction that nothing after it has to know about: over a network the next statement is
 * sent without waiting for this one's answer, which saves a round trip. Statements are done in their order all the same,
 * and one that fails fails the transaction. Its count of rows means nothing.
 */
export const PIPELINED = sql.raw(PIPELINED_MARK);
