import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Apparatus, apparatus } from "#collate/apparatus";
import { readVersion } from "#collate/apparatus/read-version";
import { comparable } from "#language/comparable";
import { sentences } from "#language/sentences";
import type { VersionText } from "#model/version";
import { paragraph } from "./arbitraries.ts";

type Version = { readonly number: number; readonly text: VersionText };

/** Sentences of many scripts, some of them alike, some refrains, each ending as its script ends sentences. */
const POOL = [
  ..."Heavy rain fell on Ems for three nights.|Ten people were hurt on Monday.|Twelve people were hurt on Monday.|Read more.|“No,” she said.|What now?".split(
    "|",
  ),
  ..."Die Überschwemmung traf 1,5 Mio. Menschen.|Le maire a démissionné hier soir !|¿Quién abrirá el puente?|Президент подписал указ.".split(
    "|",
  ),
  ..."今日は東京で雨が降った。|总理周一访问了北京。|เรือข้ามฟากหยุดให้บริการแล้ว|사장이 월요일에 사임했다.|प्रधानमंत्री ने इस्तीफ़ा दिया।|የሚኒስትሩ መግለጫ ነው።".split(
    "|",
  ),
  ..."استقالَ الوزير يوم الاثنين.|استقال الوزير يوم الثلاثاء؟|ראש העיר התפטר.|នាយករដ្ឋមន្ត្រីលាលែង។|ဝန်ကြီးချုပ် နုတ်ထွက်။|👩‍👩‍👧 won 🇩🇪!".split(
    "|",
  ),
];

const body = fc.array(fc.array(fc.constantFrom(...POOL), { maxLength: 5 }), { maxLength: 5 });
/** What editors do: a number for the deed, one for the place, and a sentence. */
const deed = fc.tuple(fc.nat(8), fc.nat(60), fc.constantFrom(...POOL));

type Body = readonly (readonly string[])[];

function done(old: Body, [kind, where, sentence]: readonly [number, number, string], first: Body): Body {
  const out = old.map((sentences) => [...sentences]);
  if (kind === 0) return first;
  if (kind === 1) return where % 7 === 0 ? [] : old;
  if (out.length === 0) return [[sentence]];
  const p = where % out.length;
  const own = out[p]!;
  const s = own.length === 0 ? 0 : (where * 7) % own.length;
  if (kind === 2) own.splice(s, 0, sentence);
  else if (kind === 3) own.splice(s, 1);
  else if (kind === 4) own.splice(s, 1, `${own[s] ?? ""} ${sentence}`.replace(/\. /, " and "));
  else if (kind === 5) out[(p + 1) % out.length]!.push(...own.splice(s, 1));
  else if (kind === 6) out.splice(p, 0, ...out.splice((p + 2) % out.length, 1));
  else if (kind === 7) out.splice(p, 1, own.slice(0, s), own.slice(s));
  else out.splice(p, 2, out.slice(p, p + 2).flat());
  return out;
}

/** An article's life: related versions, or any texts at all; some numbers are left out, as those of versions not read. */
const history: fc.Arbitrary<readonly Version[]> = fc
  .tuple(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(body, fc.array(fc.array(deed, { maxLength: 3 }), { maxLength: 7 }))
          .map(([first, steps]) => {
            const bodies: Body[] = [first];
            for (const deeds of steps) bodies.push(deeds.reduce((now, one) => done(now, one, first), bodies.at(-1)!));
            return bodies.map((sentences) => sentences.map((each) => each.join(" ")));
          }),
      },
      fc.array(fc.array(paragraph, { maxLength: 5 }), { minLength: 1, maxLength: 5 }),
    ),
    fc.array(fc.option(fc.constantFrom(...POOL, "")), { minLength: 8, maxLength: 8 }),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([bodies, titles, steps]) => {
    let number = 0;
    return bodies.map((texts, v) => {
      number += steps[v]!;
      const text: VersionText = {
        headline: titles[v]!,
        standfirst: titles[7 - v]!,
        corrections: texts.slice(1, 2),
        blocks: texts.map((each) => ({ kind: "paragraph", text: each })),
      };
      return { number, text };
    });
  });

/** The non-empty sentences of a text, by paragraph. */
const read = (texts: readonly string[]): string[][] =>
  texts
    .map((text) =>
      sentences(text)
        .map(({ start, end }) => text.slice(start, end).trimEnd())
        .filter((each) => each !== ""),
    )
    .filter((each) => each.length > 0);
const shown = ({ headline, standfirst, corrections, blocks }: VersionText): unknown[] => [
  ...(headline === null ? [] : [{ field: "headline", sentences: [comparable(headline)] }]),
  ...(standfirst === null ? [] : [{ field: "standfirst", sentences: [comparable(standfirst)] }]),
  ...read(corrections).map((each) => ({ field: "correction", sentences: each.map(comparable) })),
  ...read(blocks.map(({ text }) => text)).map((each) => ({ field: "body", sentences: each.map(comparable) })),
];

