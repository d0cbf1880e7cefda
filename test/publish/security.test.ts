import assert from "node:assert/strict";
import { test } from "node:test";
import { LINK_LIFETIME_MS, SESSION_LIFETIME_MS } from "#publish/http/sessions";
import { ORIGIN, openSite, type TestSite } from "./site.ts";

test("every answer forbids inline code, framing, sniffing and telling other sites", async (t) => {
  const { get, ids, text } = await openSite(t);
  const style = /"(\/assets\/style[^"]+)"/.exec(await text("/"))![1]!;
  for (const path of [
    "/",
    "/feed.atom",
    "/feed.json",
    `/articles/${ids.ferry}.json`,
    "/nowhere",
    `/articles/${ids.hidden}`,
    style,
    "/robots.txt",
  ]) {
    const { headers } = await get(path);
    const policy = headers.get("content-security-policy")!;
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.match(policy, /form-action 'self'/, path);
    assert.doesNotMatch(policy, /unsafe/, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("referrer-policy"), "same-origin", path);
  }
});

test("pages hold no inline script, style or handler", async (t) => {
  const { text, ids } = await openSite(t);
  for (const path of ["/", `/articles/${ids.ferry}`, `/articles/${ids.ferry}/changes/1..3`, "/about", "/search?q=a"]) {
    const page = await text(path);
    assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|javascript:/i, path);
    for (const script of page.match(/<script.*?<\/script>/gs) ?? [])
      assert.match(script, /^<script src="\/assets\/(?:keys|moves)\.[0-9a-f]{10}\.js" defer><\/script>$/, path);
  }
});

const HOSTS: readonly (readonly [string, number])[] = [
  ["localhost", 200],
  ["localhost:8080", 200],
  ["127.0.0.1:8080", 200],
  ["[::1]:8080", 200],
  ["variorum.localhost", 200],
  ["variorum.example.org", 200],
  ["variorum.example.org:443", 200],
  ["evil.example", 421],
  ["localhost.evil.example", 421],
  ["127.0.0.1.evil.example", 421],
  ["192.168.1.7", 421],
  ["", 421],
];

test("on a loopback address only known names are answered", async (t) => {
  const { app } = await openSite(t, { publicUrl: "https://variorum.example.org" });
  for (const [host, status] of HOSTS) {
    assert.equal((await app.request("http://localhost/about", { headers: { host } })).status, status, host);
  }
});

test("on an open address any name is answered", async (t) => {
  const { app } = await openSite(t, { host: "0.0.0.0" });
  assert.equal((await app.request("http://localhost/about", { headers: { host: "news.example" } })).status, 200);
});

test("the sign-in link works once, for a while, and never for a prefetch", async (t) => {
  const { get, app, sessions, clock } = await openSite(t);
  const path = async () => {
    const link = new URL(await sessions.newLink(ORIGIN));
    return link.pathname + link.search;
  };
  const link = await path();
  assert.ok(new URLSearchParams(link.split("?")[1]).get("token")!.length >= 43, "at least 256 bits");
  assert.equal((await get(link, { "sec-purpose": "prefetch" })).status, 503);
  assert.equal((await app.request(ORIGIN + link, { method: "HEAD", headers: { host: "localhost" } })).status, 403);
  const first = await path();
  const answer = await get(first);
  assert.equal(answer.status, 200);
  assert.match(
    answer.headers.get("set-cookie")!,
    /^variorum=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
  );
  assert.equal((await get(first)).status, 403);
  const late = await path();
  clock.advance(LINK_LIFETIME_MS);
  assert.equal((await get(late)).status, 403);
  assert.equal((await get("/sign-in")).status, 403);
});

test("over https the cookie is bound to the host and never sent in the clear", async (t) => {
  const { app, sessions } = await openSite(t, { publicUrl: "https://variorum.example.org" });
  const link = new URL(await sessions.newLink("https://variorum.example.org"));
  const answer = await app.request(`http://variorum.example.org${link.pathname}${link.search}`, {
    headers: { host: "variorum.example.org" },
  });
  assert.match(answer.headers.get("set-cookie")!, /^__Host-variorum=.*; Secure$/);
});

test("a session ends by sign-out and by time", async (t) => {
  const site = await openSite(t);
  const cookie = await site.signIn();
  const signedIn = async () => /action="\/sign-out"/.test(await (await site.get("/", { cookie })).text());
  assert.equal(await signedIn(), true);
  await act(site, "/sign-out", { cookie });
  assert.equal(await signedIn(), false);
  const second = await site.signIn();
  site.clock.advance(SESSION_LIFETIME_MS);
  assert.doesNotMatch(await (await site.get("/", { cookie: second })).text(), /sign-out/);
});

