import type { Visit } from "#publish/http/visit";

/**
 * Tag URI (RFC 4151): the public host and the year from which it holds. Without a public address the ids are local
 * ones, which stay the same under whatever name and port the server is reached.
 */
export function tagId(visit: Visit, path: string): string {
  const { publicUrl } = visit.web.settings;
  const authority = (publicUrl && URL.parse(publicUrl)?.hostname) || "localhost";
  return `tag:${authority},2026:${path.replace(/^\//, "")}`;
}
