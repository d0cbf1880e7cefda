import type { VersionProof } from "#model/ledger";
import { noSuchVersion, notFound } from "#publish/html/problem";
import { findArticle } from "#publish/http/find-article";
import { wholeNumber } from "#publish/http/params";
import { json } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import { dayJson } from "./ledger-json.ts";

/** `/articles/:id/versions/:n/proof.json`: that the version stood in the ledger when its day was closed. */
export const proofJson: Handler = async (visit) => {
  const found = await findArticle(visit);
  if (!found.ok) return found.answer;
  const { article, versions } = found.value;
  const number = wholeNumber(visit.params["number"] ?? "");
  if (number === null || !versions.some((version) => version.number === number)) return noSuchVersion(visit, article);
  const proof = await visit.reader.versionProof(article.id, number);
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
