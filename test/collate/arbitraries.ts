import fc from "fast-check";

const WORDS = [
  ..."rain river mayor flood police people killed injured said Monday Tuesday the a of in and not 12 1,234.56 3.5% €5m".split(
    " ",
  ),
  ..."Überschwemmung Bürgermeisterin Straßenbahn l’eau «mot» forêt niño ¿qué? don't don’t".split(" "),
  ..."北京 天气 今天很好 。 総理大臣は 東京で ประเทศไทย สวัสดีครับ မြန်မာ".split(" "),
  ..."الرئيس قالَ مدينة ـ שלום עולם हिन्दी क्षेत्र 한국어 각".split(" "),
  ..."👩‍👩‍👧 🇩🇪🇫🇷 👍🏽 e\u0301 \u0301 \u200d \ud83d \ude00 \u0600 \u00ad \u200b".split(" "),
];

const gap = fc.constantFrom(" ", " ", " ", " ", "", ", ", ". ", "! ", "\u00a0", "  ", "\n", "\r\n", "\t", "\r");

/** Prose of mixed scripts, with everything that is easy to cut wrongly. */
export const prose = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), gap), { maxLength: 40 })
  .map((parts) => parts.flat().join(""));

/** Any string at all, lone surrogates included. */
export const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
);

export const paragraph = fc.oneof({ weight: 5, arbitrary: prose }, { weight: 1, arbitrary: wild }, fc.constant(""));

const witness = fc.array(paragraph, { maxLength: 8 });

/** Changes one witness into another by what editors do: removal, addition, moves, splits, merges, words exchanged. */
function edited(paragraphs: readonly string[], ops: readonly (readonly [number, number, string])[]): string[] {
  const out = [...paragraphs];
  for (const [op, where, text] of ops) {
    const at = out.length === 0 ? 0 : where % out.length;
    const own = out[at] ?? "";
    const half = Math.floor(own.length / 2);
    if (op === 0) out.splice(at, 1);
    else if (op === 1) out.splice(at, 0, text);
    else if (op === 2) out.splice((at * 7) % (out.length + 1), 0, ...out.splice(at, 1));
    else if (op === 3) out.splice(at, 1, own.slice(0, half), own.slice(half));
    else if (op === 4) out.splice(at, 2, out.slice(at, at + 2).join(" "));
    else out.splice(at, 1, own.slice(0, half) + text + own.slice(half + (where % 9)));
  }
  return out;
}

/** Two witnesses, mostly related. */
export const witnesses = fc.oneof(
  fc.tuple(witness, witness),
  fc
    .tuple(witness, fc.array(fc.tuple(fc.nat(5), fc.nat(50), prose), { maxLength: 5 }))
    .map(([old, ops]) => [old, edited(old, ops)] as [string[], string[]]),
);

const echo = fc
  .array(
    fc
      .array(fc.constantFrom(..."the mayor said that river bridge town of in flood rose people on Monday".split(" ")), {
        minLength: 5,
        maxLength: 14,
      })
      .map((words) => `${words.join(" ")}.`),
    { minLength: 1, maxLength: 4 },
  )
  .map((sentences) => sentences.join(" "));

/** Two related witnesses of so few words that everything resembles everything. */
export const echoes = fc
  .tuple(
    fc.array(echo, { minLength: 3, maxLength: 9 }),
    fc.array(fc.tuple(fc.nat(5), fc.nat(50), echo), { maxLength: 5 }),
  )
  .map(([old, ops]) => [old, edited(old, ops)] as [string[], string[]]);
