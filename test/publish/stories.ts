import type { ArticleStatus } from "#model/article";
import type { Decision, Outcome } from "#model/capture";
import type { ScriptText } from "./seed.ts";

/** One look of a script; without `text` there was none to be read. */
export interface ScriptLook {
  readonly minutesAgo: number;
  readonly text?: ScriptText;
  readonly outcome?: Outcome;
  readonly decision?: Decision;
  readonly status?: number | null;
  readonly reason?: string;
  /** Whether the version that this look opens came with a raised date of modification. */
  readonly dateRaised?: boolean;
  /** The date of modification, in minutes ago, that this look found raised over the same text. */
  readonly raisedTo?: number;
}

export interface Script {
  readonly url: string;
  readonly language: string;
  readonly byline: readonly string[];
  readonly status?: ArticleStatus;
  readonly statusReason?: string;
  readonly looks: readonly ScriptLook[];
}

/** Everything in these stories is invented. */
const FERRY_1: ScriptText = {
  headline: "Night ferry runs aground off Skerrow with 212 aboard",
  standfirst: "Rescue boats reached the Marianne within minutes; nobody is believed to be hurt.",
  body: [
    "A night ferry with 212 people aboard ran aground off the island of Skerrow shortly after two in the morning, the coastguard said on Saturday.",
    "The Marianne, on its way from Port Ellis to Dunmoor, struck a sandbank about a mile from the harbour mouth. Lifeboats from three stations reached it within 25 minutes.",
    "“It went very quiet, and then all the cups slid off the tables,” said Ines Calder, who was travelling with her two children.",
    "Passengers were given blankets and hot soup in the school hall, where volunteers had been called from their beds.",
    "The cause of the grounding is not known. The ship’s operator, Fairlead Lines, said it was “cooperating fully” with the inquiry.",
    "# A narrow channel",
    "The channel off Skerrow is marked by five buoys and is considered demanding at low water. Pilots have asked for a sixth since 2019.",
    "Two cargo ships have touched ground there in the past ten years, both without damage.",
    "The harbour authority said that all five buoys had been checked in October and were working.",
    "Ferries between Port Ellis and Dunmoor were cancelled until Sunday evening.",
    "Fairlead Lines bought the Marianne in 2014. It was last inspected in March.",
  ],
};

const FERRY_2: ScriptText = {
  ...FERRY_1,
  headline: "Three hurt as night ferry runs aground off Skerrow with 221 aboard",
  standfirst: "Rescue boats reached the Marianne within minutes; three people were taken to hospital.",
  body: [
    "A night ferry with 221 people aboard ran aground off the island of Skerrow shortly after two in the morning, injuring three of them, the coastguard said on Saturday.",
    ...FERRY_1.body.slice(1, 3),
    "Three passengers were flown to the hospital in Dunmoor; none of them is in danger, a spokeswoman said.",
    ...FERRY_1.body.slice(3),
  ],
};

const FERRY_3: ScriptText = {
  ...FERRY_2,
  corrections: [
    "Correction: an earlier version of this article said that 212 people were aboard. The coastguard has corrected the number to 221.",
  ],
  body: [
    FERRY_2.body[0]!,
    "The Marianne, on its way from Port Ellis to Dunmoor, struck a sandbank about a mile from the harbour mouth.",
    "Lifeboats from three stations reached it within 25 minutes.",
    "The cause of the grounding is under investigation. The ship’s operator, Fairlead Lines, said it was cooperating with the inquiry.",
    FERRY_2.body[2]!,
    FERRY_2.body[3]!,
    "Passengers were given blankets and hot soup in the school hall, where volunteers had been called from their beds.",
    "# A narrow channel",
    "The channel off Skerrow is marked by five buoys and is considered demanding at low water. Pilots have asked for a sixth since 2019. Two cargo ships have touched ground there in the past ten years, both without damage.",
    "The harbour authority said that four of the five buoys had been checked in October; the fifth was due next week.",
    "Ferries between Port Ellis and Dunmoor were cancelled until Sunday evening.",
    "Fairlead Lines bought the Marianne in 2014. It was last inspected in March.",
  ],
};

export const FERRY: Script = {
  url: "https://ledger.example/2026/11/21/night-ferry-skerrow",
  language: "en",
  byline: ["Tomas Vail", "Ada Brandreth"],
  looks: [
    { minutesAgo: 300, text: FERRY_1 },
    { minutesAgo: 262, text: FERRY_1 },
    { minutesAgo: 220, outcome: "error", status: 503, reason: "The server answered 503; asked again later." },
    { minutesAgo: 178, text: FERRY_2, dateRaised: false },
    { minutesAgo: 140, text: FERRY_2, raisedTo: 150 },
    { minutesAgo: 96, outcome: "walled", decision: "none", reason: "A consent page stood in place of the text." },
    { minutesAgo: 52, text: FERRY_2, reason: "Only quotation marks differ." },
    { minutesAgo: 28, text: FERRY_3, dateRaised: true },
    {
      minutesAgo: 6,
      text: FERRY_3,
      outcome: "unchanged",
      status: 304,
      reason: "The server says it is unchanged (304).",
    },
  ],
};

