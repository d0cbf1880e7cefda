import { askHub } from "#engine/websub/ask";
import { ok } from "#model/failure";
import type { DueTask } from "#store/hosts/due-task";
import type { TaskKind } from "./task.ts";

export const subscriptionRequest: TaskKind<Extract<DueTask, { kind: "subscription" }>> = {
  kind: "subscription",
  // The publisher names its hub for just these requests.
  isCrawling: false,
  addressOf: ({ subscription }) => subscription.hubUrl,
  dueAt: ({ subscription }) => subscription.dueAt,
  perform: async (context, { subscription }, holding) => {
    const asked = await askHub(context, subscription, holding);
    if (!asked.ok || asked.value === null) return asked.ok ? ok(null) : asked;
    const { fetched, ...report } = asked.value;
    return ok({ event: { kind: "hub", url: subscription.hubUrl, report }, counts: {}, fetched });
  },
  putOff: ({ store }, { subscription: { id, state, reason, failedTries } }, at) =>
    store.writer.recordAsking(id, { askedAt: at, state, reason, failedTries, dueAt: at }),
};
