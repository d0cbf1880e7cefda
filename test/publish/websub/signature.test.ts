import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { isSigned } from "#publish/websub/signature";

const SECRET = "a secret of ours";
const BODY = new TextEncoder().encode("<feed>Ünïcode</feed>");
const hmac = (algorithm: string, secret = SECRET) => createHmac(algorithm, secret).update(BODY).digest("hex");

/** The example of RFC 4231 (2.3), so that not only our own sums agree with each other. */
test("HMAC-SHA-256 as in RFC 4231", () => {
  const body = new TextEncoder().encode("what do ya want for nothing?");
  const hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  assert.ok(isSigned(`sha256=${hex}`, "Jefe", body));
});

const CASES: readonly (readonly [name: string, header: string | null, right: boolean])[] = [
  ["SHA-1", `sha1=${hmac("sha1")}`, true],
  ["SHA-256", `sha256=${hmac("sha256")}`, true],
  ["SHA-384", `sha384=${hmac("sha384")}`, true],
  ["SHA-512", `sha512=${hmac("sha512")}`, true],
  ["in capitals", `SHA256=${hmac("sha256").toUpperCase()}`, true],
  ["with blanks around", `  sha256=${hmac("sha256")} `, true],
  ["none", null, false],
  ["empty", "", false],
  ["of another secret", `sha256=${hmac("sha256", "another")}`, false],
  ["of another algorithm than it says", `sha1=${hmac("sha256")}`, false],
  ["cut off", `sha256=${hmac("sha256").slice(0, -2)}`, false],
  ["cut off in the middle of a byte", `sha256=${hmac("sha256").slice(0, -1)}`, false],
  ["empty behind its algorithm", "sha256=", false],
  ["longer by half a byte", `sha256=${hmac("sha256")}0`, false],
  ["too long", `sha256=${hmac("sha256")}00`, false],
  ["MD5", `md5=${hmac("md5")}`, false],
  ["SHA-224, which is none of the four", `sha224=${hmac("sha224")}`, false],
  ["not in hex", `sha256=${Buffer.from(hmac("sha256"), "hex").toString("base64")}`, false],
  ["two", `sha256=${hmac("sha256")}, sha1=${hmac("sha1")}`, false],
  ["without its algorithm", hmac("sha256"), false],
];

for (const [name, header, right] of CASES)
  test(`a signature: ${name}`, () => assert.equal(isSigned(header, SECRET, BODY), right));

test("law: no other bytes, and no other secret, pass under the same signature", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), fc.string(), fc.string(), (body, other, secret, wrong) => {
      const header = `sha512=${createHmac("sha512", secret).update(body).digest("hex")}`;
      assert.ok(isSigned(header, secret, body));
      if (Buffer.compare(body, other) !== 0) assert.ok(!isSigned(header, secret, other));
      // HMAC pads a key with zeros.
      if (wrong.replace(/\0+$/, "") !== secret.replace(/\0+$/, "")) assert.ok(!isSigned(header, wrong, body));
    }),
  );
});

test("law: a header that no one signed is wrong, whatever it says, and nothing is thrown", () => {
  fc.assert(
    fc.property(
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("latin1")),
      (noise) => {
        assert.equal(isSigned(noise, SECRET, BODY), false);
        assert.equal(isSigned(`sha256=${noise}`, SECRET, BODY), false);
      },
    ),
  );
});