const TUNNEL_BODY = [
  "The second tube of the Orrin tunnel will open two years later than planned and cost 340 million more, the transport ministry said on Thursday.",
  "Minister Hale Orsett blamed “geology that no survey could have foreseen”.",
  "> Nobody who had read the reports can have been surprised.",
];
const tunnel = (headline: string, body = TUNNEL_BODY): ScriptText => ({ headline, body });

export const TUNNEL: Script = {
  url: "https://ledger.example/2026/11/19/orrin-tunnel",
  language: "en-GB",
  byline: ["Staff"],
  status: "quiet",
  statusReason: "Hardly any edit is to be expected of it any more: it is left alone until something tells of one.",
  looks: [
    { minutesAgo: 2900, text: tunnel("Second Orrin tube delayed by two years") },
    { minutesAgo: 2860, text: tunnel("Why the Orrin tunnel will be two years late") },
    {
      minutesAgo: 2820,
      text: tunnel("Second Orrin tube delayed by two years"),
      decision: "alternating",
      reason: "The text of version 1 again: the page alternates.",
    },
    {
      minutesAgo: 1500,
      text: tunnel("Second Orrin tube delayed by two years", [
        ...TUNNEL_BODY.slice(0, 2),
        "A report on the delay is to be published in January.",
      ]),
    },
  ],
};

export const ARABIC: Script = {
  url: "https://mina.example/ar/2026/11/20/jisr",
  language: "ar",
  byline: ["سلمى ناصر"],
  looks: [
    {
      minutesAgo: 1700,
      text: {
        headline: "إغلاق جسر الميناء القديم حتى نهاية العام",
        standfirst: "البلدية تعلن بدء أعمال الصيانة يوم الأحد",
        body: [
          "أعلنت بلدية المدينة إغلاق جسر الميناء القديم أمام السيارات حتى نهاية العام بسبب أعمال صيانة تبلغ كلفتها 12 مليون دينار.",
          "وقال رئيس البلدية إن الجسر سيبقى مفتوحاً أمام المشاة خلال فترة العمل.",
          "ويعبر الجسر نحو أربعين ألف سيارة كل يوم.",
        ],
      },
    },
    {
      minutesAgo: 1600,
      text: {
        headline: "إغلاق جسر الميناء القديم حتى نهاية العام",
        standfirst: "البلدية تعلن بدء أعمال الصيانة يوم الاثنين",
        body: [
          "أعلنت بلدية المدينة إغلاق جسر الميناء القديم أمام السيارات حتى نهاية العام بسبب أعمال صيانة تبلغ كلفتها 15 مليون دينار.",
          "وقال رئيس البلدية إن الجسر سيبقى مفتوحاً أمام المشاة خلال فترة العمل.",
          "ويعبر الجسر نحو أربعين ألف سيارة كل يوم.",
          "وطالب تجار السوق بتعويضات عن خسائرهم المتوقعة.",
        ],
      },
    },
  ],
};

export const JAPANESE: Script = {
  url: "https://mina.example/ja/2026/11/21/asaichi",
  language: "ja",
  byline: ["港町通信"],
  looks: [
    {
      minutesAgo: 700,
      text: {
        headline: "港の朝市、来春に移転へ",
        body: [
          "市は二十日、港の朝市を来年四月に新しい埠頭へ移転すると発表した。出店者はおよそ百二十店に上る。",
          "移転先の建物は三階建てで、総工費は約四十億円を見込む。",
          "出店者組合の代表は「話し合いが足りない」と述べた。",
        ],
      },
    },
    {
      minutesAgo: 420,
      text: {
        headline: "港の朝市、来秋に移転へ",
        body: [
          "市は二十日、港の朝市を来年十月に新しい埠頭へ移転すると発表した。出店者はおよそ百四十店に上る。",
          "移転先の建物は三階建てで、総工費は約四十億円を見込む。",
          "出店者組合の代表は「説明を聞いて安心した」と述べた。",
        ],
      },
    },
  ],
};

export const HIDDEN: Script = {
  url: "https://ledger.example/2026/11/18/zanzibarite",
  language: "en",
  byline: ["Staff"],
  looks: [
    {
      minutesAgo: 4000,
      text: {
        headline: "Zanzibarite affair widens",
        body: ["The zanzibarite affair has widened, a lawyer said on Wednesday."],
      },
    },
    {
      minutesAgo: 3900,
      text: {
        headline: "Zanzibarite affair widens again",
        body: ["The zanzibarite affair has widened again, a lawyer said on Wednesday."],
      },
    },
  ],
};
