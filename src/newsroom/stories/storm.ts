import { addAfter, append, edit, headline, move, note, removeParagraph, replace, standfirst } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const storm: Story = {
  site: "wire",
  slug: "storm-ingrid-nears-west-coast",
  section: "weather",
  publishedAt: "-2:15",
  byline: ["Meridian Wire"],
  headline: "Storm Ingrid nears west coast, 3,000 told to leave",
  standfirst: "Forecasters expect gusts of up to 140 kilometres an hour by the evening.",
  body: [
    "PORT ANSEL (Meridian) – About 3,000 people in low-lying villages on the west coast of Aldmere were told to leave their homes on {today} as Storm Ingrid gathered strength over the open sea.",
    "The national weather service raised its warning to the second-highest level and said that gusts could reach 140 kilometres an hour by the evening. The storm was 310 kilometres from Skerry Bay at six in the morning and moved east at 35 kilometres an hour.",
    "“This is not a night for looking at waves,” said Maren Thorne, who heads the civil protection office of the western district. “Take your medicines, take your papers, take your neighbours.”",
    "Schools in eleven communes will stay closed. The railway stopped trains west of Tarnfield at noon, and the airport of Port Ansel cancelled 42 flights.",
    "Dyke wardens were filling sandbags at Holm, where the sea broke through in the winter of 2009 and four people died. The wall has since been raised by a metre and a half.",
    "Electricity could fail in places for up to two days, the grid operator said. It has sent 60 crews to the coast from other parts of the country.",
    "Fishing boats crowded into the inner harbour of Port Ansel, four abreast. The lifeboat station at Skerry Bay doubled its crew.",
    "Ingrid is the ninth named storm of the season. An average season has six.",
  ],
  edits: [
    edit(
      "0:50",
      "number",
      "The number of people told to leave grows.",
      headline("Storm Ingrid nears west coast, 7,500 told to leave"),
      replace("About 3,000 people in low-lying villages", "About 7,500 people in low-lying villages"),
    ),
    edit(
      "2:05",
      "number",
      "The gusts are stronger; speed and distance are brought up to date.",
      replace(
        "gusts could reach 140 kilometres an hour by the evening. The storm was 310 kilometres from Skerry Bay at six in the morning",
        "gusts could reach 155 kilometres an hour by the evening. The storm was 240 kilometres from Skerry Bay at eight in the morning",
      ),
      standfirst("Forecasters expect gusts of up to 155 kilometres an hour by the evening."),
    ),
    edit(
      "3:40",
      "correction",
      "Four people were injured, nobody died, at Holm in 2009: corrected with a note.",
      replace("in the winter of 2009 and four people died", "in the winter of 2009 and four people were injured"),
      note("CORRECTION: Corrects paragraph 5 to say that four people were injured, not killed, in the flood of 2009."),
    ),
    edit(
      "5:15",
      "headline",
      "The warning goes to the highest level.",
      headline("Aldmere raises storm warning to highest level as Ingrid nears"),
      replace(
        "raised its warning to the second-highest level",
        "raised its warning to the highest level for the first time in six years",
      ),
    ),
    edit(
      "7:25",
      "paragraph-added",
      "First damage is reported.",
      addAfter(
        "Take your medicines, take your papers",
        "The first trees fell across the coast road before noon. A lorry driver was slightly hurt near Marrick when the wind turned his trailer on its side, police said.",
      ),
    ),
    edit(
      "9:50",
      "headline",
      "The storm has made landfall; lead, headline and standfirst are new.",
      headline("Storm Ingrid makes landfall, 48,000 homes without power"),
      standfirst("The sea wall at Holm is holding, the district says."),
      replace(
        "were told to leave their homes on {today} as Storm Ingrid gathered strength over the open sea.",
        "had left their homes by the afternoon when Storm Ingrid made landfall near Skerry Bay with gusts of 149 kilometres an hour.",
      ),
      removeParagraph("Electricity could fail in places"),
      addAfter(
        "had left their homes by the afternoon",
        "Some 48,000 homes were without electricity, the grid operator said. It had 60 crews on the coast, but most could not work before the wind dropped.",
      ),
    ),
    edit(
      "11:45",
      "paragraph-moved",
      "The dyke wardens move up.",
      move("Dyke wardens were filling sandbags", "homes were without electricity"),
    ),
    edit(
      "14:10",
      "number",
      "Homes without power: 31,000, the wall holds, the warning is lowered.",
      headline("Storm Ingrid weakens inland, 31,000 homes still without power"),
      replace(
        "Some 48,000 homes were without electricity",
        "Some 31,000 homes were still without electricity late in the evening",
      ),
    ),
    edit(
      "17:30",
      "paragraph-added",
      "The balance of the night is added.",
      append(
        "By midnight the wind at Skerry Bay had dropped to force seven. The district counted 19 injured people, none of them seriously, and 212 damaged roofs.",
      ),
    ),
  ],
  noise: [{ kind: "server-error", from: "8:00", to: "8:25", status: 503 }],
};
