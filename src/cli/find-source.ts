import { withScheme } from "#cli/terminal/address";
import type { Source } from "#model/source";
import type { Reader } from "#store/reader";
import { Exit } from "./exit.ts";
import type { Shell } from "./shell.ts";
import { typed } from "./started-as.ts";

/** By its name, its home page or a feed of it; ends the command if there is none. */
export async function findSource(reader: Reader, given: string, { startedAs }: Shell): Promise<Source> {
  const named = (await reader.sources()).find(({ name }) => name.toLowerCase() === given.toLowerCase());
  const source = named ?? (await reader.sourceByUrl(withScheme(given)));
  if (source) return source;
  throw new Exit("notFound", `There is no source ${given}. List them with "${typed(startedAs, "sources")}".`);
}
