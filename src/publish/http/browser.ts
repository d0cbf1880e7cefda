/** First match wins: most browsers claim to be several others as well. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, "Edge"],
  [/\b(?:OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Headless)?(?:Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPad)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** "Firefox on Linux", as far as the user agent says; null when it says nothing that is known. */
export function browserOf(userAgent: string): string | null {
  const find = (names: typeof FAMILIES) => names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  const family = find(FAMILIES);
  const system = find(SYSTEMS);
  return family !== null && system !== null ? `${family} on ${system}` : (family ?? system);
}
