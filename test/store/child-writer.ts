import { openStore } from "#store/index";
import { addArticle, addSource, openVersion, textOf } from "../contract/fixtures.ts";

/**
 * A process that writes versions until it is killed or has written `count`, and says each number it has been promised.
 * Arguments: file, host, count.
 */
const [file, host, count] = process.argv.slice(2) as [string, string, string];
const store = await openStore(file);
const source = await addSource(store, `https://${host}/`);
for (let at = 0; at < Number(count); at++) {
  const id = await addArticle(store, `https://${host}/${at}`, source);
  for (const after of [0, 1]) {
    const body = Array.from(
      { length: 20 },
      (_, line) => `${host} article ${at} line ${line} ${line === 7 ? after : ""}`,
    );
    await openVersion(store, id, after, textOf(`Headline ${at}`, "Shared by all articles", ...body));
  }
  process.stdout.write(`${at}\n`);
}
await store.close();
