import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { parseRobots } from "#fetch/robots";
import { matchesPattern } from "#fetch/robots-match";
import { ROBOTS_TTL_MS, robotsPolicy } from "#fetch/robots-policy";
import { robotsText } from "#fetch/robots-text";

const HOST = "https://news.example";

suite("robots.txt allows", () => {
  const cases: [name: string, robots: string, path: string, allowed: boolean][] = [
    ["an empty file", "", "/a", true],
    ["an empty disallow", "User-agent: *\nDisallow:", "/a", true],
    ["everything shut", "User-agent: *\nDisallow: /", "/a", false],
    ["our own group over everybody's", "User-agent: *\nDisallow: /\n\nUser-agent: variorum\nDisallow: /x", "/a", true],
    ["our own empty group over everybody's", "User-agent: *\nDisallow: /\nUser-agent: Variorum\nDisallow:", "/a", true],
    ["somebody else's group", "User-agent: OtherBot\nDisallow: /", "/a", true],
    ["a longer name that begins with ours", "User-agent: VariorumNews\nDisallow: /", "/a", true],
    ["our name with version and comment", "User-agent: Variorum/0.1 (+x)\nDisallow: /", "/a", false],
    ["our name in any case", "USER-AGENT: vArIoRuM\nDISALLOW: /", "/a", false],
    [
      "two groups of ours as one",
      "User-agent: Variorum\nDisallow: /a\nUser-agent: x\nDisallow:\nUser-agent: Variorum\nDisallow: /b",
      "/b",
      false,
    ],
    ["several agents before one rule", "User-agent: x\nUser-agent: Variorum\nDisallow: /a", "/a", false],
    [
      "agents not ended by other lines",
      "User-agent: Variorum\nCrawl-delay: 3\nSitemap: /s\nNoise: 1\nUser-agent: x\nDisallow: /a",
      "/a",
      false,
    ],
    ["rules before any agent", "Disallow: /\nUser-agent: x\nDisallow: /", "/a", true],
    ["the longer allow", "User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/open/1", true],
    ["the longer disallow", "User-agent: *\nAllow: /news\nDisallow: /news/shut", "/news/shut/1", false],
    ["allow at a tie", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true],
    ["paths by case", "User-agent: *\nDisallow: /News", "/news", true],
    ["a prefix, not a word", "User-agent: *\nDisallow: /news", "/newspaper", false],
    ["a star", "User-agent: *\nDisallow: /*/print", "/a/b/print.html", false],
    ["a star that finds nothing", "User-agent: *\nDisallow: /*/print", "/print", true],
    ["an anchored end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false],
    ["an anchored end that goes on", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true],
    ["the query", "User-agent: *\nDisallow: /*?print=", "/a?print=1", false],
    ["nothing of the fragment", "User-agent: *\nDisallow: /*print", "/a#print", true],
    ["a dollar inside", "User-agent: *\nDisallow: /a$b", "/a$b", false],
    ["comments", "User-agent: * # all\nDisallow: /a # not /b", "/b", true],
    ["a byte order mark", "\uFEFFUser-agent: *\nDisallow: /", "/a", false],
    ["lines ended by returns", "User-agent: *\rDisallow: /a\r\rAllow: /a/b", "/a", false],
    ["missing colons and misspelt keys", "useragent *\ndissallow /a", "/a", false],
    ["an HTML page that pretends", "<!doctype html>\n<p>Disallow: /</p>", "/a", true],
    ["a rule in UTF-8", "User-agent: *\nDisallow: /zürich", "/z%C3%BCrich", false],
    ["escapes in lower case", "User-agent: *\nDisallow: /z%c3%bcrich", "/z%C3%BCrich", false],
    ["an escape that need not be, forbidden", "User-agent: *\nDisallow: /%7Ejoe", "/~joe", false],
    ["a plain character, asked escaped", "User-agent: *\nDisallow: /~joe", "/%7Ejoe", false],
    ["an escaped slash is no slash", "User-agent: *\nDisallow: /a/b", "/a%2Fb", true],
    ["a lone surrogate", "User-agent: *\nDisallow: /\uD800", "/a", true],
    ["the index page for its directory", "User-agent: *\nAllow: /a/index.html\nDisallow: /a/", "/a/", true],
  ];
  for (const [name, robots, path, allowed] of cases) {
    test(`${name}: ${path} ${allowed ? "yes" : "no"}`, () => {
      assert.equal(parseRobots(robots, "Variorum").allows(HOST + path), allowed);
    });
  }

  test("a URL without a path means the root", () => {
    assert.equal(parseRobots("User-agent: *\nDisallow: /$", "x").allows(HOST), false);
    assert.equal(parseRobots("User-agent: *\nDisallow: /?q", "x").allows(`${HOST}?q=1`), false);
  });

  test("what stands behind 500 KiB is not read", () => {
    const robots = `User-agent: *\n${"# padding\n".repeat(60_000)}Disallow: /`;
    assert.equal(parseRobots(robots, "x").allows(`${HOST}/a`), true);
  });
});

suite("robots.txt also says", () => {
  const delays: [robots: string, ms: number | null][] = [
    ["User-agent: *\nCrawl-delay: 5", 5000],
    ["User-agent: *\nCrawl-delay: 0.5", 500],
    ["User-agent: *\nCrawl-delay: soon", null],
    ["User-agent: *\nCrawl-delay: -1", null],
    ["User-agent: *\nCrawl-delay: Infinity", null],
    ["User-agent: *\nCrawl-delay: 5\nUser-agent: Variorum\nCrawl-delay: 7", 7000],
    ["User-agent: *\nCrawl-delay: 5\nDisallow: /x\nUser-agent: Variorum\nDisallow:", null],
    ["User-agent: Variorum\nCrawl-delay: 2\nDisallow: /x\nUser-agent: Variorum\nCrawl-delay: 9", 9000],
  ];
  for (const [robots, ms] of delays) {
    test(`${JSON.stringify(robots)}: ${ms}`, () => assert.equal(parseRobots(robots, "Variorum").crawlDelayMs, ms));
  }

  test("its sitemaps, wherever they stand", () => {
    const robots = `Sitemap: ${HOST}/a.xml\nUser-agent: *\nsite-map:${HOST}/b.xml # news\nDisallow: /\nSitemap:`;
    assert.deepEqual(parseRobots(robots, "x").sitemaps, [`${HOST}/a.xml`, `${HOST}/b.xml`]);
  });
});

suite("a pattern", () => {
  const token = fc.constantFrom("a", "b", "/", "ab", "*", "**");
  const patternText = fc
    .tuple(fc.array(token, { maxLength: 8 }), fc.constantFrom("", "$"))
    .map(([t, end]) => t.join("") + end);
  const pathText = fc.array(fc.constantFrom("a", "b", "/"), { maxLength: 12 }).map((t) => t.join(""));

  test("matches what the regular expression of the same meaning matches", () => {
    fc.assert(
      fc.property(patternText, pathText, (pattern, path) => {
        const source = pattern.replaceAll("*", ".*");
        assert.equal(matchesPattern(path, pattern), new RegExp(`^${source}`).test(path));
      }),
      { numRuns: 2000 },
    );
  });

  test("made to backtrack is answered at once", () => {
    const startedAt = performance.now();
    const path = `/${"a".repeat(2000)}`;
    assert.equal(matchesPattern(path, `/${"*a".repeat(8000)}b`), false);
    assert.equal(matchesPattern(path, `/*${"a".repeat(1000)}b${"*a".repeat(500)}$`), false);
    assert.ok(performance.now() - startedAt < 2000);
  });
});

suite("robots.txt as bytes", () => {
  const shut = "User-agent: *\nDisallow: /a\n";
  const swapped = Buffer.from(`\uFEFF${shut}`, "utf16le").swap16();
  const cases: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ["UTF-8", Buffer.from(shut)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${shut}`)],
    ["UTF-16 with its mark", Buffer.from(`\uFEFF${shut}`, "utf16le")],
    ["UTF-16 the other way round", swapped],
    ["Latin-1 in a comment", Buffer.from(`# z\xfcrich\n${shut}`, "latin1")],
    ["NULs before it", Buffer.from(`\0\0\n${shut}`)],
  ];
  for (const [name, bytes] of cases)
    test(`${name} is obeyed`, () => {
      const { allows } = parseRobots(robotsText(bytes), "Variorum");
      assert.deepEqual([allows(`${HOST}/a`), allows(`${HOST}/b`)], [false, true]);
    });

  test("no more of it is kept than counts", () => {
    const text = robotsText(Buffer.from(shut + "#".repeat(4_000_000)));
    assert.equal(text.length, 512_000);
    assert.equal(parseRobots(text, "x").allows(`${HOST}/a`), false);
  });
});

/** Files and addresses made to cost time: what each of them may. */
suite("a hostile robots.txt is answered at once", () => {
  const head = "User-agent: *\n";
  const long = `/${"a".repeat(2000)}`;
  const cases: readonly (readonly [name: string, text: string, path?: string])[] = [
    ["a million rules", head + "Disallow: /b\n".repeat(1_000_000)],
    ["a million agents", `${"User-agent: x\n".repeat(1_000_000)}Disallow: /`],
    ["a group per rule", "User-agent: *\nDisallow: /b\n".repeat(500_000)],
    ["one line of ten megabytes", `${head}Disallow: /${"*a".repeat(5_000_000)}b`],
    ["stars between all letters", head + `Disallow: /${"*a".repeat(1990)}*b\n`.repeat(130)],
    ["stars before long words", head + `Disallow: /*${"a".repeat(100)}b\n`.repeat(4500)],
    ["nothing but escapes", head + `Disallow: /${"%7E".repeat(5000)}\n`.repeat(33), `/${"%7E".repeat(660)}`],
    ["nothing but letters beyond ASCII", head + `Disallow: /${"ü".repeat(5000)}\n`.repeat(100), `/${"ü".repeat(660)}`],
    ["slashes without end", head + `Allow: /${"/".repeat(8000)}index.htmx\n`.repeat(60)],
    ["no line end", "a".repeat(10_000_000)],
    ["nothing but line ends", "\r\n".repeat(5_000_000)],
    ["nothing but NULs", "\0".repeat(1_000_000)],
    ["nothing but colons", ":".repeat(1_000_000)],
  ];
  for (const [name, text, path = long] of cases)
    test(name, () => {
      const startedAt = performance.now();
      parseRobots(text, "Variorum").allows(HOST + path);
      assert.ok(performance.now() - startedAt < 2000);
    });
});

suite("the answer to /robots.txt", () => {
  const shut = "User-agent: *\nDisallow: /";
  const cases: [answer: { status: number | null; text: string } | null, code: string | null][] = [
    [{ status: 200, text: shut }, "robots-disallowed"],
    [{ status: 200, text: "" }, null],
    [{ status: 204, text: "" }, null],
    [{ status: 302, text: "" }, null],
    [{ status: 401, text: "" }, null],
    [{ status: 404, text: shut }, null],
    [{ status: 410, text: "" }, null],
    [{ status: 429, text: "" }, "robots-unreachable"],
    [{ status: 500, text: "" }, "robots-unreachable"],
    [{ status: 503, text: "" }, "robots-unreachable"],
    [{ status: null, text: "" }, "robots-unreachable"],
    [null, "robots-unreachable"],
  ];
  for (const [answer, code] of cases) {
    test(`${JSON.stringify(answer)}: ${code ?? "allowed"}`, () => {
      const policy = robotsPolicy(answer, "Variorum");
      const refusal = policy.refusal(`${HOST}/a`);
      assert.equal(refusal?.code ?? null, code);
      assert.equal(policy.allows(`${HOST}/a`), code === null);
      assert.equal(refusal?.advice ?? "later", "later");
      assert.equal(policy.ttlMs < ROBOTS_TTL_MS, code === "robots-unreachable");
      if (code !== "robots-unreachable") return;
      const said = answer?.status == null ? "could not be reached" : `answered with status ${answer.status}`;
      assert.ok(refusal?.message.includes(`robots.txt ${said},`));
    });
  }
});
