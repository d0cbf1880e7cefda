import { isIP } from "node:net";
import { z } from "zod";
import { type Kind, list } from "./kinds.ts";

/** Addresses, and networks as an address with the number of its bits that count: `10.0.0.0/8`. */
export const networks: Kind<readonly string[]> = {
  schema: list.schema.transform((items, context) => {
    const wrong = items.find((item) => !isNetwork(item));
    if (wrong === undefined) return items;
    const message = `must hold addresses and networks, such as 10.0.0.5 or 10.0.0.0/8; "${wrong}" is neither`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }),
  title: "list of addresses and networks",
  print: (value) => value.join(", "),
};

function isNetwork(text: string): boolean {
  const [, address = "", prefix] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && (prefix === undefined || Number(prefix) <= (family === 4 ? 32 : 128));
}
