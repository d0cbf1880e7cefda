import { randomBytes, timingSafeEqual } from "node:crypto";
import { type Clock, DAY_MS, HOUR_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";

/** Long enough to start the server, make coffee and click; short enough that an old terminal log is worthless. */
export const LINK_LIFETIME_MS = HOUR_MS;
export const SESSION_LIFETIME_MS = 30 * DAY_MS;
/** One operator has a few browsers; more would mean that something signs in in a loop. */
const MAX_SESSIONS = 50;
const MAX_LINKS = 10;
const TOKEN_BYTES = 32;

export interface Session {
  /** Has to come back with every form. */
  readonly csrf: string;
  readonly expiresAt: number;
}

interface Held extends Session {
  notice: string | null;
}

const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/**
 * Sign-in links and sessions of the one operator. Only hashes of tokens are held, in memory: whoever starts the server
 * is the operator, and a restart signs everybody out.
 */
export class Sessions {
  readonly #clock: Clock;
  readonly #links = new Map<string, number>();
  readonly #sessions = new Map<string, Held>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A link under `origin` that signs in whoever opens it first, within `LINK_LIFETIME_MS`. */
  newLink(origin: string): string {
    const token = newToken();
    put(this.#links, sha256(token), this.#clock.now() + LINK_LIFETIME_MS, MAX_LINKS);
    return `${origin.replace(/\/$/, "")}/sign-in?token=${token}`;
  }

  /** The secret of a new session, for the cookie; null when the token is unknown, used or too old. */
  redeem(token: string): string | null {
    const key = sha256(token);
    const expiresAt = this.#links.get(key);
    this.#links.delete(key);
    if (expiresAt === undefined || expiresAt <= this.#clock.now()) return null;
    const secret = newToken();
    const session = { csrf: newToken(), expiresAt: this.#clock.now() + SESSION_LIFETIME_MS, notice: null };
    put(this.#sessions, sha256(secret), session, MAX_SESSIONS);
    return secret;
  }

  find(secret: string | undefined): Session | null {
    return this.#held(secret);
  }

  end(secret: string | undefined): void {
    if (secret) this.#sessions.delete(sha256(secret));
  }

  /** Leaves a sentence for the next page that this session opens: the outcome of its latest action. */
  notify(session: Session, notice: string): void {
    (session as Held).notice = notice;
  }

  takeNotice(session: Session): string | null {
    const held = session as Held;
    const notice = held.notice;
    held.notice = null;
    return notice;
  }

  #held(secret: string | undefined): Held | null {
    if (!secret) return null;
    const key = sha256(secret);
    const session = this.#sessions.get(key);
    if (!session) return null;
    if (session.expiresAt > this.#clock.now()) return session;
    this.#sessions.delete(key);
    return null;
  }
}

function put<V>(map: Map<string, V>, key: string, value: V, limit: number): void {
  map.set(key, value);
  if (map.size > limit) map.delete(map.keys().next().value as string);
}

/** Compares two secrets without telling by its duration how much of them agrees. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
