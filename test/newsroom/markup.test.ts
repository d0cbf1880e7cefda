import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/extract";
import { HABITS, type HabitKind } from "#newsroom/markup/markup";
import { hashText } from "#newsroom/random";
import { fingerprint, textOf } from "#version/fingerprint";

const WORDS = [
  "Both of the older ferries stay in the yard until the end of the month, the company said on Monday morning.",
  "The fare for a crossing by night rises to 40 crowns from the first of June, a third more than last summer.",
  "Skippers of the northern harbours want the county to pay for a third boat, which would cost 7.4 million.",
  "The council will vote on the new timetable in September, when the report on the piers is due to be read.",
];
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Ferries stay in the yard | Ems Post</title></head><body><header><a href="/">Ems Post</a></header>
<main><article><h1>Ferries stay in the yard</h1><p class="standfirst">Fares rise from June.</p><div class="body">
${WORDS.map((words) => `<p>${words}</p>`).join("\n")}
</div></article></main><footer>© Ems Post</footer></body></html>`;

const URL = "http://h0001.localhost/news/2026/05/04/ferries";
const read = (html: string) => extract(html, { url: URL });
const hash = (html: string) => fingerprint(textOf(read(html)));

const HOUSES = Array.from({ length: 30 }, (_, i) => hashText(`h${String(i).padStart(4, "0")}`));
const NOON = Date.UTC(2026, 4, 4, 12);
const TIMES = [0, 71, 1_100, 86_400, 8 * 86_400].map((seconds) => NOON + seconds * 1000);
/** What changes nothing in what the page says. */
const SAYS_THE_SAME: ReadonlySet<HabitKind> = new Set([
  "unseen-signs",
  "hidden-lines",
  "first-letters",
  "shadow-roots",
  "pagers",
]);

for (const kind of Object.keys(HABITS) as HabitKind[])
  test(`pages with ${kind} read the same at every look, in thirty houses`, () => {
    const pages = new Set<string>();
    for (const seed of HOUSES) {
      const made = TIMES.map((now) => HABITS[kind](PAGE, seed, 3, now));
      for (const page of made) {
        pages.add(page);
        assert.equal(hash(page), hash(SAYS_THE_SAME.has(kind) ? PAGE : made[0]!), page);
      }
    }
    assert.ok(pages.size >= 6, `${pages.size} different pages`);
  });

test("pages with pagers say where they continue, those without do not", () => {
  assert.equal(read(PAGE).continuesAt, null);
  for (const seed of HOUSES) assert.match(read(HABITS.pagers(PAGE, seed, 3)).continuesAt!, /ferries\?\w+=2$/);
});
