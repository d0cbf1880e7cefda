/** A kind of story for the generator. `{n}` is its number; the pairs are edits that its text allows. */
export interface Topic {
  readonly section: string;
  readonly headline: string;
  readonly laterHeadline: string;
  readonly standfirst: string;
  readonly laterStandfirst: string;
  /** The first paragraph has the number; the second the quote; the third the claim. */
  readonly lead: readonly [string, string, string];
  readonly quote: readonly [string, string];
  readonly attribution: readonly [string, string];
  readonly hedge: readonly [string, string];
  readonly added: string;
  readonly low: number;
  readonly high: number;
}

export const TOPICS: readonly Topic[] = [
  {
    section: "incident",
    headline: "Fire at {thing} in {town} under control",
    laterHeadline: "Families return after fire at {thing} in {town}",
    standfirst: "About {n} people had to leave their homes; nobody was hurt.",
    laterStandfirst: "Residents were let back in after a night in the parish hall.",
    lead: [
      "A fire that broke out {part} at {thing} in {town} has been brought under control, {office} said. About {n} people were told to leave their homes and were taken to the parish hall.",
      "“The smoke was the danger, not the flames,” said {first} {last}, who led the operation. Four engines and a foam tender were on the scene within a quarter of an hour.",
      "The fire was caused by a faulty heater, according to neighbours. Engineers are to examine the building on {weekday}.",
    ],
    quote: ["The smoke was the danger, not the flames", "It was the smoke that worried us, much more than the flames"],
    attribution: ["according to neighbours", "according to a first report by the fire service"],
    hedge: ["The fire was caused by a faulty heater", "The fire may have been caused by a faulty heater"],
    added:
      "The parish hall will stay open for another night, and a collection for clothing has begun at the school on {street}.",
    low: 20,
    high: 190,
  },
  {
    section: "council",
    headline: "{town} council approves {adjective} plan for {thing}",
    laterHeadline: "{town} plan for {thing} passes by a single vote",
    standfirst: "The work will cost {n} thousand crowns and take two summers.",
    laterStandfirst: "Objectors have six weeks to take the decision to the county.",
    lead: [
      "Councillors in {town} have approved a {adjective} plan to rebuild {thing}. The work will cost {n} thousand crowns, spread over two years, and begins in the spring.",
      "“Nobody will love the noise, but everybody will like the result,” said {first} {last}, who moved the motion. The debate lasted until after ten in the evening.",
      "The old structure is beyond repair, according to an engineer's report. Opponents dispute this and have asked for a second opinion.",
    ],
    quote: [
      "Nobody will love the noise, but everybody will like the result",
      "I do not expect anybody to love the noise. I do expect them to like the result",
    ],
    attribution: [
      "according to an engineer's report",
      "according to a summary of the engineer's report seen by this newspaper",
    ],
    hedge: ["The old structure is beyond repair", "The old structure is probably beyond repair"],
    added:
      "A group that calls itself Friends of the Old Town said it would consider an appeal and has called a meeting for {weekday} on {street}.",
    low: 240,
    high: 900,
  },
  {
    section: "business",
    headline: "{firm} Works of {town} to take on staff for {goods} order",
    laterHeadline: "Order for {goods} secures winter work at {firm} of {town}",
    standfirst: "The company wants {n} new workers by the end of the quarter.",
    laterStandfirst: "The union welcomed the contract and asked for permanent posts.",
    lead: [
      "The {firm} Works in {town} will hire {n} workers after winning its largest order for {goods} in ten years, the company said {part} on {weekday}.",
      "“We have the machines, now we need the hands,” said {first} {last}, the managing director. Half of the new posts are for apprentices.",
      "The order is worth four years of work, the company said. Delivery begins before the winter.",
    ],
    quote: ["We have the machines, now we need the hands", "The machines are here. What we need now is hands"],
    attribution: ["the company said. Delivery", "a person with knowledge of the contract said. Delivery"],
    hedge: ["The order is worth four years of work", "The order could be worth up to four years of work"],
    added: "Shares of the parent company rose at the opening in Halvern and gave up most of the gain by noon.",
    low: 30,
    high: 160,
  },
  {
    section: "health",
    headline: "Clinic in {town} reports {n} cases of summer fever",
    laterHeadline: "Summer fever in {town}: health board asks visitors to stay away",
    standfirst: "Doctors call the outbreak mild, with {n} cases so far.",
    laterStandfirst: "The wards remain open; visiting hours are suspended.",
    lead: [
      "The clinic in {town} has counted {n} cases of summer fever since {weekday}, {office} said. None of the patients is seriously ill.",
      "“Wash your hands, drink water and do not panic,” said {first} {last}, the senior physician. Schools remain open.",
      "The outbreak began at a wedding on {street}, doctors said. Guests have been asked to come forward.",
    ],
    quote: ["Wash your hands, drink water and do not panic", "Wash your hands, drink plenty of water and stay calm"],
    attribution: ["doctors said. Guests", "two nurses who asked not to be named said. Guests"],
    hedge: ["The outbreak began at a wedding", "The outbreak appears to have begun at a wedding"],
    added:
      "A telephone line for worried relatives is staffed until midnight, and the pharmacy on {street} keeps longer hours.",
    low: 11,
    high: 95,
  },
  {
    section: "transport",
    headline: "Line between {town} and the coast to close for {n} days",
    laterHeadline: "Closure of coast line from {town} begins earlier than planned",
    standfirst: "Buses will replace trains for {n} days while sleepers are renewed.",
    laterStandfirst: "Season tickets will be extended, the operator has promised.",
    lead: [
      "The railway between {town} and the coast will close for {n} days from {weekday} while 4,000 sleepers are renewed, {office} said.",
      "“We would rather be hated for three weeks than for three years,” said {first} {last}, who plans the works. Buses will run every twenty minutes.",
      "The track was laid too lightly in the first place, engineers said. Freight will go round by the valley.",
    ],
    quote: [
      "We would rather be hated for three weeks than for three years",
      "I would rather be hated for a few weeks than for a few years",
    ],
    attribution: ["engineers said. Freight", "a former track inspector said. Freight"],
    hedge: ["The track was laid too lightly", "The track was in all likelihood laid too lightly"],
    added:
      "Bicycles will not be carried on the replacement buses, a rule that the cycling club of {town} called short-sighted.",
    low: 12,
    high: 60,
  },
  {
    section: "science",
    headline: "Researchers in {town} count {n} nesting pairs of grey tern",
    laterHeadline: "Grey tern returns to {town} after forty years",
    standfirst: "The survey found {n} pairs where there were none a decade ago.",
    laterStandfirst: "Wardens have roped off the spit until the chicks have flown.",
    lead: [
      "Volunteers have counted {n} nesting pairs of grey tern on the spit near {town}, more than in any year since records began, {office} said.",
      "“You hear them before you see them, and then you duck,” said {first} {last}, who organised the count. The birds arrived {part} in the season.",
      "The birds came back because the water is cleaner, wardens said. A longer study is to follow.",
    ],
    quote: [
      "You hear them before you see them, and then you duck",
      "First you hear them, then you see them, then you duck",
    ],
    attribution: ["wardens said. A longer", "the authors of an unpublished study said. A longer"],
    hedge: [
      "The birds came back because the water is cleaner",
      "The birds seem to have come back because the water is cleaner",
    ],
    added:
      "Dogs must be kept on a lead along the whole of the shore path until the end of August, and drones are not allowed at all.",
    low: 14,
    high: 88,
  },
];
