/** Address, IP, date, media type, length; and the same with result, checksum, location, offset and file name before the length. */
const LINES = [
  /^(?<url>\S.*) \S+ (?<date>\d{14}) \S+ (?:\d{3}|-) \S+ \S+ \d+ \S+ (?<length>\d{1,15})$/,
  /^(?<url>\S.*) \S+ (?<date>\d{14}) (?:\S+|\S.*) (?<length>\d{1,15})$/,
];

/**
 * The line before each record of an ARC file (Internet Archive, 1996; versions 1 and 2). Addresses may hold blanks, which
 * is why the fields are counted from the end.
 */
export function parseArcLine(line: string): { type: string; url: string; at: number | null; length: number } | null {
  for (const form of LINES) {
    const { url, date, length } = form.exec(line.trimEnd())?.groups ?? {};
    if (url === undefined || !/^[a-z][\w+.-]*:/i.test(url)) continue;
    const type = url.startsWith("filedesc:") ? "warcinfo" : "response";
    return { type, url, at: arcDate(date!), length: Number(length) };
  }
  return null;
}

/** `20260301120000`, UTC; null for what is no date. */
function arcDate(digits: string): number | null {
  const at = Date.parse(digits.replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z"));
  return Number.isNaN(at) ? null : at;
}
