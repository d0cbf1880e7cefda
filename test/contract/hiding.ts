import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keptOf } from "#collate/kept";
import { collateTexts } from "#collate/texts";
import { HOUR_MS } from "#lib/clock";
import type { VersionText } from "#model/version";
import { createPublicReader, type PublicReader } from "#store/public-reader";
import { addArticle, lookOf, type OpenStore, openVersion, T0, textOf, versionOf, withStore } from "./fixtures.ts";

/** Methods that are about one article, asked for the second version of an article or its pages. */
const BY_ARTICLE: Readonly<Partial<Record<keyof PublicReader, readonly unknown[]>>> = {
  article: [],
  isShown: [],
  articleUrls: [],
  captures: [{ limit: 9 }],
  goneStretch: [],
  changesOf: [9],
  versions: [],
  version: [2],
  readingHashes: [],
  differences: [],
  variants: [],
  memory: [],
  raisedDates: [],
  changedBylines: [],
  earlierReadings: [],
  archivedBody: [2],
  versionProof: [2],
  isSealed: [2],
};

/** Methods that are about more than one article, or about none. */
const ABOUT_MANY: Readonly<Partial<Record<keyof PublicReader, readonly unknown[]>>> = {
  revision: [],
  counts: [],
  sources: [],
  source: [1],
  feeds: [],
  hubs: [],
  siteMoves: [1],
  sourceNames: [],
  sourceCount: [],
  sourceStates: [T0 + 5 * HOUR_MS],
  health: [T0 + 5 * HOUR_MS],
  hostsOfSource: [1],
  tally: [1, T0, T0 + 9 * HOUR_MS],
  gaps: [{ hostIds: [1, 2], fromAt: T0, untilAt: T0 + 9 * HOUR_MS, limit: 9 }],
  articles: [{ limit: 9 }],
  waitingBySource: [],
  changes: [{ limit: 9 }],
  search: ["quarry", { limit: 9 }],
  ledger: [{ limit: 9 }],
  hiddenArticles: [],
};

/** Stands in every text, address and host of the hidden article. */
const SECRET = /quarry/;

export function hidingContract(open: OpenStore): void {
  describe("the gate", () => {
    it(
      "gives nothing of a hidden article by any method, and all of it once it is shown again",
      withStore(open, async (store) => {
        const { kept, hidden } = await articleBeside(store);
        const { article: keptArticle } = await found(store, kept);
        await store.closeDay(T0 + 30 * HOUR_MS);
        const reader = createPublicReader(store.reader, "public");
        assert.deepEqual(
          Object.keys(reader).filter((name) => !(name in BY_ARTICLE) && !(name in ABOUT_MANY)),
          [],
          "a new method of the gate needs its case here",
        );
        const whole = await all(reader, BY_ARTICLE, hidden);
        await store.writer.hide(hidden, "a court said so about the quarry", T0 + 4 * HOUR_MS);
        const gone = await all(reader, BY_ARTICLE, hidden);
        for (const [name, answer] of Object.entries(gone)) {
          const empty = name === "article" ? { kind: "hidden", notice: { id: hidden, details: null } } : answer;
          assert.deepEqual(answer, empty);
          if (name !== "article") assert.ok(isEmpty(answer), `${name} answers ${JSON.stringify(answer)}`);
        }
        for (const [name, answer] of Object.entries(await all(reader, ABOUT_MANY, null)))
          assert.doesNotMatch(JSON.stringify(answer), SECRET, name);
        assert.equal((await reader.counts()).captures, 1);
        assert.deepEqual(
          (await reader.tally(keptArticle.sourceId, T0, T0 + 9 * HOUR_MS)).map(({ looks }) => looks),
          [1],
        );
        const [health] = await reader.health(T0 + 5 * HOUR_MS);
        assert.deepEqual([health!.looksToday, health!.failedLooksToday], [1, 0]);

        const operator = createPublicReader(store.reader, "operator");
        const [listed] = await operator.hiddenArticles();
        assert.deepEqual([listed!.id, listed!.reason], [hidden, "a court said so about the quarry"]);
        assert.equal((await operator.versions(hidden)).length, 0);
        await store.writer.unhide(hidden);
        assert.deepEqual(await all(reader, BY_ARTICLE, hidden), whole);
      }),
    );

    it(
      "hides an article with its first version, in the same transaction, and has the reason as data",
      withStore(open, async (store) => {
        const { hidden } = await articleBeside(store);
        await store.writer.hide(hidden, "a court said so", T0 + 4 * HOUR_MS);
        const { sourceId } = (await store.reader.article(hidden))!;
        const texts = await store.reader.hiddenTexts(sourceId, 9);
        assert.deepEqual(
          texts.map(({ articleId, text }) => [articleId, text.headline]),
          [
            [hidden, "The quarry"],
            [hidden, "The quarry"],
          ],
        );
        assert.equal(await store.reader.headlineUses(sourceId, "The quarry"), 1);
        assert.equal(await store.reader.headlineUses(sourceId, "The weir"), 0);
        const again = await addArticle(store, "https://daily.example/again", sourceId);
        const because = { code: "like-hidden", article: hidden, share: 0.93, sameHeadline: false } as const;
        await store.writer.recordLook(
          lookOf(again, T0 + 6 * HOUR_MS, {
            outcome: "changed",
            decision: "first",
            version: versionOf(0, textOf("The quarry again", "The quarry will open.")),
            startsHidden: because,
          }),
        );
        const article = (await store.reader.article(again))!;
        assert.deepEqual([article.hidden, article.hiddenReason, article.hiddenBecause], [true, null, because]);
        await store.writer.hide(again, "the same court", T0 + 7 * HOUR_MS);
        assert.deepEqual((await store.reader.article(again))!.hiddenBecause, because);
        await store.writer.unhide(again);
        const shown = (await store.reader.article(again))!;
        assert.deepEqual([shown.hidden, shown.hiddenReason, shown.hiddenBecause], [false, null, null]);
      }),
    );
  });
}

