import { readFileSync } from "node:fs";
import { sha256 } from "#lib/hash";

export interface Asset {
  /** With a hash of the content in it, so that browsers may keep it for ever. */
  readonly href: string;
  readonly type: string;
  readonly body: string;
}

export interface Assets {
  readonly style: Asset;
  readonly keys: Asset;
  readonly moves: Asset;
  readonly icon: Asset;
}

/** First 40 bits tell any two editions of one file apart. */
const HASH_DIGITS = 10;

/** Comments are for those who read the source: a tenth of what would travel to every phone. */
const withoutComments = (css: string): string => css.replace(/\/\*.*?\*\/\s*/gs, "");

function load(file: string, type: string, pack = (text: string): string => text): Asset {
  const body = pack(readFileSync(new URL(`./assets/${file}`, import.meta.url), "utf8"));
  const [name, extension] = file.split(".");
  return { href: `/assets/${name}.${sha256(body).slice(0, HASH_DIGITS)}.${extension}`, type, body };
}

export const loadAssets = (): Assets => ({
  style: load("style.css", "text/css; charset=utf-8", withoutComments),
  keys: load("keys.js", "text/javascript; charset=utf-8"),
  moves: load("moves.js", "text/javascript; charset=utf-8"),
  icon: load("icon.svg", "image/svg+xml"),
});
