import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { listen } from "#publish/http/listen";
import { openSite } from "./site.ts";

const HERE = { host: "127.0.0.1", port: 0 };

/** A bare request, so that headers go out exactly as given. */
const ask = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on("error", reject)
      .end();
  });

test("the site is served under the address it tells, and closes", async (t) => {
  const { app } = await openSite(t);
  const { url, close } = await listen(app, HERE);
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const answer = await ask(`${url}/`);
  assert.equal(answer.status, 200);
  assert.match(answer.body.toString(), /Latest changes/);
  await close();
  await assert.rejects(ask(`${url}/`));
});

test("HEAD answers like GET without a body; foreign names are refused", async (t) => {
  const { app } = await openSite(t);
  const { url, close } = await listen(app, HERE);
  t.after(close);
  const head = await ask(`${url}/about`, {}, "HEAD");
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
  assert.equal((await ask(`${url}/about`, { host: "evil.example" })).status, 421);
});

test("pages and feeds go out compressed, but never those of the operator", async (t) => {
  const { app, sessions } = await openSite(t);
  const { url, close } = await listen(app, HERE);
  t.after(close);
  const gzip = { "accept-encoding": "gzip" };
  for (const path of ["/", "/feed.atom", "/feed.json"]) {
    const answer = await ask(url + path, gzip);
    assert.equal(answer.headers["content-encoding"], "gzip", path);
    const again = await ask(url + path, { ...gzip, "if-none-match": String(answer.headers["etag"]) });
    assert.equal(again.status, 304, path);
  }
  const token = new URL(await sessions.newLink(url)).searchParams.get("token")!;
  const signIn = await fetch(`${url}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ token }),
    redirect: "manual",
  });
  const cookie = signIn.headers.getSetCookie()[0]!.split(";")[0]!;
  assert.equal((await ask(`${url}/`, { ...gzip, cookie })).headers["content-encoding"], undefined);
});

test("a taken port is reported in a sentence that helps", async (t) => {
  const { app } = await openSite(t);
  const { url, close } = await listen(app, HERE);
  t.after(close);
  const port = Number(new URL(url).port);
  await assert.rejects(listen(app, { host: "127.0.0.1", port }), /is taken by another program\. Choose another port/);
});
