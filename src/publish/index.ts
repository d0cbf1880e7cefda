/** Library door `variorum/publish`: the pages, feeds and JSON over any store's reader. */
export { type AppDeps, createApp } from "./app.ts";
export { type Listening, type ListenOptions, listen } from "./listen.ts";
export type { Operator } from "./operator.ts";
export { type Session, Sessions } from "./sessions.ts";
export { DEFAULT_SETTINGS, type PublishSettings } from "./settings.ts";
export type { SiteSummary, SiteTemplates } from "./site-templates.ts";
