import type { VersionProof } from "#model/ledger";
import { findArticle } from "../find-article.ts";
import { noSuchVersion, notFound } from "../html/problem.ts";
import { wholeNumber } from "../params.ts";
import { json } from "../respond.ts";
import type { Handler, Visit } from "../site.ts";
import { dayJson } from "./ledger-json.ts";

/** `/articles/:id/versions/:n/proof.json`: that the version stood in the ledger when its day was closed. */
export const proofJson: Handler = async (visit) => {
  const found = await findArticle(visit);
  if (!found.ok) return found.answer;
  const { article, versions } = found.value;
  const number = wholeNumber(visit.params["number"] ?? "");
  if (number === null || !versions.some((version) => version.number === number)) return noSuchVersion(visit, article);
  const proof = await visit.site.reader.versionProof(article.id, number);
  if (!proof)
    return notFound(
      visit,
      "The day in which this version was recorded is not closed yet; ask again after midnight UTC.",
    );
  return json(visit, asJson(visit, proof));
};

const asJson = (visit: Visit, { leaf, index, hashes, day }: VersionProof) => ({
  kind: "variorum version proof",
  leaf,
  index,
  hashes,
  day: dayJson(day),
  ledger: `${visit.origin}/ledger`,
});
