import { html } from "hono/html";
import type { VersionHead } from "#model/version";
import type { Html } from "#publish/markup";
import { stamp } from "./instant.ts";

export interface ImprintOf {
  /** Where the publisher has the article. */
  readonly original: string;
  /** Where this page is, whole. */
  readonly permalink: string;
  readonly versions: readonly VersionHead[];
}

/** What a sheet of paper needs so that it can be found and checked again; on the screen, links and titles say it. */
export const imprint = ({ original, permalink, versions }: ImprintOf): Html =>
  html`<dl class="imprint"><dt>Original</dt><dd><bdi>${original}</bdi></dd>
<dt>This page</dt><dd><bdi>${permalink}</bdi></dd>
${versions.map(witness)}</dl>`;

const witness = ({ place, firstSeenAt, lastSeenAt, previousSeenAt, textHash }: VersionHead): Html =>
  html`<dt>Version ${place}</dt><dd>first seen ${stamp(firstSeenAt)}${previousSeenAt === null ? "" : html` (the text before it was last seen ${stamp(previousSeenAt)})`}, last seen ${stamp(lastSeenAt)}; SHA-256 <code>${textHash}</code></dd>
`;
