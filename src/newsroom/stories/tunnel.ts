import { addAfter, append, backTo, edit, headline, removeParagraph, replace, standfirst } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

/** An investigation that is softened step by step, partly restored, and answered. */
export const tunnel: Story = {
  site: "daily",
  slug: "minister-met-tunnel-bidder",
  section: "politics",
  publishedAt: "-1:40",
  byline: ["Hester Ferrant"],
  headline: "Minister met tunnel bidder four times before contract was awarded",
  standfirst:
    "Diaries seen by the Courier show private dinners with the head of the company that won the harbour tunnel.",
  body: [
    "Transport minister Hester Quill met the head of the construction group Grieve & Sallow at least four times in the six weeks before the company was awarded the 1.4 billion crown contract for the harbour tunnel, according to office diaries seen by the Courier.",
    "None of the meetings was entered in the public register, although ministers must record any contact with bidders within ten days.",
    "Two of the meetings were dinners at the Admiral's House in Halvern. A third took place on board a yacht that belongs to a subsidiary of the group. The fourth is marked in the diary with the single word “tunnel”.",
    "The contract was awarded on 9 April against the advice of the ministry's own engineers, who had ranked the bid of Grieve & Sallow third of five.",
    "“The minister rigged a tender and hoped that nobody would look at her calendar,” said Calum Varga, who leads the opposition in the transport committee. “She must go.”",
    "A spokesman for the ministry did not deny the meetings. “The minister speaks with many people in the industry,” he said. “No bidder was told anything that the others were not told.”",
    "## What the rules say",
    "The procurement code forbids “any private contact” between an awarding authority and a bidder from the opening of bids until the decision. Bids for the tunnel were opened on 20 February; all four meetings took place after that date.",
    "A breach can make a contract void. It is for the Court of Audit to ask for that, and it has done so only twice since the code came into force.",
    "Grieve & Sallow said that it had complied with the law at all times. The company gave 60,000 crowns to the governing party last year, the largest gift by any builder.",
    "The tunnel is meant to take 38,000 vehicles a day from the quays of the capital. Boring is due to begin in October.",
  ],
  edits: [
    edit(
      "0:35",
      "quote",
      "The sharpest quotation is altered: “rigged a tender” is gone.",
      replace(
        "“The minister rigged a tender and hoped that nobody would look at her calendar,”",
        "“The minister broke the rules and hoped that nobody would look at her calendar,”",
      ),
    ),
    edit(
      "1:20",
      "hedge-added",
      "“allegedly” and “may” enter the text.",
      replace("met the head of the construction group", "allegedly met the head of the construction group"),
      replace("A breach can make a contract void.", "A breach, if there was one, may make a contract void."),
    ),
    edit(
      "2:25",
      "headline",
      "Headline and standfirst are softened.",
      headline("Questions over minister's contacts with tunnel bidder"),
      standfirst(
        "Diaries seen by the Courier appear to show private meetings. The ministry says nothing improper took place.",
      ),
    ),
    edit(
      "3:15",
      "paragraph-removed",
      "The yacht disappears, and with it the sentence on the diary entry.",
      replace(
        " A third took place on board a yacht that belongs to a subsidiary of the group. The fourth is marked in the diary with the single word “tunnel”.",
        "",
      ),
    ),
    edit(
      "4:00",
      "paragraph-removed",
      "The paragraph on the gift to the governing party is removed.",
      removeParagraph("60,000 crowns to the governing party"),
    ),
    edit(
      "7:10",
      "restored",
      "After protest in the newsroom the text stands again as it was before the hedging.",
      backTo(1),
    ),
    edit(
      "7:55",
      "paragraph-added",
      "The minister's answer is added.",
      addAfter(
        "No bidder was told anything that the others were not told.",
        "Ms Quill told reporters outside parliament in the afternoon that she had “eaten dinner, not signed contracts”. She would ask the register's commissioner to look at her diary, she said, and would accept the finding “whatever it is”.",
      ),
    ),
    edit(
      "9:30",
      "number",
      "The contract is worth 1.14 billion, not 1.4: corrected with a note in the text only.",
      replace("the 1.4 billion crown contract", "the 1.14 billion crown contract"),
      append(
        "This article was amended: the contract is worth 1.14 billion crowns. An earlier version gave a higher figure.",
      ),
    ),
    edit(
      "12:20",
      "headline",
      "The consequence becomes the news.",
      headline("Court of Audit to examine tunnel contract after minister's private dinners"),
      addAfter(
        "it has done so only twice since the code came into force",
        "The court said in the evening that it had asked the ministry for all papers on the tender and would decide within three weeks whether to open proceedings.",
      ),
    ),
  ],
  noise: [
    {
      kind: "headline-test",
      from: "14:00",
      to: "15:30",
      headline: "Dinner, diary, tunnel: the minister and the builder",
    },
  ],
};
