import { addAfter, edit, headline, merge, note, replace, split, standfirst } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const bank: Story = {
  site: "daily",
  slug: "central-bank-holds-rate",
  section: "business",
  publishedAt: "1:00",
  byline: ["Dario Sandoval"],
  headline: "Central bank holds rate at 3.25 per cent",
  standfirst: "Governor Anneke Voss sees inflation back at target by the spring.",
  body: [
    "The Central Bank of Aldmere left its main rate unchanged at 3.25 per cent on {today}, as most economists had expected, and signalled that a first cut could come before the winter.",
    "“We are closer to the shore than to the open sea, but we are still rowing,” governor Anneke Voss said after the meeting of the rate council in Halvern.",
    "Consumer prices rose by 2.8 per cent in the year to April, down from 3.4 per cent in March. The bank aims for two per cent and expects to be there by the spring.",
    "Six of the nine members voted to hold. Two wanted a cut of a quarter of a point at once, and one, Linnea Ode, voted for a rise.",
    "The crown fell by half a per cent against the Kestrian mark within minutes of the announcement and then recovered. Shares of the big lenders closed the morning lower, with Corrow Mutual losing 1.8 per cent.",
    "For households the decision changes little for now. A typical mortgage of 200,000 crowns costs about 1,070 crowns a month, which is 140 crowns more than three years ago.",
    "Builders were disappointed. “Every month of waiting is a street that is not built,” said Bram Kestle of the chamber of construction.",
    "The bank also raised its forecast for growth this year from 0.9 to 1.2 per cent. It named a strong season in the ports and the end of the drought in the Lindale valley as the main reasons.",
    "The next meeting of the council is in six weeks.",
  ],
  edits: [
    edit(
      "1:35",
      "typo",
      "A verb is put right: the shares had not closed yet.",
      replace("closed the morning lower", "were lower in the morning"),
    ),
    edit(
      "2:50",
      "number",
      "The vote was five to four, not six to three: corrected with a note.",
      replace(
        "Six of the nine members voted to hold. Two wanted",
        "Five of the nine members voted to hold. Three wanted",
      ),
      note("Correction: The rate council voted five to four to hold the rate. An earlier version said six to three."),
    ),
    edit(
      "4:20",
      "headline",
      "The narrow vote goes into the headline.",
      headline("Central bank holds rate at 3.25 per cent in narrowest vote for a decade"),
      standfirst(
        "Four of nine members of the council wanted a different decision; governor Anneke Voss sees inflation at target by the spring.",
      ),
    ),
    edit(
      "6:45",
      "quote",
      "A quotation is smoothed.",
      replace(
        "“We are closer to the shore than to the open sea, but we are still rowing,”",
        "“We are nearer to our goal, but we have not reached it yet,”",
      ),
    ),
    edit(
      "9:00",
      "paragraph-added",
      "The finance minister reacts.",
      addAfter(
        "Every month of waiting is a street",
        "Finance minister Tobias Renn said that he respected the independence of the bank. He added that he had “read the voting record with interest”, a remark that was understood as support for the minority.",
      ),
    ),
    edit("11:30", "split", "The paragraph on the markets is split.", split("Shares of the big lenders")),
    edit("15:40", "merged", "The last two paragraphs become one.", merge("raised its forecast for growth this year")),
  ],
  noise: [
    { kind: "pay-wall", from: "5:00", to: "6:00" },
    { kind: "bumped-date", from: "8:00" },
    { kind: "bumped-date", from: "19:00" },
  ],
};
