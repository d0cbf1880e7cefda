import type { Shell } from "#cli/shell";
import { typed } from "#cli/started-as";
import { hiddenJson } from "#cli/terminal/hidden-json";
import { reportText } from "#cli/terminal/json";
import type { HiddenNotice } from "#store/public-reader";
import { likeHidden } from "#words/hidden";

/** What the operator needs to decide; the text comes out again when the article is shown again. */
export async function showHidden({ id, details }: HiddenNotice, json: boolean, shell: Shell): Promise<void> {
  const { terminal, startedAs } = shell;
  // The operator's notice has them; a reader's would say no more than that it is hidden.
  const { title = null, url = null, source = null, reason = null, because = null } = details ?? {};
  if (json)
    return terminal.out(
      reportText("hidden-article", hiddenJson({ id, url, headline: title, source, reason, because, hidden: true })),
    );
  await terminal.out(terminal.style("bold", title ?? `Article ${id}`));
  if (url !== null) await terminal.out(url);
  await terminal.out(terminal.style("yellow", `Hidden: ${reason ?? (because ? likeHidden(because) : "")}`));
  await terminal.out(`To see its versions again, run "${typed(startedAs, `unhide ${id}`)}".`);
}
