import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { learn, traceToKeep } from "#extract/site-learn";
import type { Lesson } from "#extract/site-lesson";
import { type ArticleTrace, EMPTY_MEMORY, readMemory } from "#extract/site-memory";
import { readRules } from "#extract/site-rules";
import { sectionOf } from "#extract/site-section";
import { NO_RULES, type SiteTemplate } from "#extract/site-template";
import { type SiteState, templateFor, viewOf } from "#extract/site-view";
import { Lru } from "#lib/lru";
import { hostKey } from "#lib/url";
import type { Article } from "#model/article";
import type { LookLearned, SiteReader, StoredSite } from "#store/site";
import type { ReadPage } from "./worker.ts";

/** Sites whose memory is held unpacked, some 200 kB each at most. */
const SITES_HELD = 64;
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
}

/** What is remembered of sites. A host belongs to one worker at a time, so that nobody learns against another. */
export class SiteMemories {
  readonly #reader: SiteReader;
  readonly #held = new Lru<string, Held>(SITES_HELD);

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

  /** The articles of the section that were looked at last, in order of their looks; none that nobody learned from. */
  latestIn({ key, section }: Pick<SiteOfLook, "key" | "section">): readonly number[] {
    return (this.#held.get(key)?.memory.sections[section]?.recent ?? []).map(([article]) => article);
  }

  /** Learns from a page that was read with `site`; what is returned goes into the record of the look. */
  learn(site: SiteOfLook, article: Article, page: ReadPage, at: number): LookLearned {
    const { document, trace } = page;
    const kept: StoredTrace = { reader: document.extractor, ...traceToKeep(trace) };
    const stored = JSON.stringify(kept);
    const held = this.#held.get(site.key);
    // A live page is built like no other page of its section, and changes all over.
    if (!held || document.state !== "article" || trace.blocks.length === 0) return { trace: stored };
    const lesson: Lesson = { trace, section: site.section, article: article.id, previous: site.previous, at };
    const memory = learn(held.memory, lesson);
    const raise = viewOf(memory) !== viewOf(held.memory);
    const write = raise || held.unwritten + 1 >= WRITE_EVERY;
    this.#held.set(site.key, {
      ...held,
      memory,
      generation: held.generation + (raise ? 1 : 0),
      revision: held.revision + (write ? 1 : 0),
      unwritten: write ? 0 : held.unwritten + 1,
    });
    if (!write) return { trace: stored };
    return { trace: stored, site: { key: site.key, memory: packMemory(memory), revision: held.revision, raise } };
  }

  async #state(key: string): Promise<Held> {
    const held = this.#held.get(key);
    if (held && held.revision === ((await this.#reader.siteRevision(key)) ?? 0)) return held;
    const stored = await this.#reader.site(key);
    const fresh = { ...stateOf(stored), revision: stored?.revision ?? 0, unwritten: 0 };
    this.#held.set(key, fresh);
    return fresh;
  }
}

const packMemory = (memory: SiteState["memory"]): Uint8Array => zstdCompressSync(JSON.stringify(memory), ZSTD);

/** A site as it is stored; a damaged memory is an empty one. */
export function stateOf(stored: StoredSite | null): SiteState {
  if (!stored) return { memory: EMPTY_MEMORY, rules: NO_RULES, generation: 0 };
  return {
    memory: (stored.memory && unpacked(stored.memory)) ?? EMPTY_MEMORY,
    rules: readRules(stored.rules),
    generation: stored.generation,
  };
}

function unpacked(bytes: Uint8Array): SiteState["memory"] | null {
  try {
    return readMemory(zstdDecompressSync(bytes, { maxOutputLength: MAX_MEMORY_BYTES }).toString("utf8"));
  } catch {
    return null;
  }
}

function readTrace(json: string | null): StoredTrace | null {
  return json === null ? null : (JSON.parse(json) as StoredTrace);
}
