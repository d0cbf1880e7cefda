import type { Kysely } from "kysely";
import { respellAddresses } from "#store/joins/respell";
import type { Trx } from "#store/schema";

/** Percent signs in one spelling, and more parameters that only say how a reader came: the keys are made again. */
export const up = (db: Kysely<unknown>): Promise<void> => respellAddresses(db as unknown as Trx);
