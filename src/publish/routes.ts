import { CALLBACK_PATH } from "#model/subscription";
import { articleFeed, latestFeed, searchFeed, sourceFeed } from "#publish/feed/routes";
import { aboutPage } from "#publish/html/about";
import { articlePage } from "#publish/html/article";
import { changePage, choosePair } from "#publish/html/change";
import { evolutionPage } from "#publish/html/evolution";
import { healthPage } from "#publish/html/health";
import { latestPage } from "#publish/html/latest";
import { ledgerPage } from "#publish/html/ledger";
import { looksPage } from "#publish/html/looks";
import { operatorPage } from "#publish/html/operator";
import { searchPage } from "#publish/html/search";
import { signInPage } from "#publish/html/sign-in";
import { sourcePage } from "#publish/html/source";
import { sourcesPage } from "#publish/html/sources";
import { variantPage } from "#publish/html/variant";
import { versionPage, versionProof } from "#publish/html/version";
import { addAction, hideAction, lookAction, signOutAction, unhideAction } from "#publish/http/actions";
import { robotsText } from "#publish/http/robots";
import type { Handler } from "#publish/http/visit";
import { hubAsks, hubPushes } from "#publish/websub/handlers";
import { FEED_FORMATS } from "#view/addresses";

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
  get("/articles/:id/versions/:number/proof.json", versionProof),
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
