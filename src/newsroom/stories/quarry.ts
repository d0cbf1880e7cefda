import { edit, headline, replace } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

/** Ends in a removal: the article is taken down for good in the afternoon. */
export const quarry: Story = {
  site: "regional",
  slug: "quarry-owner-named-in-report",
  section: "council",
  publishedAt: "-5:00",
  byline: ["Echo staff"],
  headline: "Quarry owner named in county report on poisoned wells",
  standfirst: "Samples from six wells at Nether Vale contained arsenic above the limit.",
  body: [
    "A county report names the owner of the Copperhill quarry, Roland Thorne, as responsible for arsenic in the wells of Nether Vale. The Echo has seen a draft of 48 pages.",
    "Samples from six of nine wells were above the limit, in one case eleven times over. About seventy people have been drinking from bottles since the winter.",
    "Waste water from the washing plant was led into a disused shaft for at least four years, the draft says. Mr Thorne knew of it, according to two former foremen.",
    "“They paid us to look at the sky,” one of them told the Echo.",
    "Mr Thorne did not answer several calls. His lawyer said that the report was a draft and full of errors, and that publishing from it would have consequences.",
    "The county said that the final report would appear within the month. Public prosecutors have asked for a copy.",
  ],
  edits: [
    edit(
      "1:25",
      "hedge-added",
      "The owner becomes “a local businessman”.",
      headline("Businessman criticised in county report on poisoned wells"),
      replace(
        "names the owner of the Copperhill quarry, Roland Thorne, as responsible for arsenic",
        "criticises a local businessman over arsenic",
      ),
    ),
    edit(
      "3:35",
      "paragraph-removed",
      "The foremen's claim is withdrawn.",
      replace(" Mr Thorne knew of it, according to two former foremen.", ""),
    ),
  ],
  noise: [{ kind: "gone", from: "9:10", status: 410 }],
};
