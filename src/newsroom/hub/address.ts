/** First label of the hub's host name. */
export const HUB_HOST = "hub";

/** The press's one hub, from the address of any of its houses. */
export const hubOf = (base: string): string => `http://${HUB_HOST}.localhost:${new URL(base).port}/`;
