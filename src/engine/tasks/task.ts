import type { EngineContext } from "#engine/context";
import type { CheckReport, WorkEvent } from "#engine/engine";
import type { Trial } from "#engine/look/trial";
import type { Holding } from "#engine/politeness/gate";
import type { Result } from "#model/failure";
import type { FetchResult } from "#model/fetcher";

/** What came of a task that sent a request. */
export interface TaskDone {
  readonly event: WorkEvent;
  /** What it adds to the report of a check. */
  readonly counts: Partial<CheckReport>;
  /** The answer that politeness goes by. */
  readonly fetched: FetchResult;
  /** What it proved of the server's validators, if it put them to the test. */
  readonly trial?: Trial | null;
}

/** All that a turn has to know of a kind of due work. The row in the store's list of the same `kind` finds the tasks. */
export interface TaskKind<Task> {
  readonly kind: string;
  /** Its requests are crawling, so that the robots.txt of the host has to be known before the first one. */
  readonly isCrawling: boolean;
  /** Its source is paused, or it was removed: it is put off, and no one is asked. Absent: never. */
  readonly isResting?: (task: Task) => boolean;
  /** It can wait: it leaves the requests of the day to what else comes, and if it is late, that shows no crowd. */
  readonly isPatient?: boolean;
  readonly addressOf: (task: Task) => string;
  readonly dueAt: (task: Task) => number | null;
  /**
   * Does it and records it, which moves its due instant. Null when no one had to be asked, so that the host owes no gap; fails
   * only when nothing could be recorded.
   */
  readonly perform: (context: EngineContext, task: Task, holding: Holding) => Promise<Result<TaskDone | null>>;
  /** Makes it due at `at` after a fault of our own, and changes nothing else about it. */
  readonly putOff: (context: Pick<EngineContext, "store">, task: Task, at: number) => Promise<void>;
}
