import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { type AddressInfo, createServer } from "node:net";
import { after, before, suite, type TestContext, test } from "node:test";
import { createFetcher } from "#fetch/fetcher";
import { MAX_SUB_REQUESTS } from "#fetch/render/limits";
import { Renderer, type RendererSettings } from "#fetch/render/renderer";
import { renderingFetcher } from "#fetch/rendering-fetcher";
import type { Resolve } from "#fetch/settings";
import { allowList } from "#fetch/target";
import { DrivenClock } from "#lib/clock";
import type { Fetcher, FetchResponse } from "#model/fetcher";
import { type Loopback, NOW, redirect, serve } from "./loopback.ts";

/** A place inside that no one may reach: counts connections and datagrams on one port number each. */
async function inside(t: TestContext) {
  let knocks = 0;
  const server = createServer((socket) => {
    knocks += 1;
    socket.on("error", () => {});
    socket.end("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 6\r\n\r\nsecret");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const datagrams = createSocket("udp4").on("message", () => {
    knocks += 1;
  });
  await new Promise<void>((resolve) => datagrams.bind(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    datagrams.close();
  });
  return { port: (server.address() as AddressInfo).port, udp: datagrams.address().port, knocks: () => knocks };
}

const html = (body: string) =>
  `<!doctype html><html lang="en"><head><title>News</title></head><body>${body}</body></html>`;
const script = (code: string) =>
  html(
    `<main id="text">empty</main><script>const put = (t) => { document.getElementById("text").textContent += " " + t; };\n${code}</script>`,
  );

/** Browsers are slow to start, so that all tests share one fetcher; each has a site of its own, under a name of its own. */
suite("pages read through a browser", () => {
  const allowed: string[] = [];
  let settings: RendererSettings;
  let plain: Fetcher;
  let fetcher: Fetcher;
  /** The same, with little patience. */
  let short: Fetcher;
  let names = 0;
  let rebound = 0;
  const resolve: Resolve = async (hostname) => {
    const private_ = hostname !== "rebinding.example" || rebound++ % 2 === 1;
    return [{ address: private_ ? "127.0.0.1" : "192.0.3.1", family: 4 }];
  };
  const isAllowed = (hostname: string, port: string) => allowList(allowed)(hostname, port);

  const open = (limitMs: number, browserPath: string | null = null) =>
    renderingFetcher(plain, { ...settings, limitMs, browserPath }, new DrivenClock(NOW));

  before(() => {
    const clock = new DrivenClock(NOW);
    // The list of what is allowed grows with each test's server, which the fetcher reads when it is made.
    plain = {
      async fetch(request) {
        const one = createFetcher(
          { userAgent: "Variorum/test", allowPrivate: allowed, resolve, timeouts: { connectMs: 200 } },
          clock,
        );
        try {
          return await one.fetch(request);
        } finally {
          await one.close();
        }
      },
      close: async () => {},
    };
    settings = { browserPath: null, userAgent: "Variorum/test", locale: "en", isAllowed, maxBodyBytes: 2 ** 20 };
    fetcher = open(15_000);
    short = open(1500);
  });
  after(() => Promise.all([fetcher.close(), short.close()]));

  /** A site of its own, that may be asked; other addresses of this machine may not. */
  async function site(
    t: TestContext,
    answer: (path: string, site: Loopback) => string | null,
  ): Promise<Loopback & { page: string }> {
    const server: Loopback = await serve(t, (request, response) => {
      const path = request.url ?? "";
      const given = answer(path, server);
      if (given === null) return response.writeHead(404).end();
      if (given.startsWith("http") || given.startsWith("/")) return redirect(response, given);
      const type = path.endsWith(".js") ? "text/javascript" : given.startsWith("{") ? "application/json" : "text/html";
      response.writeHead(200, { "content-type": type, etag: '"1"' }).end(given);
    });
    const host = `site${names++}.localhost:${server.port}`;
    allowed.push(host);
    return { ...server, page: `http://${host}/page` };
  }

  const read = async (url: string, by = fetcher) => {
    const result = await by.fetch({ url, render: "browser", validators: { etag: '"1"', lastModified: null } });
    assert.ok(result.ok, result.ok ? "" : `${result.failure.code}: ${result.failure.message}`);
    return { ...result.value, text: Buffer.from(result.value.body).toString() };
  };

  test("shows what scripts put there, from data that they fetch, in the order of a page", async (t) => {
    const { page, asked, seen } = await site(t, (path) => {
      if (path === "/page") return html('<main id="text">empty</main><script src="/app.js"></script>');
      if (path === "/app.js")
        return 'fetch("/api").then((r) => r.json()).then(({ t }) => { document.getElementById("text").textContent = t; });';
      return path === "/api" ? '{"t":"The harbour will close for 12 days."}' : null;
    });
    const answer = await read(page);
    assert.match(answer.text, /^<!doctype html><html.*<main id="text">The harbour will close for 12 days\.<\/main>/);
    assert.deepEqual(asked, ["/page", "/app.js", "/api"]);
    assert.equal(answer.url, page);
    assert.equal(answer.headers["content-type"], "text/html; charset=utf-8");
    assert.deepEqual(answer.validators, { etag: null, lastModified: null });
    assert.equal(answer.requests, 3);
    assert.equal(answer.exchanges, undefined);
    assert.ok(seen.every(({ headers }) => headers["user-agent"] === "Variorum/test" && !headers["if-none-match"]));
  });

  test("is told the truth about who reads", async (t) => {
    const { page } = await site(t, () =>
      script("put(navigator.userAgent); put(navigator.language); put(new Date().getTimezoneOffset());"),
    );
    assert.match((await read(page)).text, />empty Variorum\/test en 0</);
  });

  test("leaves alone what puts no text on a page", async (t) => {
    const { page, asked } = await site(t, (path) =>
      path === "/page"
        ? html(`<link rel="stylesheet" href="/s.css"><style>@font-face{font-family:f;src:url(/f.woff)} p{font-family:f;background:url(/b.png)}</style>
<link rel="prefetch" href="/p"><link rel="icon" href="/i.png"><p>Text</p><img src="/a.png" srcset="/b.png 2x"><video src="/v.mp4" autoplay></video><audio src="/a.mp3" autoplay></audio>
<object data="/o"></object><embed src="/e"><script src="https://www.googletagmanager.com/gtm.js"></script>
<script>navigator.sendBeacon("/beacon", "x"); fetch("/post", { method: "POST", body: "{}" }).catch(() => {}); new EventSource("/events");</script>`)
        : null,
    );
    assert.match((await read(page)).text, /<p>Text<\/p>/);
    assert.deepEqual(
      asked.filter((path) => !/^\/[oe]$/.test(path)),
      ["/page"],
    );
  });

  test("no way of a page leads inside", async (t) => {
    const secret = await inside(t);
    const at = `127.0.0.1:${secret.port}`;
    const { page } = await site(t, (path) => {
      if (path === "/frame" || path === "/api") return `http://${at}/redirected`;
      if (path === "/inner")
        return html(`<script src="http://${at}/s.js"></script><iframe src="http://${at}/x"></iframe>`);
      return html(`<link rel="preconnect" href="http://${at}"><link rel="dns-prefetch" href="//${at}"><link rel="preload" as="fetch" href="http://${at}/preload">
<link rel="prefetch" href="http://${at}/prefetch"><link rel="modulepreload" href="http://${at}/m.js"><link rel="manifest" href="http://${at}/manifest">
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://${at}/s"]}],"prerender":[{"source":"list","urls":["/next"]}]}</script>
<script src="http://${at}/a.js"></script><script type="module">import("http://${at}/b.js").catch(() => {});</script>
<main id="text">Text</main><iframe src="/frame"></iframe><iframe src="/inner"></iframe><iframe srcdoc='<img src="http://${at}/i">'></iframe><img src="http://${at}/i">
<form id="f" action="http://${at}/form" method="post" target="other"></form><iframe name="other"></iframe>
<script>
const tries = [
  () => fetch("http://${at}/fetch"), () => fetch("/api"), () => fetch("http://169.254.169.254/latest/meta-data/"), () => fetch("http://[::1]:${secret.port}/"),
  () => fetch("http://localhost:${secret.port}/"), () => fetch("http://rebinding.example:${secret.port}/"), () => fetch("http://rebinding.example:${secret.port}/again"),
  () => fetch("http://2130706433:${secret.port}/"), () => fetch("http://${at}/", { method: "POST", body: "x" }), () => fetch("http://${at}/", { mode: "no-cors" }),
  () => fetch("file:///etc/passwd"), () => navigator.sendBeacon("http://${at}/beacon", "x"),
  () => { const r = new XMLHttpRequest(); r.open("GET", "http://${at}/sync", false); r.send(); },
  () => new WebSocket("ws://${at}/"), () => new EventSource("http://${at}/"), () => new WebTransport("https://${at}/"),
  () => new Worker(URL.createObjectURL(new Blob(["fetch('http://${at}/w'); new WebSocket('ws://${at}/'); importScripts('http://${at}/i')"]))),
  () => new SharedWorker(URL.createObjectURL(new Blob(["fetch('http://${at}/sw'); new WebSocket('ws://${at}/')"]))),
  () => navigator.serviceWorker.register("/worker.js"), () => window.open("http://${at}/popup"), () => document.getElementById("f").submit(),
  () => { const p = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${secret.udp}" }, { urls: "turn:${at}?transport=tcp", username: "a", credential: "b" }] }); p.createDataChannel("x"); return p.createOffer().then((o) => p.setLocalDescription(o)); },
];
for (const one of tries) try { Promise.resolve(one()).then((r) => r?.text?.()).then((t) => { if (t) document.getElementById("text").textContent += t; }).catch(() => {}); } catch {}
</script>`);
    });
    const { text } = await read(page);
    assert.match(text, /<main id="text">Text<\/main>/);
    assert.doesNotMatch(text, /secret<|root:/);
    assert.equal(secret.knocks(), 0);
  });

  for (const [what, lead] of [
    ["a refresh at once", (at: string) => `<meta http-equiv="refresh" content="0;url=http://${at}/r">`],
    ["a script", (at: string) => `<script>location.replace("http://${at}/r")</script>`],
    [
      "a form that sends itself",
      (at: string) => `<form action="http://${at}/f"></form><script>document.forms[0].submit()</script>`,
    ],
    [
      "a link that is pressed",
      (at: string) => `<a id="a" href="http://${at}/a" ping="http://${at}/p">x</a><script>a.click()</script>`,
    ],
    ["a download", (at: string) => `<a id="a" href="http://${at}/a" download>x</a><script>a.click()</script>`],
    ["another scheme", () => '<script>location.href = "file:///etc/passwd"</script>'],
  ] as const)
    test(`a page that leads inside by ${what} ends, or stays where it is`, async (t) => {
      const secret = await inside(t);
      const { page, asked } = await site(t, () => html(`<p>Text</p>${lead(`127.0.0.1:${secret.port}`)}`));
      const result = await fetcher.fetch({ url: page, render: "browser" });
      if (result.ok) assert.match(Buffer.from(result.value.body).toString(), /<p>Text<\/p>/);
      else assert.equal(result.failure.code, "render-led-away");
      assert.deepEqual([asked, secret.knocks()], [["/page"], 0]);
    });

  test("a page from outside is no way to a place inside that is allowed", async (t) => {
    const { asked, page } = await site(t, () => '{"t":"intranet"}');
    const renderer = new Renderer(plain, settings);
    t.after(() => renderer.close());
    const outside: FetchResponse = {
      status: 200,
      url: "http://news.example/",
      hops: [],
      headers: { "content-type": "text/html" },
      body: Buffer.from(
        script(`fetch(${JSON.stringify(page)}).then((r) => r.text()).then(put, () => put("refused"));`),
      ),
      validators: { etag: null, lastModified: null },
      sentAt: NOW,
      tookMs: 0,
    };
    const rendered = await renderer.render(outside);
    assert.ok(rendered.ok);
    assert.match(Buffer.from(rendered.value.body).toString(), />empty refused</);
    assert.deepEqual(asked, []);
  });

  test("a script that leads away from a page that is not complete ends the reading", async (t) => {
    const { page, asked } = await site(t, () => script('location.href = "/elsewhere";'));
    const result = await fetcher.fetch({ url: page, render: "browser" });
    assert.equal(result.ok ? "ok" : result.failure.code, "render-led-away");
    assert.deepEqual(asked, ["/page"]);
  });

  test("a script that leads on later, as pages do that reload themselves, stays where it is", async (t) => {
    const { page, asked } = await site(t, (path) =>
      path === "/page"
        ? script('onload = () => { put("here"); location.href = "/elsewhere"; setTimeout(() => put("still"), 100); };')
        : html("<p>Elsewhere</p>"),
    );
    const { text, url } = await read(page);
    assert.match(text, />empty here still</);
    assert.equal(url, page);
    assert.deepEqual(asked, ["/page"]);
  });

  test("redirects are followed before the browser opens the page", async (t) => {
    const { page } = await site(t, (path) => (path === "/page" ? "/new" : script("put(location.pathname);")));
    const { text, hops, requests } = await read(page);
    assert.match(text, />empty \/new</);
    assert.equal(hops.length, 1);
    assert.equal(requests, 2);
  });

  test("scripts that ask without end get so many answers and no more", async (t) => {
    const { page, asked } = await site(t, (path) =>
      path === "/page"
        ? script("let n = 0; const go = () => fetch('/more/' + n++).then(go, () => put('refused')); go();")
        : '{"more":1}',
    );
    const { text, requests } = await read(page);
    assert.match(text, /refused/);
    assert.equal(requests, MAX_SUB_REQUESTS + 1);
    assert.equal(asked.length, MAX_SUB_REQUESTS + 1);
  });

  test("pages remember nothing of each other", async (t) => {
    const { page, seen } = await site(t, () =>
      script(
        "put([document.cookie, localStorage.x, navigator.serviceWorker.controller].join('|') + '.'); document.cookie = 'x=1'; localStorage.x = 1; fetch('/api', { credentials: 'include' });",
      ),
    );
    for (let i = 0; i < 2; i++) assert.match((await read(page)).text, />empty \|\|\.</);
    assert.ok(seen.every(({ headers }) => headers.cookie === undefined));
  });

  const endless: readonly (readonly [what: string, code: string])[] = [
    ["loops at once", "for (;;);"],
    ["loops later", "setTimeout(() => { for (;;); }, 10);"],
    [
      "loops when it is read",
      "Object.defineProperty(Element.prototype, 'outerHTML', { get() { for (;;); } }); setInterval(() => { const t = Date.now(); while (Date.now() - t < 900); }, 1);",
    ],
    ["never stops asking for more time", "const again = () => queueMicrotask(again); again();"],
    ["asks the reader again and again", "for (;;) alert('stay');"],
  ];
  for (const [what, code] of endless)
    test(`a script that ${what} ends in time, and the next page is read`, async (t) => {
      const { page } = await site(t, (path) => (path === "/page" ? script(code) : script("put('well');")));
      const startedAt = performance.now();
      const result = await short.fetch({ url: page, render: "browser" });
      assert.ok(performance.now() - startedAt < 15_000);
      if (!result.ok) assert.equal(result.failure.code, "render-timeout");
      assert.match((await read(page.replace("/page", "/next"))).text, />empty well</);
    });

  test("a page that its scripts make too large is refused", async (t) => {
    const { page } = await site(t, () => script("put('x'.repeat(3 * 2 ** 20));"));
    const result = await fetcher.fetch({ url: page, render: "browser" });
    assert.equal(result.ok ? "ok" : result.failure.code, "body-too-large");
  });

  test("interrupted by the caller it ends at once", async (t) => {
    const { page, asked } = await site(t, () => script("for (;;);"));
    const controller = new AbortController();
    const under = fetcher.fetch({ url: page, render: "browser", signal: controller.signal });
    while (asked.length === 0) await new Promise(setImmediate);
    controller.abort();
    const result = await under;
    assert.equal(result.ok ? "ok" : result.failure.code, "aborted");
  });

  test("without a browser no one is asked, and it is said what to do", async (t) => {
    const { page, asked } = await site(t, () => script(""));
    const result = await open(1000, "/nowhere/chromium").fetch({ url: page, render: "browser" });
    assert.ok(!result.ok);
    assert.deepEqual([result.failure.advice, result.failure.code], ["later", "no-browser"]);
    assert.match(result.failure.message, /no browser at \/nowhere\/chromium.*apt-get install chromium/);
    assert.deepEqual(asked, []);
  });

  test("what is no page, and what is not asked to be rendered, is left as it is", async (t) => {
    const { page } = await site(t, (path) =>
      path === "/data" ? '{"a":1}' : path === "/page" ? script("put('run');") : null,
    );
    assert.equal((await read(page.replace("/page", "/data"))).text, '{"a":1}');
    assert.equal((await read(page.replace("/page", "/gone"))).status, 404);
    const result = await fetcher.fetch({ url: page });
    assert.doesNotMatch(Buffer.from(result.ok ? result.value.body : "").toString(), /empty run/);
  });

  test("robots.txt is asked about the page, and its refusal holds", async (t) => {
    const { page, asked } = await site(t, () => script("fetch('/api');"));
    const permitted: string[] = [];
    const permit = async (url: string) => {
      permitted.push(url);
      return { advice: "later", code: "robots-disallowed", message: "No." } as const;
    };
    const result = await fetcher.fetch({ url: page, render: "browser", permit });
    assert.equal(result.ok ? "ok" : result.failure.code, "robots-disallowed");
    assert.deepEqual([permitted, asked], [[page], []]);
  });
});
