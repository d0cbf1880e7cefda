import type { Right } from "#model/actor";
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
import { signInAction, signInPage } from "#publish/html/sign-in";
import { sourcePage } from "#publish/html/source";
import { sourcesPage } from "#publish/html/sources";
import { variantPage } from "#publish/html/variant";
import { versionPage, versionProof } from "#publish/html/version";
import {
  addAction,
  hideAction,
  lookAction,
  markLabelAction,
  signOutAction,
  signOutAllAction,
  signOutOneAction,
  unhideAction,
} from "#publish/http/actions";
import { robotsText } from "#publish/http/robots";
import { changeSourceAction } from "#publish/http/source-actions";
import type { Handler } from "#publish/http/visit";
import { hubAsks, hubPushes } from "#publish/websub/handlers";
import { FEED_FORMATS } from "#view/addresses";

export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handler: Handler;
  /** What the visitor must be allowed to do, or the handler never runs (see src/actions/roles.ts). */
  readonly may: Right;
}

const get = (path: string, handler: Handler, may: Right = "read"): Route => ({ method: "GET", path, handler, may });
const post = (path: string, handler: Handler, may: Right): Route => ({ method: "POST", path, handler, may });

/** Where addresses and lists of them are posted. */
export const ADD_PATH = "/operator/add";

/** `feed.atom`, `feed.rss`, `feed.json` */
const FEED = `:feed{feed\\.(?:${FEED_FORMATS.join("|")})}`;

/** Every address there is, except for the assets. Where a page has JSON, the same address with `.json` leads to the same handler. */
export const ROUTES: readonly Route[] = [
  get("/", latestPage),
  get("/changes.json", latestPage),
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
  get("/sources.json", sourcesPage),
  get("/sources/:id", sourcePage),
  get("/search", searchPage),
  get("/search.json", searchPage),
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

  get(`${CALLBACK_PATH}:key`, hubAsks, "hub"),
  post(`${CALLBACK_PATH}:key`, hubPushes, "hub"),

  get("/sign-in", signInPage, "sign-in"),
  post("/sign-in", signInAction, "sign-in"),
  get("/operator", operatorPage, "operate"),
  post("/sign-out", signOutAction, "operate"),
  post("/operator/browsers/sign-out", signOutAllAction, "operate"),
  post("/operator/browsers/:hash/sign-out", signOutOneAction, "operate"),
  post(ADD_PATH, addAction, "operate"),
  post("/sources/:id/change", changeSourceAction, "operate"),
  post("/articles/:id/changes/:pair/labels", markLabelAction, "operate"),
  post("/articles/:id/look", lookAction, "operate"),
  post("/articles/:id/hide", hideAction, "operate"),
  post("/articles/:id/unhide", unhideAction, "operate"),
];
