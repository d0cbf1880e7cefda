import type { Script } from "../test/publish/stories.ts";

const story = (
  url: string,
  language: string,
  old: Script["looks"][0]["text"],
  next: Script["looks"][0]["text"],
): Script => ({
  url: `https://ledger.example/${url}`,
  language,
  byline: [],
  looks: [
    { minutesAgo: 300, text: old! },
    { minutesAgo: 60, text: next! },
  ],
});

const COUNT = {
  headline: "Bridge vote: Skerrow says yes by 61 to 39",
  body: [
    "Skerrow voted 61 to 39 per cent for the bridge to the mainland, the returning officer said on Thursday night. Turnout was the highest since 1998.",
    "Councillor Ida Marsh thanked the volunteers. She said that work could begin in April. Few had expected so clear a result.",
    "The harbour board meets on Monday to name the builder.",
    "Opponents may ask for a recount until noon on Saturday.",
  ],
};

/** Edits of every kind that a page draws in its own way. The texts are invented. */
export const EDIT_STORIES: Readonly<Record<string, Script>> = {
  "edit-figures": story("count", "en", COUNT, {
    headline: "Bridge vote: Skerrow says no by 61 to 39",
    body: [
      "Skerrow voted 39 to 61 per cent against the bridge to the mainland, the returning officer said on Thursday night. Turnout was the highest since 1998.",
      "Councillor Ida Marsh thanked the volunteers. Few had expected so clear a result.",
      "The harbour board meets on Monday to name the builder. She said that work could begin in April.",
      "Opponents may ask for a recount until noon on Saturday.",
    ],
  }),
  "edit-table": story(
    "districts",
    "en",
    {
      headline: "How the districts of Skerrow voted",
      body: [
        "The returning officer published the count of each district on Friday morning.",
        "| District | Yes | No | Turnout",
        "| Harbour | 1,204 | 830 | 71 %",
        "| Old Town | 960 | 1,102 | 68 %",
        "| North Fields | 431 | 622 | 64 %",
        "| Lighthouse | 98 | 51 | 80 %",
        "| Ferry Road | 377 | 290 | 59 %",
        "A recount can be asked for until Saturday noon.",
      ],
    },
    {
      headline: "How the districts of Skerrow voted",
      body: [
        "The returning officer published the count of each district on Friday morning.",
        "| District | Yes | No | Turnout",
        "| Harbour | 1,240 | 830 | 71 %",
        "| Old Town | 960 | 1,102 | 68 %",
        "| North Fields | 431 | 662 | 46 %",
        "| Ferry Road | 377 | 290 | 59 %",
        "| Postal votes | 512 | 488 | 93 %",
        "A recount can be asked for until Saturday noon.",
      ],
    },
  ),
  "edit-struck": story(
    "captain",
    "en",
    {
      headline: "Captain of the Marianne questioned",
      body: [
        "The captain of the Marianne was questioned for four hours on Friday, the coastguard said.",
        "The captain was drunk, according to two of the passengers, and had left the bridge before the ship ran aground.",
        "# What the inquiry asks",
        "- Who steered at two in the morning",
        "- Why the sixth buoy was dark",
        "The ferry is to be towed to Port Ellis at the next spring tide.",
      ],
    },
    {
      headline: "Captain of the Marianne questioned",
      body: [
        "The captain of the Marianne was questioned for four hours on Friday, the coastguard said.",
        "~~ The captain was drunk, according to two of the passengers, and had left the bridge before the ship ran aground.",
        "# Questions of the inquiry",
        "- Who steered at two in the morning",
        "- Why all lights were out",
        "The ferry is to be towed to Port Ellis at the next spring tide.",
      ],
    },
  ),
  "edit-hebrew": story(
    "hebrew",
    "he",
    {
      headline: "הגשר בנמל נסגר לשלושה ימים",
      body: [
        "עיריית הנמל הודיעה ביום שני כי הגשר ייסגר לשלושה ימים לצורך תיקונים. 40 פועלים יעבדו בלילה.",
        "| קו | בוקר | ערב",
        "| קו 4 | 12 | 9",
        "| קו 7 | 15 | 11",
        "| קו 18 | 8 | 6",
        "ראש העירייה ביקש מן התושבים לנסוע בתחבורה הציבורית.",
      ],
    },
    {
      headline: "הגשר בנמל נסגר לחמישה ימים",
      body: [
        "עיריית הנמל הודיעה ביום שני כי הגשר ייסגר לחמישה ימים לצורך תיקונים. 14 פועלים יעבדו בלילה.",
        "| קו | בוקר | ערב",
        "| קו 4 | 12 | 9",
        "| קו 7 | 15 | 17",
        "| קו 18 | 8 | 6",
        "ראש העירייה ביקש מן התושבים לנסוע בתחבורה הציבורית.",
      ],
    },
  ),
  "edit-japanese": story(
    "japanese",
    "ja",
    {
      headline: "港の橋、三日間通行止め",
      body: [
        "市は月曜日、港の橋を三日間閉鎖すると発表した。夜間に40人が作業にあたる。",
        "市長は公共交通機関の利用を呼びかけた。住民からは不満の声が上がっている。",
        "| 路線 | 朝 | 夕",
        "| 4番 | 12本 | 9本",
        "| 7番 | 15本 | 11本",
      ],
    },
    {
      headline: "港の橋、五日間通行止め",
      body: [
        "市は月曜日、港の橋を五日間閉鎖すると発表した。夜間に14人が作業にあたる。",
        "市長は公共交通機関の利用を求めた。住民からは不満の声が上がっている。",
        "| 路線 | 朝 | 夕",
        "| 4番 | 12本 | 9本",
        "| 7番 | 15本 | 17本",
      ],
    },
  ),
};
