import { addAfter, edit, headline, replace, standfirst } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const otter: Story = {
  site: "regional",
  slug: "otter-in-the-post-office",
  section: "river",
  publishedAt: "0:30",
  byline: ["Maren Quill"],
  headline: "Otter spends night in post office, leaves by the parcel hatch",
  standfirst: "Staff found the animal asleep in a sack of returned mail.",
  body: [
    "When Hester Lisle unlocked the post office on Mill Row this morning, the floor was wet, the biscuits were gone, and in the sack of returned mail lay an otter, asleep.",
    "“I said good morning, as one does,” Mrs Lisle said. The otter opened one eye and closed it again.",
    "The animal, a male of about nine kilograms, is thought to have come up the culvert from the Wend and in through the boiler room. The river has been unusually high since the weekend.",
    "Wildlife officer Pieter Ode advised everybody to leave the back door open and go for breakfast. When they came back at nine the otter had gone through the parcel hatch, which opens outwards only.",
    "Eleven letters were chewed. They will be delivered with a note of apology. A parcel of smoked trout addressed to Lindale could not be saved.",
    "Otters were thought to be extinct on the lower Wend until 2014. The county now counts about forty. Anybody who meets one should keep a distance of ten metres and hold on to the biscuits.",
  ],
  edits: [
    edit(
      "1:40",
      "number",
      "Eleven letters become seventeen.",
      replace("Eleven letters were chewed.", "Seventeen letters were chewed."),
    ),
    edit(
      "3:00",
      "hedge-removed",
      "What was thought becomes certain: there are pictures.",
      replace(
        "is thought to have come up the culvert from the Wend and in through the boiler room",
        "came up the culvert from the Wend and in through the boiler room, as pictures of the alarm system show",
      ),
    ),
    edit(
      "6:00",
      "headline",
      "The otter has a name.",
      headline("Otter spends night in post office: Brackwater calls him Express"),
      standfirst("Staff found the animal asleep in a sack of returned mail. He left by the parcel hatch."),
      addAfter(
        "hold on to the biscuits",
        "Pupils of the school on Chapel Hill have voted to call the visitor Express. Second Class came second.",
      ),
    ),
    edit(
      "10:20",
      "number",
      "He is a she, and lighter.",
      replace("The animal, a male of about nine kilograms,", "The animal, a female of about six kilograms,"),
    ),
  ],
  noise: [
    { kind: "headline-test", from: "11:00", to: "12:00", headline: "You have mail, and it is an otter" },
    { kind: "server-error", from: "8:00", to: "8:30", status: 500 },
  ],
};
