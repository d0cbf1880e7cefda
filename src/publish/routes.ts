import { CALLBACK_PATH } from "#model/subscription";
import { addAction, hideAction, lookAction, signOutAction, unhideAction } from "./actions.ts";
import { FEED_FORMATS } from "./addresses.ts";
import { proofJson } from "./api/proof-json.ts";
import { articleFeed, latestFeed, searchFeed, sourceFeed } from "./feed/routes.ts";
import { aboutPage } from "./html/about.ts";
import { articlePage } from "./html/article.ts";
import { changePage, choosePair } from "./html/change.ts";
import { evolutionPage } from "./html/evolution.ts";
import { healthPage } from "./html/health.ts";
import { latestPage } from "./html/latest.ts";
import { ledgerPage } from "./html/ledger.ts";
import { looksPage } from "./html/looks.ts";
import { operatorPage } from "./html/operator.ts";
import { searchPage } from "./html/search.ts";
import { signInPage } from "./html/sign-in.ts";
import { sourcePage } from "./html/source.ts";
import { sourcesPage } from "./html/sources.ts";
import { variantPage } from "./html/variant.ts";
import { versionPage } from "./html/version.ts";
import { robotsText } from "./robots.ts";
import type { Handler } from "./site.ts";
import { hubAsks, hubPushes } from "./websub/handlers.ts";

export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handler: Handler;
  /** Posted by a hub, which proves itself by its signature, and not by the operator, who does by session and token. */
  readonly fromHub?: true;
}

const get = (path: string, handler: Handler): Route => ({ method: "GET", path, handler });
const post = (path: string, handler: Handler): Route => ({ method: "POST", path, handler });

/** `feed.atom`, `feed.rss`, `feed.json` */
const FEED = `:feed{feed\\.(?:${FEED_FORMATS.join("|")})}`;

/** Every address there is, except for the assets. Where a page has JSON, the same address with `.json` leads to the same handler. */
export const ROUTES: readonly Route[] = [
  get("/", latestPage),
  get("/articles/:id", articlePage),
  get("/articles/:id/evolution", evolutionPage),
  get("/articles/:id/evolution.json", evolutionPage),
  get("/articles/:id/looks", looksPage),
  get("/articles/:id/looks.json", looksPage),
  get("/articles/:id/versions/:number", versionPage),
  get("/articles/:id/versions/:number/proof.json", proofJson),
  get("/articles/:id/variants/:hash", variantPage),
  get("/articles/:id/changes", choosePair),
  get("/articles/:id/changes/:pair", changePage),
  get("/sources", sourcesPage),
  get("/sources/:id", sourcePage),
  get("/search", searchPage),
  get("/health", healthPage),
  get("/health.json", healthPage),
  get("/ledger", ledgerPage),
  get("/ledger.json", ledgerPage),
  get("/about", aboutPage),
  get("/robots.txt", robotsText),

  get(`/${FEED}`, latestFeed),
  get(`/sources/:id/${FEED}`, sourceFeed),
  get(`/articles/:id/${FEED}`, articleFeed),
  get(`/search/${FEED}`, searchFeed),

  get(`${CALLBACK_PATH}:key`, hubAsks),
  { ...post(`${CALLBACK_PATH}:key`, hubPushes), fromHub: true },

  get("/sign-in", signInPage),
  get("/operator", operatorPage),
  post("/sign-out", signOutAction),
  post("/operator/add", addAction),
  post("/articles/:id/look", lookAction),
  post("/articles/:id/hide", hideAction),
  post("/articles/:id/unhide", unhideAction),
];
