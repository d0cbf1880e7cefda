import {
  addAfter,
  append,
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

/** A breaking story that grows through the morning: figures rise, a cause hardens and softens, a name is put right. */
export const ferry: Story = {
  site: "daily",
  slug: "ferry-strikes-pier-at-port-ansel",
  section: "city",
  publishedAt: "-0:25",
  byline: ["Ines Calloway", "Tobias Lisle"],
  headline: "Ferry strikes pier at Port Ansel, passengers hurt",
  standfirst: "The Halcyon was carrying 212 people on the first crossing of the morning.",
  body: [
    "A passenger ferry struck the northern pier at Port Ansel shortly after five this morning, throwing passengers to the deck and tearing a hole in the bow above the waterline. At least nine people were hurt, the harbour authority said.",
    "The Halcyon, a 62-metre vessel of the North Ferry Line, was completing the first crossing of the day from Ostrey. There were 212 people on board, most of them commuters.",
    "^ The Halcyon at the northern pier, seen from the fish market.",
    "Witnesses said the ship came in faster than usual and did not slow down at the breakwater. “I saw the lamps of the pier and I thought, we are not stopping,” said Oona Marsh, a nurse on her way to the early shift. “Then everybody was on the floor.”",
    "The ship lost engine power in the last two hundred metres, a failure of the fuel pump that the crew could not overcome, the harbour authority said.",
    "Fire crews brought the injured ashore over a gangway laid from the quay. The most serious injury was a broken hip, according to St Brannock's Hospital, which called in its day staff two hours early.",
    "The captain, Piet Achterburg, has sailed the route for nineteen years. He was being interviewed by the accident board on Tuesday's watch list, the company said, as is usual after any contact with a pier.",
    "Ferries between Ostrey and the mainland are suspended until noon. Passengers are advised to use the bridge at Lindale, where the toll has been lifted for the day.",
    "The North Ferry Line carries about four million passengers a year. In March its timetable was shortened by six crossings a day, a change that the seafarers' union said would leave too little time for maintenance.",
    "“We said in the spring that a tight timetable and an old engine are a bad marriage,” said Marcus Thorne, the union's secretary. The company rejected any connection.",
  ],
  edits: [
    edit(
      "0:20",
      "number",
      "The number of injured rises from nine to fourteen, without a note.",
      replace("At least nine people were hurt", "At least 14 people were hurt"),
    ),
    edit(
      "1:05",
      "headline",
      "The headline carries the new figure; the sentence that made no sense is repaired.",
      headline("Fourteen hurt as ferry strikes pier at Port Ansel"),
      replace(
        "by the accident board on Tuesday's watch list, the company said,",
        "by the accident board, the company said,",
      ),
    ),
    edit(
      "1:50",
      "hedge-added",
      "The cause becomes an assumption and gets a different source.",
      replace(
        "The ship lost engine power in the last two hundred metres, a failure of the fuel pump that the crew could not overcome, the harbour authority said.",
        "The ship appears to have lost engine power in the last two hundred metres. A failure of the fuel pump is one possibility, two people familiar with the inquiry said.",
      ),
    ),
    edit(
      "2:40",
      "paragraph-added",
      "A statement of the company and the age of the ship are added.",
      addAfter(
        "two people familiar with the inquiry said",
        "“Our thoughts are with everybody who was hurt this morning,” the North Ferry Line said in a statement. “The Halcyon passed its annual inspection eleven weeks ago. We will not speculate about the cause.”",
        "Built in Sarova in 1998, the Halcyon is the oldest of the line's five ships. A replacement was ordered two years ago and is expected next autumn.",
      ),
    ),
    edit(
      "3:30",
      "name",
      "The captain's name is corrected, with a note.",
      replace("Piet Achterburg", "Pieter Achterberg"),
      note(
        "Correction: An earlier version of this article misspelt the name of the captain. He is Pieter Achterberg, not Piet Achterburg.",
      ),
    ),
    edit(
      "4:45",
      "paragraph-moved",
      "The union's warning moves up behind the account of the passenger.",
      move("a tight timetable and an old engine", "we are not stopping"),
    ),
    edit(
      "6:10",
      "rewrite",
      "Service resumes; the paragraph on the suspension is replaced.",
      replace(
        "Ferries between Ostrey and the mainland are suspended until noon. Passengers are advised to use the bridge at Lindale, where the toll has been lifted for the day.",
        "Ferries between Ostrey and the mainland resumed at noon with two ships instead of three. The toll on the bridge at Lindale stays lifted until midnight.",
      ),
      standfirst("Crossings resumed at noon; the accident board has taken the engine log of the Halcyon."),
    ),
    edit(
      "8:20",
      "paragraph-removed",
      "The eyewitness account that the ship was too fast is shortened, the union's spring warning on the timetable disappears.",
      removeParagraph("The North Ferry Line carries about four million passengers a year."),
      replace(
        "Witnesses said the ship came in faster than usual and did not slow down at the breakwater. “I saw",
        "“I saw",
      ),
    ),
    edit("10:00", "split", "The opening paragraph is split.", split("At least 14 people were hurt")),
    edit(
      "13:30",
      "headline",
      "The story becomes one about the inquiry.",
      headline("Port Ansel ferry had reported engine trouble twice in a month"),
      append(
        "The engine log shows two entries about falling fuel pressure in the past four weeks, both marked as resolved, the accident board said in the evening. It expects to publish first findings within thirty days.",
      ),
    ),
    edit(
      "18:40",
      "merged",
      "Two short paragraphs on the ship become one.",
      merge("We will not speculate about the cause"),
    ),
  ],
  noise: [
    { kind: "byline", from: "5:00", byline: ["Ines Calloway", "Tobias Lisle", "Oona Penrose"] },
    { kind: "slow", from: "2:00", to: "3:00" },
  ],
};
