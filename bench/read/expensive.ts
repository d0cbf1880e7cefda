import type { ArticleId } from "#model/id";
import { articlePath, changePath, evolutionPath, feedPath, sourcePath } from "#view/addresses";
import type { Random } from "../store/looks.ts";
import type { Addresses } from "./addresses.ts";
import type { Request } from "./draw.ts";

/** What costs most to make: how long live pages evolved, their first version beside the last, and feeds that they are in. */
export function expensiveRequests({ live }: Addresses, random: Random): () => Request {
  const paths = live.flatMap(({ article, source, versions }) => [
    evolutionPath(article as ArticleId),
    changePath(article as ArticleId, 1, versions),
    feedPath(articlePath(article as ArticleId), "atom"),
    feedPath(sourcePath(source as never), "atom"),
  ]);
  return () => ({ kind: "change", path: paths[Math.floor(random() * paths.length)]! });
}
