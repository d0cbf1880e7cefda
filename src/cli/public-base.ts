import type { Config } from "#config/schema";
import { fail, ok, type Result } from "#model/failure";

/** Names that work only inside: of this machine, of a local network, without a domain. */
const INSIDE_NAME = /^[^.]+$|(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|test|invalid)\.?$/i;

/**
 * The address under which hubs reach this installation, without a slash at its end, or why they cannot. What `allow-private`
 * names is a place of the operator's own, where a hub may be as well.
 */
export async function publicBaseOf({
  publicUrl,
  allowPrivate,
}: Pick<Config, "publicUrl" | "allowPrivate">): Promise<Result<string>> {
  if (publicUrl === null)
    return fail("never", "no-public-url", "hubs cannot push news to this site (WebSub): set public-url to allow it.");
  const { allowList, portOf } = await import("#fetch/target");
  const { isPrivateAddress, literalAddress } = await import("#fetch/address");
  const url = new URL(publicUrl);
  const literal = literalAddress(url.hostname);
  const isInside = literal === null ? INSIDE_NAME.test(url.hostname) : isPrivateAddress(literal);
  if (isInside && !allowList(allowPrivate)(url.hostname, portOf(url)))
    return fail(
      "never",
      "private-public-url",
      `hubs cannot push news to this site (WebSub): ${publicUrl} is not a public address.`,
    );
  return ok(publicUrl.replace(/\/+$/, ""));
}
