import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { parseRobots } from "#fetch/robots";
import { matchesPattern } from "#fetch/robots-match";
import { ROBOTS_TTL_MS, robotsPolicy } from "#fetch/robots-policy";

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
    });
  }
});
