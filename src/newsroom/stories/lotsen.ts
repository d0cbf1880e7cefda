import { addAfter, edit, headline, note, replace, standfirst } from "#newsroom/edits";
import type { Story } from "#newsroom/story";

export const lotsen: Story = {
  site: "wire",
  slug: "lotsen-streik-port-ansel",
  section: "deutsch",
  language: "de",
  publishedAt: "-0:50",
  byline: ["Meridian Wire"],
  headline: "Lotsen in Port Ansel legen die Arbeit nieder",
  standfirst: "Seit Mitternacht liegen 23 Frachter auf Reede.",
  body: [
    "PORT ANSEL (Meridian) – Die Lotsen des größten Hafens von Aldmere sind in der Nacht zum {today} in einen unbefristeten Ausstand getreten. Seit Mitternacht warten 23 Frachter auf Reede, darunter zwei Getreideschiffe aus Kestria.",
    "Die Gewerkschaft der Seeleute fordert kürzere Wachen und einen zweiten Mann auf jedem Lotsenboot. „Wer um vier Uhr früh bei Windstärke acht eine Strickleiter hochklettert, soll danach schlafen dürfen“, sagte ihr Sekretär Marcus Thorne.",
    "Die Hafenbehörde nannte den Streik unverantwortlich. Ein Angebot über vier Prozent mehr Lohn liege seit drei Wochen auf dem Tisch, erklärte eine Sprecherin.",
    "Fähren und Schiffe unter 90 Metern Länge sind nicht betroffen, weil für sie keine Lotsenpflicht besteht. Die Versorgung der Inseln ist nach Angaben des Ministeriums für zehn Tage gesichert.",
    "Ein Tag Stillstand kostet die Wirtschaft nach einer Schätzung der Handelskammer rund 3 Millionen Kronen. Der letzte Lotsenstreik vor vierzehn Jahren dauerte neun Tage.",
    "Verkehrsministerin Hester Quill lud beide Seiten für den Abend zu einem Gespräch nach Halvern ein.",
  ],
  edits: [
    edit(
      "1:30",
      "number",
      "Mehr Schiffe auf Reede.",
      replace("warten 23 Frachter auf Reede", "warten 31 Frachter auf Reede"),
      standfirst("Seit Mitternacht liegen 31 Frachter auf Reede."),
    ),
    edit(
      "4:10",
      "number",
      "Aus 3 werden 13 Millionen, mit Hinweis.",
      replace("rund 3 Millionen Kronen", "rund 13 Millionen Kronen"),
      note("BERICHTIGUNG: Im fünften Absatz wurde die Schätzung der Handelskammer auf 13 Millionen Kronen berichtigt."),
    ),
    edit(
      "7:40",
      "quote",
      "Ein Zitat wird geglättet.",
      replace(
        "Die Hafenbehörde nannte den Streik unverantwortlich.",
        "Die Hafenbehörde nannte den Streik bedauerlich.",
      ),
    ),
    edit(
      "13:50",
      "headline",
      "Der Streik ist ausgesetzt.",
      headline("Lotsen in Port Ansel setzen Streik aus"),
      standfirst("Beide Seiten verhandeln bis Ende der Woche."),
      addAfter(
        "lud beide Seiten",
        "Nach fünfstündigen Gesprächen kündigte die Gewerkschaft am späten Abend an, den Ausstand bis zum Ende der Woche auszusetzen. Die ersten Schiffe sollen in der Nacht einlaufen.",
      ),
    ),
  ],
  noise: [{ kind: "wrong-charset", from: "10:00", to: "12:00" }],
};
