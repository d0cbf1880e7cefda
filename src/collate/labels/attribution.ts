import { type Attribution, attributionsBetween } from "#language/attributions";
import type { ClaimWords } from "#language/claims/claim-words";
import { doubtsBetween } from "#language/hedges";
import { entryAt } from "#language/rules/lexicon";
import type { Label } from "#model/change";
import { isTouched, termLabel } from "./found.ts";
import type { ReadPlace } from "./read-place.ts";
import type { Statement, StatementSide } from "./statements.ts";

/** Who says so, and how they are said to have said it: changed, gone or come while what is said stayed. */
export function attributionLabels(
  reading: ReadPlace,
  statement: Statement,
  claims: ClaimWords,
  pronouns: ReadonlySet<string>,
): Label[] {
  const headline = reading.field === "headline";
  const [old, next] = [statement.old, statement.new].map((side) => ({
    side,
    said: attributionsBetween(side.read, side.first, side.end, claims, headline),
  })) as unknown as [Sayings, Sayings];
  if (old.said.length === 0 && next.said.length === 0) return [];
  // "Reportedly" names no source, and neither do "reports".
  const isVague = (side: StatementSide, said: Attribution, other: StatementSide): boolean =>
    /^report/.test(headOf(side, said, claims)) && doubtsBetween(other.read, other.first, other.end, claims).length > 0;
  const words = { claims, pronouns };
  const left = new Set(next.said.filter((said) => !isVague(next.side, said, old.side)));
  const labels: Label[] = [];
  const tell = (before?: Attribution, after?: Attribution) => {
    if (stays(statement, before, after)) labels.push(termLabel("attribution", reading, statement, before, after));
  };
  const rest: Attribution[] = [];
  for (const before of old.said.filter((said) => !isVague(old.side, said, next.side))) {
    const after = [...left].find((other) => isSameSource(old.side, before, next.side, other, words));
    if (!after) {
      if (isTouched(old.side, before)) rest.push(before);
      continue;
    }
    left.delete(after);
    if (before.verb !== after.verb) tell(before, after);
  }
  const come = [...left].filter((after) => isTouched(next.side, after));
  for (let k = 0; k < Math.max(rest.length, come.length); k += 1) tell(rest[k], come[k]);
  return labels;
}

interface Sayings {
  readonly side: StatementSide;
  readonly said: readonly Attribution[];
}

/** Share of the shorter wording of what is said that the other one has too. */
const LEAST_KEPT = 0.5;
const LEAST_SHARED = 2;

/** What is said is the same in both wordings, whoever says it. */
function stays({ old, new: next }: Statement, before?: Attribution, after?: Attribution): boolean {
  const [a, b] = [contentOf(old, before), contentOf(next, after)];
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  const least = Math.min(a.size, b.size);
  return shared >= Math.min(LEAST_SHARED, least) && shared >= LEAST_KEPT * least && least > 0;
}

function contentOf({ first, stems }: StatementSide, without?: Attribution): ReadonlySet<string> {
  return new Set(
    stems.filter((stem, k) => stem !== "" && !(without && k + first >= without.at && k + first < without.end)),
  );
}

/** The head of both is one word, or one is a name, and the other leaves open whose it is ("he", "the mayor"). */
function isSameSource(
  old: StatementSide,
  before: Attribution,
  next: StatementSide,
  after: Attribution,
  { claims, pronouns }: Words,
): boolean {
  const [a, b] = [stemsOf(old, before), stemsOf(next, after)];
  if (a.size === 0 && b.size === 0) return true;
  if (headOf(old, before, claims) === headOf(next, after, claims)) {
    // "A clerk of the court" and "a lawyer of the court" are two; "a top scientist" and "a top Chinese scientist" are one.
    const [short, long] = a.size < b.size ? [a, b] : [b, a];
    if ([...short].every((stem) => long.has(stem)) || isKind(old, before, claims) || endsInName(old, before))
      return true;
  }
  if (a.size > 0 && b.size > 0 && isNameOnly(old, before) && isNameOnly(next, after))
    return [...a].some((stem) => b.has(stem));
  return (
    (isNamed(old, before) && isOpen(next, after, pronouns)) || (isNamed(next, after) && isOpen(old, before, pronouns))
  );
}

interface Words {
  readonly claims: ClaimWords;
  readonly pronouns: ReadonlySet<string>;
}

/** The word that says what the source is: the last one, or the last before "of". Kinds of papers are one. */
function headOf({ read, first, stems }: StatementSide, { who }: Attribution, { sources }: ClaimWords): string {
  let head = "";
  for (const at of who) {
    const stem = stems[at - first]!;
    if (stem !== "") head = entryAt(sources, read.words, at)?.key ?? stem;
    else if (head !== "" && OF.test(read.words[at]!)) break;
  }
  return head;
}
const OF = /^(?:of|for|from|von|vom|des|der|de|du|del|della|di|do|da|van)$/;

/** A kind of paper or body, such as "study": however it is called in full. */
const isKind = ({ read }: StatementSide, { who }: Attribution, { sources }: ClaimWords): boolean =>
  who.length <= 2 && who.some((at) => entryAt(sources, read.words, at) !== undefined);

const endsInName = ({ read }: StatementSide, { who }: Attribution): boolean =>
  who.length > 1 && who.slice(-2).every((at) => /^\p{Lu}\p{Ll}/u.test(read.tokens[at]!.key));

const stemsOf = ({ first, stems }: StatementSide, { who }: Attribution): ReadonlySet<string> =>
  new Set(who.map((at) => stems[at - first]!).filter((stem) => stem !== ""));

const isNameOnly = ({ read, first, stems }: StatementSide, { who }: Attribution): boolean =>
  who.every((at) => stems[at - first] === "" || /^\p{Lu}/u.test(read.tokens[at]!.key));

const isNamed = ({ read }: StatementSide, { who }: Attribution): boolean => {
  const words = who.map((at) => read.tokens[at]!.key);
  return (
    words.filter((word) => /^\p{Lu}/u.test(word)).length >= Math.min(2, words.length) && !ARTICLE.test(words[0] ?? "")
  );
};

const isOpen = ({ read }: StatementSide, { who }: Attribution, pronouns: ReadonlySet<string>): boolean => {
  const words = who.map((at) => read.words[at]!);
  return words.some((word) => pronouns.has(word)) || ARTICLE.test(words[0] ?? "");
};

/** Definite articles of the languages with claim lists. */
const ARTICLE = /^(?:the|der|die|das|le|la|les|el|los|las|il|lo|i|gli|o|os|a|as|de|het)$/i;
