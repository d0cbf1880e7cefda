import type { AddOptions, AddReport, Engine } from "#engine/engine";
import type { Actor } from "#model/actor";
import { ok, type Result } from "#model/failure";
import { isOpml, readList } from "./list.ts";
import { permit } from "./roles.ts";

export interface AddContext {
  readonly engine: Pick<Engine, "add" | "addOpml">;
}

/** A list of addresses, or an OPML file: its content, and what it is called in a message. */
export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

export interface AddInput {
  /** One to some addresses, parted by blanks or lines. A scheme may be left out. */
  readonly addresses: string;
  readonly files?: readonly GivenFile[];
  readonly options?: AddOptions;
  /** Called with what is taken up next, for a person who waits: the how many-th of how many, from 1. */
  readonly onBegin?: (given: string, at: number, of: number) => void;
  /** Called with what became of each, as it comes. */
  readonly onDone?: (item: AddedItem) => Promise<void>;
}

/** What became of one address, or of one OPML file. */
export interface AddedItem {
  readonly given: string;
  readonly result: Result<AddReport>;
}

/**
 * Adds everything that was given, one after the other: what cannot be added leaves the rest alone. Fails as a whole, before
 * anything is asked, when a list is empty, too long, or not a list.
 */
export async function add(context: AddContext, actor: Actor, input: AddInput): Promise<Result<readonly AddedItem[]>> {
  const allowed = permit(actor, "add");
  if (!allowed.ok) return allowed;
  const jobs = jobsOf(context.engine, input);
  if (!jobs.ok) return jobs;
  const done: AddedItem[] = [];
  for (const [at, { given, run }] of jobs.value.entries()) {
    input.onBegin?.(given, at + 1, jobs.value.length);
    const item = { given, result: await run() };
    done.push(item);
    await input.onDone?.(item);
  }
  return ok(done);
}

interface Job {
  readonly given: string;
  readonly run: () => Promise<Result<AddReport>>;
}

function jobsOf(
  engine: AddContext["engine"],
  { addresses, files = [], options = {} }: AddInput,
): Result<readonly Job[]> {
  const lists: GivenFile[] = files.filter(({ text }) => !isOpml(text));
  const read = readList([...(addresses.trim() === "" ? [] : [{ name: null, text: addresses }]), ...lists]);
  if (!read.ok && (read.failure.code !== "nothing-given" || lists.length === files.length)) return read;
  const outlines = files.filter(({ text }) => isOpml(text));
  return ok([
    ...(read.ok ? read.value : []).map((given) => ({ given, run: () => engine.add(given, options) })),
    ...outlines.map(({ name, text }) => ({ given: name, run: () => engine.addOpml(text, options) })),
  ]);
}
