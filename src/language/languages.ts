/** Languages whose forms of times and dates are masked: those of most news, as far as the runtime knows their forms (CLDR). */
export const LANGUAGES: readonly string[] =
  "en de fr es it pt nl sv da nb fi is pl cs sk hu ro bg ru uk sr hr sl mk el tr ar he fa hi bn ta th vi id ms ja ko zh ca eu et lv lt sq ga sw".split(
    " ",
  );

/** Makes something when it is first asked for, and keeps it: the runtime takes some 60 ms to name all forms. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
