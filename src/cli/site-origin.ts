import type { Config } from "#config/schema";

/** Under which the addresses in links and records are, without a slash at its end: the public address, else where a server would listen. */
export function siteOrigin({ publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">): string {
  if (publicUrl !== null) return publicUrl.replace(/\/+$/, "");
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
