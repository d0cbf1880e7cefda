/** Library door `variorum/publish`: the pages, feeds and JSON over any store's reader. */

export { type Listening, type ListenOptions, listen } from "#publish/http/listen";
export type { Operator } from "#publish/http/operator";
export { type Session, Sessions } from "#publish/http/sessions";
export { DEFAULT_SETTINGS, type PublishSettings } from "#publish/http/settings";
export type { SiteSummary, SiteTemplates } from "#view/site-templates";
export { type AppDeps, createApp } from "./app.ts";
