/**
 * Words that are written with a capital, in some languages or at the start of a sentence, and name no one: small letters, parted by
 * spaces. Short forms in capitals that stand for a thing and not for somebody are among them.
 */
const LIST = [
  // Short forms for things.
  "pm mp mps ceo cfo cto cio tv cctv dna rna hiv aids pdf ppt html css api apis url http https faq gps suv suvs vip vips gp gps id ids it ai ok am gmt bst cet utc est edt pst mph km kg mb gb q&a rss usb pc pcs sms ufo ufos ngo ngos hq gdp vat ipo pr ppe nft nfts var mvp fa pcr lgbt lgbtq ad bc er icu ev evs ux ui dj bbq",
  "pib tva smic ovni vih adn pme rer tgv ong iva pyme ovni pkw lkw ag gmbh bip mwst kfz okw",
  // Illnesses, feasts and times.
  "covid covid-19 coronavirus omicron delta corona ebola christmas easter halloween ramadan hanukkah thanksgiving xmas noël pâques navidad pascua weihnachten ostern brexit internet web god",
  // Words that open an English sentence and are no grammar of it.
  "how why who whom whose what where when which whether here there now just even only yes no so if as can could would should will may might must do does did is are was were has have had let get it its it's i i'm i've i'd i'll we're we've they're he's she's that's there's what's who's here's my your our his her their me us them all some any many most more less few several each every both either neither one two three four five six seven eight nine ten first second third last next old big top best worst live watch listen read see find meet hey hello dear please todo breaking exclusive update updated correction video photos pictures analysis opinion quiz",
  "comment pourquoi qui quoi quel quelle quels quelles où quand voici voilà oui non encore toujours vidéo direct",
  "wie warum wer was wo wann welche welcher welches hier jetzt ja nein live video",
  "cómo por qué quién quiénes qué cuál cuáles dónde cuándo aquí ahora sí no vídeo directo",
].join(" ");

/** Codes of money (ISO 4217, as the runtime knows them), and one in wide use that is none of them. */
const MONEY = [...Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()), "tl"];

export const NOT_NAMES: ReadonlySet<string> = new Set([...LIST.split(" "), ...MONEY]);
