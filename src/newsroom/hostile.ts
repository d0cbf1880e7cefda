import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, deflateRawSync, constants as zlib } from "node:zlib";

/**
 * A host that means harm, for fault tests: each path is one attack on whoever fetches it. Robots may fetch everything.
 * `/` lists them. Nothing here ends by itself unless it says so; all of it stops when the connection closes.
 */
export async function hostile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const attack = ATTACKS[path.split("?")[0]!];
  if (attack) return attack.run(response, request.headers.host ?? "hostile.localhost", path);
  const spelling = /^\/redirect-to-loopback\/(\d+)$/.exec(path);
  const target = spelling ? LOOPBACK_SPELLINGS[Number(spelling[1])] : undefined;
  if (target !== undefined) return redirect(response, target.replace("PORT", portOf(request.headers.host)));
  if (path === "/robots.txt") return plain(response, "User-agent: *\nAllow: /\n", "text/plain");
  return plain(response, index(), "text/html; charset=utf-8");
}

/** Ways to write this machine that a guard has to see through; `PORT` is replaced by the newsroom's. */
export const LOOPBACK_SPELLINGS: readonly string[] = [
  "http://127.0.0.1:PORT/",
  "http://127.1:PORT/",
  "http://127.0.0.2:PORT/",
  "http://2130706433:PORT/",
  "http://0x7f000001:PORT/",
  "http://0x7f.0.0.1:PORT/",
  "http://0177.0.0.1:PORT/",
  "http://0.0.0.0:PORT/",
  "http://0:PORT/",
  "http://[::1]:PORT/",
  "http://[::]:PORT/",
  "http://[::ffff:127.0.0.1]:PORT/",
  "http://[::ffff:7f00:1]:PORT/",
  "http://[64:ff9b::7f00:1]:PORT/",
  "http://１２７.０.０.１:PORT/",
  "http://localhost:PORT/",
  "http://localhost.:PORT/",
  "http://user:pass@127.0.0.1:PORT/",
  "file:///etc/passwd",
  "ftp://127.0.0.1/",
];

type Run = (response: ServerResponse, host: string, path: string) => Promise<void> | void;

const MEGABYTE = 1 << 20;

const ATTACKS: Readonly<Record<string, { readonly what: string; readonly run: Run }>> = {
  "/feed-50mb.xml": { what: "an RSS feed of 50 MB, ends", run: bigFeed },
  "/bomb": { what: "a gzip-encoded page of 1 MB that unpacks to 1 GB, ends", run: bomb },
  "/bomb.xml.gz": { what: "the same as a sitemap file", run: (response) => bomb(response, "", "", true) },
  "/nested": { what: "one million nested divs (5 MB), ends", run: nested },
  "/endless": { what: "a page that never ends, as fast as it is read", run: endless },
  "/silent": { what: "headers and then nothing", run: silent },
  "/mute": { what: "no answer at all", run: () => {} },
  "/cut-short": { what: "promises 100,000 bytes, sends 500 and hangs up", run: cutShort },
  "/invalid-utf8": { what: "UTF-8 by its header, with bytes that are not", run: invalidUtf8 },
  "/redirect-loop": { what: "a redirect to itself", run: (response) => redirect(response, "/redirect-loop") },
  "/redirect-chain": { what: "a redirect to another address, for ever", run: redirectChain },
  "/header-flood": { what: "two megabytes of headers", run: headerFlood },
  "/regex.xml": { what: "a feed whose titles make a backtracking pattern run for ever", run: regexFeed },
  "/markup": { what: "an article with script in every place that a page prints", run: markup },
};

/** Paths of all attacks, for tests that walk them. */
export const HOSTILE_PATHS: readonly string[] = Object.keys(ATTACKS);

function index(): string {
  const items = Object.entries(ATTACKS).map(([path, { what }]) => `<li><a href="${path}">${path}</a> ${what}</li>`);
  const redirects = LOOPBACK_SPELLINGS.map(
    (to, i) => `<li><a href="/redirect-to-loopback/${i}">redirect to ${to}</a></li>`,
  );
  return `<!doctype html><title>Hostile</title><ul>${[...items, ...redirects].join("\n")}</ul>`;
}

function plain(response: ServerResponse, body: string | Uint8Array, type: string): void {
  response.writeHead(200, { "content-type": type }).end(body);
}

const redirect = (response: ServerResponse, location: string): void => {
  response.writeHead(302, { location: encodeURI(location) }).end();
};

/** Writes as fast as the other side reads; rejects when it goes away, which ends the generator as well. */
const pour = (response: ServerResponse, chunks: Iterable<string | Uint8Array>): Promise<void> =>
  pipeline(Readable.from(chunks), response);

