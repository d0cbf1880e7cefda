import { tongue } from "#newsroom/clutter/tongue";
import { mix, pick, random } from "#newsroom/random";
import { esc } from "#newsroom/templates/markup";

export type StrangeKind =
  | "challenge"
  | "shell"
  | "browser"
  | "region"
  | "maintenance"
  | "consent"
  | "queue"
  | "advertisement";

/** What such pages say in the languages that have them; most of all pages are in none of these. */
const SAID: Readonly<Record<StrangeKind, readonly (readonly string[])[]>> = {
  challenge: [
    ["One moment, please", "We are making sure that you are a person and not a program.", "This takes a few seconds."],
    ["Hetkinen", "Tarkistamme, että et ole robotti.", "Sivu avautuu pian."],
  ],
  shell: [
    ["Please switch on JavaScript", "This site cannot be shown without it."],
    ["Ative o JavaScript", "Esta página não funciona sem ele."],
  ],
  browser: [
    [
      "Your browser is too old",
      "Please use a newer one to read our pages.",
      "We support the last two versions of each.",
    ],
    ["Váš prohlížeč je zastaralý", "Pro zobrazení stránek jej prosím aktualizujte."],
  ],
  region: [
    ["Not available where you are", "For legal reasons we cannot show this page in your region."],
    ["Μη διαθέσιμο", "Το περιεχόμενο δεν διατίθεται στη χώρα σας."],
  ],
  maintenance: [
    ["Back soon", "We are working on our pages and will be back in an hour."],
    ["Wartungsarbeiten", "Unsere Seiten werden gerade überarbeitet.", "Bitte versuchen Sie es später noch einmal."],
  ],
  consent: [
    ["Your choice", "We and our partners would like to keep data on your device.", "You can change this at any time."],
    ["Souhlas", "My a naši partneři ukládáme údaje ve vašem zařízení.", "Svou volbu můžete kdykoli změnit."],
  ],
  queue: [
    [
      "You are in line",
      "Many people want to read us at this moment.",
      "This page opens by itself when it is your turn.",
    ],
    ["Sala de espera", "Há muitos leitores neste momento.", "Aguarde, por favor."],
  ],
  advertisement: [
    ["Before you read on", "The new Pellar wagon has room for two dogs and one opinion.", "Try it at your dealer."],
  ],
};

/** One page of this kind: its wording, language, length and elements are those of `seed`; `salt` is in what changes at each request. */
export function strangePage(kind: StrangeKind, seed: number, salt: number): string {
  const next = random(mix(seed, 0x7374));
  const { title, lines } = next() < 0.3 ? said(kind, seed) : invented(seed, next);
  const tag = pick(["p", "div", "span"], Math.floor(next() * 97));
  const text = lines.map((line) => `<${tag}>${esc(line)}</${tag}>`).join("\n");
  const heading = next() < 0.7 ? `<h1>${esc(title)}</h1>` : "";
  const sign = next() < 0.5 ? `<small>${mix(seed, salt).toString(16)}</small>` : "";
  const inner = `${heading}${text}${sign}`;
  const box = pick([`<main>${inner}</main>`, `<div class="box">${inner}</div>`, inner], Math.floor(next() * 97));
  return `<!doctype html>\n<html><head><meta charset="utf-8"><title>${esc(title)}</title></head><body>${box}${extra(kind, next)}</body></html>\n`;
}

function said(kind: StrangeKind, seed: number): { readonly title: string; readonly lines: readonly string[] } {
  const [title, ...lines] = pick(SAID[kind], mix(seed, 3));
  return { title: title!, lines };
}

/** Up to seven sentences of no known language. */
function invented(seed: number, next: () => number) {
  const { title, sentence } = tongue(mix(seed, 5));
  const lines = Array.from({ length: 1 + Math.floor(next() * 7) }, (_, i) =>
    sentence(mix(seed, i), 4 + Math.floor(next() * 22)),
  );
  return { title: title(mix(seed, 9), 2 + Math.floor(next() * 4)), lines };
}

function extra(kind: StrangeKind, next: () => number): string {
  if (kind === "shell") return `<div id="app"></div><script src="/s/${Math.floor(next() * 1e6)}.js"></script>`;
  if (kind === "consent") return "<button>✓</button><button>✗</button>";
  if (kind === "challenge") return next() < 0.5 ? '<form method="post"><input type="hidden" name="t"></form>' : "";
  return "";
}
