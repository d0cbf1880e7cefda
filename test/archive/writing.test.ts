import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { DAY_MS, DrivenClock } from "#lib/clock";
import type { ArchivePlace, RawExchange } from "#model/archive";
import type { Result } from "#model/failure";
import { archiveIn, CITED, exchange, freshFolder, NOON, UNCITED } from "./rig.ts";
import { readByOthers } from "./warcio.ts";

function placeOf(result: Result<ArchivePlace | null>): ArchivePlace {
  assert.ok(result.ok, result.ok ? "" : result.failure.message);
  assert.ok(result.value);
  return result.value;
}

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const namesOf = (folder: string, series = "versions"): readonly string[] => readdirSync(join(folder, series)).sort();
const FILE = "versions/20260301-press~12~ab34-0001.warc.gz";

suite("an archive that is written", () => {
  test("begins with a warcinfo record, and holds request and response of each exchange", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, folder);
    const place = placeOf(await archive.append([exchange()], CITED));
    await archive.close();
    assert.equal(place.file, FILE);
    const [info, request, response, ...more] = await readByOthers(join(folder, FILE));
    assert.equal(more.length, 0);
    assert.equal(info!.type, "warcinfo");
    assert.match(info!.body.toString(), /^software: Variorum\/test\r\n/);
    assert.match(info!.body.toString(), /^isPartOf: variorum-versions\r$/m);
    assert.equal(info!.header("WARC-Filename"), "20260301-press~12~ab34-0001.warc.gz");
    assert.equal(request!.type, "request");
    assert.equal(request!.statusLine, "GET /a HTTP/1.1");
    assert.equal(request!.header("WARC-Concurrent-To"), response!.header("WARC-Record-ID"));
    assert.equal(response!.header("WARC-Target-URI"), "https://daily.example/a");
    assert.equal(response!.header("WARC-Date"), "2026-03-01T12:00:00.000Z");
    assert.equal(response!.header("WARC-Warcinfo-ID"), info!.header("WARC-Record-ID"));
    assert.equal(response!.header("Content-Type"), "application/http;msgtype=response");
    const body = Buffer.from("<p>the news</p>");
    assert.equal(response!.header("WARC-Payload-Digest"), sha256(body));
    const block = Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), body]);
    assert.equal(response!.header("WARC-Block-Digest"), sha256(block));
  });

  test("gives back what was written, by place and to other programs, whatever it was", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, folder);
    const written: { readonly exchange: RawExchange; readonly place: ArchivePlace }[] = [];
    const token = fc
      .stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,11}$/)
      .filter((name) => !/^(transfer|content)-/i.test(name));
    const value = fc.stringMatching(/^[\x21-\x7e\xa1-\xff]([\x20-\x7e\xa0-\xff]{0,30}[\x21-\x7e\xa1-\xff])?$/);
    const header = fc.tuple(token, value).map(([name, said]) => `X-${name}: ${said}`);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        // Without any header line warcio loses the body; no server answers like that.
        fc.uniqueArray(header, { minLength: 1, maxLength: 6, selector: (line) => line.split(":")[0]!.toLowerCase() }),
        fc.uint8Array({ maxLength: 2000 }),
        fc.integer({ min: 0, max: 4e12 }),
        fc.webUrl({ withQueryParameters: true }),
        fc.boolean(),
        async (headers, bytes, sentAt, url, cited) => {
          // The same bytes would be written once.
          const body = Buffer.concat([bytes, Buffer.from(` ${count++}`)]);
          const one = exchange({ headers, body, sentAt, url: new URL(url).href });
          const place = placeOf(await archive.append([one], { cited }));
          const read = await archive.read(place);
          assert.ok(read.ok, read.ok ? "" : read.failure.message);
          assert.deepEqual(Buffer.from(read.value.body), body);
          assert.equal(read.value.status, 200);
          for (const line of headers) {
            const [name, said] = line.split(/: (.*)/s);
            assert.equal(read.value.headers[name!.toLowerCase()], said!.trim());
          }
          if (cited) written.push({ exchange: one, place });
        },
      ),
      { numRuns: 300 },
    );
    await archive.close();
    const others = (await readByOthers(join(folder, FILE))).filter(({ type }) => type === "response");
    assert.equal(others.length, written.length);
    for (const [at, { exchange: one }] of written.entries()) {
      assert.deepEqual(others[at]!.body, one.body);
      assert.equal(others[at]!.header("WARC-Target-URI"), one.url);
      assert.equal(others[at]!.header("WARC-Date"), new Date(one.sentAt).toISOString());
      assert.equal(others[at]!.http.length, one.response.split("\r\n").length - 2);
    }
  });

  for (const length of [1, 65_530, 65_531, 65_532, 65_535, 65_536, 200_000])
    test(`stores ${length} bytes that were packed before as they are, to all readers`, async (t) => {
      const folder = freshFolder();
      const archive = await archiveIn(t, folder);
      const body = randomBytes(length);
      const place = placeOf(await archive.append([exchange({ body, headers: ["Content-Encoding: gzip"] })], CITED));
      const read = await archive.read(place);
      assert.ok(read.ok && Buffer.from(read.value.body).equals(body));
      await archive.close();
      assert.ok((await readByOthers(join(folder, FILE))).at(-1)!.body.equals(body));
    });

  test("keeps the body as it was sent, and takes the name off the chunks that are gone", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, folder);
    const body = gzipSync("<p>the news</p>");
    const headers = ["Content-Encoding: gzip", "transfer-encoding: chunked", "Set-Cookie: a=1", "Set-Cookie: b=2"];
    const read = await archive.read(placeOf(await archive.append([exchange({ body, headers })], CITED)));
    assert.ok(read.ok);
    assert.deepEqual(Buffer.from(read.value.body), body);
    assert.equal(read.value.headers["transfer-encoding"], undefined);
    assert.equal(read.value.headers["x-archive-orig-transfer-encoding"], "chunked");
    assert.equal(read.value.headers["set-cookie"], "a=1, b=2");
    await archive.close();
    const response = (await readByOthers(join(folder, FILE))).at(-1)!;
    assert.deepEqual(response.body, body);
  });

  test("writes the same bytes once: later ones refer to them, also as not modified", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, folder);
    const first = placeOf(await archive.append([exchange()], CITED));
    const again = placeOf(
      await archive.append([exchange({ sentAt: NOON + 1, url: "https://daily.example/b" })], CITED),
    );
    assert.deepEqual(again, first);
    const response = 'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n';
    await archive.append([exchange({ sentAt: NOON + 2, response, body: new Uint8Array(0) })], UNCITED);
    await archive.append([exchange({ sentAt: NOON + 3 })], UNCITED);
    await archive.close();
    const records = [
      ...(await readByOthers(join(folder, FILE))),
      ...(await readByOthers(join(folder, FILE.replace("versions", "looks")))),
    ].filter(({ type }) => type === "response" || type === "revisit");
    const profile = "http://netpreserve.org/warc/1.1/revisit/";
    const original = records[0]!.header("WARC-Record-ID");
    assert.deepEqual(
      records.map((record) => [record.type, record.header("WARC-Profile"), record.header("WARC-Refers-To")]),
      [
        ["response", null, null],
        ["revisit", `${profile}identical-payload-digest`, original],
        ["revisit", `${profile}server-not-modified`, original],
        ["revisit", `${profile}identical-payload-digest`, original],
      ],
    );
    for (const record of records.slice(1)) {
      assert.equal(record.header("WARC-Refers-To-Target-URI"), "https://daily.example/a");
      assert.equal(record.header("WARC-Refers-To-Date"), "2026-03-01T12:00:00.000Z");
      assert.equal(record.body.length, 0);
    }
    assert.equal(records[2]!.statusLine, "HTTP/1.1 304 Not Modified");
  });

  test("never lets a record refer to one that goes before it", async (t) => {
    const folder = freshFolder();
    const clock = new DrivenClock(NOON);
    const archive = await archiveIn(t, folder, { clock });
    await archive.append([exchange()], UNCITED);
    clock.advance(DAY_MS);
    await archive.append([exchange({ sentAt: clock.now() })], UNCITED);
    await archive.append([exchange({ sentAt: clock.now() + 1 })], CITED);
    await archive.close();
    assert.equal(namesOf(folder, "looks").length, 2);
    for (const [series, file] of [
      ["looks", "20260302-press~12~ab34-0002.warc.gz"],
      ["versions", "20260302-press~12~ab34-0001.warc.gz"],
    ] as const)
      assert.equal((await readByOthers(join(folder, series, file))).at(-1)!.type, "response");
  });

  test("begins another file each day, and when one is full", async (t) => {
    const folder = freshFolder();
    const clock = new DrivenClock(NOON);
    const archive = await archiveIn(t, folder, { clock, maxFileBytes: 3000 });
    const places: ArchivePlace[] = [];
    for (let i = 0; i < 6; i++) {
      const body = randomBytes(1000);
      places.push(placeOf(await archive.append([exchange({ body, sentAt: clock.now() })], CITED)));
      if (i === 3) clock.advance(DAY_MS);
    }
    assert.ok(new Set(places.map(({ file }) => file)).size >= 3);
    assert.ok(places.some(({ file }) => file.startsWith("versions/20260302-")));
    const open = namesOf(folder).filter((name) => name.endsWith(".open"));
    assert.equal(open.length, 1, "one file is open");
    for (const place of places) assert.equal((await archive.read(place)).ok, true);
    await archive.close();
    assert.deepEqual(
      namesOf(folder).filter((name) => name.endsWith(".open")),
      [],
    );
    for (const place of places) assert.equal((await archive.read(place)).ok, true);
  });

  test("has everything on the disk when it says so: each place lies within its file", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, folder);
    const appends = Array.from({ length: 200 }, async (_, i) => {
      const one = exchange({ body: Buffer.from(`<p>${i}</p>`), sentAt: NOON + i });
      const place = placeOf(await archive.append([one], CITED));
      assert.ok(statSync(join(folder, `${place.file}.open`)).size >= place.offset + place.length);
      return place;
    });
    const places = await Promise.all(appends);
    for (const [i, place] of places.entries()) {
      const read = await archive.read(place);
      assert.equal(read.ok && Buffer.from(read.value.body).toString(), `<p>${i}</p>`);
    }
  });

  test("keeps what the policy says", async (t) => {
    const folder = freshFolder();
    const lean = await archiveIn(t, folder, { keep: "versions" });
    assert.deepEqual(await lean.append([exchange()], UNCITED), { ok: true, value: null });
    placeOf(await lean.append([exchange()], CITED));
    assert.deepEqual(readdirSync(folder), ["versions"]);
  });

  test("drops whole files of looks that outlived the policy, never one that versions cite", async (t) => {
    const folder = freshFolder();
    const clock = new DrivenClock(NOON);
    const archive = await archiveIn(t, folder, { clock, keep: 2 * DAY_MS });
    for (let day = 0; day < 6; day++) {
      for (const options of [CITED, UNCITED]) {
        const body = Buffer.from(`<p>${day} ${options.cited}</p>`);
        await archive.append([exchange({ sentAt: clock.now(), body })], options);
      }
      clock.advance(DAY_MS);
    }
    await archive.close();
    await archiveIn(t, folder, { clock, keep: 2 * DAY_MS, owner: "press:13:cd56" });
    assert.deepEqual(
      namesOf(folder, "looks").map((name) => name.slice(0, 8)),
      ["20260305", "20260306"],
    );
    assert.equal(namesOf(folder).length, 6);
  });

  test("says so when it cannot be written, and goes on when it can again", async (t) => {
    const folder = freshFolder();
    const archive = await archiveIn(t, join(folder, "archive"));
    const { writeFileSync, rmSync } = await import("node:fs");
    writeFileSync(join(folder, "archive"), "in the way");
    const refused = await archive.append([exchange()], CITED);
    assert.equal(refused.ok, false);
    assert.equal(!refused.ok && refused.failure.code, "archive-io");
    assert.equal(!refused.ok && refused.failure.advice, "stop");
    rmSync(join(folder, "archive"));
    placeOf(await archive.append([exchange()], CITED));
  });
});
