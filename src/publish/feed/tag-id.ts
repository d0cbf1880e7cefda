import type { Visit } from "#publish/http/visit";

/**
 * Tag URI (RFC 4151): the installation's authority and a year in which it had it. No setting is in it, so an entry has one
 * id under whatever name and port it is read.
 */
export const tagId = (visit: Visit, path: string): string =>
  `tag:${visit.web.authority},2026:${path.replace(/^\//, "")}`;
