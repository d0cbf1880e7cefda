import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { trimTrailingSlash } from "hono/trailing-slash";
import type { Clock } from "#lib/clock";
import { type Log, silentLog } from "#lib/log";
import type { Right } from "#model/actor";
import { FailureError } from "#model/failure";
import { CALLBACK_PATH } from "#model/subscription";
import { badRequest, broken, damaged, forbidden, notFound } from "#publish/html/problem";
import { actorOf } from "#publish/http/actor";
import { readSessionCookie } from "#publish/http/cookie";
import { hostAllowed, refusal, SECURITY_HEADERS } from "#publish/http/guard";
import type { Operator } from "#publish/http/operator";
import { createPacked } from "#publish/http/packed";
import { createRecent, type RecentAnswers } from "#publish/http/recent";
import { sentAgain } from "#publish/http/respond";
import type { Sessions } from "#publish/http/sessions";
import type { PublishSettings } from "#publish/http/settings";
import { mountStatus, type Status } from "#publish/http/status";
import type { Handler, PageMaker, Visit, WebContext } from "#publish/http/visit";
import { WrongTries } from "#publish/http/wrong-tries";
import type { HubCallbacks } from "#publish/websub/callbacks";
import { MAX_PUSH_BYTES } from "#publish/websub/handlers";
import { PushRate } from "#publish/websub/push-rate";
import { createPublicReader, type GatedReader } from "#store/public-reader";
import { createCollator } from "#view/compare/collator";
import { createEvolver } from "#view/compare/evolver";
import { type ComparePool, createComparePool } from "#view/compare/pool";
import { createSamples } from "#view/compare/sample";
import type { SiteTemplates } from "#view/site-templates";
import { type Asset, loadAssets } from "./assets.ts";
import { createFragments } from "./fragments.ts";
import { ADD_PATH, ROUTES, type Route } from "./routes.ts";

export interface AppDeps {
  /** A store's reader; pages see only what the gate lets through. */
  readonly reader: GatedReader;
  readonly operator: Operator;
  readonly clock: Clock;
  readonly settings: PublishSettings;
  /** Domain name in the ids of feed entries; it must never change for one database. */
  readonly authority: string;
  readonly sessions: Sessions;
  /** Records our own faults; without it they are answered with 500 and not recorded. */
  readonly log?: Log;
  /** What was learned about the sites that are read; without it the pages of their sources do not show it. */
  readonly templates?: SiteTemplates;
  /** Adds `/ready` and `/metrics`; without it they do not exist. */
  readonly status?: Status;
  /** Whether the database has answered with damage; without it nothing is said of that. */
  readonly isDamaged?: () => boolean;
  /** What hubs may cause; without it the server ignores them. */
  readonly callbacks?: HubCallbacks;
  /** Compares the texts; by default one with the usual limits. */
  readonly comparePool?: ComparePool;
  /** Make the pages of readers; without them this thread does. */
  readonly pageMaker?: PageMaker;
  /** Remembers the latest answers; by default in memory. */
  readonly recent?: RecentAnswers;
  /** What is kept of rendered pieces, in UTF-16 units, and of packed bodies, in bytes. */
  readonly kept?: { readonly fragments: number; readonly packed: number };
}

/** Answers hubs, and does nothing. */
const DEAF: HubCallbacks = {
  subscription: async () => null,
  verified: async () => {},
  ended: async () => {},
  denied: async () => {},
  pushed: async () => "ended",
  unsigned: async () => {},
  note: () => {},
};

/** Forms hold an address or a sentence. */
const MAX_FORM_BYTES = 32 * 1024;
/** The form that takes a list of feeds is an exception: a list of 10,000 feeds has 2 MB. */
const MAX_LIST_BYTES = 4 * 1024 * 1024;

