import type { Server, ServerResponse } from "node:http";
import { SECOND_MS } from "#lib/clock";

export interface ReadingLimits {
  /** How long a reader may take nothing of an answer that is ready. */
  readonly stalledMs: number;
  /** How long the whole answer may take from its first byte: the longest page on a line of 10 KB/s. */
  readonly wholeMs: number;
  /** Bytes of all answers together that no one has taken yet. Beyond it those that wait longest are given up. */
  readonly unreadBytes: number;
  /** How often this is looked at. */
  readonly everyMs: number;
}

/** Real time: they protect this process. */
const READING_LIMITS: ReadingLimits = {
  stalledMs: 20 * SECOND_MS,
  wholeMs: 180 * SECOND_MS,
  unreadBytes: 64 * 1024 * 1024,
  everyMs: 5 * SECOND_MS,
};

/** An answer on its way. */
interface Sending {
  readonly response: ServerResponse;
  /** When its first byte was ready; null before. */
  begunAt: number | null;
  /** Bytes taken by the reader when that last changed, and when. */
  taken: number;
  takenAt: number;
}

/**
 * Gives up answers whose readers do not read. Each of them keeps its page in memory: a few thousand such readers would take all of
 * it. What an answer costs before its first byte is limited elsewhere.
 */
export function boundReaders(server: Server, limits = READING_LIMITS): void {
  const under = new Set<Sending>();
  server.on("request", (_, response: ServerResponse) => {
    const sending: Sending = { response, begunAt: null, taken: 0, takenAt: 0 };
    under.add(sending);
    response.once("close", () => under.delete(sending));
  });
  const timer = setInterval(() => look(under, limits), limits.everyMs).unref();
  server.once("close", () => clearInterval(timer));
}

function look(under: ReadonlySet<Sending>, limits: ReadingLimits): void {
  const now = performance.now();
  for (const sending of under) note(sending, now);
  for (const sending of under) if (isOverdue(sending, now, limits)) giveUp(sending);
  let unread = 0;
  for (const sending of under) unread += unreadOf(sending);
  const slowest = [...under].filter((one) => unreadOf(one) > 0).sort((a, b) => a.takenAt - b.takenAt);
  for (const sending of slowest) {
    if (unread <= limits.unreadBytes) return;
    unread -= unreadOf(sending);
    giveUp(sending);
  }
}

const unreadOf = ({ response }: Sending): number =>
  response.destroyed ? 0 : Math.max(response.writableLength, response.socket?.writableLength ?? 0);

function note(sending: Sending, now: number): void {
  const { response } = sending;
  const taken = (response.socket?.bytesWritten ?? 0) - (response.socket?.writableLength ?? 0);
  if (!response.headersSent || unreadOf(sending) === 0) {
    sending.takenAt = now;
    return;
  }
  sending.begunAt ??= now;
  if (taken === sending.taken) return;
  sending.taken = taken;
  sending.takenAt = now;
}

const isOverdue = ({ begunAt, takenAt }: Sending, now: number, { stalledMs, wholeMs }: ReadingLimits): boolean =>
  begunAt !== null && (now - takenAt >= stalledMs || now - begunAt >= wholeMs);

const giveUp = ({ response }: Sending): void => {
  response.socket?.destroy();
};
