import {
  addAfter,
  edit,
  headline,
  merge,
  move,
  note,
  removeParagraph,
  replace,
  split,
  standfirst,
} from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const floodWall: Story = {
  site: "regional",
  slug: "flood-wall-vote",
  section: "council",
  publishedAt: "-8:00",
  byline: ["Anneke Hale"],
  headline: "Flood wall for Weir Street goes through by two votes",
  standfirst: "The river frontage will lose its view and keep its cellars dry.",
  body: [
    "After nine years of argument and three of rain, Brackwater will have its flood wall. The town council voted by 14 to 12 on {yesterday} night to build 640 metres of it along Weir Street, from the brewery to the rowing club.",
    "The wall will be 1.6 metres high and faced with local stone. In the stretch before the almshouses it is to be made of glass, a concession that brought over the last two doubters.",
    "“Nobody buys a house on a river to look at masonry,” said Councillor Bram Winterbourne, who voted against. “But nobody buys one to bail it out with a bucket either, I grant you that.”",
    "The river Wend has come over its banks four times in seven years. In the flood of two winters ago 118 houses were damaged and the library lost its local history collection.",
    "The scheme costs 4.8 million crowns. The state pays 60 per cent, the county 25, and the town has to find the rest, which is about 720,000 crowns.",
    "Work starts after the regatta. The towpath will be closed for two summers, and the Sunday market moves to the station yard.",
    "Mayor Tobias Ashdown thanked the engineers, the residents and, after a pause, the opposition. A bottle of Weir Street damson gin, put aside in the year of the first plan, was opened in the lobby.",
    "Objections can be lodged at the town hall until the end of the month.",
  ],
  edits: [
    edit(
      "0:45",
      "number",
      "1.6 metres become 1.9, silently.",
      replace("The wall will be 1.6 metres high", "The wall will be 1.9 metres high"),
    ),
    edit(
      "2:10",
      "name",
      "The councillor's party is put right and his name spelt out.",
      replace(
        "said Councillor Bram Winterbourne, who voted against",
        "said Councillor Abraham Winterbourne (Ratepayers), who voted against",
      ),
    ),
    edit(
      "4:30",
      "paragraph-moved",
      "The cost moves up.",
      move("The scheme costs 4.8 million crowns.", "from the brewery to the rowing club"),
    ),
    edit(
      "7:00",
      "correction",
      "The vote was 14 to 11: corrected with a note in the style of the house.",
      headline("Flood wall for Weir Street goes through by three votes"),
      replace("voted by 14 to 12", "voted by 14 to 11"),
      note(
        "Correction: the vote was 14 to 11, with one abstention, and not 14 to 12 as first reported. We apologise for the error.",
      ),
    ),
    edit(
      "9:40",
      "paragraph-removed",
      "The gin is gone.",
      replace(
        " A bottle of Weir Street damson gin, put aside in the year of the first plan, was opened in the lobby.",
        "",
      ),
    ),
    edit(
      "12:00",
      "paragraph-added",
      "An objection is announced.",
      addAfter(
        "The towpath will be closed for two summers",
        "The rowing club said it would object. Its boats have to be carried over the wall by way of a ramp that, according to the plans, is nine centimetres narrower than an eight is wide.",
      ),
      standfirst("The river frontage will lose its view and keep its cellars dry. The rowing club objects."),
    ),
    edit("15:10", "split", "The first paragraph is split.", split("The town council voted by 14 to 11")),
    edit("19:30", "merged", "And put together again with the next.", merge("The town council voted by 14 to 11")),
    edit(
      "20:40",
      "paragraph-removed",
      "The note on objections is dropped.",
      removeParagraph("Objections can be lodged at the town hall"),
    ),
  ],
  noise: [{ kind: "gone", from: "5:20", to: "6:10", status: 404 }],
};
