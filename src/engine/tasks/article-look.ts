import { lookAt } from "#engine/look/look";
import { isOpening } from "#model/capture";
import { ok } from "#model/failure";
import type { RenderMode } from "#model/source";
import type { Watched } from "#model/watch";
import type { DueTask } from "#store/hosts/due-task";
import type { TaskKind } from "./task.ts";

export const articleLook: TaskKind<Extract<DueTask, { kind: "article" }>> = {
  kind: "article",
  isCrawling: true,
  isResting: (task) => task.isResting,
  addressOf: ({ article }) => article.url,
  dueAt: ({ article }) => article.nextLookAt,
  perform: (context, task, holding) => look(context, task, holding),
  putOff: ({ store }, { article }, at) => store.writer.scheduleLook(article.id, at),
};

/** A look from before gives way to all that is news, in the order of work and in the budget of the day. */
export const seedLook: TaskKind<Extract<DueTask, { kind: "seed" }>> = {
  kind: "seed",
  isCrawling: true,
  isPatient: true,
  isResting: (task) => task.isResting,
  addressOf: ({ article }) => article.url,
  dueAt: ({ article }) => article.nextLookAt,
  perform: (context, task, holding) => look(context, task, holding),
  putOff: ({ store }, { article }, at) => store.writer.putOffSeed(article.id, at),
};

type Look = TaskKind<Watched & { readonly render: RenderMode }>["perform"];

const look: Look = async (context, { article, watch, render }, holding) => {
  const looked = await lookAt(context, { article, watch }, { ...holding, render });
  if (!looked.ok) return looked;
  const { report, fetched, trial } = looked.value;
  const counts = {
    looks: 1,
    newVersions: isOpening(report.decision) ? 1 : 0,
    failed: report.outcome === "error" ? 1 : 0,
  };
  return ok({ event: { kind: "look", url: article.url, report }, counts, fetched, trial });
};
