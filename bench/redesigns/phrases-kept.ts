import type { Phrases } from "./phrases.ts";

/** Wordings and shapes made after the rules, to hold them to. */
export const KEPT_PHRASES: Phrases = {
  embedMarks: {
    en: ["This content could not be loaded.", "Chirp by Tilda Moor", "To see this video, allow cookies from Vidbox."],
    de: ["Hier sollte ein Video zu sehen sein.", "Dieses Element enthält Daten von Vidbox.", "[Video auf Vidbox]"],
    it: ["Per vedere questo contenuto devi accettare i cookie.", "Post di Photogram"],
    pt: ["Este conteúdo está bloqueado. Aceite os cookies para o ver."],
    nl: ["Deze inhoud kan niet worden getoond omdat cookies zijn uitgeschakeld."],
    sv: ["Innehållet kan inte visas utan ditt samtycke."],
    no: ["Innholdet er blokkert. Godta informasjonskapsler for å se det."],
    pl: ["Aby zobaczyć ten wpis, zaakceptuj pliki cookie."],
    ja: ["この投稿を表示するにはクッキーを許可してください。"],
  },
  continues: {
    en: ["Continues after the break", "Keep scrolling for the rest of the story", "(more below)"],
    de: ["Nach der Werbung geht es weiter", "Weiter im Text unter dem Video"],
    it: ["L'articolo prosegue sotto la foto"],
    pt: ["O texto segue depois do vídeo"],
    nl: ["Lees verder onder de foto"],
    sv: ["Texten fortsätter under bilden"],
    no: ["Saken fortsetter under annonsen"],
    pl: ["Dalsza część artykułu pod materiałem wideo"],
    ja: ["記事は広告の後に続きます"],
  },
  slides: {
    en: ["# photos", "1 / #", "View gallery - # images"],
    de: ["# Fotos ansehen", "Galerie mit # Bildern öffnen"],
    it: ["Sfoglia le # immagini"],
    pt: ["# fotos na galeria"],
    nl: ["# foto's in deze serie"],
    ja: ["写真#枚"],
  },
  regions: {
    en: [
      "We noticed that you are outside our home market. Prices and offers may differ.",
      "Welcome! Choose your edition to read the news that matters where you live.",
    ],
    de: ["Wählen Sie Ihre Region, um Nachrichten aus Ihrer Nähe zu sehen."],
    it: ["Scegli l'edizione per leggere le notizie della tua zona."],
    nl: ["Kies uw regio voor nieuws uit de buurt."],
    ja: ["お住まいの地域の版に切り替えますか。"],
  },
  controls: [
    ["Pause", "Rewind 10 s", "1:07 / 5:40", "CC"],
    ["Audio", "Share clip", "-2:11"],
    ["Press space to start", "HD", "Chapters"],
  ],
  spoken: {
    en: [
      "Good evening from the studio, where we begin tonight with the vote that everybody has been waiting for since the spring.",
      "Our reporter is at the town hall for us now, so tell us what people there are saying about the result of the count.",
    ],
    de: [
      "Guten Abend aus dem Studio, wir beginnen heute mit der Abstimmung, auf die seit dem Frühjahr alle gewartet haben.",
      "Unsere Reporterin steht vor dem Rathaus und kann uns sagen, wie die Leute dort das Ergebnis der Zählung aufnehmen.",
    ],
  },
  posts: [
    { said: "Power is back in all but two streets. Thank you for waiting.", name: "Ems Power", handle: "ems_power" },
    { said: "What a night. The whole town was on its feet until four.", name: "Jon Ahlgren", handle: "jonahlgren" },
  ],
  datelines: [
    ["PARIS — ", "PARIS (AFP) — "],
    ["Berlin – ", "Berlin (dpa/tmn) – "],
    ["", "【ベルリン共同】"],
    ["ROMA - ", "ROMA, 3 maggio (ANSA) - "],
    ["TOKYO, ", "TOKYO (Kyodo), "],
  ],
  searchTitles: [
    (headline) => `Why ${headline.split(" ").slice(-5).join(" ")}`,
    (headline) => `${headline.split(" ").slice(0, 4).join(" ")} explained`,
  ],
  shapes: [
    (text) => `<p class="hint">${text}</p>`,
    (text) => `<section data-kind="x9"><div>${text}</div></section>`,
    (text) => `<p><i>${text}</i></p>`,
    (text) => `<div>${text}</div>`,
  ],
  overlays: [
    (lines) =>
      `<section class="x-layer" role="region"><h3>Hello</h3>${lines.map((line) => `<p>${line}</p>`).join("")}<form><input type="checkbox"><button>Go</button></form></section>`,
    (lines) => `<div id="geo"><span>${lines.join(" ")}</span> <a href="/stay">Stay</a> <a href="/go">Go</a></div>`,
  ],
  players: [
    (controls, spoken) =>
      `<div class="k-av"><div class="k-row">${controls.map((line) => `<div role="button">${line}</div>`).join("")}</div>${spoken.map((line) => `<p class="k-line">${line}</p>`).join("")}</div>`,
    (controls, spoken) =>
      `<section><audio controls src="/a.mp3"></audio><ul>${controls.map((line) => `<li>${line}</li>`).join("")}</ul>${spoken.length > 0 ? `<div><b>Transcript</b>${spoken.map((line) => `<p>${line}</p>`).join("")}</div>` : ""}</section>`,
  ],
  postShapes: [
    [
      ({ said, name, handle }) =>
        `<figure class="post-quote"><blockquote>${said}</blockquote><p>${name} @${handle}</p></figure>`,
      ({ said, name }) => `<div class="quoted"><p>${said}</p><p>${name}</p></div>`,
    ],
    [
      ({ said, name }) => `<blockquote><p>${said}</p><p>- ${name} on Chirp, 3 May</p></blockquote>`,
      () => '<div data-embed="1"></div>',
    ],
  ],
};
