/** Whether a store's place is the address of a PostgreSQL database; anything else is a file. */
export const isPostgresUrl = (place: string): boolean => /^postgres(?:ql)?:\/\//i.test(place);
