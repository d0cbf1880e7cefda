import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { findFiles } from "#archive/find-files";
import { openHistory } from "#archive/history";
import { withoutChunks } from "#archive/http-message";
import { arc, members, PAGE, warc } from "./made-files.ts";
import { freshFolder } from "./rig.ts";

interface Read {
  /** Day and minute, address, status, length of the body; redirects before it. */
  readonly captures: readonly string[];
  readonly skipped: Readonly<Record<string, number>>;
  readonly asides: Readonly<Record<string, number>>;
}

async function readFiles(...contents: readonly Buffer[]): Promise<Read> {
  const folder = freshFolder();
  const names = contents.map((bytes, at) => {
    const name = join(folder, `${at}.warc.gz`);
    writeFileSync(name, bytes);
    return name;
  });
  const history = await openHistory(names, { maxBytes: 100_000 });
  const captures: string[] = [];
  for await (const { url, at, hops, finalUrl, answer } of history.captures()) {
    const when = new Date(at).toISOString().slice(8, 16).replace("T", " ");
    const via = hops.length > 0 ? ` -> ${finalUrl}` : "";
    captures.push(`${when} ${url}${via} ${answer.status} ${answer.body.byteLength}`);
  }
  const { skipped, asides } = history.tally;
  await history.close();
  return {
    captures,
    skipped: Object.fromEntries([...skipped].map(([reason, { count }]) => [reason, count])),
    asides: Object.fromEntries(asides),
  };
}

const A = `01 12:00 http://daily.example/a 200 ${PAGE.length}`;
const GOOD = warc({ url: "http://daily.example/good", date: "2026-03-02T08:00:00Z" });
const KEPT = `02 08:00 http://daily.example/good 200 ${PAGE.length}`;
const redirect = (to: string) => ({ head: `HTTP/1.1 301 Moved\r\nLocation: ${to}`, body: "" });
const gz = gzipSync(PAGE);
const damaged = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 0xff;
  return copy;
};

suite("files that are sound", () => {
  for (const [name, bytes, captures] of [
    ["plain", warc(), [A]],
    ["a member for each record", members(warc(), GOOD), [A, KEPT]],
    ["all records in one member", gzipSync(Buffer.concat([warc(), GOOD])), [A, KEPT]],
    [
      "cut into members anywhere",
      members(warc().subarray(0, 99), Buffer.concat([warc().subarray(99), GOOD])),
      [A, KEPT],
    ],
    ["WARC/1.1 with milliseconds", warc({ version: "WARC/1.1", date: "2026-03-01T12:00:00.123Z" }), [A]],
    ["as late as it was", Buffer.concat([GOOD, warc()]), [A, KEPT]],
    ["an address in brackets, as wget writes it", warc({ url: "<http://daily.example/a>" }), [A]],
    ["blanks in an address", warc({ url: "http://daily.example/a b" }), [A.replace("/a ", "/a%20b ")]],
    ["no empty line between records", Buffer.concat([warc().subarray(0, -4), GOOD]), [A, KEPT]],
    ["heads with bare line feeds", warc({ head: "HTTP/1.1 200 OK\nContent-Type: text/html\n", body: PAGE }), [A]],
    ["HTTP/2 in the status line", warc({ head: "HTTP/2 200\r\ncontent-type: text/html" }), [A]],
    [
      "chunks",
      warc({
        head: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked`,
        body: `5\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)};x=1\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`,
      }),
      [A],
    ],
    ["chunks that were taken off", warc({ head: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked` }), [A]],
    [
      "a page without an answer around it",
      warc({ type: "resource", head: "", body: PAGE, fields: ["Content-Type: text/html"] }),
      [A],
    ],
    ["ARC", arc("http://daily.example/a 127.0.0.1 20260301120000 text/html LENGTH"), [A]],
    [
      "ARC with its own head",
      Buffer.concat([
        arc("filedesc://x.arc 0.0.0.0 20260301110000 text/plain LENGTH", "1 0 X\n"),
        arc("http://daily.example/a 127.0.0.1 20260301120000 text/html LENGTH"),
      ]),
      [A],
    ],
    [
      "ARC of version 2",
      arc("http://daily.example/a 127.0.0.1 20260301120000 text/html 200 - - 0 x.arc.gz LENGTH"),
      [A],
    ],
    [
      "ARC with blanks in an address",
      arc("http://daily.example/a b 127.0.0.1 20260301120000 text/html LENGTH"),
      [A.replace("/a ", "/a%20b ")],
    ],
    [
      "a length that is wrong, of an answer that says how long it is",
      warc({ head: `HTTP/1.1 200 OK\r\nContent-Length: ${PAGE.length}`, length: 9999 }),
      [A],
    ],
  ] as const)
    test(name, async () => {
      const { captures: found, skipped } = await readFiles(bytes);
      assert.deepEqual(found, captures);
      assert.deepEqual(skipped, {});
    });
});

