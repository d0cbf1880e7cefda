import { moveStore } from "#store/move/move";

/** A process that moves a file into a database and says each step. Arguments: file, address. */
const [file, url] = process.argv.slice(2) as [string, string];
await moveStore(file, url, {
  onProgress: ({ doing, table, rows }) => process.stdout.write(`${doing} ${table} ${rows}\n`),
});
