import type { Document } from "#model/document";

/** What a document tells beside its text. */
export type Details = Pick<Document, "section" | "credits" | "leadImage" | "links" | "entries">;

export const NO_DETAILS: Details = { section: null, credits: [], leadImage: null, links: [], entries: [] };
