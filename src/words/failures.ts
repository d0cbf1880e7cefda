import type { FailureCode, Reason } from "#model/reason";
import { type Saying, say } from "./say.ts";

/** What is said of requests that failed, and of answers that could not be used, as `reasons.ts` says the rest. */

type FailureSayings = {
  readonly [Code in FailureCode]: (facts: Extract<Reason, { readonly code: Code }>) => Saying;
};

const server = (host: string): Saying => say`the server ${{ quote: host }}`;
const detailed = (detail: string | undefined): Saying =>
  detail === undefined || detail === "" ? say`` : say` (${{ quote: detail }})`;

const TASKS = { read: "reading the page", compare: "comparing the page" } as const;
const FOUND = { html: "an HTML page", opml: "a list of feeds (OPML)", unknown: "something unknown" } as const;
const MB = 1024 * 1024;

export const FAILURE_WORDS: FailureSayings = {
  "body-too-large": ({ maxBytes }) => say`the answer is larger than ${maxBytes} bytes and was not read further`,
  "headers-too-large": ({ host }) => say`${server(host)} sends more headers than are read`,
  "bad-response": ({ host, why, detail }) => {
    if (why === "hints") return say`${server(host)} keeps sending hints and never an answer`;
    if (why === "pieces") return say`${server(host)} sends its answer in too many pieces; it was not read further`;
    return say`${server(host)} does not speak correct HTTP${detailed(detail)}`;
  },
  "whole-timeout": () => say`the answer took longer than the time allowed for all of it`,
  "bad-url": ({ url }) => say`${{ quote: url }} is not an absolute http or https address`,
  "bad-port": ({ port }) => say`port ${port} belongs to another service than the web, so it is not asked`,
  "private-address": ({ target }) =>
    say`the host ${{ quote: target }} is, or leads to, an address that is not public, so it is not asked`,
  "redirect-loop": ({ url }) => say`the redirects lead back to ${{ quote: url }}, which was asked before`,
  "too-many-redirects": ({ max }) => say`the server redirects more than ${max} times`,
  "bad-redirect": ({ to }) => say`the server redirects to “${{ quote: to }}”, which is not an http address`,
  dns: ({ host, why }) => {
    const name = say`the name ${{ quote: host }}`;
    if (why === "unknown") return say`${name} has no address: it does not exist, or its name server is wrong`;
    if (why === "not-now") return say`${name} could not be looked up just now`;
    return why === "failed" ? say`${name} could not be looked up` : say`${name} has no address`;
  },
  "connect-refused": ({ host }) => say`${server(host)} refuses connections`,
  "connect-timeout": ({ host }) => say`${server(host)} did not accept a connection in time`,
  "connect-failed": ({ host, why, detail }) => {
    if (why === "host") return say`${server(host)} cannot be reached from here`;
    if (why === "network") return say`the network of ${{ quote: host }} cannot be reached from here`;
    return say`${server(host)} could not be asked${detailed(detail)}`;
  },
  "headers-timeout": ({ host }) => say`${server(host)} took the request but did not begin to answer in time`,
  "truncated-body": ({ host, why }) =>
    why === "closed"
      ? say`${server(host)} closed the connection before its answer was complete`
      : say`${server(host)} sent less than its Content-Length says`,
  reset: ({ host }) => say`${server(host)} closed the connection before it answered`,
  tls: ({ host, detail }) => say`no secure connection to ${{ quote: host }} could be made${detailed(detail)}`,
  "bad-encoding": ({ why, layers, encoding, detail }) => {
    if (why === "layers") return say`the answer is compressed ${layers ?? "many"} times over`;
    if (why === "headers") return say`the answer is not compressed as its headers say`;
    return say`the answer is not what its Content-Encoding “${{ quote: encoding ?? "" }}” says${detailed(detail)}`;
  },
  "robots-unreachable": ({ status }) =>
    status === undefined
      ? say`the site's robots.txt could not be reached, so the site is not asked for now`
      : say`the site's robots.txt answered ${status}, so the site is not asked for now`,
  "robots-disallowed": ({ url }) => say`the site's robots.txt asks not to fetch ${{ quote: url }}`,
  "host-busy": ({ host, waitMs }) =>
    say`the host ${{ quote: host }} is busy for another ${Math.round(waitMs / 1000)} seconds; the look is put off`,
  "day-cap": ({ host }) =>
    say`the daily request limit for ${{ quote: host }} had been reached (setting daily-cap); it is asked again tomorrow`,
  "page-too-heavy": ({ task, limit, max }) => {
    if (limit === "memory-mb") return say`${TASKS[task]} needed more than ${max} MB of memory and was stopped`;
    const time = limit === "cpu-ms" ? "seconds of processor time" : "seconds";
    return say`${TASKS[task]} took more than ${max / 1000} ${time} and was stopped`;
  },
  "page-unread": ({ task, detail }) => say`${TASKS[task]} failed${detailed(detail)}`,
  "render-timeout": () => say`the scripts of the page did not end within the time allowed for a page`,
  "render-led-away": () => say`a script leads to another address before the page is complete; it is not followed`,
  "render-failed": ({ detail }) => say`the browser could not show the page${detailed(detail)}`,
  "feed-status": ({ status }) => say`the feed answered ${status}`,
  "source-gone": () => say`the source of the feed no longer exists`,
  "not-a-feed": ({ url, found }) => say`${{ quote: url }} is not a feed but ${FOUND[found]}`,
  "bad-feed": ({ url }) => say`${{ quote: url }} is not a readable JSON Feed: it has no list of items`,
  "bad-gzip": ({ url, detail }) => say`${{ quote: url }} is a gzip file that cannot be unpacked${detailed(detail)}`,
  "feed-too-large": ({ url, maxBytes }) =>
    say`${{ quote: url }} is larger than the ${maxBytes / MB} MB that are read of a feed`,
  failure: ({ message }) => say`${message}`,
};
