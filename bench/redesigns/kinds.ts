import { pick } from "#newsroom/random";
import { escaped, type Part, type Shown } from "./design.ts";
import type { ByLanguage, Phrases } from "./phrases.ts";
import type { Story } from "./stories.ts";

/** One story in two designs. */
export interface Sides {
  readonly old: Shown;
  readonly new: Shown;
}

/** What a kind is made with: `draw` gives a whole number below a bound, the next at every call. */
export interface Drawing {
  readonly story: Story;
  readonly phrases: Phrases;
  readonly draw: (below: number) => number;
}

/** Puts something of its kind into one of the designs, or into both in different ways. */
export type Kind = (sides: Sides, drawing: Drawing) => Sides;

const oneOf = <T>(items: readonly T[], { draw }: Drawing): T => pick(items, draw(items.length));
const phraseOf = (phrases: ByLanguage, drawing: Drawing): string =>
  escaped(oneOf(phrases[drawing.story.language] ?? phrases["en"]!, drawing));

const onSide = (sides: Sides, side: keyof Sides, change: (shown: Shown) => Shown): Sides => ({
  ...sides,
  [side]: change(sides[side]),
});
const aSide = (drawing: Drawing): keyof Sides => (drawing.draw(2) === 0 ? "old" : "new");

/** At a place among the paragraphs, `place` counted from 0 to 99. */
function inserted(shown: Shown, place: number, html: string): Shown {
  const at = 1 + Math.floor(((shown.body.length - 1) * place) / 100);
  const body: readonly Part[] = [...shown.body.slice(0, at), { html }, ...shown.body.slice(at)];
  return { ...shown, body };
}

const line =
  (phrases: (drawing: Drawing) => string): Kind =>
  (sides, drawing) =>
    onSide(sides, aSide(drawing), (shown) =>
      inserted(shown, drawing.draw(100), oneOf(drawing.phrases.shapes, drawing)(phrases(drawing))),
    );

const posts: Kind = (sides, drawing) => {
  const [signed, other] = oneOf(drawing.phrases.postShapes, drawing);
  const post = oneOf(drawing.phrases.posts, drawing);
  const [place, side] = [drawing.draw(100), aSide(drawing)];
  const one = onSide(sides, side, (shown) => inserted(shown, place, signed(post)));
  return onSide(one, side === "old" ? "new" : "old", (shown) => inserted(shown, place, other(post)));
};

const regions: Kind = (sides, drawing) => {
  const html = oneOf(drawing.phrases.overlays, drawing)([phraseOf(drawing.phrases.regions, drawing)]);
  const isAbove = drawing.draw(3) > 0;
  return onSide(sides, aSide(drawing), (shown) =>
    isAbove ? { ...shown, above: shown.above + html } : inserted(shown, drawing.draw(100), html),
  );
};

const player =
  (isSpoken: boolean): Kind =>
  (sides, drawing) => {
    const { spoken, controls, players } = drawing.phrases;
    const said = isSpoken ? (spoken[drawing.story.language] ?? spoken["en"]!).map(escaped) : [];
    const html = oneOf(players, drawing)(oneOf(controls, drawing), said);
    const place = drawing.draw(2) === 0 ? 0 : drawing.draw(100);
    return onSide(sides, aSide(drawing), (shown) => inserted(shown, place, html));
  };

const dateline: Kind = (sides, drawing) => {
  const [without, withAgency] = oneOf(drawing.phrases.datelines, drawing);
  const begin = (words: string) => (shown: Shown) => {
    const [first, ...rest] = shown.body;
    return { ...shown, body: [typeof first === "string" ? words + first : first!, ...rest] };
  };
  const side = aSide(drawing);
  return onSide(onSide(sides, side, begin(withAgency)), side === "old" ? "new" : "old", begin(without));
};

const searchTitle: Kind = (sides, drawing) => {
  if (drawing.phrases.searchTitles.length === 0) return sides;
  const title = oneOf(drawing.phrases.searchTitles, drawing)(drawing.story.headline);
  const { headline } = drawing.story;
  const isShared = drawing.draw(2) === 0;
  const stated = { title: `${title} - The Ems Gazette`, sharedTitle: isShared ? headline : title };
  const printed = aSide(drawing);
  // A title that only the later page states may as well be an editor's: no one can know.
  const earlier = printed === "old" ? { ...stated, sharedTitle: headline } : stated;
  const both = { old: { ...sides.old, ...earlier }, new: { ...sides.new, ...stated } };
  return onSide(both, printed, (shown) => ({ ...shown, headline: title }));
};

const standfirst: Kind = (sides, drawing) => {
  const { story } = drawing;
  const text =
    story.standfirst ??
    `${story.paragraphs
      .at(-1)!
      .split(/(?<=[.!?。])\s/)[0]!
      .slice(0, 180)}`;
  const isStated = drawing.draw(2) === 0;
  const both = isStated
    ? { old: { ...sides.old, description: text }, new: { ...sides.new, description: text } }
    : { old: { ...sides.old, description: null }, new: { ...sides.new, description: null } };
  const side = aSide(drawing);
  return onSide(
    onSide(both, side, (shown) => ({ ...shown, standfirst: text })),
    side === "old" ? "new" : "old",
    (shown) => ({
      ...shown,
      standfirst: null,
    }),
  );
};

const SINGLE: Readonly<Record<string, Kind>> = {
  "marks in place of embeds": line((drawing) => phraseOf(drawing.phrases.embedMarks, drawing)),
  "names under posts": posts,
  "other regions": regions,
  "controls of a player": player(false),
  transcript: player(true),
  "story continues": line((drawing) => phraseOf(drawing.phrases.continues, drawing)),
  "count of slides": line((drawing) =>
    phraseOf(drawing.phrases.slides, drawing).replace("#", String(2 + drawing.draw(40))),
  ),
  "agency in the dateline": dateline,
  "search title": searchTitle,
  standfirst,
};

const mixed: Kind = (sides, drawing) => {
  const kinds = Object.values(SINGLE);
  const first = drawing.draw(kinds.length);
  // Three neighbours in the list: no two of them are one kind.
  return [0, 1, 2].reduce((made, step) => kinds[(first + step * 3) % kinds.length]!(made, drawing), sides);
};

export const KINDS: Readonly<Record<string, Kind>> = {
  "nothing else": (sides) => sides,
  ...SINGLE,
  "three of them": mixed,
};