test("the operator's pages are kept by no cache, and forms are shown to nobody else", async (t) => {
  const site = await openSite(t);
  const path = `/articles/${site.ids.ferry}`;
  assert.doesNotMatch(await site.text(path), /method="post"/);
  const answer = await site.get(path, { cookie: await site.signIn() });
  assert.match(answer.headers.get("cache-control")!, /no-store/);
  assert.match(await answer.text(), /method="post"/);
});

/** Posts a form as a browser would from our own page, but for what is given otherwise. */
async function act(
  site: TestSite,
  path: string,
  options: { cookie: string; csrf?: string; headers?: Record<string, string>; form?: Record<string, string> },
) {
  const page = await (await site.get("/operator", { cookie: options.cookie })).text();
  const csrf = options.csrf ?? /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  return site.app.request(ORIGIN + path, {
    method: "POST",
    body: new URLSearchParams({ csrf, ...options.form }),
    headers: {
      host: "localhost",
      cookie: options.cookie,
      origin: ORIGIN,
      "sec-fetch-site": "same-origin",
      ...options.headers,
    },
  });
}

test("the operator adds, looks, hides and shows again", async (t) => {
  const site = await openSite(t);
  const cookie = await site.signIn();
  const { ferry } = site.ids;
  const add = await act(site, "/operator/add", { cookie, form: { url: "https://news.example" } });
  assert.equal(add.status, 303);
  assert.match(await (await site.get("/operator", { cookie })).text(), /role="status">Added https:\/\/news\.example: 0 feeds/);
  await act(site, `/articles/${ferry}/look`, { cookie });
  assert.equal((await act(site, `/articles/${ferry}/hide`, { cookie })).status, 400);
  await act(site, `/articles/${ferry}/hide`, { cookie, form: { reason: "a reader asked" } });
  assert.equal((await site.get(`/articles/${ferry}`)).status, 410);
  await act(site, `/articles/${ferry}/unhide`, { cookie });
  assert.equal((await site.get(`/articles/${ferry}`)).status, 200);
  assert.deepEqual(site.deeds, [
    "add https://news.example",
    `look ${ferry}`,
    `hide ${ferry} a reader asked`,
    `unhide ${ferry}`,
  ]);
});

test("a form from elsewhere, without session or without its token does nothing", async (t) => {
  const site = await openSite(t);
  const cookie = await site.signIn();
  const form = { url: "https://news.example" };
  const cases: [string, Parameters<typeof act>[2]][] = [
    ["no session", { cookie: "", form }],
    ["foreign session", { cookie: "variorum=abc", form }],
    ["no token", { cookie, csrf: "", form }],
    ["wrong token", { cookie, csrf: "x".repeat(43), form }],
    ["foreign origin", { cookie, form, headers: { origin: "https://evil.example" } }],
    ["null origin", { cookie, form, headers: { origin: "null" } }],
    ["cross-site", { cookie, form, headers: { "sec-fetch-site": "cross-site" } }],
    ["same-site but another origin", { cookie, form, headers: { "sec-fetch-site": "same-site" } }],
  ];
  for (const [name, options] of cases) assert.equal((await act(site, "/operator/add", options)).status, 403, name);
  assert.equal((await site.get("/operator/add", { cookie })).status, 404, "a link instead of a form");
  const large = await act(site, "/operator/add", { cookie, form: { url: "x".repeat(40_000) } });
  assert.equal(large.status, 413);
  assert.deepEqual(site.deeds, []);
});

test("behind a proxy that asks under another name, forms may come from the public address", async (t) => {
  const site = await openSite(t, { publicUrl: "https://variorum.example.org" });
  const cookie = await site.signIn();
  const from = (origin: string) =>
    act(site, "/operator/add", { cookie, form: { url: "https://news.example" }, headers: { origin } });
  assert.equal((await from("https://variorum.example.org")).status, 303);
  assert.equal((await from("https://evil.example")).status, 403);
});

test("a fault of our own is a plain page that tells nothing of its cause", async (t) => {
  const site = await openSite(t);
  await site.store.close();
  const answer = await site.get("/");
  assert.equal(answer.status, 500);
  const page = await answer.text();
  assert.match(page, /Something broke on our side/);
  assert.doesNotMatch(page, /database|sqlite|at .*\.ts/i);
});
