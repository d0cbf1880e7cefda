import type { SourceWaiting } from "#store/public-reader";
import type { ViewContext } from "./context.ts";

/** Sources of which articles wait to be taken in from before. */
export type TakenInView = readonly SourceWaiting[];

export const takenInView = ({ reader }: ViewContext): Promise<TakenInView> => reader.waitingBySource();
