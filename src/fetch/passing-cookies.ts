import { sameSite } from "#lib/url";

/** What one request may be given on its way; a browser takes far more, a redirect needs one. */
const MAX_COOKIES = 20;
const MAX_LENGTH = 4_096;

interface Cookie {
  readonly pair: string;
  readonly host: string;
  /** Also for other hosts of the site. */
  readonly isWide: boolean;
  readonly secure: boolean;
}

/**
 * Cookies for the way of one request through its redirects, and no longer: sites test whether they are taken by sending a visitor to
 * the same page again. Nothing is kept, so no one is known again at the next look.
 */
export class PassingCookies {
  readonly #byName = new Map<string, Cookie>();

  /** Takes what an answer sets. True when that may change the next answer. */
  take(url: URL, header: string | undefined): boolean {
    let isNew = false;
    for (const text of split(header)) {
      const [pair = "", ...attributes] = text.split(";").map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf("="));
      if (name === "" || pair.length > MAX_LENGTH) continue;
      isNew = this.#set(`${url.hostname} ${name}`, cookieOf(url, pair, attributes)) || isNew;
    }
    return isNew;
  }

  /** The header to send there; undefined for none. */
  header(url: URL): string | undefined {
    const sent = [...this.#byName.values()].filter(
      ({ host, isWide, secure }) =>
        (host === url.hostname || (isWide && sameSite(`http://${host}/`, url.href))) &&
        (!secure || url.protocol === "https:"),
    );
    return sent.length === 0 ? undefined : sent.map(({ pair }) => pair).join("; ");
  }

  #set(key: string, cookie: Cookie | null): boolean {
    if (cookie === null) return this.#byName.delete(key);
    if (this.#byName.get(key)?.pair === cookie.pair) return false;
    if (!this.#byName.has(key) && this.#byName.size >= MAX_COOKIES) return false;
    this.#byName.set(key, cookie);
    return true;
  }
}

/** Null for one that is taken back. */
function cookieOf(url: URL, pair: string, attributes: readonly string[]): Cookie | null {
  const attributeOf = (name: string) =>
    attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  if (Number(attributeOf("max-age") ?? 1) <= 0) return null;
  const secure = attributes.some((one) => one.toLowerCase() === "secure");
  return { pair, host: url.hostname, isWide: attributeOf("domain") !== undefined, secure };
}

/** Repeated headers come joined by commas, and a date has one of its own. */
const split = (header: string | undefined): readonly string[] => header?.split(/,\s*(?=[^;,=\s]+=)/) ?? [];
