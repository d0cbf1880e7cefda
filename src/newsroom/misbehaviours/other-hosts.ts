import { pick } from "#newsroom/random";

/** Hosts that a site leads to: `gate-h0003` beside `h0003`. */
const GATES = ["gate", "ads", "hold", "privacy", "stau", "prijava"];
const NEW_HOSTS = ["new", "www2", "lesen", "digital"];

export const gateHost = (host: string, seed: number): string => `${pick(GATES, seed)}-${host}`;
export const newHost = (host: string, seed: number): string => `${pick(NEW_HOSTS, seed)}-${host}`;

/** The generated host that a label belongs to, and what is put before it; null for a label of another form. */
export function generatedLabel(label: string): { readonly number: number; readonly prefix: string | null } | null {
  const [, prefix, number] = /^(?:([a-z0-9]+)-)?h(\d{4,6})$/.exec(label) ?? [];
  if (number === undefined || (prefix !== undefined && ![...GATES, ...NEW_HOSTS].includes(prefix))) return null;
  return { number: Number(number), prefix: prefix ?? null };
}

/** The same base address with another host. */
export const baseAt = (base: string, host: string): string => base.replace(/^http:\/\/[^.]+/, `http://${host}`);
export const hostIn = (base: string): string => /^http:\/\/([^.:]+)/.exec(base)?.[1] ?? "";
