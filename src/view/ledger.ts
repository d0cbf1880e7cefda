import type { LedgerDay } from "#model/ledger";
import type { Page } from "#store/public-reader";
import type { ViewContext } from "./context.ts";

const PER_PAGE = 60;

/** Closed days, the latest first. */
export type LedgerView = Page<LedgerDay>;

export const ledgerView = ({ reader }: ViewContext, before?: number): Promise<LedgerView> =>
  reader.ledger({ before, limit: PER_PAGE });
