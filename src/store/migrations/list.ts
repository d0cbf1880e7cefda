import type { Migration } from "kysely/migration";
import { up as initial } from "./0001-initial.ts";
import { up as claimedDates } from "./0002-claimed-dates.ts";
import { up as deciding } from "./0003-deciding.ts";
import { up as sites } from "./0004-sites.ts";
import { up as archive } from "./0005-archive.ts";
import { up as schedule } from "./0006-schedule.ts";
import { up as politeness } from "./0007-politeness.ts";
import { up as ledger } from "./0008-ledger.ts";
import { up as sessions } from "./0009-sessions.ts";
import { up as websub } from "./0010-websub.ts";
import { up as packedChanges } from "./0011-packed-changes.ts";
import { up as keyedChores } from "./0012-keyed-chores.ts";
import { up as people } from "./0013-people.ts";
import { up as hiddenBecause } from "./0014-hidden-because.ts";
import { up as siteFaults } from "./0015-site-faults.ts";
import { up as bylines } from "./0016-bylines.ts";
import { up as addressDecisions } from "./0017-address-decisions.ts";
import { up as keptSources } from "./0018-kept-sources.ts";
import { up as takenBack } from "./0019-taken-back.ts";
import { up as joins } from "./0020-joins.ts";
import { up as spellings } from "./0021-spellings.ts";
import { up as seeds } from "./0022-seeds.ts";
import { up as collations } from "./0023-collations.ts";
import { up as news } from "./0024-news.ts";
import { up as labelled } from "./0025-labelled.ts";
import { up as standingVersions } from "./0026-standing-versions.ts";
import { up as labelMarks } from "./0027-label-marks.ts";

/** All steps of the schema in order. Append only: a step that was ever released is never edited, moved or taken out. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-initial": { up: initial },
  "0002-claimed-dates": { up: claimedDates },
  "0003-deciding": { up: deciding },
  "0004-sites": { up: sites },
  "0005-archive": { up: archive },
  "0006-schedule": { up: schedule },
  "0007-politeness": { up: politeness },
  "0008-ledger": { up: ledger },
  "0009-sessions": { up: sessions },
  "0010-websub": { up: websub },
  "0011-packed-changes": { up: packedChanges },
  "0012-keyed-chores": { up: keyedChores },
  "0013-people": { up: people },
  "0014-hidden-because": { up: hiddenBecause },
  "0015-site-faults": { up: siteFaults },
  "0016-bylines": { up: bylines },
  "0017-address-decisions": { up: addressDecisions },
  "0018-kept-sources": { up: keptSources },
  "0019-taken-back": { up: takenBack },
  "0020-joins": { up: joins },
  "0021-spellings": { up: spellings },
  "0022-seeds": { up: seeds },
  "0023-collations": { up: collations },
  "0024-news": { up: news },
  "0025-labelled": { up: labelled },
  "0026-standing-versions": { up: standingVersions },
  "0027-label-marks": { up: labelMarks },
};
