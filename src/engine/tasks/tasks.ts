import type { DueTask } from "#store/hosts/due-task";
import { articleLook, seedLook } from "./article-look.ts";
import { feedPoll } from "./feed-poll.ts";
import { subscriptionRequest } from "./subscription-request.ts";
import type { TaskKind } from "./task.ts";

/** How each kind of work in the store's list `DUE` is done; one that is missing here does not compile. */
const TASKS: { readonly [Kind in DueTask["kind"]]: TaskKind<Extract<DueTask, { kind: Kind }>> } = {
  subscription: subscriptionRequest,
  feed: feedPoll,
  article: articleLook,
  seed: seedLook,
};

/** To be given this very task, or another of its kind. */
export const taskKind = (task: DueTask): TaskKind<DueTask> => TASKS[task.kind] as TaskKind<DueTask>;
