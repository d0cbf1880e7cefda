import { append, backTo, edit, headline, replace, standfirst } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

/** Has an edit that is taken back after eight minutes: whoever looks every half hour never sees it. */
export const coalition: Story = {
  site: "wire",
  slug: "sarova-coalition-talks",
  section: "world",
  publishedAt: "-6:00",
  byline: ["Marcus Varga", "Meridian Wire"],
  headline: "Sarova parties near deal on new government, sources say",
  standfirst: null,
  body: [
    "SAROVA CITY (Meridian) – Three parties in Sarova were close to an agreement on a new government early on {today}, sixteen weeks after an election that nobody won, two people with knowledge of the talks said.",
    "The deal would make Elena Torvald of the Farmers' Union prime minister, the first woman in the office. The Social Democrats would get finance and the interior, the Liberals foreign affairs and justice.",
    "“White smoke is a big word. Let us say that the stove has been lit,” one of the negotiators said, asking not to be named because the talks are confidential.",
    "The parties have agreed to raise the minimum wage to 14 marks an hour and to postpone the closing of the last coal mine by three years, the sources said.",
    "Still open is the question of the northern border. The Liberals want to end the controls that were introduced two years ago; the Farmers' Union has ruled that out.",
    "The caretaker prime minister, Anton Brisk, has governed without a majority since January. He has said that he will leave politics and keep bees.",
    "Bond markets welcomed the prospect. The yield on ten-year paper fell by six hundredths to 3.41 per cent.",
  ],
  edits: [
    edit(
      "0:40",
      "attribution",
      "Two people become one.",
      replace("two people with knowledge of the talks said", "a person with knowledge of the talks said"),
    ),
    edit(
      "3:11",
      "rewrite",
      "The wrong minister for eight minutes.",
      replace(
        "The Social Democrats would get finance and the interior",
        "The Social Democrats would get defence and the interior",
      ),
    ),
    edit("3:19", "restored", "Taken back.", backTo(1)),
    edit(
      "5:25",
      "headline",
      "The deal is done.",
      headline("Sarova parties agree on government, Torvald to be first woman to lead it"),
      standfirst("The agreement ends sixteen weeks of talks; party members have the last word."),
      replace(
        "were close to an agreement on a new government early on {today}, sixteen weeks after an election that nobody won, a person with knowledge of the talks said",
        "agreed on {today} to form a new government, sixteen weeks after an election that nobody won",
      ),
    ),
    edit(
      "6:55",
      "quote",
      "The anonymous stove makes way for a named speaker.",
      replace(
        "“White smoke is a big word. Let us say that the stove has been lit,” one of the negotiators said, asking not to be named because the talks are confidential.",
        "“It took long because it is meant to last long,” Torvald told reporters in the courtyard of the old mint, where the talks were held.",
      ),
    ),
    edit(
      "8:35",
      "number",
      "The minimum wage is 13.40, not 14 marks. No note.",
      replace("raise the minimum wage to 14 marks an hour", "raise the minimum wage to 13.40 marks an hour"),
    ),
    edit(
      "10:15",
      "rewrite",
      "The border is settled.",
      replace(
        "Still open is the question of the northern border. The Liberals want to end the controls that were introduced two years ago; the Farmers' Union has ruled that out.",
        "Controls at the northern border, introduced two years ago, will end in stages by the summer, a compromise that the Farmers' Union had long ruled out.",
      ),
    ),
    edit(
      "16:00",
      "paragraph-added",
      "The vote of the members is added.",
      append(
        "About 190,000 party members can vote on the agreement until the end of the month. In the Liberal youth wing there were calls to reject it.",
      ),
    ),
  ],
  noise: [{ kind: "bot-challenge", from: "12:00", to: "12:30", status: 429 }],
};
