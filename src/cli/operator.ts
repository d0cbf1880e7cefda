import { fail, ok } from "#model/failure";
import type { Operator } from "#publish/http/operator";
import { plural } from "#words/wording";
import type { Services } from "./compose.ts";

/** The operator's actions on the pages, done by the engine and the store of this process. */
export const createOperator = ({ engine, store, clock }: Services): Operator => ({
  add: async (url) => {
    const added = await engine.add(url);
    if (!added.ok) return added;
    const { sources } = added.value;
    const names = sources.map(({ name, added: isNew }) => (isNew ? `added ${name}` : `${name} was known already`));
    const feeds = plural(
      sources.reduce((sum, source) => sum + source.feeds.length, 0),
      "feed",
    );
    const articles = plural(
      sources.reduce((sum, source) => sum + source.articles, 0),
      "new article",
    );
    const sentence = `${names.join(", ")}: ${feeds}, ${articles}.`;
    return ok(sentence.charAt(0).toUpperCase() + sentence.slice(1));
  },
  hide: async (id, reason) => {
    if (!(await store.reader.article(id))) return unknown(id);
    await store.writer.hide(id, reason, clock.now());
    return ok("Hidden. Its address answers 410 from now on.");
  },
  unhide: async (id) => {
    if (!(await store.reader.article(id))) return unknown(id);
    await store.writer.unhide(id);
    return ok("Shown again.");
  },
  look: async (id) => {
    if (!(await store.reader.article(id))) return unknown(id);
    await store.writer.scheduleLook(id, clock.now());
    return ok("It will be looked at next; the pause between two requests to its host is kept.");
  },
});

const unknown = (id: number) => fail("never", "no-such-article", `There is no article ${id}.`);
