import type { EngineSettings } from "#engine/settings";

/**
 * Does a link lead from a place outside to one that only the operator may reach (`allow-private`)? What is written in public is no
 * leave to look inside: such links are not followed, whoever may be watched there.
 */
export const leadsInward = ({ isOwn }: Pick<EngineSettings, "isOwn">, from: string, to: string): boolean =>
  isOwn?.(to) === true && !isOwn(from);
