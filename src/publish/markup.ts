import type { html } from "hono/html";

/** Markup whose texts are escaped already: what the `html` tag gives. */
export type Html = ReturnType<typeof html>;
