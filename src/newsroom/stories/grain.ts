import { addAfter, edit, headline, merge, note, removeParagraph, replace } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const grain: Story = {
  site: "wire",
  slug: "kestria-lifts-grain-ban",
  section: "economy",
  publishedAt: "0:10",
  byline: ["Meridian Wire"],
  headline: "Kestria lifts ban on grain exports",
  standfirst: "Prices in Corrow fall to their lowest since the autumn.",
  body: [
    "VELM (Meridian) – Kestria will allow exports of wheat and barley again from the first of the month, its agriculture ministry said on {today}, ending a ban that drove up the price of bread across the region.",
    "Up to 2.5 million tonnes may leave the country before the harvest. Half of that is reserved for buyers in Aldmere and Sarova, under contracts that the ban had broken.",
    "“The barns are fuller than we feared,” minister Pavel Orsk said. A dry spring had led the government to stop exports in February.",
    "Wheat for delivery in July fell by 7.3 per cent on the exchange in Corrow, to 214 crowns a tonne, the lowest price since October.",
    "Bakers warned against hopes of cheaper loaves. Flour makes up a tenth of the price of bread, said the guild of bakers in Halvern; the rest is rent, gas and the night.",
    "The opposition in Velm accused the minister of having profited from the ban. A trading house run by his brother bought 40,000 tonnes of barley in March, the newspaper Velmski List reported.",
    "Aid agencies said that the decision would help refugee camps in the south, where rations were cut by a third in April.",
  ],
  edits: [
    edit(
      "1:15",
      "number",
      "2.5 million tonnes become 1.5 million: corrected with a note.",
      replace("Up to 2.5 million tonnes may leave", "Up to 1.5 million tonnes may leave"),
      note("CORRECTION: Corrects the quantity in paragraph 2 to 1.5 million tonnes."),
    ),
    edit(
      "2:15",
      "paragraph-removed",
      "The accusation against the minister is removed without a word.",
      removeParagraph("accused the minister of having profited"),
    ),
    edit(
      "5:45",
      "restored",
      "The accusation comes back, with an answer.",
      addAfter(
        "the rest is rent, gas and the night",
        "The opposition in Velm accused the minister of having profited from the ban. A trading house run by his brother bought 40,000 tonnes of barley in March, the newspaper Velmski List reported. The ministry called the report “a lie with a date on it”.",
      ),
    ),
    edit(
      "8:50",
      "headline",
      "The headline names the limit.",
      headline("Kestria lifts ban on grain exports in part, wheat falls 7 per cent"),
    ),
    edit("14:30", "merged", "Two paragraphs are merged.", merge("Half of that is reserved for buyers")),
  ],
  noise: [{ kind: "soft-error", from: "4:00", to: "4:40" }],
};
