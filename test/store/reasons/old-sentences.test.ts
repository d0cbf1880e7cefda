import assert from "node:assert/strict";
import { test } from "node:test";
import { OLD_TEMPLATES, olderReason } from "#store/reasons/old-sentences";

/** A sentence as older programs wrote it, and its code and facts: one for each template, in the same order. */
const SENTENCES: readonly (readonly [said: string, reason: object])[] = [
  ["first text seen", { code: "first-text" }],
  ["same text as the latest version", { code: "same-text" }],
  [
    "same text as the latest version: both pages say the same, and only their readings differed",
    { code: "same-other-reading" },
  ],
  ["same text as the latest version: what differed repeats on the pages of its site", { code: "same-site-repeats" }],
  [
    "same text as the latest version: the page was rebuilt around it, and nothing but a standfirst came or went",
    { code: "same-rebuilt" },
  ],
  [
    "the whole text is back, after a text without most of its body was seen twice",
    { code: "same-whole-again", looks: 2 },
  ],
  [
    "the text of the latest version is back: a new text, seen twice, did not stay",
    { code: "same-again", hold: "confirm", looks: 2 },
  ],
  [
    "the text of the latest version is back: a new headline or standfirst, seen twice, did not stay",
    { code: "same-again", hold: "headline", looks: 2 },
  ],
  [
    "the text of the latest version is back: a text from before, seen twice, did not stay",
    { code: "same-again", hold: "return", looks: 2 },
  ],
  [
    "the text differs from the latest version; it was replayed, so that one sighting has to do",
    { code: "new-replayed" },
  ],
  [
    "the text differs from the latest version; it goes on changing, but two looks saw the same new lines",
    { code: "new-shared-lines" },
  ],
  [
    "the text differs from the latest version, which 3 looks or more did not see again",
    { code: "new-latest-gone", looks: 3 },
  ],
  [
    "a new text that stayed: seen at 3 looks over 35 minutes",
    { code: "new-stayed", hold: "confirm", looks: 3, overMs: 2100000 },
  ],
  [
    "a new headline or standfirst that stayed: seen at 3 looks over 35 minutes",
    { code: "new-stayed", hold: "headline", looks: 3, overMs: 2100000 },
  ],
  [
    "less than 3 % of the body is left, and that stayed: seen at 3 looks over 35 minutes",
    { code: "new-shorter-stayed", belowPercent: 3, looks: 3, overMs: 2100000 },
  ],
  [
    "a headline or standfirst that had come and gone before stayed: seen at 3 looks over 35 minutes",
    { code: "new-head-stayed", looks: 3, overMs: 2100000 },
  ],
  [
    "a text that alternated with the latest version stayed: seen at 3 looks over 35 minutes",
    { code: "new-alternating-stayed", looks: 3, overMs: 2100000 },
  ],
  [
    "the text of version 3 came back and stayed: seen at 3 looks over 35 minutes",
    { code: "restored-version", version: 3, looks: 3, overMs: 2100000 },
  ],
  [
    "a new text, seen twice: it counts after 3 looks in a row over 35 minutes",
    { code: "held-text", looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "a new text under a headline or standfirst that came and went before, seen twice: it counts after 3 looks in a row over 35 minutes",
    { code: "held-text-under-passing-head", looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "only the headline differs, seen twice: it counts after 3 looks in a row over 35 minutes, because these are tested on readers",
    { code: "held-headline", differs: "headline", looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "only the standfirst differs, seen twice: it counts after 3 looks in a row over 35 minutes, because these are tested on readers",
    { code: "held-headline", differs: "standfirst", looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "only headline and standfirst differ, seen twice: it counts after 3 looks in a row over 35 minutes, because these are tested on readers",
    { code: "held-headline", differs: "both", looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "3 % of the body is left, seen twice: it counts after 3 looks in a row over 35 minutes, because walls and faults look like that",
    { code: "held-shorter", leftPercent: 3, looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "a headline or standfirst that came and went before, seen twice: it counts after 3 looks in a row over 35 minutes",
    { code: "alternating-head", looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "a text that came and went before and alternates with the latest version, seen twice: it counts after 3 looks in a row over 35 minutes",
    { code: "alternating-text", looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "the text of version 3 came back, seen twice: it counts after 3 looks in a row over 35 minutes",
    { code: "held-version", version: 3, looks: 2, needs: 3, overMs: 2100000 },
  ],
  [
    "the text of version 3 came back and may go again, seen twice: it counts after 3 looks in a row over 35 minutes",
    { code: "alternating-version", version: 3, looks: 2, needs: 3, overMs: 2100000 },
  ],
  ["the page is the same to the byte", { code: "same-bytes" }],
  ["the server says: not modified", { code: "not-modified" }],
  ["the server says: not modified, although it was asked for the whole page", { code: "not-modified-unasked" }],
  ["the server answered 404", { code: "http-status", status: 404 }],
  ["the server answered 404: not without log-in", { code: "login-needed", status: 404 }],
  ["the server answered 404: it does not want to be asked now", { code: "asked-to-stay-away", status: 404 }],
  ["the address serves Subscribe (now), not a page", { code: "no-page", type: "Subscribe (now)" }],
  ["the address now leads to the front page", { code: "front-page" }],
  ["the text stands behind a wall", { code: "wall" }],
  ["the text stops at a wall (“Subscribe (now)”)", { code: "wall", quote: "Subscribe (now)" }],
  ["the publisher locks the text and shows 3 of about 3 words", { code: "text-locked", shown: 3, words: 3 }],
  ["a consent page stands in place of the text", { code: "consent-page" }],
  [
    "a consent page stands in place of the text (“Subscribe (now)”)",
    { code: "consent-page", quote: "Subscribe (now)" },
  ],
  ["a challenge for robots stands in place of the text", { code: "challenge-page" }],
  [
    "a bot challenge or refusal stands in place of the text (“Subscribe (now)”)",
    { code: "challenge-page", quote: "Subscribe (now)" },
  ],
  ["the page says that the article is gone", { code: "gone-page" }],
  [
    "the page says that the article does not exist (“Subscribe (now)”)",
    { code: "gone-page", quote: "Subscribe (now)" },
  ],
  ["an error page stands in place of the text", { code: "error-page" }],
  [
    "an error page was served as if it were content (“Subscribe (now)”)",
    { code: "error-page", quote: "Subscribe (now)" },
  ],
  ["a list of links, not an article", { code: "links-only" }],
  ["links to articles, and no article of its own", { code: "links-only" }],
  ["the page has no text", { code: "no-text" }],
  ["nothing to read on the page", { code: "no-readable-text" }],
  ["no readable text was found", { code: "no-readable-text" }],
  ["the page is longer than 3 characters", { code: "page-too-long", maxChars: 3 }],
  ["more than 3 elements", { code: "too-many-elements", max: 3 }],
  ["elements nested more than 3 deep", { code: "too-deep", max: 3 }],
  ["the page could not be read: Subscribe (now)", { code: "page-unreadable", detail: "Subscribe (now)" }],
  ["captured before the last look that is known: it came too late to tell of a version", { code: "came-too-late" }],
  ["The publisher's robots.txt asks us not to look at this page; we ask again once a week.", { code: "robots-weekly" }],
  ["The address lies in a private network or is otherwise refused.", { code: "address-refused" }],
  [
    "Hardly any edit is to be expected of it any more: it is left alone until something tells of one.",
    { code: "few-edits-expected" },
  ],
  ["It could not be reached for over 3 days and won't be checked again.", { code: "long-unreachable", days: 3 }],
  ["The publisher says that this page no longer exists.", { code: "gone-for-good" }],
  ["What stands at this address is not an article.", { code: "no-article" }],
  ["It came from an archive, and nobody watches it.", { code: "from-archive" }],
  ["the hub answered 404", { code: "hub-status", status: 404 }],
  ["the hub answered 404: Subscribe (now)", { code: "hub-status", status: 404, quote: "Subscribe (now)" }],
  ["the hub denied it", { code: "hub-denied" }],
  ["the hub denied it: Subscribe (now)", { code: "hub-denied", quote: "Subscribe (now)" }],
  ["The body is larger than 3 bytes and was not read further.", { code: "body-too-large", maxBytes: 3 }],
  ["gazette.example sends more headers than are read.", { code: "headers-too-large", host: "gazette.example" }],
  [
    "gazette.example sends hints of an answer without end, and no answer.",
    { code: "bad-response", why: "hints", host: "gazette.example" },
  ],
  [
    "gazette.example sends the body in so many pieces that it was not read further.",
    { code: "bad-response", why: "pieces", host: "gazette.example" },
  ],
  [
    "gazette.example does not speak correct HTTP (Subscribe (now)).",
    { code: "bad-response", why: "http", host: "gazette.example", detail: "Subscribe (now)" },
  ],
  ["The answer did not come to its end within the time allowed for all of it.", { code: "whole-timeout" }],
  ["Subscribe (now) is not an absolute http or https address.", { code: "bad-url", url: "Subscribe (now)" }],
  ["Port 3 belongs to another service than the web and is not asked.", { code: "bad-port", port: 3 }],
  [
    "gazette.example is or leads to an address that is not public, and is not asked.",
    { code: "private-address", target: "gazette.example" },
  ],
  [
    "The redirects lead back to https://gazette.example/a, which was asked before.",
    { code: "redirect-loop", url: "https://gazette.example/a" },
  ],
  ["The server redirects more than 3 times.", { code: "too-many-redirects", max: 3 }],
  ['The server redirects to "mailto:x", which is no http address.', { code: "bad-redirect", to: "mailto:x" }],
  [
    "gazette.example has no address: the name does not exist or its name server is wrong.",
    { code: "dns", why: "unknown", host: "gazette.example" },
  ],
  [
    "The address of gazette.example could not be looked up just now.",
    { code: "dns", why: "not-now", host: "gazette.example" },
  ],
  ["The address of gazette.example could not be looked up.", { code: "dns", why: "failed", host: "gazette.example" }],
  ["gazette.example has no address.", { code: "dns", why: "no-address", host: "gazette.example" }],
  ["gazette.example refuses connections.", { code: "connect-refused", host: "gazette.example" }],
  ["gazette.example did not accept a connection in time.", { code: "connect-timeout", host: "gazette.example" }],
  ["gazette.example cannot be reached from here.", { code: "connect-failed", why: "host", host: "gazette.example" }],
  [
    "The network of gazette.example cannot be reached from here.",
    { code: "connect-failed", why: "network", host: "gazette.example" },
  ],
  [
    "gazette.example could not be asked (Subscribe (now)).",
    { code: "connect-failed", why: "other", host: "gazette.example", detail: "Subscribe (now)" },
  ],
  [
    "gazette.example took the request but did not begin to answer in time.",
    { code: "headers-timeout", host: "gazette.example" },
  ],
  [
    "gazette.example closed the connection before the body was complete.",
    { code: "truncated-body", why: "closed", host: "gazette.example" },
  ],
  [
    "gazette.example sent less than its Content-Length says.",
    { code: "truncated-body", why: "length", host: "gazette.example" },
  ],
  ["gazette.example closed the connection before it answered.", { code: "reset", host: "gazette.example" }],
  [
    "No secure connection to gazette.example could be made (gazette.example).",
    { code: "tls", host: "gazette.example", detail: "gazette.example" },
  ],
  ["The body is encoded 3 times over.", { code: "bad-encoding", why: "layers", layers: 3 }],
  [
    "The body is not what its Content-Encoding Subscribe (now) says (gazette.example).",
    { code: "bad-encoding", why: "content", encoding: "Subscribe (now)", detail: "gazette.example" },
  ],
  ["its body is not encoded as its headers say", { code: "bad-encoding", why: "headers" }],
  ["The host's robots.txt could not be reached, so nothing is asked of it for now.", { code: "robots-unreachable" }],
  [
    "The host's robots.txt answered with status 404, so nothing is asked of it for now.",
    { code: "robots-unreachable", status: 404 },
  ],
  [
    "The host's robots.txt asks not to fetch https://gazette.example/a.",
    { code: "robots-disallowed", url: "https://gazette.example/a" },
  ],
  [
    "The host gazette.example is busy for another 1.5 s; the look is put off.",
    { code: "host-busy", host: "gazette.example", waitMs: 1500 },
  ],
  [
    "gazette.example has had all requests that a day may see (setting daily-cap); it is asked again tomorrow.",
    { code: "day-cap", host: "gazette.example" },
  ],
  [
    "Reading the page took more than 1.5 s of processor time and was stopped.",
    { code: "page-too-heavy", task: "read", limit: "cpu-ms", max: 1500 },
  ],
  [
    "Reading the page took more than 1.5 s and was stopped.",
    { code: "page-too-heavy", task: "read", limit: "wall-ms", max: 1500 },
  ],
  [
    "Reading the page needed more than 3 MB of memory and was stopped.",
    { code: "page-too-heavy", task: "read", limit: "memory-mb", max: 3 },
  ],
  ["Reading the page failed (Subscribe (now)).", { code: "page-unread", task: "read", detail: "Subscribe (now)" }],
  ["The page's scripts did not come to an end within the time that a page is given.", { code: "render-timeout" }],
  [
    "A script of the page leads on to another address before the page is complete; it is not followed.",
    { code: "render-led-away" },
  ],
  [
    "The page could not be shown in the browser (Subscribe (now)).",
    { code: "render-failed", detail: "Subscribe (now)" },
  ],
  ["The feed answered 404.", { code: "feed-status", status: 404 }],
  ["The feed's source no longer exists.", { code: "source-gone" }],
  [
    "https://gazette.example/a is no feed: an HTML page stands there.",
    { code: "not-a-feed", found: "html", url: "https://gazette.example/a" },
  ],
  [
    "https://gazette.example/a is no feed: a list of feeds (OPML) stands there.",
    { code: "not-a-feed", found: "opml", url: "https://gazette.example/a" },
  ],
  [
    "https://gazette.example/a is no feed: nothing that could be recognised stands there.",
    { code: "not-a-feed", found: "unknown", url: "https://gazette.example/a" },
  ],
  [
    "https://gazette.example/a is no readable JSON Feed: it has no list of items.",
    { code: "bad-feed", url: "https://gazette.example/a" },
  ],
  [
    "https://gazette.example/a is a gzip file that cannot be unpacked: Subscribe (now)",
    { code: "bad-gzip", url: "https://gazette.example/a", detail: "Subscribe (now)" },
  ],
  [
    "https://gazette.example/a is larger than the 50 MB that are read of a feed.",
    { code: "feed-too-large", url: "https://gazette.example/a", maxBytes: 52428800 },
  ],
];

for (const [said, reason] of SENTENCES) test(said, () => assert.deepEqual(olderReason(said), { ...reason, said }));

test("every template has its sentence", () => {
  assert.equal(SENTENCES.length, OLD_TEMPLATES.length);
  for (const [at, [template]] of OLD_TEMPLATES.entries()) {
    const words = template.split(/\{\w+:\w+\}/);
    assert.ok(
      words.every((each) => SENTENCES[at]![0].includes(each)),
      template,
    );
  }
});

test("a look that moved, and a robots.txt that could not be had, add to what was said", () => {
  const moved = "first text seen; the page moved to https://gazette.example/b";
  assert.deepEqual(olderReason(moved), { code: "first-text", movedTo: "https://gazette.example/b", said: moved });
  const asked =
    "gazette.example refuses connections. It was asked for its robots.txt, which comes before anything else.";
  const refused = { code: "connect-refused", host: "gazette.example", forRobots: true, said: asked };
  assert.deepEqual(olderReason(asked), refused);
});

/** Near a template, and not it: a code must never be guessed. */
const OTHERS = [
  "",
  "First text seen",
  "first text seen.",
  "the server answered 404 twice",
  "a new text, seen thrice: it counts after 2 looks in a row over 90 seconds",
  'The server redirects to "broken, which is no http address.',
  `the hub answered 403: ${"x".repeat(5000)}`,
];
for (const said of OTHERS) test(`no code: ${said.slice(0, 60)}`, () => assert.equal(olderReason(said), null));
