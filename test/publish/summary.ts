import { MINUTE_MS } from "#lib/clock";
import type { SiteSummary } from "#view/site-templates";
import { NOW } from "./seed.ts";

/** What might be learned of a site. One sample names a hidden article, as a teaser on every page would. */
export const SUMMARY: SiteSummary = {
  looks: 214,
  rules: { take: [], drop: ["aside.promo"] },
  sections: [
    { section: "news", articles: 120, bodyPath: "main>article>div.text", matchRate: 0.98 },
    { section: "sport", articles: 3, bodyPath: null, matchRate: null },
  ],
  boilerplate: [{ sample: "Most read: the zanzibarite affair <b>", articles: 40, drops: 88 }],
  volatile: [{ samples: ["12 comments", "14 comments"], changeRate: 0.5 }],
  alarms: [{ at: NOW - 90 * MINUTE_MS, section: "news", matchRate: 0.2 }],
};
