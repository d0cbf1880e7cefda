import { lookAt } from "#engine/look/look";
import { isOpening } from "#model/capture";
import { ok } from "#model/failure";
import type { DueTask } from "#store/hosts/due-task";
import type { TaskKind } from "./task.ts";

export const articleLook: TaskKind<Extract<DueTask, { kind: "article" }>> = {
  kind: "article",
  isCrawling: true,
  isResting: (task) => task.isResting,
  addressOf: ({ article }) => article.url,
  dueAt: ({ article }) => article.nextLookAt,
  perform: async (context, { article, watch, render }, holding) => {
    const looked = await lookAt(context, { article, watch }, { ...holding, render });
    if (!looked.ok) return looked;
    const { report, fetched, trial } = looked.value;
    const counts = {
      looks: 1,
      newVersions: isOpening(report.decision) ? 1 : 0,
      failed: report.outcome === "error" ? 1 : 0,
    };
    return ok({ event: { kind: "look", url: article.url, report }, counts, fetched, trial });
  },
  putOff: ({ store }, { article }, at) => store.writer.scheduleLook(article.id, at),
};
