/** Only short texts are compared by characters: sentences of one language always share most of their pairs. */
const MAX_LENGTH = 60;

/** Dice coefficient of the character pairs of two short texts; 0 for long ones. */
export function characterLikeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2 || a.length > MAX_LENGTH || b.length > MAX_LENGTH) return 0;
  const counts = new Map<string, number>();
  for (let k = 1; k < a.length; k += 1) {
    const pair = a.slice(k - 1, k + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let k = 1; k < b.length; k += 1) {
    const pair = b.slice(k - 1, k + 1);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
