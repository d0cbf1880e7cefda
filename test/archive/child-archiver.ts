import { randomBytes } from "node:crypto";
import { openArchive } from "#archive/archive";
import { systemClock } from "#lib/clock";
import { silentLog } from "#lib/log";

/** Adds captures until it is killed, and prints the place of each one that is on the disk. */
const archive = await openArchive({
  folder: process.argv[2]!,
  bucket: null,
  keep: "all",
  owner: `press:${process.pid}:child`,
  isDead: () => false,
  software: "Variorum/test",
  clock: systemClock,
  log: silentLog,
});
const keepAdding = async (): Promise<never> => {
  for (;;) {
    // Large enough that most kills hit the middle of a record.
    const body = randomBytes(200_000);
    const one = { url: "https://daily.example/a", sentAt: systemClock.now(), request: "GET /a HTTP/1.1\r\n" };
    const response = "HTTP/1.1 200 OK\r\nContent-Encoding: none\r\n";
    const added = await archive.append([{ ...one, response, body, truncated: false }], { cited: true });
    if (added.ok) process.stdout.write(`${JSON.stringify(added.value)}\n`);
  }
};
await Promise.all([keepAdding(), keepAdding(), keepAdding()]);
