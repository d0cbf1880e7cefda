import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import { LINK_LIFETIME_MS, SESSION_LIFETIME_MS } from "#publish/http/sessions";
import { MAX_WRONG_TRIES } from "#publish/http/wrong-tries";
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

const postLink = (site: TestSite, link: string, headers: Record<string, string> = {}) => {
  const { origin, searchParams } = new URL(link);
  return site.app.request(`${origin}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ token: searchParams.get("token") ?? "" }),
    headers: { host: new URL(origin).host, origin, "sec-fetch-site": "same-origin", ...headers },
  });
};

test("a link signs in with one click, once, for a while; looking at it does not use it up", async (t) => {
  const site = await openSite(t);
  const { get, sessions, clock } = site;
  const pathOf = (link: string) => new URL(link).pathname + new URL(link).search;
  const link = await sessions.newLink(ORIGIN);
  assert.ok(new URL(link).searchParams.get("token")!.length >= 43, "at least 256 bits");
  for (let looked = 0; looked < 3; looked++) {
    const answer = await get(pathOf(link));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("set-cookie"), null);
    assert.match(answer.headers.get("cache-control")!, /no-store/);
    assert.match(await answer.text(), /<form method="post" action="\/sign-in">.*<button>Sign in<\/button>/s);
  }
  assert.equal((await postLink(site, link, { origin: "https://evil.example" })).status, 403, "from another site");
  assert.equal((await postLink(site, link, { "sec-fetch-site": "cross-site" })).status, 403);
  const answer = await postLink(site, link);
  assert.deepEqual([answer.status, answer.headers.get("location")], [303, "/operator"]);
  assert.match(
    answer.headers.get("set-cookie")!,
    /^variorum=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
  );
  assert.equal((await postLink(site, link)).status, 403, "twice");
  assert.equal((await get(pathOf(link))).status, 403);
  const late = await sessions.newLink(ORIGIN);
  clock.advance(LINK_LIFETIME_MS);
  assert.equal((await postLink(site, late)).status, 403);
  assert.equal((await get("/sign-in")).status, 403);
});

test("whoever tries wrong links is not listened to for a minute; who is signed in stays so", async (t) => {
  const site = await openSite(t);
  const cookie = await site.signIn();
  const right = await site.sessions.newLink(ORIGIN);
  const wrong = `${ORIGIN}/sign-in?token=${"x".repeat(43)}`;
  const statuses: number[] = [];
  for (let tried = 0; tried < MAX_WRONG_TRIES; tried++) statuses.push((await postLink(site, wrong)).status);
  assert.deepEqual(new Set(statuses), new Set([403]));
  const refused = await postLink(site, wrong);
  assert.deepEqual([refused.status, refused.headers.get("retry-after")], [429, "60"]);
  assert.equal((await postLink(site, right)).status, 429);
  assert.equal((await site.get("/operator", { cookie })).status, 200);
  site.clock.advance(MINUTE_MS);
  assert.equal((await postLink(site, right)).status, 303, "the link was not used up");
});

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1";

test("several browsers are signed in at once, listed, and signed out one by one or all", async (t) => {
  const site = await openSite(t);
  const [first, second, third] = [await site.signIn(FIREFOX), await site.signIn(PHONE), await site.signIn()];
  site.clock.advance(2 * HOUR_MS);
  const list = async (cookie: string) => {
    const page = await (await site.get("/operator", { cookie })).text();
    return [.../<ul class="browsers">.*?<\/ul>/s.exec(page)![0].matchAll(/<li>.*?<\/li>/gs)].map(([item]) => item);
  };
  const items = await list(first!);
  assert.equal(items.length, 3);
  const phone = items.find((item) => item.includes("Safari on iOS"))!;
  assert.match(items.find((item) => item.includes("(this one)"))!, /Firefox on Linux.*in use now/s);
  assert.match(phone, /signed in .*about 2 hours ago.*not used since/s);
  await site.get("/", { cookie: third });
  site.clock.advance(HOUR_MS);
  const unknown = (await list(first!)).find((item) => item.includes("Unknown browser"))!;
  assert.match(unknown, /last used .*about (?:1|an) hour ago/s);

  const action = /action="([^"]+)"/.exec(phone)![1]!;
  assert.equal((await act(site, action, { cookie: first!, csrf: "" })).status, 403);
  assert.equal((await act(site, action, { cookie: first! })).status, 303);
  assert.equal((await site.get("/operator", { cookie: second })).status, 403);
  assert.equal((await list(first!)).length, 2);
  const all = await act(site, "/operator/browsers/sign-out", { cookie: first! });
  assert.match(all.headers.get("set-cookie")!, /Max-Age=0/);
  for (const cookie of [first!, third!]) assert.equal((await site.get("/operator", { cookie })).status, 403);
});

test("over https the cookie is bound to the host and never sent in the clear", async (t) => {
  const site = await openSite(t, { publicUrl: "https://variorum.example.org" });
  const link = await site.sessions.newLink("https://variorum.example.org");
  const answer = await site.app.request("http://variorum.example.org/sign-in", {
    method: "POST",
    body: new URLSearchParams({ token: new URL(link).searchParams.get("token")! }),
    headers: { host: "variorum.example.org", origin: "https://variorum.example.org" },
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

test("the operator's pages are kept by no cache, and forms are shown to no one else", async (t) => {
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
  assert.match(
    await (await site.get("/operator", { cookie })).text(),
    /role="status"><a href="\/sources\/\d" dir="auto">Added https:\/\/news\.example: 0 feeds/,
  );
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

/** Posts the form of the operator's page with a file, as a browser does. */
async function addFrom(site: TestSite, cookie: string, url: string, file?: File) {
  const page = await (await site.get("/operator", { cookie })).text();
  const form = new FormData();
  form.set("csrf", /name="csrf" value="([^"]+)"/.exec(page)![1]!);
  form.set("url", url);
  form.set("file", file ?? new File([], ""));
  const headers = { host: "localhost", cookie, origin: ORIGIN };
  return site.app.request(`${ORIGIN}/operator/add`, { method: "POST", body: form, headers });
}

test("several addresses and a list are added at once; what fails is said as a failure and keeps what was typed", async (t) => {
  const site = await openSite(t);
  const cookie = await site.signIn();
  const list = new File(["# mine\nc.example\n"], "mine.txt");
  assert.equal((await addFrom(site, cookie, "www.a.example\r\nb.example/feed", list)).status, 303);
  const opml = new File(['<opml version="2.0"><body/></opml>'], "subscriptions.opml");
  assert.equal((await addFrom(site, cookie, "", opml)).status, 303);
  assert.deepEqual(site.deeds, ["add www.a.example", "add b.example/feed", "add c.example", "add OPML of 34"]);

  const failed = await addFrom(site, cookie, "good.example refused.example");
  assert.equal(failed.status, 422);
  const page = await failed.text();
  assert.match(
    page,
    /class="notice failed" role="alert">.*Added good\.example.*refused\.example: No feed was found there\./s,
  );
  assert.match(page, /<textarea id="add-url"[^>]*>\s*refused\.example<\/textarea>/);
  for (const [typed, file, told] of [
    ["", undefined, /No address was given/],
    ["<b>x</b>", new File(["no list"], "<i>.txt"), /“?&quot;no&quot; in &lt;i&gt;\.txt is not a web address/],
  ] as const) {
    const answer = await addFrom(site, cookie, typed, file);
    assert.equal(answer.status, 422);
    const text = await answer.text();
    assert.match(text, told);
    assert.ok(text.indexOf('role="alert"') < text.indexOf("<textarea") && !text.includes("<b>x"));
  }
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
  const large = await act(site, `/articles/${site.ids.ferry}/hide`, { cookie, form: { reason: "x".repeat(40_000) } });
  assert.equal(large.status, 413);
  const larger = await act(site, "/operator/add", { cookie, form: { url: "x".repeat(5_000_000) } });
  assert.equal(larger.status, 413);
  assert.deepEqual(site.deeds, []);
});

test("a list of feeds may be large, but only with a session: without one little of it is read", async (t) => {
  const site = await openSite(t);
  const send = async (cookie: string) => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384));
      },
    });
    const headers = { host: "localhost", cookie, "content-type": "application/x-www-form-urlencoded" };
    const asked = { method: "POST", body, duplex: "half", headers } as RequestInit;
    const { status } = await site.app.request(new Request(`${ORIGIN}/operator/add`, asked));
    return { status, sent };
  };
  const cookie = await site.signIn();
  for (const other of ["", `${cookie.split("=")[0]}=${"x".repeat(43)}`]) {
    const { status, sent } = await send(other);
    assert.equal(status, 413);
    assert.ok(sent < 100_000, `${sent}`);
  }
  const { status, sent } = await send(cookie);
  assert.equal(status, 413);
  assert.ok(sent > 4_000_000, `${sent}`);
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
  assert.match(page, /Something failed on our side/);
  assert.doesNotMatch(page, /database|sqlite|at .*\.ts/i);
});
