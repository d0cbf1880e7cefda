import { Lru } from "#lib/lru";

/** What an answer depends on besides what is stored: the address, the form, the time. */
export interface Asked {
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly wantsJson: boolean;
  readonly now: number;
  /** Null: this is not answered from here, and not noted. */
  readonly revision: string | null;
  readonly request: Request;
}

/** What an address answered, without the body, which may be kept under its tag. */
export interface RecentAnswer {
  readonly tag: string;
  readonly lastModifiedAt: number | null;
  readonly headers: readonly (readonly [string, string])[];
  /** What it says of the time is right until then; epoch ms. */
  readonly until: number;
}

/**
 * The latest answers by their addresses. One counts while nothing at all was written since (`Reader.revision`), so that no one has to
 * know which pages a write touches: hiding an article ends all of them, in every process. Where much is written an answer is
 * made again, and often only as far as its tag.
 */
export interface RecentAnswers {
  find(asked: Asked): RecentAnswer | null;
  note(asked: Asked, answer: RecentAnswer): void;
}

/** Of UTF-16 units and what goes with them: some 20,000 answers. */
const MAX_WEIGHT = 10_000_000;
/** Of an answer whose address weighs nothing. */
const OWN_WEIGHT = 400;

export function createRecent(maxWeight = MAX_WEIGHT): RecentAnswers {
  const kept = new Lru<string, RecentAnswer & { readonly revision: string }>(maxWeight);
  return {
    find(asked) {
      const known = asked.revision === null ? undefined : kept.get(keyOf(asked));
      return known && known.revision === asked.revision && asked.now < known.until ? known : null;
    },
    note(asked, answer) {
      if (asked.revision === null) return;
      const key = keyOf(asked);
      kept.set(key, { ...answer, revision: asked.revision }, OWN_WEIGHT + key.length);
    },
  };
}

const keyOf = ({ origin, path, query, wantsJson }: Asked): string => `${wantsJson} ${origin}${path}?${query}`;
