export type Progress = (what: string, done: number, all: number) => void;

const EVERY_MS = 5000;

/** A line on standard error every few seconds: how far it is. */
export function progressLines(): Progress {
  let reportedAt = performance.now();
  let last = "";
  return (what, done, all) => {
    const now = performance.now();
    if (what === last && now - reportedAt < EVERY_MS && done < all) return;
    reportedAt = now;
    last = what;
    console.error(`${what}: ${done} of ${all}`);
  };
}
