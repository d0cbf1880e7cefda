import { Lru } from "#lib/lru";
import type { ArchivePlace } from "#model/archive";
import type { ExchangeRecords, Original, Originals } from "./exchange-records.ts";

/** Records remembered, each by its bytes and by its address: some 400 bytes of memory apiece. */
const REMEMBERED = 100_000;

/** What a series of files holds, as far as this process wrote it: what it does not remember is kept once more. */
export class KnownOriginals implements Originals {
  #byPayload = new Lru<string, Original>(REMEMBERED);
  #byUrl = new Lru<string, Original>(REMEMBERED);
  readonly #beside: Originals | null;

  /** @param beside holds what stays longer than this series, and may be referred to as well */
  constructor(beside: Originals | null) {
    this.#beside = beside;
  }

  ofPayload(digest: string): Original | undefined {
    return this.#byPayload.get(digest) ?? this.#beside?.ofPayload(digest);
  }

  ofUrl(url: string): Original | undefined {
    const own = this.#byUrl.get(url);
    const other = this.#beside?.ofUrl(url);
    return own && other ? (own.sentAt > other.sentAt ? own : other) : (own ?? other);
  }

  /** @param place of the answer's record, which is on the disk now */
  wrote({ url, refersTo, own }: ExchangeRecords, place: ArchivePlace): void {
    const original = own ? { ...own.name, place } : refersTo;
    if (!original) return;
    this.#byUrl.set(url, original);
    if (own) this.#byPayload.set(own.payload, { ...own.name, place });
  }

  forget(): void {
    this.#byPayload = new Lru(REMEMBERED);
    this.#byUrl = new Lru(REMEMBERED);
  }
}
