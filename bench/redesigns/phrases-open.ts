import type { Phrases } from "./phrases.ts";

const swapped = (headline: string): string => {
  const words = headline.split(" ");
  return words.length < 5 ? `${headline} today` : [...words.slice(2), ...words.slice(0, 2)].join(" ");
};

/** The wordings and shapes that the rules were written beside. */
export const OPEN_PHRASES: Phrases = {
  embedMarks: {
    en: ["View this post on Photogram", "Embedded post: chirp.example/status/4411", "[EMBED]"],
    de: ["Empfohlener externer Inhalt", "An dieser Stelle steht ein Beitrag von Chirp."],
    fr: ["Ce contenu est bloqué car vous n'avez pas accepté les traceurs."],
    es: ["Ver esta publicación en Photogram"],
  },
  continues: {
    en: ["Story continues below", "Article continues after this message", "The text resumes underneath"],
    de: ["Der Artikel geht unterhalb der Anzeige weiter", "Lesen Sie unter der Grafik weiter"],
    fr: ["La suite après cette publicité"],
    es: ["El texto continúa debajo de la imagen"],
  },
  slides: {
    en: ["Slideshow (# images)", "Gallery: # photos", "See all # pictures"],
    de: ["Fotostrecke: # Bilder", "Bild 1 von #"],
    fr: ["Diaporama (# photos)"],
    es: ["Galería de # fotos"],
  },
  regions: {
    en: [
      "You are reading the international edition. Switch to the one for your region?",
      "It looks like you are in Norland. Would you like to see the Norland edition?",
    ],
    de: ["Sie lesen die internationale Ausgabe. Möchten Sie zur Ausgabe Ihres Landes wechseln?"],
    fr: ["Vous consultez l'édition internationale. Souhaitez-vous passer à celle de votre pays ?"],
    es: ["Está leyendo la edición internacional. ¿Quiere pasar a la de su país?"],
  },
  controls: [
    ["Play", "00:00", "03:12", "Mute", "Settings", "Full screen"],
    ["Listen to this article", "4 min", "Speed 1x"],
    ["Video player is loading.", "Current time 0:00", "Duration 2:41"],
  ],
  spoken: {
    en: [
      "So what we are seeing here is a harbour that has been closed since the early morning, and no one can say when it opens.",
      "We spoke to the people on the quay, who have been waiting for hours, and most of them want to know one thing only.",
      "That was our report from the coast, and we will be back with more as soon as the divers have come up again.",
    ],
    de: [
      "Wir stehen hier am Hafen, der seit dem frühen Morgen gesperrt ist, und wann er wieder öffnet, kann uns niemand sagen.",
      "Die Leute am Kai warten seit Stunden, und die meisten wollen nur eines wissen, nämlich ob heute noch ein Schiff fährt.",
    ],
  },
  posts: [
    {
      said: "Roads around the harbour are shut until noon. Please stay away and let the crews work.",
      name: "Ems Port",
      handle: "emsport",
    },
    {
      said: "I have never seen water this high in all my years on the quay.",
      name: "Tilda Moor",
      handle: "tildamoor",
    },
  ],
  datelines: [
    ["BERLIN - ", "BERLIN (Reuters) - "],
    ["", "LONDON (AP) — "],
    ["OSLO, May 3 - ", "OSLO, May 3 (Reuters) - "],
    ["Hamburg. ", "Hamburg (dpa). "],
  ],
  searchTitles: [swapped, (headline) => `${headline.split(" ").slice(0, 6).join(" ")}: what we know`],
  shapes: [
    (text) => `<p>${text}</p>`,
    (text) => `<div class="css-q7w8"><span>${text}</span></div>`,
    (text) => `<div class="inline-module"><p>${text}</p></div>`,
    (text) => `<p class="note"><em>${text}</em></p>`,
  ],
  overlays: [
    (lines) =>
      `<div class="edition-picker">${lines.map((line) => `<p>${line}</p>`).join("")}<button>Yes</button><button>No</button></div>`,
    (lines) =>
      `<div class="css-ov1"><div class="css-ov2">${lines.map((line) => `<p>${line}</p>`).join("")}<a href="/x">OK</a></div></div>`,
  ],
  players: [
    (controls, spoken) =>
      `<div class="vp-root"><video src="/v.mp4"></video><div class="vp-bar">${controls.map((line) => `<span class="vp-c">${line}</span> `).join("")}</div>${spoken.length > 0 ? `<div class="vp-text">${spoken.map((line) => `<p>${line}</p>`).join("")}</div>` : ""}</div>`,
    (controls, spoken) =>
      `<figure class="media"><div class="stage"><button>▶</button>${controls.map((line) => `<div>${line}</div>`).join("")}</div>${spoken.length > 0 ? `<details><summary>Transcript</summary>${spoken.map((line) => `<p>${line}</p>`).join("")}</details>` : ""}</figure>`,
  ],
  postShapes: [
    [
      ({ said, name, handle }) =>
        `<blockquote class="twitter-tweet"><p>${said}</p>&mdash; ${name} (@${handle}) <a href="https://chirp.example/1">May 3, 2015</a></blockquote>`,
      ({ said }) => `<div class="post-card"><p>${said}</p></div>`,
    ],
    [
      ({ said, name, handle }) =>
        `<div class="embed-post"><div class="who">${name} <span>@${handle}</span></div><blockquote>${said}</blockquote></div>`,
      () => `<div class="embed-post" data-id="1"></div>`,
    ],
  ],
};
