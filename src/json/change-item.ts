import { z } from "zod";
import type { ListedChange } from "#view/change-list";
import { articleItem, articleItemJson } from "./article-item.ts";
import { changeHead, changeHeadJson } from "./change-head.ts";
import { running, runningJson } from "./running.ts";
import type { Absolute } from "./shapes.ts";
import { sourceLink, sourceLinkJson } from "./source-link.ts";

/** A change in a list, with the article that it belongs to. */
export const changeItem = z.strictObject({
  ...changeHead.shape,
  article: articleItem,
  source: sourceLink,
  running: running.nullable().describe("Of a live page: the versions for all of which this change stands"),
});

export const changeItemJson = (item: ListedChange, absolute: Absolute): z.input<typeof changeItem> => ({
  ...changeHeadJson(item.change, absolute),
  article: articleItemJson(item.article, absolute),
  source: sourceLinkJson(item.source, absolute),
  running: item.running && runningJson(item.running),
});
