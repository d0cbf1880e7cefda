import type { IncomingMessage, RequestListener } from "node:http";

/**
 * Answers requests as if all had been sent to this server itself. A request line may hold a whole address, as one to a proxy does
 * (RFC 9112, 3.2.2). Its host is made up by whoever sends it, and must not get into the links of a page. So only path and query are
 * kept, and what is no path, or carries a name and a password, is answered with 400.
 */
export const inOriginForm =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    const path = pathOf(request);
    if (path === null) {
      response.writeHead(400, { "content-type": "text/plain; charset=utf-8", connection: "close" });
      response.end("This is not a request that a web server can answer.\n");
      return;
    }
    request.url = path;
    return answer(request, response);
  };

/** Path and query; null when the request asks for none. */
function pathOf({ url = "", headers }: IncomingMessage): string | null {
  if (headers.host !== undefined && !HOST.test(headers.host)) return null;
  if (url.startsWith("/")) return url;
  const whole = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
  if (whole?.username !== "" || whole.password !== "") return null;
  return whole.pathname + whole.search;
}

/** A name or an address, with a port or without: no user, no path, no spaces. */
const HOST = /^(?:[\w.~%!$&'()*+,;=-]+|\[[\da-f:.]+\])(?::\d*)?$/i;
