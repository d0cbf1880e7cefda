import { z } from "zod";
import type { Source } from "#model/source";
import { sourcePath } from "#view/addresses";
import { type Absolute, id, url } from "./shapes.ts";

/** How a record names a source. */
export const sourceLink = z.strictObject({
  id,
  name: z.string(),
  homeUrl: url.describe("Of its home page"),
  page: url.describe("Of its page here"),
});

export const sourceLinkJson = (
  source: Pick<Source, "id" | "name" | "homeUrl">,
  absolute: Absolute,
): z.input<typeof sourceLink> => ({
  id: source.id,
  name: source.name,
  homeUrl: source.homeUrl,
  page: absolute(sourcePath(source.id)),
});
