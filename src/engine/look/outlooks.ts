import { sectionOf } from "#extract/site/section";
import { MINUTE_MS } from "#lib/clock";
import { Lru } from "#lib/lru";
import type { Article } from "#model/article";
import type { HostId, SourceId } from "#model/id";
import type { SourceOutlook } from "#store/schedule/schedule";
import type { Store } from "#store/store";
import type { Outlook } from "#version/schedule/after-look";
import { PUBLISHED_HABITS } from "#version/schedule/habits";

/** Sources and hosts that are in use at the same time. */
const HELD = 10_000;
/** Habits change by the week and trust by the day: what other workers learned meanwhile comes in time. */
const FRESH_MS = 10 * MINUTE_MS;
/** A host that comes to its work this late has more to do than it should. */
const LATE_MS = 15 * MINUTE_MS;

interface Held<T> {
  readonly readAt: number;
  readonly value: T;
}

/** What times of looks are computed from, read once for many looks. */
export class Outlooks {
  readonly #store: Store;
  readonly #sources = new Lru<SourceId, Held<SourceOutlook>>(HELD);
  readonly #hosts = new Lru<HostId, Held<number>>(HELD);

  constructor(store: Store) {
    this.#store = store;
  }

  async of(article: Pick<Article, "sourceId" | "hostId" | "url">, now: number): Promise<Outlook> {
    const { overall, sections, trust } = await this.ofSource(article.sourceId, now);
    const section = sectionOf(article.url);
    const habitsOf = (name: string) => sections.find((one) => one.section === name)?.habits;
    return {
      habits: habitsOf(section) ?? habitsOf("") ?? overall ?? PUBLISHED_HABITS,
      trust,
      crowding: await this.crowding(article.hostId, now),
    };
  }

  ofSource(id: SourceId, now: number): Promise<SourceOutlook> {
    return fresh(this.#sources, id, now, () => this.#store.reader.outlook(id));
  }

  crowding(id: HostId, now: number): Promise<number> {
    return fresh(this.#hosts, id, now, () => this.#store.reader.crowding(id));
  }

  /** After a turn at a host that came so late to what was due: requests there become dearer, or cheaper again. */
  async note(id: HostId, lateMs: number, now: number): Promise<void> {
    const isCrowded = lateMs > LATE_MS;
    if (!isCrowded && (await this.crowding(id, now)) <= 1) return;
    await this.#store.writer.adjustCrowding(id, isCrowded, now);
    this.#hosts.delete(id);
  }
}

async function fresh<K, T>(held: Lru<K, Held<T>>, key: K, now: number, read: () => Promise<T>): Promise<T> {
  const known = held.get(key);
  if (known && now - known.readAt < FRESH_MS && now >= known.readAt) return known.value;
  const value = await read();
  held.set(key, { readAt: now, value });
  return value;
}
