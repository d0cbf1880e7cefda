import type { Page } from "playwright-core";

/** Runs in a world of its own, so that no script of the page can put other functions in the place of these. */
const READ = (limit: number) => `(() => {
  const doctype = document.doctype === null ? "" : "<!doctype " + document.doctype.name + ">";
  const text = doctype + (document.documentElement === null ? "" : document.documentElement.outerHTML);
  return text.length > ${limit} ? null : text;
})()`;

/** The page as its scripts have made it, as HTML; null when it is longer than `limit` characters. */
export async function snapshot(page: Page, limit: number): Promise<string | null> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const world = { frameId: frameTree.frame.id, worldName: "variorum" };
  const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", world);
  const { result } = await session.send("Runtime.evaluate", {
    expression: READ(limit),
    contextId,
    returnByValue: true,
  });
  return typeof result.value === "string" ? result.value : null;
}
