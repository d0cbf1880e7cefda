import type { Join, JoinCause } from "#model/join";
import { percent, absolute as shownInstant } from "./wording.ts";

/** What two articles were joined on, besides their texts. */
export const JOIN_CAUSES: Readonly<Record<JoinCause, string>> = {
  guid: "a feed names both by one guid",
  redirect: "the address of one redirects to the other for good",
  canonical: "one declares the address of the other",
  spelling: "their addresses differ only in spelling",
  parameter: "their addresses differ only in a parameter",
};

/** "Article 39 was joined with article 5 on 3 May 2026, 13:32 UTC: a feed ... and 83 % of the paragraphs are the same." */
export function joinSentence({ younger, elder, living, at, why, evidence, undoneAt }: Join): string {
  const joined = `Article ${younger} was joined with article ${elder} on ${shownInstant(at)}`;
  const { share } = evidence;
  const texts = share === null ? "" : `, and ${percent(share)} of the paragraphs are the same`;
  const because = JOIN_CAUSES[why] + texts;
  const now = undoneAt === null ? `Article ${living} is looked at.` : `Undone on ${shownInstant(undoneAt)}.`;
  return `${joined}: ${because}. ${now}`;
}
