const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: "long" },
  { month: "short" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric" },
];

/** Names of months as the runtime knows them (CLDR), alone and within a date: many languages have other forms there. */
export function* monthNames(locale: string, calendar: string): Generator<readonly [name: string, month: number]> {
  for (const form of FORMS) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, { ...form, timeZone: "UTC" });
    for (let month = 1; month <= 12; month++) {
      // The middle of each Persian month lies early in a Gregorian one, three months on.
      const at = calendar === "persian" ? Date.UTC(2024, month + 2, 5) : Date.UTC(2024, month - 1, 15);
      const name = partOf(format, at, "month");
      if (/^\D+$/u.test(name)) yield [name, month];
    }
  }
}

/** A Monday, from which seven days are named. */
const MONDAY = { year: 2026, month: 5, day: 1 } as const;

/** Names of the days of the week as the runtime knows them, within a date. */
export function* weekdayNames(locale: string): Generator<string> {
  for (const length of ["long", "short"] as const) {
    const format = new Intl.DateTimeFormat(locale, {
      weekday: length,
      month: length,
      day: "numeric",
      timeZone: "UTC",
    });
    for (let day = 0; day < 7; day++)
      yield partOf(format, Date.UTC(MONDAY.year, MONDAY.month, MONDAY.day + day), "weekday");
  }
}

const partOf = (format: Intl.DateTimeFormat, at: number, part: Intl.DateTimeFormatPartTypes): string =>
  format.formatToParts(at).find(({ type }) => type === part)?.value ?? "";
