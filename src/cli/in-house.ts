import { type House, openHouse } from "./compose.ts";
import { patiently } from "./patience.ts";
import { logOf, type ServerOptions, type Shell, settingsOf } from "./shell.ts";

/** Opens everything that runs, does `work` with it, and closes it whatever happens. */
export async function inHouse(
  options: ServerOptions,
  shell: Shell,
  work: (house: House) => Promise<void>,
): Promise<void> {
  const loaded = settingsOf(shell, options);
  const log = logOf(loaded);
  const open = () => openHouse(loaded.config, { log });
  const house = await patiently(open, shell.signal, (message) => shell.terminal.err(`${message} Trying again ...`));
  try {
    await work(house);
  } finally {
    await house.close();
  }
}
