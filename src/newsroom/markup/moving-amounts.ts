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
/** The same in elements whose names say nothing. */
const PLAIN_FORMS: readonly Amount[] = [
  (value) => `<span class="k7">${money(value)}</span>`,
  (value) => `<b>${(value / 100).toLocaleString("de-DE")} €</b>`,
  (value) => `<em class="w">$${money(value)}</em>`,
  (value) => `<span>${money(value)} %</span>`,
];
/** Such an amount is known by its moving alone, and only if it moves while a text is confirmed. */
const PLAIN_PERIODS = [20, 60];

/** In the middle of a text, an amount that a script keeps up to date, in an element that is named after it. */
export const withMovingAmounts = amountsOf(FORMS, PERIODS);

/** In the middle of a text, an amount that the server keeps up to date. */
export const withPlainAmounts = amountsOf(PLAIN_FORMS, PLAIN_PERIODS);

function amountsOf(forms: readonly Amount[], periods: readonly number[]) {
  return (page: string, seed: number, article: number, now: number): string =>
    withAmounts(page, pick(forms, mix(seed, 5)), {
      article,
      seed,
      tick: Math.floor(now / (pick(periods, mix(seed, 6)) * 1000)),
    });
}

function withAmounts(
  page: string,
  form: Amount,
  { article, seed, tick }: { readonly article: number; readonly seed: number; readonly tick: number },
): string {
  const wanted = mix(seed, article) % 3;
  return inParagraphs(page, (words, at) => {
    if (at !== wanted) return words;
    const amount = form(2_000 + (mix(article, tick) % 9_000));
    const end = words.includes(".") ? words.lastIndexOf(".") : words.length;
    return `${words.slice(0, end)}, or ${amount} at the rate of the day${words.slice(end)}`;
  });
}