suite("files that are not", () => {
  const packed = members(warc(), warc());
  const cut = "the file ends in the middle of a gzip member";
  for (const [name, bytes, captures, skipped] of [
    ["nothing", Buffer.alloc(0), [], {}],
    ["text", Buffer.from("Dear reader,\n\nnot here.\n"), [], { "there is no record where one should begin": 1 }],
    [
      "a picture",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      [],
      { "there is no record where one should begin": 1 },
    ],
    ["cut in the second record", packed.subarray(0, -40), [A], { [cut]: 1 }],
    [
      "cut in the head of gzip",
      packed.subarray(0, packed.length / 2 + 3),
      [A],
      { "there is no gzip member where one should begin": 1 },
    ],
    ["a byte wrong in the packed data", Buffer.concat([damaged(members(warc()), 60), members(GOOD)]), [KEPT], null],
    [
      "a checksum that is wrong",
      Buffer.concat([damaged(members(warc()), members(warc()).length - 6), members(GOOD)]),
      [KEPT],
      { "a gzip member does not match its checksum": 1 },
    ],
    [
      "rubbish between members",
      Buffer.concat([members(warc()), Buffer.alloc(999, 7), members(GOOD)]),
      [A, KEPT],
      { "there is no gzip member where one should begin": 1 },
    ],
    [
      "rubbish between records",
      Buffer.concat([warc(), Buffer.from("what\nis this\n"), GOOD]),
      [A, KEPT],
      { "there is no record where one should begin": 1 },
    ],
    [
      "a length too small",
      Buffer.concat([warc({ length: 60 }), GOOD]),
      [KEPT],
      { "a record is longer than it says": 1 },
    ],
    ["a length too large, at the end", warc({ length: 9999 }), [], { "a record is shorter than it says": 1 }],
    [
      "a length too large, in its member",
      members(warc({ length: 9999 }), GOOD),
      [KEPT],
      { "a record is shorter than it says": 1 },
    ],
    [
      "no length",
      Buffer.concat([Buffer.from("WARC/1.0\r\nWARC-Type: response\r\n\r\n"), GOOD]),
      [KEPT],
      { "a record does not say how long it is": 1 },
    ],
    ["no date", warc({ date: "" }), [], { "it has no date": 1 }],
    ["a date that is none", warc({ date: "yesterday" }), [], { "it has no date": 1 }],
    ["no HTTP", warc({ head: "", body: "hello" }), [], { "it holds no head of an HTTP answer": 1 }],
    [
      "half of a body",
      warc({ head: "HTTP/1.1 200 OK\r\nContent-Length: 500" }),
      [],
      { "its body is shorter than the server said": 1 },
    ],
    [
      "chunks without an end",
      warc({
        head: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked",
        body: `5\r\n${PAGE.slice(0, 5)}\r\nff\r\n${PAGE}`,
      }),
      [],
      { "the chunks of its body end before the last one": 1 },
    ],
    [
      "cut by its crawler",
      warc({ fields: ["WARC-Truncated: length"] }),
      [],
      { "its crawler kept the beginning only": 1 },
    ],
    ["larger than any page", warc({ body: Buffer.alloc(1_200_000, 65) }), [], { "it is larger than any page": 1 }],
    ["a redirect to nowhere", warc(redirect("/b")), [], { "it leads to an address that was not captured": 1 }],
    [
      "a revisit of nothing",
      warc({ type: "revisit", body: "", fields: ["WARC-Payload-Digest: sha1:X"] }),
      [],
      { "the record that it refers to is not there": 1 },
    ],
  ] as const)
    test(name, async () => {
      const read = await readFiles(bytes);
      assert.deepEqual(read.captures, captures);
      if (skipped) assert.deepEqual(read.skipped, skipped);
      else assert.ok(Object.keys(read.skipped).length > 0);
    });

  test("whatever they hold, reading ends, and what is sound behind it is found", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(400), fc.boolean(), async (bytes, at, pack) => {
        const noise = Buffer.from(bytes);
        const sound = pack ? members(warc(), GOOD) : Buffer.concat([warc(), GOOD]);
        const broken = Buffer.concat([sound.subarray(0, at), noise, sound.subarray(at)]);
        await readFiles(broken);
        const before = Buffer.concat([noise, Buffer.from("\n")]);
        const { captures } = await readFiles(
          pack ? Buffer.concat([members(warc()), noise, members(GOOD)]) : Buffer.concat([before, GOOD]),
        );
        assert.equal(captures.at(-1), KEPT);
      }),
      { numRuns: 60 },
    );
  });
});

