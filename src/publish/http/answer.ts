import type { PageParts } from "#publish/html/layout";
import { notAcceptable, problemOf } from "#publish/html/problem";
import type { Answer } from "#view/answer";
import { json, keptPage, page } from "./respond.ts";
import { stateTag } from "./state-tag.ts";
import { timeShown } from "./time-shown.ts";
import type { Visit } from "./visit.ts";

/** The forms in which one thing goes out; an address that has no JSON form leaves `record` out. */
export interface Forms {
  /** The public record, for programs. */
  readonly record?: () => unknown;
  /** The page, for people. */
  readonly page: () => PageParts | Promise<PageParts>;
  /**
   * All data that the page shows. A page depends only on this, the time and the address. So a page that is kept for
   * the same state is sent again, and a reader who has it gets 304, before anything is rendered.
   */
  readonly state?: unknown;
  /** All instants that the page says relative to now, with `state`. Without it the page counts for a minute. */
  readonly instants?: readonly number[];
}

/** Sends what was asked for in the form that was asked for. */
export async function represent(visit: Visit, { record, page: parts, state, instants }: Forms): Promise<Response> {
  if (!visit.wantsJson) {
    if (state === undefined || visit.session) return page(visit, await parts());
    const { words, until } = timeShown(visit.now, instants);
    return keptPage(visit, stateTag(visit, state, words), until, async () => parts());
  }
  return record ? json(visit, record()) : notAcceptable(visit);
}

/** Shows what was found; says in the right status why there is nothing to show. */
export async function answered<T>(
  visit: Visit,
  answer: Answer<T>,
  show: (value: T) => Response | Promise<Response>,
): Promise<Response> {
  return answer.kind === "found" ? show(answer.value) : problemOf(visit, answer);
}
