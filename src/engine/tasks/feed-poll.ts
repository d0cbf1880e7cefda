import { ok } from "#model/failure";
import type { DueTask } from "#store/hosts/due-task";
import { pollFeed } from "./poll.ts";
import type { TaskKind } from "./task.ts";

export const feedPoll: TaskKind<Extract<DueTask, { kind: "feed" }>> = {
  kind: "feed",
  isCrawling: true,
  isResting: (task) => task.isResting,
  addressOf: ({ feed }) => feed.url,
  dueAt: ({ feed }) => feed.dueAt,
  perform: async (context, { feed }, holding) => {
    const polled = await pollFeed(context, feed, holding);
    if (!polled.ok) return polled;
    const { report, fetched } = polled.value;
    const counts = { polls: 1, newArticles: report.found, failed: report.ok ? 0 : 1 };
    return ok({ event: { kind: "poll", url: feed.url, report }, counts, fetched });
  },
  putOff: ({ store }, { feed }, at) => store.writer.schedulePoll(feed.id, at),
};
