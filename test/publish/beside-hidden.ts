import type { ArticleId, FeedId, SourceId } from "#model/id";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { playLively } from "./lively.ts";
import { addSource, NOW, play } from "./seed.ts";
import { ARABIC, FERRY, JAPANESE, type Script, TUNNEL } from "./stories.ts";

/** Stands in headline, text, address or host of each article that is hidden, and nowhere else. */
export const SECRET = /zanzibar|would you context on the quay|storm live|harbour toll/i;

/** A store as a reader may know it, and what one of the two has beside it. */
export interface Filled {
  readonly store: Store;
  /** Of the ledger. */
  readonly feed: FeedId;
  readonly sources: Readonly<Record<"ledger" | "sahifa", SourceId>>;
  readonly shown: Readonly<Record<"tunnel" | "ferry", ArticleId>>;
}

/** Articles with everything that an article can have. */
export interface Hidden {
  /** Three versions, a raised date, a paragraph that it shares, a host of its own. */
  readonly plain: ArticleId;
  /** Versions that alternate, variants, one that is held, a wall, a live page. */
  readonly lively: readonly ArticleId[];
  readonly variant: { readonly id: ArticleId; readonly hash: string };
  readonly live: ArticleId;
}

export async function fill(place: string): Promise<Filled> {
  const store = await openStore(place);
  const ledger = await addSource(store, "The Harbour Ledger", "https://ledger.example/", NOW - 9 * 86_400_000);
  const sahifa = await addSource(store, "Mīnāʾ صحيفة الميناء", "https://mina.example/", NOW - 8 * 86_400_000);
  const tunnel = await play(store, ledger, TUNNEL);
  await play(store, sahifa, ARABIC);
  await play(store, sahifa, JAPANESE);
  const [feed] = await store.reader.feeds(ledger);
  return {
    store,
    feed: feed!.id,
    sources: { ledger, sahifa },
    shown: { tunnel, ferry: await play(store, ledger, FERRY) },
  };
}

const AFFAIR = {
  headline: "Zanzibarite affair widens",
  body: ["The zanzibarite affair has widened, a lawyer said on Saturday.", TUNNEL.looks[0]!.text!.body[0]!],
};
const AGAIN = { ...AFFAIR, body: [AFFAIR.body[0]!.replace("a lawyer", "two lawyers"), AFFAIR.body[1]!] };
const PLAIN: Script = {
  url: "https://zanzibarite.example/2026/11/21/affair",
  language: "en",
  byline: ["Staff"],
  looks: [
    { minutesAgo: 300, text: AFFAIR },
    { minutesAgo: 240, text: AGAIN },
    { minutesAgo: 200, text: AGAIN, raisedTo: 220 },
    { minutesAgo: 150, text: { ...AGAIN, headline: "Zanzibarite affair widens again" } },
    { minutesAgo: 20, status: 503, outcome: "error", reason: "the server of zanzibarite.example failed" },
  ],
};

/** Last, so that everything else has the same numbers as where it never was. */
export async function addHidden(store: Store, source: SourceId): Promise<Hidden> {
  const plain = await play(store, source, PLAIN);
  const { headlines, held, walled, live } = await playLively(store, source);
  const [variant] = await store.reader.variants(headlines);
  return { plain, lively: [headlines, held, walled, live], variant: { id: headlines, hash: variant!.hash }, live };
}
