import { addAfter, edit, merge, move, removeParagraph, replace, split } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const trams: Story = {
  site: "daily",
  slug: "night-trams-return",
  section: "city",
  publishedAt: "3:10",
  byline: ["Rhys Okafor"],
  headline: "Night trams return to Halvern after eleven years",
  standfirst: "Three lines will run all night on weekends, from the theatre district to the hospitals.",
  body: [
    "The last night tram in Halvern left Lantern Square on a Sunday in March, eleven years ago, with nine passengers and a brass band. From the first weekend in June there will be trams all night again, on three lines and every twenty minutes.",
    "The city council voted for the plan on {yesterday} evening with a majority that surprised even those who had proposed it. It costs 3.1 million crowns a year, most of it wages.",
    "“A city that goes to bed at midnight should at least be honest and take down the street lamps,” said councillor Yusra Hale, who had collected 22,000 signatures for the night lines.",
    "Line 2 will run from the theatre district to St Brannock's Hospital, line 5 to the university and line 9 to the new quarter on the salt meadows. Nurses, kitchen staff and bakers were asked when their shifts end before the timetable was drawn up.",
    "The drivers' union agreed after the council promised that nobody would have to work more than two nights in a row. A bonus of 18 crowns per shift was added at the last minute.",
    "Residents of Ropewalk Lane are less pleased. The tram squeals in the curve by the old customs house, and it will now squeal at three in the morning. The transport company says that it will grease the rail every night by hand.",
    "Taxi drivers expect to lose a third of their weekend income, said Osric Brandt, whose family has driven in the capital for three generations.",
    "Night fares are the same as by day. Dogs travel free.",
  ],
  edits: [
    edit(
      "4:05",
      "number",
      "The price changes without a note.",
      replace("It costs 3.1 million crowns a year", "It costs 3.7 million crowns a year"),
    ),
    edit(
      "5:50",
      "paragraph-moved",
      "The residents move up, before the council's majority is praised.",
      move("Residents of Ropewalk Lane are less pleased", "with nine passengers and a brass band"),
    ),
    edit("8:00", "split", "The paragraph on the lines is split.", split("Nurses, kitchen staff and bakers")),
    edit(
      "10:30",
      "paragraph-added",
      "The mayor and the start date are added.",
      addAfter(
        "Taxi drivers expect to lose a third",
        "Mayor Linnea Ashdown will ride the first tram herself. “I was on the last one,” she said. “I played the tuba.”",
      ),
    ),
    edit(
      "13:00",
      "paragraph-removed",
      "The complaint of the taxi drivers is cut, the last two lines are merged into the mayor's paragraph.",
      removeParagraph("Taxi drivers expect to lose a third"),
      merge("I played the tuba."),
    ),
  ],
  noise: [
    { kind: "consent-wall", from: "9:00", to: "9:50" },
    { kind: "headline-test", from: "17:00", to: "18:30", headline: "All night long: the tram is back in Halvern" },
  ],
};
