import { addAfter, edit, headline, note, replace, split } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const trial: Story = {
  site: "wire",
  slug: "tidewater-fever-vaccine-trial",
  section: "health",
  publishedAt: "-3:00",
  byline: ["Salome Kestle", "Meridian Wire"],
  headline: "Vaccine against tidewater fever cuts risk by 82 per cent",
  standfirst: "A trial with 11,400 volunteers is the first success after thirty years of attempts.",
  body: [
    "CORROW (Meridian) – A new vaccine protects four people in five against tidewater fever, the mosquito-borne disease that fills the wards of the delta every summer, researchers at the University of Corrow said on {today}.",
    "In a trial with 11,400 volunteers the vaccine cut the risk of falling ill by 82 per cent over two seasons. Among those over sixty the figure was 71 per cent.",
    "“I have written ‘promising’ so many times that I had to look for another word. The word is ‘works’,” said Professor Yusra Penrose, who led the study.",
    "The vaccine causes no side effects beyond a sore arm, Penrose said.",
    "Tidewater fever kills about 900 people a year in Aldmere, Kestria and Sarova, most of them small children. Survivors often suffer from painful joints for months. There is no treatment.",
    "The vaccine is made by the Corrow Serum Works, which is owned by the state. A dose is to cost less than four crowns. Eleven countries have already asked for deliveries.",
    "Experts who had no part in the study welcomed the result. “This is what we have been waiting for since I was a student,” said Dr Ivo Marsh of the tropical institute in Port Ansel.",
    "The regulator has received the data and will decide within ninety days. The first doses could be given before the next season begins.",
  ],
  edits: [
    edit(
      "0:30",
      "headline",
      "The headline becomes an attribution.",
      headline("Vaccine against tidewater fever cuts risk by 82 per cent, trial finds"),
    ),
    edit(
      "2:30",
      "hedge-added",
      "No side effects becomes few, and other experts are heard.",
      replace(
        "The vaccine causes no side effects beyond a sore arm, Penrose said.",
        "Serious side effects were rare: six volunteers were treated in hospital for high fever, all of whom recovered, according to the study.",
      ),
    ),
    edit(
      "4:40",
      "number",
      "82 becomes 62 per cent everywhere, with a note: a table had been misread.",
      headline("Vaccine against tidewater fever cuts risk by 62 per cent, trial finds"),
      replace(
        "A new vaccine protects four people in five against tidewater fever",
        "A new vaccine protects three people in five against tidewater fever",
      ),
      replace(
        "cut the risk of falling ill by 82 per cent over two seasons. Among those over sixty the figure was 71 per cent",
        "cut the risk of falling ill by 62 per cent over two seasons. Among those over sixty the figure was 51 per cent",
      ),
      note(
        "CORRECTION: Corrects the protection to 62 per cent (51 per cent for people over sixty) in headline and paragraphs 1 and 2; the earlier figures referred to hospital treatment.",
      ),
    ),
    edit(
      "6:20",
      "paragraph-added",
      "The figure that had been mistaken is added.",
      addAfter("by 62 per cent over two seasons", "The risk of having to be treated in hospital fell by 82 per cent."),
    ),
    edit(
      "9:15",
      "split",
      "The paragraph on maker and price is split.",
      split("A dose is to cost less than four crowns."),
    ),
    edit(
      "12:50",
      "quote",
      "A quotation is cut and loses its enthusiasm.",
      replace("“This is what we have been waiting for since I was a student,”", "“This is an important step,”"),
    ),
  ],
  noise: [{ kind: "bot-challenge", from: "7:00", to: "7:40", status: 403 }],
};
