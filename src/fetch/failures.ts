import { errors } from "undici";
import { type Failure, FailureError } from "#model/failure";
import type { Reason } from "#model/reason";

/**
 * Codes of this folder. `never`: bad-url, bad-port, private-address (of a name that leads to one: `retry`). `later`:
 * robots-disallowed, robots-unreachable. `stop`: closed, aborted, turn-over. All others `retry`, since a server may be put right: dns, connect-refused, connect-timeout,
 * connect-failed, tls, headers-timeout, whole-timeout, reset, truncated-body, bad-response, headers-too-large,
 * body-too-large, bad-encoding, redirect-loop, too-many-redirects, bad-redirect.
 */
const retry = (reason: Reason, message: string): Failure => ({ advice: "retry", code: reason.code, message, reason });

export const bodyTooLarge = (maxBytes: number): Failure =>
  retry({ code: "body-too-large", maxBytes }, `The body is larger than ${maxBytes} bytes and was not read further.`);

export const tooManyHeaders = (host: string): Failure =>
  retry({ code: "headers-too-large", host }, `${host} sends more headers than are read.`);

export const endlessHints = (host: string): Failure =>
  retry({ code: "bad-response", host, why: "hints" }, `${host} sends endless hints of an answer, and no answer.`);

export const tooManyPieces = (host: string): Failure =>
  retry(
    { code: "bad-response", host, why: "pieces" },
    `${host} sends the body in so many pieces that it was not read further.`,
  );

export const wholeTimeout = (): Failure =>
  retry({ code: "whole-timeout" }, "The answer did not come to its end within the time allowed for all of it.");

export const unarrived = (host: string): Failure => ({
  advice: "stop",
  code: "turn-over",
  message: `${host} had not begun to answer when its turn was over.`,
});

export const aborted = (): Failure => ({
  advice: "stop",
  code: "aborted",
  message: "Stopped before the answer had come.",
});

export const closed = (): Failure => ({
  advice: "stop",
  code: "closed",
  message: "The fetcher was closed; nothing is asked any more.",
});

export const badUrl = (url: string): Failure => ({
  advice: "never",
  code: "bad-url",
  message: `${url.slice(0, 200)} is not an absolute http or https address.`,
  reason: { code: "bad-url", url: url.slice(0, 200) },
});

export const redirectLoop = (url: string): Failure =>
  retry({ code: "redirect-loop", url }, `The redirects lead back to ${url}, which was asked before.`);

export const tooManyRedirects = (max: number): Failure =>
  retry({ code: "too-many-redirects", max }, `The server redirects more than ${max} times.`);

export const badRedirect = (location: string): Failure =>
  retry(
    { code: "bad-redirect", to: location.slice(0, 200) },
    `The server redirects to ${JSON.stringify(location.slice(0, 200))}, which is no http address.`,
  );

/** What an error of undici, node:net, node:tls or node:dns means. `answered`: the response's headers had come. */
export function failureOf(error: unknown, url: URL, answered: boolean): Failure {
  if (error instanceof FailureError) return error.failure;
  const { code, message } = describe(error);
  if (CLOSED_BY_US.has(code)) return aborted();
  const known = BY_CODE.get(code);
  const { host } = url;
  if (known) return retry({ ...known[0], host } as Reason, known[1].replace("{host}", host));
  if (isBadHttp(error))
    return retry(
      { code: "bad-response", host, why: "http", detail: message },
      `${url.host} does not speak correct HTTP (${message}).`,
    );
  if (BROKEN_OFF.has(code)) {
    return answered
      ? retry(
          { code: "truncated-body", host, why: "closed" },
          `${url.host} closed the connection before the body was complete.`,
        )
      : retry({ code: "reset", host }, `${url.host} closed the connection before it answered.`);
  }
  if (TLS_CODE.test(code)) {
    return retry({ code: "tls", host, detail: code }, `No secure connection to ${url.host} could be made (${code}).`);
  }
  return retry(
    { code: "connect-failed", host, why: "other", detail: code || message },
    `${url.host} could not be asked (${code || message}).`,
  );
}

/** An AggregateError (all addresses of a name failed) tells by its first error. */
function describe(error: unknown): { code: string; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0 && !hasCode(error)) return describe(error.errors[0]);
  if (!(error instanceof Error)) return { code: "", message: String(error) };
  return { code: hasCode(error) ? error.code : "", message: error.message };
}

/** Besides parser errors: undici reports an unasked "100 Continue" or upgrade as the end of the socket. */
const isBadHttp = (error: unknown): boolean =>
  error instanceof errors.HTTPParserError ||
  (error instanceof errors.SocketError && /^bad (?:response|upgrade)$/.test(error.message));

const hasCode = (error: Error): error is Error & { code: string } => "code" in error && typeof error.code === "string";

/** A reason without the host. */
type Hostless = Reason extends infer Each
  ? Each extends { readonly host: string }
    ? Omit<Each, "host">
    : never
  : never;

const BY_CODE: ReadonlyMap<string, readonly [reason: Hostless, message: string]> = new Map<
  string,
  readonly [Hostless, string]
>([
  [
    "ENOTFOUND",
    [{ code: "dns", why: "unknown" }, "{host} has no address: the name does not exist or its name server is wrong."],
  ],
  ["EAI_AGAIN", [{ code: "dns", why: "not-now" }, "The address of {host} could not be looked up just now."]],
  ["EAI_FAIL", [{ code: "dns", why: "failed" }, "The address of {host} could not be looked up."]],
  ["EAI_NODATA", [{ code: "dns", why: "no-address" }, "{host} has no address."]],
  ["ECONNREFUSED", [{ code: "connect-refused" }, "{host} refuses connections."]],
  ["EHOSTUNREACH", [{ code: "connect-failed", why: "host" }, "{host} cannot be reached from here."]],
  ["ENETUNREACH", [{ code: "connect-failed", why: "network" }, "The network of {host} cannot be reached from here."]],
  ["ETIMEDOUT", [{ code: "connect-timeout" }, "{host} did not accept a connection in time."]],
  ["UND_ERR_CONNECT_TIMEOUT", [{ code: "connect-timeout" }, "{host} did not accept a connection in time."]],
  [
    "UND_ERR_HEADERS_TIMEOUT",
    [{ code: "headers-timeout" }, "{host} took the request but did not begin to answer in time."],
  ],
  ["UND_ERR_HEADERS_OVERFLOW", [{ code: "headers-too-large" }, "{host} sends more headers than are read."]],
  [
    "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
    [{ code: "truncated-body", why: "length" }, "{host} sent less than its Content-Length says."],
  ],
]);

/** The agent was closed under way. */
const CLOSED_BY_US: ReadonlySet<string> = new Set(["UND_ERR_DESTROYED", "UND_ERR_CLOSED"]);

const BROKEN_OFF: ReadonlySet<string> = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE", "ECONNABORTED"]);

/** OpenSSL's verification results and Node's own TLS errors. */
const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA)/;
