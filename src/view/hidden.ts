import type { HiddenArticle } from "#store/public-reader";
import type { ViewContext } from "./context.ts";

/** Articles that the operator has hidden, newest first; none for anyone else. */
export type HiddenView = readonly HiddenArticle[];

export const hiddenView = ({ reader }: ViewContext): Promise<HiddenView> => reader.hiddenArticles();
