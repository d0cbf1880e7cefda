import { randomBytes, timingSafeEqual } from "node:crypto";
import { type Clock, DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import type { TokenState } from "#store/public-reader";
import { type Notice, readNotice, writeNotice } from "./notice.ts";

/** Long enough to start the server, make coffee and click; short enough that an old terminal log is worthless. */
export const LINK_LIFETIME_MS = HOUR_MS;
export const SESSION_LIFETIME_MS = 30 * DAY_MS;
const TOKEN_BYTES = 32;
/** A secret of ours: anything else is not looked up. */
const SECRET = /^[\w-]{43}$/;
/** A hash. */
const NAME = /^[0-9a-f]{64}$/;
/** How exactly the last use of a session is known: noting every page would be a write for each. */
const USED_STEP_MS = 5 * MINUTE_MS;

type TokenKind = "link" | "session";

interface NewToken {
  readonly kind: TokenKind;
  readonly hash: string;
  readonly expiresAt: number;
  /** Family of the browser, when it is known. */
  readonly browser: string | null;
}

/** Where links and sessions are kept, by the hashes (hex) of their secrets; the composition root provides it. */
export interface TokenStore {
  save(token: NewToken, now: number): Promise<void>;
  find(kind: TokenKind, hash: string, now: number): Promise<TokenState | null>;
  /** All of a kind, last made first. */
  list(kind: TokenKind, now: number): Promise<readonly TokenState[]>;
  /** True when it was there; it is gone afterwards. */
  take(kind: TokenKind, hash: string, now: number): Promise<boolean>;
  note(hash: string, notice: string | null): Promise<void>;
  use(hash: string, now: number): Promise<void>;
  /** All of a kind are gone afterwards. */
  drop(kind: TokenKind): Promise<void>;
}

export interface Session {
  /** Has to come back with every form. */
  readonly csrf: string;
  readonly expiresAt: number;
  /** Names the session, and opens nothing. */
  readonly hash: string;
  /** The outcome of its latest action, for the next page. */
  readonly notice: Notice | null;
}

const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/**
 * Sign-in links and sessions of the one operator: whoever starts the server is the operator. Only hashes of secrets are
 * kept, in the database, so that every process that serves pages knows them, and no one is signed out by a restart.
 */
export class Sessions {
  readonly #clock: Clock;
  readonly #tokens: TokenStore;

  constructor(clock: Clock, tokens: TokenStore) {
    this.#clock = clock;
    this.#tokens = tokens;
  }

  /** A link under `origin` that signs in whoever opens it first, within `LINK_LIFETIME_MS`. */
  async newLink(origin: string): Promise<string> {
    const token = newToken();
    const now = this.#clock.now();
    await this.#tokens.save(
      { kind: "link", hash: sha256(token), expiresAt: now + LINK_LIFETIME_MS, browser: null },
      now,
    );
    return `${origin.replace(/\/$/, "")}/sign-in?token=${token}`;
  }

  /** Whether a link with this token would sign in now; it is not used up by being asked about. */
  async isOpen(token: string): Promise<boolean> {
    return SECRET.test(token) && (await this.#tokens.find("link", sha256(token), this.#clock.now())) !== null;
  }

  /**
   * The secret of a new session, for the cookie; null when the token is unknown, used or too old.
   * @param browser for the list of sessions
   */
  async redeem(token: string, browser: string | null): Promise<string | null> {
    const now = this.#clock.now();
    if (!SECRET.test(token) || !(await this.#tokens.take("link", sha256(token), now))) return null;
    const secret = newToken();
    const expiresAt = now + SESSION_LIFETIME_MS;
    await this.#tokens.save({ kind: "session", hash: sha256(secret), expiresAt, browser }, now);
    return secret;
  }

  async find(secret: string | undefined): Promise<Session | null> {
    if (secret === undefined || !SECRET.test(secret)) return null;
    const hash = sha256(secret);
    const now = this.#clock.now();
    const kept = await this.#tokens.find("session", hash, now);
    if (!kept) return null;
    if (now - (kept.usedAt ?? kept.madeAt) >= USED_STEP_MS) await this.#tokens.use(hash, now);
    const notice = kept.notice === null ? null : readNotice(kept.notice);
    // Made from the secret, which only the browser has: no one who reads the database can forge a form.
    return { expiresAt: kept.expiresAt, notice, hash, csrf: sha256(`csrf ${secret}`) };
  }

  async end(secret: string | undefined): Promise<void> {
    if (secret !== undefined && SECRET.test(secret))
      await this.#tokens.take("session", sha256(secret), this.#clock.now());
  }

  /** All sessions, the last begun first. */
  list(): Promise<readonly TokenState[]> {
    return this.#tokens.list("session", this.#clock.now());
  }

  /** Ends the session with this name, wherever it is used. */
  async endNamed(hash: string): Promise<void> {
    if (NAME.test(hash)) await this.#tokens.take("session", hash, this.#clock.now());
  }

  /** Signs out every browser. */
  async endAll(): Promise<void> {
    await this.#tokens.drop("session");
  }

  /** Leaves something for the next page that this session opens: the outcome of its latest action. */
  async notify(session: Session, notice: Notice): Promise<void> {
    await this.#tokens.note(session.hash, writeNotice(notice));
  }

  /** What was left, once. */
  async takeNotice(session: Session): Promise<Notice | null> {
    if (session.notice !== null) await this.#tokens.note(session.hash, null);
    return session.notice;
  }
}

/** Compares two secrets without telling by its duration how much of them agrees. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
