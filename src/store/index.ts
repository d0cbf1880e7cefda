/** Library door `variorum/store`. */
export { openStore, type StoreOptions } from "./open.ts";
export * from "./reader.ts";
export type * from "./store.ts";
export type * from "./writer.ts";
