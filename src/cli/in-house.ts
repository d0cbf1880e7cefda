import { type House, openHouse } from "./compose.ts";
import { logOf, type ServerOptions, type Shell, settingsOf } from "./shell.ts";

/** Opens everything that runs, does `work` with it, and closes it whatever happens. */
export async function inHouse(
  options: ServerOptions,
  shell: Shell,
  work: (house: House) => Promise<void>,
): Promise<void> {
  const loaded = settingsOf(shell, options);
  const house = await openHouse(loaded.config, { log: logOf(loaded) });
  try {
    await work(house);
  } finally {
    await house.close();
  }
}
