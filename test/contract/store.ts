import { describe } from "node:test";
import { articlesContract } from "./articles.ts";
import { choresContract } from "./chores.ts";
import { datesContract } from "./dates.ts";
import { differencesContract } from "./differences.ts";
import type { OpenStore } from "./fixtures.ts";
import { hidingContract } from "./hiding.ts";
import { labelMarksContract } from "./label-marks.ts";
import { labellingContract } from "./labelling.ts";
import { ledgerContract } from "./ledger.ts";
import { looksContract } from "./looks.ts";
import { mannersContract } from "./manners.ts";
import { overviewContract } from "./overview.ts";
import { queueContract } from "./queue.ts";
import { revisionContract } from "./revision.ts";
import { scheduleContract } from "./schedule.ts";
import { searchContract } from "./search.ts";
import { seedsContract } from "./seeds.ts";
import { sitesContract } from "./sites.ts";
import { sourcesContract } from "./sources.ts";
import { spansContract } from "./spans.ts";
import { subscriptionsContract } from "./subscriptions.ts";
import { tokensContract } from "./tokens.ts";
import { variantsContract } from "./variants.ts";

/** What every store must do, whatever database lies under it. */
export function storeContract(database: string, open: OpenStore): void {
  describe(`store over ${database}`, () => {
    sourcesContract(open);
    articlesContract(open);
    looksContract(open);
    datesContract(open);
    differencesContract(open);
    labellingContract(open);
    labelMarksContract(open);
    variantsContract(open);
    queueContract(open);
    seedsContract(open);
    mannersContract(open);
    searchContract(open);
    overviewContract(open);
    sitesContract(open);
    hidingContract(open);
    ledgerContract(open);
    choresContract(open);
    tokensContract(open);
    subscriptionsContract(open);
    scheduleContract(open);
    revisionContract(open);
    spansContract(open);
  });
}