/** The whole site as one function from requests to answers. */
export function createApp(deps: AppDeps): Hono {
  const comparePool = deps.comparePool ?? createComparePool();
  const { reader, ...given } = deps;
  const readers = { public: createPublicReader(reader, "public"), operator: createPublicReader(reader, "operator") };
  const web: WebContext = {
    ...given,
    readers,
    log: deps.log ?? silentLog,
    templates: deps.templates ?? { of: async () => null },
    isDamaged: deps.isDamaged ?? (() => false),
    callbacks: deps.callbacks ?? DEAF,
    pushRate: new PushRate(deps.clock),
    wrongTries: new WrongTries(deps.clock),
    assets: loadAssets(),
    fragments: createFragments(deps.kept?.fragments),
    packed: createPacked(deps.kept?.packed),
    recent: deps.recent ?? createRecent(),
    pageMaker: deps.pageMaker ?? null,
    samples: createSamples(),
    collator: createCollator(readers.public, comparePool, deps.clock),
    evolver: createEvolver(readers.public, comparePool, deps.clock),
  };
  const app = new Hono();
  app.use(async (c, next) => {
    if (!hostAllowed(c.req.header("host") ?? new URL(c.req.url).host, web.settings)) {
      return c.text("This server answers only under the names it was given (see the setting public-url).\n", 421);
    }
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
  app.use(trimTrailingSlash());
  app.use(squeeze(web));
  app.use(bounded(web));
  for (const asset of Object.values(web.assets)) app.get(asset.href, () => serveAsset(asset));
  app.get("/favicon.ico", () => serveAsset(web.assets.icon, "public, max-age=86400"));
  if (deps.status) mountStatus(app, deps.status);
  for (const route of ROUTES) mount(app, web, route);
  app.notFound(async (c) => notFound(await visitOf(c, web, "")));
  app.onError(async (error, c) => {
    web.log.error({ err: error, method: c.req.method, path: c.req.path }, "a page failed");
    return (isDamage(error) ? damaged : broken)(await visitOf(c, web, "", null));
  });
  return app;
}

const isDamage = (error: unknown): boolean => error instanceof FailureError && error.failure.code === "store-corrupt";

/** Pages shrink to a quarter. The operator's do not: compressed secrets beside foreign text can be guessed (BREACH). */
function squeeze(web: WebContext) {
  const compressed = compress();
  return (c: Context, next: () => Promise<void>) =>
    readSessionCookie(c.req.raw.headers, visitorOrigin(c, web.settings)) ? next() : compressed(c, next);
}

/**
 * How much may be posted: to a form, to the form for lists of feeds, and by a hub. Bodies of unknown length are read here, before
 * the route checks anything. So only a visitor with a session may send a list; for others that form is as small as the rest.
 */
function bounded({ callbacks, sessions, settings }: WebContext) {
  const tooLarge = (c: Context) => c.text("This form is too large.\n", 413);
  const form = bodyLimit({ maxSize: MAX_FORM_BYTES, onError: tooLarge });
  const list = bodyLimit({ maxSize: MAX_LIST_BYTES, onError: tooLarge });
  const push = bodyLimit({
    maxSize: MAX_PUSH_BYTES,
    onError: (c) => {
      callbacks.note("too-large");
      return c.text("This push is too large.\n", 413);
    },
  });
  const isSignedIn = async (c: Context): Promise<boolean> =>
    (await sessions.find(readSessionCookie(c.req.raw.headers, visitorOrigin(c, settings)))) !== null;
  return async (c: Context, next: () => Promise<void>) => {
    if (c.req.path.startsWith(CALLBACK_PATH)) return push(c, next);
    const isList = c.req.method === "POST" && c.req.path === ADD_PATH && (await isSignedIn(c));
    return (isList ? list : form)(c, next);
  };
}

function mount(app: Hono, web: WebContext, { method, path, handler, may }: Route): void {
  app.on(method, path, async (c) => {
    // A hub has no session, and must open nothing that a session opens.
    if (may === "hub") return handler(await visitOf(c, web, path, null));
    const asked = await visitOf(c, web, path);
    // Before the form is read: only the operator may send a file.
    if (!web.operator.allows(actorOf(asked), may)) return forbidden(asked, NOT_SIGNED_IN);
    if (method === "GET") return asked.session ? handler(asked) : read(asked, handler, may);
    const posted = await formOf(c);
    if (posted === null) return badRequest(asked, "This form cannot be read.");
    const visit = { ...asked, ...posted };
    const wrong = refusal(c.req.raw.headers, [visit.here, visit.origin], visit, may);
    return wrong ? forbidden(visit, wrong) : handler(visit);
  });
}

/** For anyone. What can be read is named first: whatever is written while the answer is made, the answer does not count after it. */
async function read(asked: Visit, handler: Handler, may: Right): Promise<Response> {
  // What is kept, and what threads have read, may be from before the damage, and says nothing of it.
  if (asked.web.isDamaged()) return handler(asked);
  const visit = { ...asked, revision: await asked.view.reader.revision() };
  const known = sentAgain(visit);
  if (known) return known;
  const { pageMaker } = visit.web;
  return pageMaker && may === "read" ? pageMaker.make(visit) : handler(visit);
}

const NOT_SIGNED_IN =
  "This page is for the operator. A sign-in link is printed when the server starts, and by “variorum sign-in” at any time.";

const JSON_SUFFIX = ".json";

/** @param session given if it must not be looked up, because the database may be what failed */
async function visitOf(c: Context, web: WebContext, route: string, session?: null): Promise<Visit> {
  const here = visitorOrigin(c, web.settings);
  const now = web.clock.now();
  const suffixed = c.req.path.endsWith(JSON_SUFFIX) && !route.includes(":feed");
  const signedIn = session === null ? null : await web.sessions.find(readSessionCookie(c.req.raw.headers, here));
  return {
    web,
    path: c.req.path,
    params: paramsOf(c, suffixed),
    query: new URL(c.req.url).searchParams,
    form: {},
    files: [],
    from: remoteAddress(c),
    origin: web.settings.publicUrl?.replace(/\/+$/, "") ?? here,
    here,
    session: signedIn,
    now,
    view: {
      reader: web.readers[signedIn ? "operator" : "public"],
      collator: web.collator,
      evolver: web.evolver,
      samples: web.samples,
      templates: web.templates,
      now,
      signal: c.req.raw.signal,
    },
    revision: null,
    wantsJson: suffixed || prefersJson(c.req.header("accept") ?? ""),
    request: c.req.raw,
  };
}

/** Named parts of the path; the last one without the `.json` that asks for the JSON form. */
function paramsOf(c: Context, suffixed: boolean): Record<string, string> {
  const params: Record<string, string> = { ...c.req.param() };
  const last = Object.keys(params).at(-1);
  if (suffixed && last && params[last]!.endsWith(JSON_SUFFIX))
    params[last] = params[last]!.slice(0, -JSON_SUFFIX.length);
  return params;
}

/** Null when what was sent is no form, or its sender has gone away in the middle of it. */
async function formOf(c: Context): Promise<Pick<Visit, "form" | "files"> | null> {
  const form: Record<string, string> = {};
  const files: Visit["files"][number][] = [];
  const parsed = await c.req.parseBody().catch((error: unknown) => {
    if (error instanceof TypeError || c.req.raw.signal.aborted) return null;
    throw error;
  });
  if (parsed === null) return null;
  for (const [field, value] of Object.entries(parsed)) {
    if (typeof value === "string") form[field] = value;
    // A field without a file arrives as an empty one.
    else if (value instanceof File && value.size > 0) files.push({ name: value.name, text: await value.text() });
  }
  return { form, files };
}

/** Of the connection: what a header says about it could be made up. */
const remoteAddress = (c: Context): string =>
  (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? "";

/** Programs that ask for JSON and not for HTML; a browser's list names HTML first. */
const prefersJson = (accept: string): boolean => /\bapplication\/json\b/.test(accept) && !/\btext\/html\b/.test(accept);

/** The origin that the visitor used: the public address if the request names its host (a proxy may have removed https). */
function visitorOrigin(c: Context, { publicUrl }: PublishSettings): string {
  const asked = new URL(c.req.url);
  const known = publicUrl === null ? null : URL.parse(publicUrl);
  return known?.host === asked.host ? known.origin : asked.origin;
}

/** What is served at an address with a content hash never changes. */
const serveAsset = ({ body, type }: Asset, cache = "public, max-age=31536000, immutable"): Response =>
  new Response(body, { headers: { "content-type": type, "cache-control": cache } });