function bigFeed(response: ServerResponse, host: string): Promise<void> {
  const item = (i: number) =>
    `<item><title>Item ${i}</title><link>http://${host}/item/${i}</link><description>${"words ".repeat(160)}</description></item>\n`;
  function* feed(): Generator<string> {
    yield '<?xml version="1.0"?><rss version="2.0"><channel><title>Big</title>\n';
    for (let i = 0, sent = 0; sent < 50 * MEGABYTE; i += 50) {
      const chunk = Array.from({ length: 50 }, (_, k) => item(i + k)).join("");
      sent += chunk.length;
      yield chunk;
    }
    yield "</channel></rss>\n";
  }
  response.writeHead(200, { "content-type": "application/rss+xml" });
  return pour(response, feed());
}

/** One megabyte packed once; a full flush makes the packed blocks repeatable, so the bomb costs no work to serve. */
function bomb(response: ServerResponse, _host: string, _path: string, asFile = false): Promise<void> {
  const text = Buffer.from("<p>boom</p>\n".repeat(MEGABYTE / 12));
  const packed = deflateRawSync(text, { finishFlush: zlib.Z_FULL_FLUSH });
  function* gzip(): Generator<Uint8Array> {
    yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
    let sum = 0;
    for (let i = 0; i < 1024; i++) {
      sum = crc32(text, sum);
      yield packed;
    }
    const end = Buffer.alloc(10);
    end[0] = 3;
    end.writeUInt32LE(sum, 2);
    end.writeUInt32LE((text.length * 1024) >>> 0, 6);
    yield end;
  }
  const headers = asFile
    ? { "content-type": "application/gzip" }
    : { "content-type": "text/html", "content-encoding": "gzip" };
  response.writeHead(200, headers);
  return pour(response, gzip());
}

function nested(response: ServerResponse): Promise<void> {
  function* divs(): Generator<string> {
    yield "<!doctype html><title>Deep</title><article><h1>Deep</h1>";
    for (let i = 0; i < 100; i++) yield "<div>".repeat(10_000);
    yield "<p>At the very bottom a paragraph waits that no one has to reach.</p>";
  }
  response.writeHead(200, { "content-type": "text/html" });
  return pour(response, divs());
}

function endless(response: ServerResponse): Promise<void> {
  function* words(): Generator<string> {
    yield "<!doctype html><title>Endless</title><article><h1>Endless</h1>";
    while (true) yield `<p>${"and on and on ".repeat(400)}</p>\n`;
  }
  response.writeHead(200, { "content-type": "text/html" });
  return pour(response, words());
}

function silent(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/html" });
  response.flushHeaders();
}

function cutShort(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/html", "content-length": "100000" });
  response.write(`<h1>Cut</h1>${"<p>short</p>".repeat(40)}`, () => response.destroy());
}

function invalidUtf8(response: ServerResponse): void {
  const bytes = Buffer.concat([
    Buffer.from("<!doctype html><title>Bytes</title><article><h1>Bytes that are "),
    Buffer.from([0xff, 0xfe, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf5, 0x80]),
    Buffer.from(
      " no text</h1><p>The harbour office of Port Ansel sent its tide table with a broken cable.</p></article>",
    ),
  ]);
  plain(response, bytes, "text/html; charset=utf-8");
}

function redirectChain(response: ServerResponse, _host: string, path: string): void {
  const step = Number(new URLSearchParams(path.split("?")[1]).get("n") ?? 0);
  redirect(response, `/redirect-chain?n=${step + 1}`);
}

function headerFlood(response: ServerResponse): void {
  for (let i = 0; i < 2000; i++) response.setHeader(`x-flood-${i}`, "f".repeat(1000));
  plain(response, "<h1>Flood</h1>", "text/html");
}

function regexFeed(response: ServerResponse, host: string): void {
  const title = `${"a".repeat(50_000)}!`;
  plain(
    response,
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Regex</title><item><title>${title}</title><link>http://${host}/${"a".repeat(1500)}!</link></item></channel></rss>`,
    "application/rss+xml",
  );
}

function markup(response: ServerResponse): void {
  const attack = `"><script>document.title='owned'</script><img src=x onerror=alert(1)>`;
  const escaped = attack.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const ld = JSON.stringify({ "@type": "NewsArticle", headline: attack, author: { name: attack } });
  plain(
    response,
    `<!doctype html><html lang="en"><title>${escaped}</title><link rel="canonical" href="javascript:alert(1)">
<script type="application/ld+json">${ld.replaceAll("<", "\\u003c")}</script>
<article><h1>${escaped}</h1><p class="byline">By ${escaped}</p>
<p>The council of Brackwater has met and ${escaped} was the first thing that anybody said to the clerk.</p>
<p>The second paragraph is a perfectly ordinary one, and says that the meeting closed at nine in the evening.</p></article></html>`,
    "text/html; charset=utf-8",
  );
}

const portOf = (host: string | undefined): string => host?.split(":")[1] ?? "80";