suite("captures", () => {
  test("come by date, whatever file they are in", async () => {
    const day = (n: number) => warc({ url: `http://daily.example/${n}`, date: `2026-03-0${n}T00:00:00Z` });
    const { captures } = await readFiles(members(day(5), day(1)), Buffer.concat([day(4), day(2)]), day(3));
    assert.deepEqual(
      captures.map((line) => line.slice(0, 2)),
      ["01", "02", "03", "04", "05"],
    );
  });

  test("are one with the redirects before them, which have to be near", async () => {
    const a = warc(redirect("/b"));
    const b = warc({
      ...redirect("http://daily.example/c"),
      url: "http://daily.example/b",
      date: "2026-03-01T12:00:01Z",
    });
    const c = warc({ url: "http://daily.example/c", date: "2026-03-01T12:00:02Z" });
    const later = warc({ url: "http://daily.example/c", date: "2026-03-01T13:00:00Z" });
    const joined = `01 12:00 http://daily.example/a -> http://daily.example/c 200 ${PAGE.length}`;
    const alone = `01 13:00 http://daily.example/c 200 ${PAGE.length}`;
    assert.deepEqual((await readFiles(Buffer.concat([c, later, b, a]))).captures, [joined, alone]);
    const far = await readFiles(Buffer.concat([a, b, later]));
    assert.deepEqual(far.captures, [alone]);
    assert.deepEqual(far.skipped, { "it leads to an address that was not captured": 1 });
    const circle = warc({ ...redirect("/a"), url: "http://daily.example/b", date: "2026-03-01T12:00:01Z" });
    assert.deepEqual((await readFiles(a, circle)).captures, []);
  });

  for (const [name, fields] of [
    [
      "address and date",
      ["WARC-Refers-To-Target-URI: http://daily.example/a", "WARC-Refers-To-Date: 2026-03-01T12:00:00Z"],
    ],
    ["digest", ["WARC-Payload-Digest: sha1:ABC"]],
  ] as const)
    test(`that revisit have the bytes of the record they refer to, by ${name}`, async () => {
      const original = warc({
        head: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
        body: gz,
        fields: ["WARC-Payload-Digest: sha1:abc"],
      });
      const revisit = { type: "revisit", date: "2026-03-01T15:00:00Z", body: "", fields } as const;
      const same = warc({ ...revisit, head: 'HTTP/1.1 200 OK\r\nETag: "8"\r\nContent-Length: 99' });
      const modified = warc({ ...revisit, head: "HTTP/1.1 304 Not Modified", date: "2026-03-01T16:00:00Z" });
      const headless = warc({ ...revisit, head: "", date: "2026-03-01T17:00:00Z" });
      const { captures, skipped } = await readFiles(members(same, modified), members(headless), members(original));
      const line = (hour: number) => `01 ${hour}:00 http://daily.example/a 200 ${gz.length}`;
      assert.deepEqual(captures, [12, 15, 16, 17].map(line));
      assert.deepEqual(skipped, {});
    });

  test("are no answers to POST, no pictures, and no records about the file", async () => {
    const id = "<urn:uuid:1>";
    const { captures, asides, skipped } = await readFiles(
      members(
        warc({ type: "warcinfo", url: "", head: "", body: "software: x\r\n" }),
        warc({ fields: [`WARC-Record-ID: ${id}`] }),
        warc({ type: "request", head: "POST /a HTTP/1.1", body: "", fields: [`WARC-Concurrent-To: ${id}`] }),
        warc({ head: "HTTP/1.1 200 OK\r\nContent-Type: image/png" }),
        warc({ head: "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream", body: Buffer.from([0, 1, 0, 0]) }),
        warc({ type: "response", url: "dns:daily.example", head: "", body: "A 127.0.0.1" }),
      ),
    );
    assert.deepEqual(captures, []);
    assert.deepEqual(asides, { warcinfo: 1, request: 1, "file that is no page": 2, "response of no web address": 1 });
    assert.deepEqual(skipped, { "it answers another request than for a page (POST)": 1 });
  });

  test("keep what their servers packed as it is", async () => {
    const body = brotliCompressSync(PAGE);
    const { captures } = await readFiles(warc({ head: "HTTP/1.1 200 OK\r\nContent-Encoding: br", body }));
    assert.deepEqual(captures, [A.replace(String(PAGE.length), String(body.length))]);
  });
});

test("chunks come off exactly as they were put on, whatever they hold", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { minLength: 1, maxLength: 9 }), (parts) => {
      const chunks = parts.flatMap((part) => [
        Buffer.from(`${part.length.toString(16)}\r\n`),
        part,
        Buffer.from("\r\n"),
      ]);
      const whole = Buffer.concat([...chunks, Buffer.from("0\r\n\r\n")]);
      assert.deepEqual(withoutChunks(whole), Buffer.concat(parts));
    }),
  );
});

test("folders are searched for archive files, and what is missing is reported", async () => {
  const folder = freshFolder();
  for (const name of ["b.warc", "a.warc.gz", "c.arc", "d.ARC.GZ", "e.txt", "f.wacz"])
    writeFileSync(join(folder, name), "");
  const found = await findFiles([folder, join(folder, "e.txt"), join(folder, "a.warc.gz")]);
  assert.deepEqual(found.ok && found.value.map((name) => name.slice(folder.length + 1)), [
    "a.warc.gz",
    "b.warc",
    "c.arc",
    "d.ARC.GZ",
    "e.txt",
    "f.wacz",
  ]);
  const missing = await findFiles([join(folder, "none")]);
  assert.match(missing.ok ? "" : missing.failure.message, /There is no file or folder/);
});