const law = (name: string, check: (versions: readonly Version[], found: Apparatus) => void) =>
  test(`law of the apparatus: ${name}`, () => {
    fc.assert(
      fc.property(history, (versions) => check(versions, apparatus(versions))),
      { numRuns: Number(process.env["FC_RUNS"] ?? 300) },
    );
  });

law("at each version it reads as that version does, sentence by sentence, in order", (versions, found) => {
  for (const { number, text } of versions) {
    const back = readVersion(found, number)!.map((each) => ({ ...each, sentences: each.sentences.map(comparable) }));
    assert.deepEqual(back, shown(text));
  }
});

/** Which versions have each sentence of the apparatus. */
function presence(found: Apparatus): Set<number>[] {
  const sets = found.paragraphs.flatMap(({ sentences }) => sentences.map(() => new Set<number>()));
  for (const { version, paragraphs } of found.witnesses)
    for (const number of paragraphs.flatMap(({ sentences }) => sentences)) {
      assert.ok(!sets[number]!.has(version), `sentence ${number} twice in version ${version}`);
      sets[number]!.add(version);
    }
  return sets;
}

law(
  "each sentence of each version is in one strand, and each strand in some version, worded in one way",
  (versions, found) => {
    const present = presence(found);
    const strands = found.paragraphs.flatMap(({ sentences }) => sentences);
    const numbers = versions.map(({ number }) => number);
    for (const [k, { text, since, until, readings }] of strands.entries()) {
      const had = present[k]!;
      assert.ok(had.size > 0);
      const own = [...had].filter((v) => !readings.some((reading) => reading.since <= v && v <= reading.until));
      assert.equal(since, Math.min(...own));
      assert.equal(until, had.has(numbers.at(-1)!) ? null : Math.max(...own));
      assert.equal(Math.max(...had), Math.max(...own), "the text is the last wording");
      for (const reading of readings) {
        assert.notEqual(comparable(reading.text), comparable(text));
        for (const v of numbers) if (reading.since <= v && v <= reading.until) assert.ok(had.has(v));
      }
      const covered = readings.flatMap((reading) => numbers.filter((v) => reading.since <= v && v <= reading.until));
      assert.equal(new Set(covered).size, covered.length, "readings do not overlap");
    }
  },
);

law(
  "restored is said of words that were there, were gone, and came back; and whenever that is so",
  (versions, found) => {
    const present = presence(found);
    const numbers = versions.map(({ number }) => number);
    const texts = versions.map(({ text }) => JSON.stringify(shown(text)));
    const strands = found.paragraphs.flatMap(({ field, sentences }) => sentences.map((each) => ({ field, ...each })));
    for (const [k, { text, readings, restoredIn, restoredFrom }] of strands.entries()) {
      const worded = (v: number) =>
        present[k]!.has(v) && !readings.some((reading) => reading.since <= v && v <= reading.until);
      const own = numbers.filter(worded);
      const gaps = own.slice(1).filter((v, at) => numbers.indexOf(v) > numbers.indexOf(own[at]!) + 1);
      assert.equal(restoredIn, gaps.at(-1) ?? null);
      assert.equal(restoredFrom, gaps.length === 0 ? null : own[own.indexOf(gaps.at(-1)!) - 1]);
      for (const v of [restoredIn, restoredFrom])
        if (v !== null) assert.ok(texts[numbers.indexOf(v)]!.includes(JSON.stringify(comparable(text)).slice(1, -1)));
    }
  },
);

law("the latest version is its base text: its paragraphs in order, each whole", (versions, found) => {
  const latest = versions.at(-1)!.text.blocks.map(({ text }) => text);
  const present = found.paragraphs.filter(({ field, index }) => field === "body" && index !== null);
  assert.deepEqual(
    present.map(({ index, sentences }) => [
      index,
      sentences.filter(({ until }) => until === null).map(({ text }) => text),
    ]),
    latest.flatMap((text, index) => (read([text]).length === 0 ? [] : [[index, read([text])[0]!]])),
  );
});

law("one witness is its own text, without a history", (versions) => {
  const { number, text } = versions[0]!;
  const found = apparatus([{ number, text }]);
  for (const { sentences } of found.paragraphs)
    for (const { since, until, restoredIn, restoredFrom, readings } of sentences)
      assert.deepEqual([since, until, restoredIn, restoredFrom, readings], [number, null, null, null, []]);
  assert.deepEqual([found.versions, found.omitted], [[number], 0]);
});

law("a version that comes back brings nothing new", (versions) => {
  const first = versions[0]!;
  const last = { number: versions.at(-1)!.number + 1, text: first.text };
  const found = apparatus([...versions, last]);
  for (const { field, sentences } of found.paragraphs)
    for (const { text, since, until } of sentences)
      if (until === null && field !== "headline") assert.ok(since < last.number, `${field} ${text}`);
});

law("neither the order in which versions are given nor a way through JSON makes a difference", (versions, found) => {
  assert.deepEqual(apparatus([...versions].reverse()), found);
  assert.deepEqual(JSON.parse(JSON.stringify(found)), found);
});
