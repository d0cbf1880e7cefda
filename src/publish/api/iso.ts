/** Instants go out as ISO 8601 in UTC. */
export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
