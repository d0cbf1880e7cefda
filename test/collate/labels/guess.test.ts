import assert from "node:assert/strict";
import { test } from "node:test";
import { rulesFor } from "#language/rules/find";

/** Beginning of a text that states no language, and one word that its rules know as grammar; null where none are due. */
const TEXTS: readonly (readonly [name: string, text: string, grammar: string | null])[] = [
  ["English", "The mayor of the town said that it was not the fault of the rain.", "the"],
  ["German", "Die Bürgermeisterin der Stadt sagte, dass es nicht am Regen lag.", "nicht"],
  ["French", "Le maire de la ville a dit que ce n'est pas la faute de la pluie.", "pas"],
  ["Spanish", "La alcaldesa de la ciudad dijo que no es por la lluvia ni por el río.", "que"],
  ["Portuguese", "O prefeito da cidade disse que a chuva não foi a causa da queda da ponte.", null],
  ["Italian", "Il sindaco della città ha detto che non è colpa della pioggia ma del ponte.", null],
  ["Catalan", "L'alcaldessa de la ciutat va dir que no és per la pluja i que els ponts són vells.", null],
  ["Dutch", "De burgemeester van de stad zei dat het niet aan de regen lag en dat de brug oud was.", null],
  ["Swedish", "Borgmästaren i staden sa att det inte var regnet och att bron är gammal.", null],
  ["Russian", "Мэр города сказал, что дождь не виноват.", null],
  ["Japanese", "市長は雨のせいではないと述べた。", null],
  ["names alone", "Venn Lund Skerrow Marfa Ems", null],
  ["nothing", "", null],
];

for (const [name, text, grammar] of TEXTS)
  test(`a text tells its language: ${name}`, () => {
    const rules = rulesFor(null, () => text);
    if (grammar === null) assert.equal(rules.grammar.size, 0);
    else assert.ok(rules.grammar.has(grammar) && rules.hedges.size > 0);
  });

test("a declared language is believed, whatever its region or letter case, and the text is not read", () => {
  const unread = () => assert.fail("read");
  assert.ok(rulesFor("de-AT", unread).grammar.has("nicht"));
  assert.ok(rulesFor("EN_us", unread).grammar.has("the"));
  assert.equal(rulesFor("pt-BR", unread).grammar.size, 0);
});
