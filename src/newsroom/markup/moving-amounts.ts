import { mix, pick } from "#newsroom/random";
import { inParagraphs } from "./paragraphs.ts";

type Amount = (value: number) => string;

const money = (value: number): string => (value / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });

/** Elements that scripts fill, by house: what they are named after, and how the amount is written. */
const FORMS: readonly Amount[] = [
  (value) => `<span class="fx">($${money(value)})</span>`,
  (value) => `<b data-symbol="CRN">${(value / 100).toLocaleString("de-DE")} €</b>`,
  (value) => `<data class="live-rate" data-from="CRN">US$${money(value)}</data>`,
  (value) => `<span data-ticker="WOOL">${money(value)} ${value % 2 === 0 ? "▲" : "▼"}</span>`,
  (value) => `<em class="js-rate">£${money(value)}m</em>`,
  (value) => `<span class="q"><span data-amount="40">$${money(value)}</span></span>`,
  (value) => `<span data-live="1">${value % 5 === 0 ? "–" : `${money(value)} %`}</span>`,
];
/** Seconds for which an amount stays. */
const PERIODS = [20, 60, 600];

/** In the middle of a text, an amount that a script keeps up to date. */
export function withMovingAmounts(page: string, seed: number, article: number, now: number): string {
  const form = pick(FORMS, mix(seed, 5));
  const period = pick(PERIODS, mix(seed, 6)) * 1000;
  const wanted = mix(seed, article) % 3;
  return inParagraphs(page, (words, at) => {
    if (at !== wanted) return words;
    const amount = form(2_000 + (mix(article, Math.floor(now / period)) % 9_000));
    const end = words.includes(".") ? words.lastIndexOf(".") : words.length;
    return `${words.slice(0, end)}, or ${amount} at the rate of the day${words.slice(end)}`;
  });
}
