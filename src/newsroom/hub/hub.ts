import { createHmac } from "node:crypto";
import { type Clock, DAY_MS, SECOND_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { type Answer, typed } from "#newsroom/answer";
import { feedDocument } from "#newsroom/feed-document";
import type { House } from "#newsroom/house";
import { hubOf } from "./address.ts";
import { call } from "./call.ts";
import { type Topic, topicAt } from "./topic.ts";

/** What the hub grants at most, as many do. */
const LONGEST_LEASE_MS = 5 * DAY_MS;

interface Wish {
  readonly callback: string;
  readonly topic: Topic;
  readonly mode: "subscribe" | "unsubscribe";
  readonly secret: string;
  readonly leaseMs: number;
}

interface Subscriber extends Wish {
  readonly until: number;
  /** What happened until then was sent. */
  sentUntil: number;
}

/** What the hub did so far. */
export interface HubTally {
  readonly verified: number;
  readonly pushes: number;
  /** Pushes that the subscriber did not take. */
  readonly refused: number;
}

/**
 * The press's hub (WebSub): verifies who subscribes, and sends what was saved since, signed. All of it happens when
 * `happen` is called, by the press's clock, so that a simulation repeats.
 */
export class Hub {
  readonly #clock: Clock;
  readonly #houseOf: (label: string) => House | null;
  readonly #wishes: Wish[] = [];
  /** By topic and callback. */
  readonly #subscribers = new Map<string, Subscriber>();
  #tally: HubTally = { verified: 0, pushes: 0, refused: 0 };
  #happening: Promise<void> | null = null;

  constructor(clock: Clock, houseOf: (label: string) => House | null) {
    this.#clock = clock;
    this.#houseOf = houseOf;
  }

  get tally(): HubTally {
    return this.#tally;
  }

  /** Answers a request to subscribe or to unsubscribe. */
  take(body: string): Answer {
    const form = new URLSearchParams(body);
    const callback = URL.parse(form.get("hub.callback") ?? "");
    const topic = topicAt(form.get("hub.topic") ?? "", this.#houseOf);
    const mode = form.get("hub.mode");
    if (!callback || !topic || (mode !== "subscribe" && mode !== "unsubscribe"))
      return { ...typed("text/plain; charset=utf-8", "No feed of this press is called so.\n"), status: 404 };
    const asked = Number(form.get("hub.lease_seconds") ?? Number.NaN) * SECOND_MS;
    const leaseMs = asked > 0 ? Math.min(asked, LONGEST_LEASE_MS) : LONGEST_LEASE_MS;
    this.#wishes.push({ callback: callback.href, topic, mode, secret: form.get("hub.secret") ?? "", leaseMs });
    return { ...typed("text/plain; charset=utf-8", "It will be verified.\n"), status: 202 };
  }

  /** The earliest instant at which the hub has something to do; null when nothing will happen any more. */
  nextAt(): number | null {
    const now = this.#clock.now();
    if (this.#wishes.length > 0) return now;
    const instants = [...this.#subscribers.values()].flatMap(({ topic, sentUntil, until }) => {
      const next = topic.changesAt.find((at) => at > sentUntil);
      return next === undefined || next > until ? [] : [Math.max(next, now)];
    });
    return instants.length === 0 ? null : Math.min(...instants);
  }

  /** Does what is due; one after the other, whoever calls. */
  happen(): Promise<void> {
    this.#happening ??= this.#doDue().finally(() => {
      this.#happening = null;
    });
    return this.#happening;
  }

  async #doDue(): Promise<void> {
    for (let wish = this.#wishes.shift(); wish; wish = this.#wishes.shift()) await this.#verify(wish);
    for (const [key, subscriber] of [...this.#subscribers]) await this.#distribute(key, subscriber);
  }

  async #verify(wish: Wish): Promise<void> {
    const { callback, topic, mode, leaseMs } = wish;
    const now = this.#clock.now();
    const key = `${topic.url} ${callback}`;
    const challenge = sha256(`${key} ${now}`).slice(0, 32);
    const url = new URL(callback);
    const asked = { mode, topic: topic.url, challenge, lease_seconds: String(leaseMs / SECOND_MS) };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(`hub.${name}`, value);
    const answer = await call(url.href, { method: "GET" });
    if (answer === null || answer.status < 200 || answer.status >= 300 || answer.body !== challenge) return;
    this.#tally = { ...this.#tally, verified: this.#tally.verified + 1 };
    if (mode === "unsubscribe") this.#subscribers.delete(key);
    else {
      const sentUntil = this.#subscribers.get(key)?.sentUntil ?? now;
      this.#subscribers.set(key, { ...wish, until: now + leaseMs, sentUntil });
    }
  }

  async #distribute(key: string, subscriber: Subscriber): Promise<void> {
    const now = this.#clock.now();
    const { topic, callback, secret, sentUntil, until } = subscriber;
    if (now > until) return void this.#subscribers.delete(key);
    if (!topic.changesAt.some((at) => at > sentUntil && at <= now)) return;
    subscriber.sentUntil = now;
    const { type, body } = feedDocument(topic.house, topic.feed, { base: topic.base, now, since: sentUntil });
    const answer = await call(callback, {
      method: "POST",
      body,
      headers: {
        "content-type": type,
        link: `<${hubOf(topic.base)}>; rel="hub", <${topic.url}>; rel="self"`,
        "x-hub-signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
      },
    });
    const isTaken = answer !== null && answer.status >= 200 && answer.status < 300;
    const { pushes, refused } = this.#tally;
    this.#tally = { ...this.#tally, pushes: pushes + 1, refused: refused + (isTaken ? 0 : 1) };
    if (answer?.status === 410) this.#subscribers.delete(key);
  }
}
