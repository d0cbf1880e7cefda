const EXTRAS: Readonly<Record<string, number>> = {
  "€": 0x80,
  "‚": 0x82,
  "„": 0x84,
  "…": 0x85,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "–": 0x96,
  "—": 0x97,
  "™": 0x99,
};

/** Windows-1252 bytes of an HTML text; what the code page lacks becomes a numeric reference, as browsers post it. */
export function windows1252(html: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of html) {
    const code = char.codePointAt(0)!;
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes.push(code);
    else if (EXTRAS[char] !== undefined) bytes.push(EXTRAS[char]);
    else for (const digit of `&#${code};`) bytes.push(digit.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
