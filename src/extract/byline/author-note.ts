/** How a sentence about a person goes on after the name. */
const GOES_ON =
  /^[^.!?]{0,60}?(?:^|[\s,(@])(?:is|was|are|has|covers?|writes?|reports?|edits?|joined|works|can be|ist|war|arbeitet|schreibt|berichtet|studierte|est|écrit|es|escribe|è|scrive|é|escreve|är|er|jest|pisze)(?=[\s,])/iu;

/** Notes on authors are a few sentences; what is longer is a part of the article. */
const MAX_LENGTH = 700;

/**
 * A note on who wrote the article, as it stands under many: it opens with the name of one of its authors, or with "About"
 * and the name. In the middle of a text the same words may be a report on a person, so only a body's last lines are asked.
 */
export function isAuthorNote(text: string, byline: readonly string[]): boolean {
  if (text.length > MAX_LENGTH) return false;
  return byline.some((name) => {
    if (name.length < 5 || !name.includes(" ")) return false;
    const at = text.toLowerCase().indexOf(name.toLowerCase());
    return at >= 0 && at <= MAX_LEAD && GOES_ON.test(text.slice(at + name.length));
  });
}

/** A title before the name: "Our correspondent ". */
const MAX_LEAD = 24;
