import type { Random } from "../store/looks.ts";
import { type Asked, MIX, type Shelf } from "./addresses.ts";

export interface Request {
  readonly kind: Asked;
  readonly path: string;
  /** Of an earlier answer; absent in a request that is not conditional. */
  readonly etag?: string;
}

/** Chooses what is asked for next, and remembers what was answered. */
export interface Draw {
  next(): Request;
  answered(request: Request, etag: string | null): void;
  /** How many different addresses were asked for. */
  different(): number;
}

/** Of a hundred requests so many carry the ETag of an earlier answer. */
const CONDITIONAL = 20;
/** Earlier answers that a reader may come back to. */
const REMEMBERED = 2000;

/** Kinds by the mix, addresses of a kind by Zipf's law with exponent 1 over all of them. */
export function createDraw(shelves: Readonly<Record<Asked, Shelf>>, random: Random): Draw {
  const kinds = (Object.keys(MIX) as Asked[]).flatMap((kind) => Array.from({ length: MIX[kind] }, () => kind));
  const earlier: Record<Asked, Request[]> = { front: [], change: [], article: [], feed: [], search: [] };
  const asked = new Set<string>();
  let replaced = 0;
  return {
    next: () => {
      const kind = kinds[Math.floor(random() * kinds.length)]!;
      const known = earlier[kind];
      if (random() * 100 < CONDITIONAL && known.length > 0) return known[Math.floor(random() * known.length)]!;
      const path = shelves[kind].at(zipf(shelves[kind].size, random));
      asked.add(path);
      return { kind, path };
    },
    answered: ({ kind, path }, etag) => {
      if (etag === null) return;
      const known = earlier[kind];
      const request = { kind, path, etag };
      if (known.length < REMEMBERED) known.push(request);
      else known[replaced++ % REMEMBERED] = request;
    },
    different: () => asked.size,
  };
}

/** Rank `r` comes with a probability of log((r + 2) / (r + 1)) / log(size + 1): as 1 / r does, and made without a table. */
export const zipf = (size: number, random: Random): number => Math.min(size, Math.floor((size + 1) ** random())) - 1;
