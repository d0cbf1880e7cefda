import type { ArticleId, SourceId } from "#model/id";
import type { Store } from "#store/store";
import { addSource, NOW, play } from "../publish/seed.ts";
import type { Script } from "../publish/stories.ts";

/**
 * A press whose words are hard to set: compounds longer than a phone is wide, and headlines in other scripts. All of it
 * is invented.
 */
export interface World {
  readonly sources: Readonly<Record<"kurier" | "shore", SourceId>>;
  readonly articles: Readonly<Record<"german" | "arabic" | "hebrew" | "japanese" | "thai" | "address", ArticleId>>;
}

const SHIP = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsbeitrag";
const LAW = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzentwurfsbegründung";
const PATH = "hafenbeckenvertiefungsgenehmigungsverfahrensbeschleunigung".repeat(3);

export async function playWorld(store: Store): Promise<World> {
  const kurier = await addSource(store, `${SHIP}skurier`, `https://kurier.example/${PATH}/`, NOW - 9e8);
  const shore = await addSource(store, "חוף הים · 海辺新聞 · ชายฝั่ง", "https://shore.example/", NOW - 9e8);
  return {
    sources: { kurier, shore },
    articles: {
      german: await play(store, kurier, GERMAN),
      address: await play(store, kurier, ADDRESS),
      arabic: await play(store, shore, ARABIC),
      hebrew: await play(store, shore, HEBREW),
      japanese: await play(store, shore, JAPANESE),
      thai: await play(store, shore, THAI),
    },
  };
}

const GERMAN: Script = {
  url: `https://kurier.example/${PATH}`,
  language: "de",
  byline: [`Anna ${SHIP}`],
  looks: [
    {
      minutesAgo: 400,
      text: {
        headline: `${SHIP}: Verwaltung prüft`,
        standfirst: `Die ${LAW} liegt vor`,
        body: [
          `Der ${SHIP} steigt im Frühjahr auf 119 Euro, teilte die Verwaltung am Montag mit.`,
          `„${LAW}“, sagte eine Sprecherin.`,
          "Die Kapitäne warten auf eine Antwort.",
          `# ${LAW}`,
          `- ${SHIP}`,
        ],
      },
    },
    {
      minutesAgo: 200,
      outcome: "error",
      status: 503,
      reason: `The server answered: ${SHIP}${SHIP}.`,
    },
    {
      minutesAgo: 30,
      text: {
        headline: `${SHIP} steigt, ${LAW} verschoben`,
        standfirst: `Die ${SHIP}e liegt vor`,
        corrections: [`Berichtigung: In einer früheren Fassung stand ${LAW}.`],
        body: [
          `Der ${SHIP} steigt im Herbst auf 191 Euro, teilte die Verwaltung am Montag mit.`,
          `„${SHIP}“, sagte eine Sprecherin.`,
          `# ${LAW}`,
          `- ${SHIP}`,
          "Die Kapitäne warten auf eine Antwort.",
          `> ${LAW}${LAW}`,
        ],
      },
    },
  ],
};

const ADDRESS: Script = {
  url: `https://kurier.example/a/${PATH}?${PATH}=${PATH}`,
  language: "en",
  byline: [],
  looks: [
    { minutesAgo: 300, text: { headline: `https://kurier.example/${PATH}`, body: [`See ${PATH} for the plan.`] } },
    { minutesAgo: 100, text: { headline: `https://kurier.example/${PATH}x`, body: [`See ${PATH}x for the plans.`] } },
  ],
};

const ARABIC: Script = {
  url: "https://shore.example/ar/1",
  language: "ar",
  byline: ["ليلى حداد"],
  looks: [
    {
      minutesAgo: 500,
      text: {
        headline: "مجلس الميناء يؤجل قرار توسيع الرصيف الشمالي إلى الربيع المقبل بعد اعتراض الصيادين",
        body: [
          "قال رئيس المجلس إن الكلفة تبلغ 119 مليون دينار.",
          "ورأى الصيادون أن الرصيف القديم يكفي لسفنهم الصغيرة.",
        ],
      },
    },
    {
      minutesAgo: 90,
      text: {
        headline: "مجلس الميناء يقر توسيع الرصيف الشمالي رغم اعتراض الصيادين",
        body: [
          "قال رئيس المجلس إن الكلفة تبلغ 191 مليون دينار.",
          "ورأى الصيادون أن الرصيف القديم يكفي لسفنهم الصغيرة.",
          "«لن نغادر مكاننا»، قال أحدهم.",
        ],
      },
    },
  ],
};

const HEBREW: Script = {
  url: "https://shore.example/he/1",
  language: "he",
  byline: ["נועה ברק"],
  looks: [
    {
      minutesAgo: 480,
      text: {
        headline: "העירייה דוחה את שיפוץ המגדלור הישן בכניסה לנמל",
        body: ["השיפוץ יעלה 12 מיליון שקל, נמסר מהעירייה.", "הדייגים ביקשו להשאיר את האור דולק."],
      },
    },
    {
      minutesAgo: 80,
      text: {
        headline: "העירייה מאשרת את שיפוץ המגדלור הישן בכניסה לנמל",
        body: ["השיפוץ יעלה 21 מיליון שקל, נמסר מהעירייה.", "הדייגים ביקשו להשאיר את האור דולק."],
      },
    },
  ],
};

const JAPANESE: Script = {
  url: "https://shore.example/ja/1",
  language: "ja",
  byline: ["海辺新聞"],
  looks: [
    {
      minutesAgo: 460,
      text: {
        headline: "灯台の修復工事が来年三月まで延期されることが港湾委員会の発表で明らかになった",
        body: ["修復の費用は119億円を見込む。", "委員会は「安全を優先する」と説明した。"],
      },
    },
    {
      minutesAgo: 70,
      text: {
        headline: "灯台の修復工事が来年九月まで延期されることが港湾委員会の発表で明らかになった",
        body: ["修復の費用は191億円を見込む。", "委員会は「予算が足りない」と説明した。"],
      },
    },
  ],
};

const THAI: Script = {
  url: "https://shore.example/th/1",
  language: "th",
  byline: ["ณัฐ ชายฝั่ง"],
  looks: [
    {
      minutesAgo: 440,
      text: {
        headline: "คณะกรรมการท่าเรือเลื่อนการซ่อมประภาคารเก่าออกไปจนถึงฤดูใบไม้ผลิปีหน้า",
        body: ["ค่าซ่อมอยู่ที่ 119 ล้านบาท ตามคำแถลงของเทศบาล", "ชาวประมงขอให้เปิดไฟไว้ตลอดคืน"],
      },
    },
    {
      minutesAgo: 60,
      text: {
        headline: "คณะกรรมการท่าเรืออนุมัติการซ่อมประภาคารเก่าหลังเลื่อนมานาน",
        body: ["ค่าซ่อมอยู่ที่ 191 ล้านบาท ตามคำแถลงของเทศบาล", "ชาวประมงขอให้เปิดไฟไว้ตลอดคืน"],
      },
    },
  ],
};
