import { setImmediate as breathe } from "node:timers/promises";
import { sectionOf } from "#extract/site/section";
import { DAY_MS } from "#lib/clock";
import type { Habits } from "#model/habits";
import type { WatchedCourse } from "#store/schedule/schedule";
import { ageHoursAt, bornAt, hourAt } from "#version/schedule/course";
import { PUBLISHED_HABITS } from "#version/schedule/habits";
import { refit, type Watched } from "#version/schedule/refit";
import type { Chore } from "./chore.ts";

const WEEK_MS = 7 * DAY_MS;
/** Habits change; and an article of yesterday has most of its edits behind it. */
const SINCE_MS = 60 * DAY_MS;
/** Of a source: a fit of so many articles takes a third of a CPU-second. */
const MAX_ARTICLES = 1000;
/** Of these, what all sources together are fitted to: each gives as many, so that no big one speaks for the others. */
const SAMPLE = 40;
const MAX_SAMPLE = 2000;
/** A section with fewer articles is taken for its source. */
const SECTION_ARTICLES = 40;
/** The busiest sections of a source are fitted by themselves. */
const MAX_SECTIONS = 12;

/** Fits how articles are edited to what the looks of two months met: all sources, each source, its sections. */
export const refitHabits: Chore = {
  name: "refit-habits",
  nextAt: (now) => (Math.floor(now / WEEK_MS) + 1) * WEEK_MS,
  run: async (context) => {
    const { store, clock, log } = context;
    const sources = await store.reader.sources();
    const since = clock.now() - SINCE_MS;
    const sample: Watched[] = [];
    for (const { id } of sources) {
      if (sample.length >= MAX_SAMPLE) break;
      sample.push(...(await store.reader.watchedCourses(id, since, SAMPLE)).map(watchedOf));
    }
    const overall = refit(sample, PUBLISHED_HABITS);
    await store.writer.saveHabits(null, [{ section: "", habits: overall, articles: sample.length }], clock.now());
    for (const { id } of sources) {
      const courses = await store.reader.watchedCourses(id, since, MAX_ARTICLES);
      await store.writer.saveHabits(id, await fitsOf(courses, overall), clock.now());
    }
    log.info({ sources: sources.length, articles: sample.length }, "habits fitted again");
    return "again";
  },
};

const watchedOf = (course: WatchedCourse): Watched => ({
  bornHour: hourAt(bornAt(course)),
  fromHours: ageHoursAt(course, course.firstSeenAt),
  toHours: ageHoursAt(course, course.lastLookedAt),
  changes: course.changes.map(([old, seen]) => [ageHoursAt(course, old), ageHoursAt(course, seen)] as const),
});

async function fitsOf(courses: readonly WatchedCourse[], overall: Habits) {
  if (courses.length === 0) return [];
  const habits = refit(courses.map(watchedOf), overall);
  const fits = [{ section: "", habits, articles: courses.length }];
  const sections = [...Map.groupBy(courses, ({ url }) => sectionOf(url))]
    .filter(([, articles]) => articles.length >= SECTION_ARTICLES && articles.length < courses.length)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MAX_SECTIONS);
  for (const [section, articles] of sections) {
    await breathe();
    fits.push({ section, habits: refit(articles.map(watchedOf), habits), articles: articles.length });
  }
  return fits;
}