type Store = Awaited<ReturnType<OpenStore>>;

/** An article that stays, and another of the same source at a host of its own that has one of everything. */
async function articleBeside(store: Store) {
  const kept = await addArticle(store, "https://daily.example/kept");
  await openVersion(store, kept, 0, textOf("The mill", "Shared by both.", "The mill opens."));
  const { sourceId } = (await store.reader.article(kept))!;
  const hidden = await addArticle(store, "https://quarry.example/hidden", sourceId);
  const [may, june] = ["May", "June"].map((month) =>
    textOf("The quarry", "Shared by both.", `The quarry opens in ${month}.`),
  ) as [VersionText, VersionText];
  await openVersion(store, hidden, 0, may);
  const place = { file: "quarry.warc.gz", offset: 12, length: 34 };
  await openVersion(store, hidden, 1, june, T0 + 2 * HOUR_MS, {
    bodyDigest: "ab".repeat(32),
    raw: { digest: "ab".repeat(32), contentType: "text/html", place },
    version: versionOf(1, june, { collation: keptOf(may, june, collateTexts(may, june)) }),
  });
  await store.writer.recordLook(
    lookOf(hidden, T0 + 3 * HOUR_MS, {
      outcome: "error",
      decision: "none",
      reason: { code: "sentence", text: "quarry" },
    }),
  );
  await store.writer.recordLook(
    lookOf(hidden, T0 + 3.5 * HOUR_MS, {
      outcome: "gone",
      decision: "none",
      reason: { code: "sentence", text: "quarry" },
    }),
  );
  return { kept, hidden };
}

async function found(store: Store, id: Awaited<ReturnType<typeof addArticle>>) {
  const seen = await createPublicReader(store.reader, "public").article(id);
  assert.equal(seen?.kind, "found");
  return seen;
}

async function all(
  reader: PublicReader,
  methods: Partial<Record<keyof PublicReader, readonly unknown[]>>,
  id: number | null,
) {
  const answers: Record<string, unknown> = {};
  for (const [name, rest] of Object.entries(methods)) {
    const method = reader[name as keyof PublicReader] as (...given: readonly unknown[]) => Promise<unknown>;
    const versions = [1, 2].map((number) => ({ articleId: id, number }));
    const given =
      name === "readingHashes"
        ? [versions]
        : name === "differences"
          ? [[{ from: versions[0], to: versions[1] }]]
          : id === null
            ? rest
            : [id, ...rest];
    answers[name] = await method(...given);
  }
  return answers;
}

const isEmpty = (answer: unknown): boolean =>
  answer === null ||
  answer === false ||
  (Array.isArray(answer) && answer.every((each) => each === null)) ||
  JSON.stringify(answer) === '{"items":[],"next":null}';
