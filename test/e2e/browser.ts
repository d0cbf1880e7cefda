import { accessSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { TestContext } from "node:test";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];

/** The system's Chromium; `npm test` installs it where it can. */
function executable(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(exists);
  if (!found)
    throw new Error("These tests look at the pages in Chromium, and there is none. `npm test` installs it on Debian.");
  return found;
}

function exists(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: executable(), args: QUIET });

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export interface Watched {
  readonly page: Page;
  /** Everything the browser complained about: policy violations, script errors, dialogs, requests elsewhere. */
  readonly complaints: readonly string[];
}

/** A page in a browser profile of its own, closed after the test. */
export async function openPage(
  t: TestContext,
  browser: Browser,
  origin: string,
  options: BrowserContextOptions,
): Promise<Watched> {
  const context = await browser.newContext({ ...options, bypassCSP: false });
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", async (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`request to ${request.url()}`);
  });
  return { page, complaints };
}
