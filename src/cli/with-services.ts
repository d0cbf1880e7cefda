import { openServices, type Services } from "./compose.ts";
import { patiently } from "./patience.ts";
import { logOf, type ServerOptions, type Shell, settingsOf } from "./shell.ts";
import { inOwnForm } from "./started-as.ts";

/** Opens everything that runs, does `work` with it, and closes it whatever happens. */
export async function withServices(
  options: ServerOptions,
  shell: Shell,
  work: (services: Services) => Promise<void>,
): Promise<void> {
  const loaded = settingsOf(shell, options);
  const log = logOf(loaded);
  const open = () => openServices(loaded.config, { log });
  const services = await patiently(open, shell.signal, (message) =>
    shell.terminal.err(`${inOwnForm(shell.startedAs, message)} Trying again ...`),
  );
  try {
    await work(services);
  } catch (error) {
    // What ended the work is the reason to give; what then cannot be closed, as on a full disk, follows from it.
    await services.close().catch((second) => log.error({ err: second }, "not everything could be closed"));
    throw error;
  }
  await services.close();
}
