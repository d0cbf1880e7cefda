import { DatabaseSync } from "node:sqlite";
import { openStore } from "#store/index";

/** A process that opens a file and is killed before its statement with this number, or ends well if there are fewer. Arguments: file, number. */
const [file, number] = process.argv.slice(2) as [string, string];
let left = Number(number);
const prepare = DatabaseSync.prototype.prepare;
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
  if (left-- === 0) process.kill(process.pid, "SIGKILL");
  return prepare.call(this, sql);
};
await (await openStore(file)).close();
