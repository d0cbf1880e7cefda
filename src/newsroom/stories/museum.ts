import { edit, headline, move, note, replace, standfirst } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const museum: Story = {
  site: "daily",
  slug: "the-lemon-seller-changes-hands",
  section: "city",
  publishedAt: "-4:30",
  byline: ["Fenella Quill"],
  headline: "The Lemon Seller is a Brandt after all",
  standfirst: "For ninety years the museum's best-loved painting hung under the wrong name.",
  body: [
    "For ninety years it hung by the cloakroom of the Halvern City Museum with a brass plate that read “School of Corrow”. From {tomorrow} the Lemon Seller will have a wall to itself, and another plate: Katrijn Brandt, about 1664.",
    "The painting shows a girl in a blue apron who weighs lemons against a pair of scissors. Generations of schoolchildren have drawn it, and the museum shop sells more of it than of everything else together.",
    "“You could always see that somebody had enjoyed painting that apron,” said Salome Winterbourne, the curator who began to doubt the label eleven years ago. “Schools do not enjoy themselves. People do.”",
    "The proof came from the wood. The oak panel was cut from the same tree as two signed works by Brandt in the royal collection of Kestria, a laboratory in Corrow found. The rings match to the year.",
    "Under infrared light the scissors turned out to have been painted over a letter K, which Brandt is known to have used as a signature in her early years.",
    "Brandt, the daughter of a ship's chandler, ran a workshop with four apprentices until her death in 1701. Only fourteen of her paintings were known until now; most are in private hands.",
    "What the picture is worth is a question the museum prefers not to be asked. A smaller Brandt was sold in Sarova two years ago for 6.2 million crowns.",
    "The insurance premium has already gone up, director Ivo Moreau said. “The girl has not noticed. She is still weighing her lemons.”",
    "The museum opens at ten. Entry is free on the first Sunday of the month.",
  ],
  edits: [
    edit(
      "0:55",
      "typo",
      "One word too many goes.",
      replace("Only fourteen of her paintings were known until now", "Only fourteen of her paintings were known"),
    ),
    edit(
      "3:50",
      "name",
      "The painter was the chandler's niece: corrected with a note.",
      replace("Brandt, the daughter of a ship's chandler,", "Brandt, the niece of a ship's chandler,"),
      note("Correction: Katrijn Brandt was the niece of a ship's chandler, not the daughter."),
    ),
    edit(
      "5:35",
      "attribution",
      "Who found the match of the rings changes.",
      replace(
        "a laboratory in Corrow found. The rings match to the year.",
        "researchers at the University of Corrow and the Kestrian State Laboratory found. The rings match to within two years.",
      ),
    ),
    edit(
      "8:40",
      "paragraph-moved",
      "The price moves down to the end.",
      move("A smaller Brandt was sold in Sarova", "The girl has not noticed"),
    ),
    edit(
      "11:00",
      "hedge-added",
      "A rival museum doubts it: headline and text become careful.",
      headline("The Lemon Seller is probably a Brandt, museum says"),
      standfirst(
        "For ninety years the museum's best-loved painting hung under another name. Not everybody is convinced by the new one.",
      ),
      replace("The proof came from the wood.", "The strongest evidence came from the wood."),
    ),
  ],
  noise: [
    { kind: "quotes-flip", from: "6:30", to: "10:00" },
    { kind: "moved", from: "12:30", slug: "lemon-seller-probably-a-brandt" },
  ],
};
