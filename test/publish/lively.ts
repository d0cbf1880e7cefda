import { HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import type { ArticleId, SourceId } from "#model/id";
import type { VersionFacts, VersionText } from "#model/version";
import type { Store } from "#store/store";
import { type DecidedLook, playDecided } from "./decided.ts";
import { NOW, type ScriptText, textFrom } from "./seed.ts";

/** Articles whose pages do more than change: they alternate, pass, wait, hide behind walls and run on. All is invented. */
export type Lively = Readonly<Record<"headlines" | "held" | "walled" | "live", ArticleId>>;

export async function playLively(store: Store, source: SourceId): Promise<Lively> {
  const play = (slug: string, looks: readonly DecidedLook[]) =>
    playDecided(store, source, `https://ledger.example/2026/11/21/${slug}`, looks);
  return {
    headlines: await play("market-hall", HEADLINES),
    held: await play("harbour-toll", HELD),
    walled: await play("library-strike", WALLED),
    live: await play("storm-live", liveLooks()),
  };
}

const HALL = {
  headline: "Market hall to close for two years",
  standfirst: "Traders learn of the plan from a letter",
  body: [
    "The market hall will close in March for two years of repairs, the city told its 84 traders in a letter on Friday.",
    "A roof beam was found to be rotten in the summer. Traders will be offered stalls on the quay meanwhile.",
    "“We were promised a say,” said Bente Rask, who has sold fish there for thirty years.",
  ],
} satisfies ScriptText;
const hall = textFrom(HALL);
const asked = textFrom({ ...HALL, headline: "Would you context on the quay for two years?" });

const ago = (minutes: number): number => NOW - minutes * MINUTE_MS;

/** A headline that is drawn by lot; once a look met half a page. */
const HEADLINES: readonly DecidedLook[] = [
  { at: ago(420), text: hall },
  { at: ago(380), text: asked },
  { at: ago(378), text: hall },
  { at: ago(300), text: asked },
  { at: ago(260), text: hall },
  { at: ago(200), text: textFrom({ ...HALL, body: HALL.body.slice(0, 1) }) },
  { at: ago(198), text: hall },
  { at: ago(90), text: asked },
  { at: ago(35), text: hall },
];

const TOLL = {
  headline: "Harbour toll to rise in spring",
  body: [
    "Ships will pay 12 per cent more to enter Port Ellis from April, the harbour board decided on Saturday.",
    "It was the first rise in nine years. Smaller boats are to be spared until the autumn.",
    "The money is meant for a second breakwater, which the board has wanted since the storm of 2018.",
  ],
} satisfies ScriptText;

/** A new text was seen a minute ago. */
const HELD: readonly DecidedLook[] = [
  { at: ago(180), text: textFrom(TOLL) },
  { at: ago(40), text: textFrom(TOLL) },
  {
    at: ago(1),
    text: textFrom({ ...TOLL, body: TOLL.body.with(0, TOLL.body[0]!.replace("12 per cent", "21 per cent")) }),
    nextLookAt: NOW + 30 * SECOND_MS,
  },
];

const WALLED: readonly DecidedLook[] = [
  { at: ago(500), text: textFrom({ ...TOLL, headline: "Library staff vote to strike" }) },
  ...[130, 80, 30].map((minutes) => ({
    at: ago(minutes),
    outcome: "walled" as const,
    reason: "the text stands behind a wall (The text stops at a wall (“Subscribe to read on”).)",
  })),
];

const LIVE_ENTRIES = [
  "The harbour office has closed the bridge to lorries.",
  "Gusts of 120 kilometres an hour were measured on Skerrow.",
  "Two ferries are waiting outside the harbour mouth.",
  "A tree has fallen on the tram line in Mill Street; nobody was hurt.",
  "Schools will stay shut on Monday, the county says.",
  "The lifeboat has brought in the turns of a trawler, four people.",
];

/** A page that grows by an entry every forty minutes, from 12:10 on. */
const liveLooks = (): readonly DecidedLook[] =>
  LIVE_ENTRIES.flatMap((_, i) => {
    const at = ago(260) + i * 40 * MINUTE_MS;
    const text = liveText(i + 1);
    const look = { text, live: true, facts: liveFacts(i + 1) };
    return i === 0
      ? [{ at, ...look }]
      : [
          { at, ...look },
          { at: at + 91 * SECOND_MS, ...look },
        ];
  });

const liveText = (count: number): VersionText =>
  textFrom({
    headline: "Storm live: bridge closed, ferries waiting",
    standfirst: "The storm is expected to pass by midnight.",
    body: LIVE_ENTRIES.slice(0, count).toReversed(),
  });

const liveFacts = (count: number): VersionFacts => ({
  section: "Weather & Sea",
  credits: ["Coast Wire"],
  leadImage: { url: "https://img.ledger.example/storm.jpg", caption: "Waves over the mole on Saturday" },
  links: [
    { url: "https://ledger.example/bridge", text: "closed the bridge" },
    { url: "javascript:alert(1)", text: "no way" },
  ],
  continuesAt: null,
  entries: Array.from({ length: count }, (_, i) => ({
    id: `e${count - i}`,
    at: new Date(ago(260) + (count - i) * 40 * MINUTE_MS - HOUR_MS).toISOString(),
    headline: i % 2 === 0 ? null : `Entry ${count - i}`,
    from: i,
    to: i + 1,
  })),
});
