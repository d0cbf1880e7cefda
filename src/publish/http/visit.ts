import type { Clock } from "#lib/clock";
import type { Log } from "#lib/log";
import type { Assets } from "#publish/assets";
import type { Fragments } from "#publish/fragments";
import type { HubCallbacks } from "#publish/websub/callbacks";
import type { PushRate } from "#publish/websub/push-rate";
import type { Audience, PublicReader } from "#store/public-reader";
import type { Collator } from "#view/compare/collator";
import type { Evolver } from "#view/compare/evolver";
import type { Samples } from "#view/compare/sample";
import type { ViewContext } from "#view/context";
import type { SiteTemplates } from "#view/site-templates";
import type { Operator } from "./operator.ts";
import type { Packed } from "./packed.ts";
import type { RecentAnswers } from "./recent.ts";
import type { Session, Sessions } from "./sessions.ts";
import type { PublishSettings } from "./settings.ts";
import type { WrongTries } from "./wrong-tries.ts";

/** What pages are made from; built once. */
export interface WebContext {
  readonly readers: Readonly<Record<Audience, PublicReader>>;
  readonly operator: Operator;
  readonly clock: Clock;
  readonly settings: PublishSettings;
  /** Whose the ids of feed entries are; kept in the database, so that no setting changes them. */
  readonly authority: string;
  readonly sessions: Sessions;
  readonly log: Log;
  readonly assets: Assets;
  readonly fragments: Fragments;
  readonly packed: Packed;
  readonly recent: RecentAnswers;
  readonly collator: Collator;
  readonly evolver: Evolver;
  readonly samples: Samples;
  readonly templates: SiteTemplates;
  readonly isDamaged: () => boolean;
  readonly callbacks: HubCallbacks;
  readonly pushRate: PushRate;
  readonly wrongTries: WrongTries;
  /** Where the pages of readers are made; null makes them here. */
  readonly pageMaker: PageMaker | null;
}

/** Makes the pages of readers elsewhere. */
export interface PageMaker {
  make(visit: Visit): Promise<Response>;
}

/** One request, read and checked: what a page has to know about who asks and for what. */
export interface Visit {
  readonly web: WebContext;
  readonly path: string;
  /** Named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Fields of a posted form; empty for everything else. */
  readonly form: Readonly<Record<string, string>>;
  /** Files of a posted form, as text. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Network address that the request came from: of the proxy, if there is one; empty when it is not known. */
  readonly from: string;
  /** Scheme and host under which absolute links are built, without trailing slash. */
  readonly origin: string;
  /** Origin under which this visitor came: decides about cookies and where forms may come from. */
  readonly here: string;
  /** The signed-in operator's session. */
  readonly session: Session | null;
  readonly now: number;
  /** What the views of this visit are made from, read as the one who asks may read: the operator when signed in, else anyone. */
  readonly view: ViewContext;
  /** What could be read when the visit began (`Reader.revision`); null where nothing is kept for others: of the operator, of posts. */
  readonly revision: string | null;
  /** The `.json` address was used, or Accept prefers JSON to HTML. */
  readonly wantsJson: boolean;
  readonly request: Request;
}

/** Answers one visit. Expected failures (unknown, hidden, bad parameter) are answers too; only our own faults throw. */
export type Handler = (visit: Visit) => Promise<Response> | Response;
