import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";
import { fail, ok, type Result } from "#model/failure";
import { CLOSE_LIMIT_MS, SCRIPT_HEAP_LIMIT_MB, START_LIMIT_MS } from "./limits.ts";

/** Where systems put Chromium and its kin. */
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser never reaches the network itself: it knows no name, its only proxy does not exist, and WebRTC may go nowhere
 * but through that. So what slips past the routes (preconnects, prefetches, workers, sockets) leads nowhere.
 */
const CUT_OFF = [
  "--proxy-server=http://nowhere.invalid:1",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  // The name has changed between releases: what one does not know it ignores.
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
];
const QUIET = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
  "--no-first-run",
  "--mute-audio",
  `--js-flags=--max-old-space-size=${SCRIPT_HEAP_LIMIT_MB}`,
];

/** The path of the browser, or how to get one. Null asks for the usual places. */
export function findChromium(path: string | null): Result<string> {
  const places = path === null ? USUAL_PLACES : [path];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return ok(found);
  const where = path === null ? "there is no Chromium on this machine" : `there is no browser at ${path}`;
  return fail(
    "later",
    "no-browser",
    `The source's pages are to be read through a browser, and ${where}. Install one (on Debian: apt-get install chromium), or say where it is (setting browser).`,
  );
}

/** One Chromium, started when it is first needed and again after it was killed. */
export class Chromium {
  readonly #path: string | null;
  #running: Promise<Result<Running>> | null = null;

  constructor(path: string | null) {
    this.#path = path;
  }

  async browser(): Promise<Result<Browser>> {
    this.#running ??= start(this.#path);
    const running = await this.#running;
    if (running.ok && running.value.browser.isConnected()) return ok(running.value.browser);
    this.#running = null;
    return running.ok ? this.browser() : running;
  }

  /** Ends it at once, whatever its pages are at. */
  async kill(): Promise<void> {
    const running = await this.#running;
    this.#running = null;
    if (running?.ok) end(running.value);
  }

  async close(): Promise<void> {
    const running = await this.#running;
    this.#running = null;
    if (!running?.ok) return;
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, CLOSE_LIMIT_MS);
    // A browser that is gone already cannot be closed: that is what was wanted.
    await Promise.race([running.value.browser.close().catch(() => {}), late]);
    clearTimeout(timer);
    end(running.value);
  }
}

interface Running {
  readonly browser: Browser;
  readonly pid: number;
}

async function start(path: string | null): Promise<Result<Running>> {
  const executable = findChromium(path);
  if (!executable.ok) return executable;
  const library = await loadLibrary();
  if (!library.ok) return library;
  try {
    const browser = await library.value.launch({
      executablePath: executable.value,
      args: [...CUT_OFF, ...QUIET],
      // Chromium refuses its sandbox to root; everybody else keeps it.
      chromiumSandbox: process.getuid?.() !== 0,
      timeout: START_LIMIT_MS,
    });
    return ok({ browser, pid: await pidOf(browser) });
  } catch (error) {
    const cause = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return fail("later", "no-browser", `The browser ${executable.value} could not be started: ${cause}.`);
  }
}

async function loadLibrary(): Promise<Result<Pick<typeof import("playwright-core").chromium, "launch">>> {
  try {
    return ok((await import("playwright-core")).chromium);
  } catch {
    const message =
      "To read pages through a browser the package playwright-core is needed: npm install playwright-core.";
    return fail("later", "no-browser", message);
  }
}

async function pidOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.find(({ type }) => type === "browser")!.id;
}

function end({ pid }: Running): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
