import type { Document } from "#model/document";
import { saidReason } from "#words/reasons";

/** ISO 8601 in UTC: how every instant of ours is printed. */
export const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What the commands report with `--json`, by the name in `schema`. Records of readers are in src/json. */
export const REPORTS = {
  added: "`add`: each address, with its sources or why it could not be added",
  "article-addresses": "`article`: addresses, and what was decided about them",
  backup: "`backup`: path, size, contents, and what is left out",
  "changed-source": "`source`: the source as it is afterwards",
  check: "`check --due`, `check --all`: how many feeds and articles were checked, and what was found",
  "check-article": "`check` of an article: what was seen, what was decided and why",
  "check-source": "`check` of a source: its feeds, with the new articles of each or its error",
  collation: "`collate` of two texts: groups of paragraphs, edits, sentence pairs, labels, rank",
  collations: "`collate` of three texts and more: one text with what was added, removed and restored",
  demo: "`demo --once`: what was watched, and how much of it was caught",
  doctor: "`doctor`: findings",
  document: "`extract`: what was read from a page",
  hidden: "`articles --hidden`: hidden articles with the reason",
  "label-marks": "`labels`: the labels that the operator called wrong",
  "hidden-article": "`hide`, `unhide`, and `show` of a hidden article: the article, and why it is hidden",
  import: "`import`: how many captures were read, and what became of them",
  migrate: "`migrate`: rows and hash of each table",
  reextract: "`reextract`: how many versions were read again, and how many differ",
  restore: "`restore`: where the data are, and how many",
  "sign-in": "`sign-in`: the link",
  site: "`site HOST`: what was learned about a site",
  sites: "`site`: the same of all sites",
  verify: "`verify`: closed days, and problems",
  "verify-proof": "`verify --proof`: what the proof shows",
} as const;

export type ReportName = keyof typeof REPORTS;

/** A report of a command. Numbers named `at` or `...At` are instants here, wherever in the services they were made. */
export const reportText = (name: ReportName, fields: object): string =>
  JSON.stringify(
    { schema: `variorum/${name}/1`, ...fields },
    (field, value: unknown) => (typeof value === "number" && /(?:^a|A)t$/.test(field) ? instant(value) : value),
    2,
  );

/** A public record, as the web gives it too. */
export const recordText = (record: { readonly schema: string }): string => JSON.stringify(record, null, 2);

/** What extraction made of a page, as the commands print it. */
export const documentJson = (document: Document): object => ({
  ...document,
  stateReason: document.stateReason && saidReason(document.stateReason),
});
