import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { ReadPage } from "#engine/threads/worker";
import { learn, traceToKeep } from "#extract/site/learn";
import type { Lesson } from "#extract/site/lesson";
import { type ArticleTrace, EMPTY_MEMORY, readMemory } from "#extract/site/memory";
import { readRules } from "#extract/site/rules";
import { sectionOf } from "#extract/site/section";
import { NO_RULES, type SiteTemplate } from "#extract/site/template";
import { type SiteState, templateFor, viewOf } from "#extract/site/view";
import { Lru } from "#lib/lru";
import { hostKey } from "#lib/url";
import type { Article } from "#model/article";
import type { LookLearned, SiteReader, StoredSite } from "#store/sites/site";

/**
 * What unpacked memories may take together, counted in characters of their JSON so that a worker that goes round
 * among hundreds of small sites need not unpack each again at every look, and a few large ones do not fill its heap.
 */
const HELD_CHARACTERS = 8_000_000;
/** Looks after which a memory is written though nothing in its templates changed: what a killed process forgets. */
const WRITE_EVERY = 20;
/** A memory is a few hundred kilobytes; what unpacks to more is damaged. */
const MAX_MEMORY_BYTES = 16_000_000;
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** What a look has to know of its site. */
export interface SiteOfLook {
  readonly key: string;
  readonly section: string;
  readonly template: SiteTemplate;
  /** How the article was read last; null when it never was. */
  readonly previous: StoredTrace | null;
}

/** An article's trace as it is stored, with the name of what read it. */
interface StoredTrace extends ArticleTrace {
  readonly reader: string;
}

interface Held extends SiteState {
  readonly revision: number;
  readonly unwritten: number;
  /** Of its memory as JSON, when it was last read or written. */
  readonly characters: number;
}

/** Of a site that nothing was written of yet. */
const SMALL_CHARACTERS = 10_000;

/** What is remembered of sites. A host belongs to one worker at a time, so that no two learn against each other. */
export class SiteMemories {
  readonly #reader: SiteReader;
  readonly #held = new Lru<string, Held>(HELD_CHARACTERS);

  constructor(reader: SiteReader) {
    this.#reader = reader;
  }

  /**
   * @param article null for a page that is no article's yet
   * @param url where the page came from, after redirects
   */
  async of(article: Article | null, url: string): Promise<SiteOfLook> {
    const key = hostKey(url);
    const section = sectionOf(url);
    const previous = article && readTrace(await this.#reader.articleTrace(article.id));
    return { key, section, previous, template: templateFor(await this.#state(key), section, previous) };
  }

  /** The articles of the section that were looked at last, in order of their looks; only those that were learned from. */
  latestIn({ key, section }: Pick<SiteOfLook, "key" | "section">): readonly number[] {
    return (this.#held.get(key)?.memory.sections[section]?.recent ?? []).map(([article]) => article);
  }

  /** Learns from a page that was read with `site`; what is returned goes into the record of the look. */
  learn(site: SiteOfLook, article: Article, page: ReadPage, at: number): LookLearned {
    const { document, trace } = page;
    const kept: StoredTrace = { reader: document.extractor, ...traceToKeep(trace, site.previous) };
    const stored = JSON.stringify(kept);
    const held = this.#held.get(site.key);
    // A live page is built like no other page of its section, and changes all over.
    if (!held || document.state !== "article" || trace.blocks.length === 0) return { trace: stored };
    const lesson: Lesson = { trace, section: site.section, article: article.id, previous: site.previous, at };
    const memory = learn(held.memory, lesson);
    const raise = viewOf(memory) !== viewOf(held.memory);
    const write = raise || held.unwritten + 1 >= WRITE_EVERY;
    const json = write ? JSON.stringify(memory) : null;
    this.#hold(site.key, {
      ...held,
      memory,
      generation: held.generation + (raise ? 1 : 0),
      revision: held.revision + (write ? 1 : 0),
      unwritten: write ? 0 : held.unwritten + 1,
      characters: json?.length ?? held.characters,
    });
    if (json === null) return { trace: stored };
    const packed = zstdCompressSync(json, ZSTD);
    return { trace: stored, site: { key: site.key, memory: packed, revision: held.revision, raise } };
  }

  #hold(key: string, held: Held): void {
    this.#held.set(key, held, held.characters);
  }

  async #state(key: string): Promise<Held> {
    const held = this.#held.get(key);
    if (held && held.revision === ((await this.#reader.siteRevision(key)) ?? 0)) return held;
    const stored = await this.#reader.site(key);
    const json = (stored?.memory && unpacked(stored.memory)) ?? null;
    const fresh = {
      ...stateFrom(stored, json),
      revision: stored?.revision ?? 0,
      unwritten: 0,
      characters: json?.length ?? SMALL_CHARACTERS,
    };
    this.#hold(key, fresh);
    return fresh;
  }
}

/** A site as it is stored; a damaged memory is an empty one. */
export const stateOf = (stored: StoredSite | null): SiteState =>
  stateFrom(stored, (stored?.memory && unpacked(stored.memory)) ?? null);

function stateFrom(stored: StoredSite | null, json: string | null): SiteState {
  const memory = (json === null ? null : readMemory(json)) ?? EMPTY_MEMORY;
  if (!stored) return { memory, rules: NO_RULES, generation: 0 };
  return { memory, rules: readRules(stored.rules), generation: stored.generation };
}

function unpacked(bytes: Uint8Array): string | null {
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: MAX_MEMORY_BYTES }).toString("utf8");
  } catch {
    return null;
  }
}

function readTrace(json: string | null): StoredTrace | null {
  return json === null ? null : (JSON.parse(json) as StoredTrace);
}
