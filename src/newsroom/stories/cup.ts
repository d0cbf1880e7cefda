import { addAfter, edit, headline, replace, standfirst } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const cup: Story = {
  site: "regional",
  slug: "united-lantern-cup",
  section: "football",
  publishedAt: "2:00",
  byline: ["Dario Kestle"],
  headline: "United travel to Corrow with half a team and a full coach",
  standfirst: "Six regulars are missing for the quarter-final of the Lantern Cup.",
  body: [
    "Brackwater United go into the biggest match of their season tonight without six regulars, without their manager on the bench, and with 1,100 supporters in 22 coaches.",
    "Captain Ivo Lisle has a broken toe, which he got, he says, from a wardrobe. Goalkeeper Rhys Ode is suspended after his discussion with the linesman at Pellar.",
    "“We are the smallest club left in the cup, and now we are the smallest club with the smallest squad,” said manager Calum Sandoval, who has to watch from the stand. “I have told the lads to enjoy the lights.”",
    "In goal stands Osric Penrose, who is eighteen and has an examination in geography tomorrow. His mother travels on coach number four.",
    "Corrow Athletic have won the cup seven times and have not lost at home since the autumn. The first meeting of the two clubs, in 1931, ended 9–0.",
    "Kick-off is at half past seven. The Echo reports live from the ground.",
  ],
  edits: [
    edit(
      "3:20",
      "name",
      "The goalkeeper's first name was wrong. No note.",
      replace("In goal stands Osric Penrose", "In goal stands Oskar Penrose"),
    ),
    edit(
      "5:05",
      "number",
      "More coaches.",
      replace("with 1,100 supporters in 22 coaches", "with 1,350 supporters in 27 coaches"),
    ),
    edit(
      "14:20",
      "headline",
      "Half time.",
      headline("Half-time in Corrow: United hold Athletic to a goalless draw"),
      standfirst("The boy in goal has saved a penalty."),
      addAfter(
        "His mother travels on coach number four",
        "Penrose needed nineteen minutes to make himself known. He saved a penalty from Athletic's captain with his left foot, looked surprised, and was booked for taking a bow.",
      ),
    ),
    edit(
      "15:25",
      "headline",
      "The result, in a first version with the wrong scorer.",
      headline("Brackwater beat Corrow 1–0 and are in the semi-final"),
      standfirst("A header in the last minute by Bram Hale sends 1,350 people home without a voice."),
      addAfter(
        "was booked for taking a bow",
        "In the ninetieth minute a corner came over that nobody wanted. Bram Hale wanted it. His header went in off the post, and coach number four could be heard in Ostrey.",
      ),
    ),
    edit(
      "16:20",
      "name",
      "It was Bram's brother Tomas: put right without a note.",
      standfirst("A header in the last minute by Tomas Hale sends 1,350 people home without a voice."),
      replace("nobody wanted. Bram Hale wanted it.", "nobody wanted. Tomas Hale wanted it."),
    ),
    edit(
      "21:30",
      "paragraph-added",
      "The draw for the semi-final and the examination.",
      addAfter(
        "coach number four could be heard in Ostrey",
        "In the semi-final United will meet Halvern City at home. Penrose passed geography with a merit.",
      ),
    ),
  ],
  noise: [{ kind: "slow", from: "14:00", to: "16:00" }],
};
