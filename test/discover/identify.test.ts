import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { type ContentKind, identify } from "#discover/identify";

const CASES: readonly (readonly [text: string, contentType: string | null, expected: ContentKind])[] = [
  ['<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "text/html", "feed"],
  ['<feed xmlns="http://www.w3.org/2005/Atom"/>', "text/plain", "feed"],
  ["<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", null, "feed"],
  ["<rdf:RDF>", null, "feed"],
  ["\uFEFF  <!-- <html> --> <rss>", null, "feed"],
  ["<br/>Notice: undefined index<rss>", "text/html", "feed"],
  ['<?xml-stylesheet href="html.xsl"?><rss>', null, "feed"],
  ['{"version": "https://jsonfeed.org/version/1.1", "items": []}', "text/plain", "feed"],
  ['{"items":[{"url":"https://daily.example/"}]}', "application/json", "feed"],
  ['{"error":"not found"}', "application/json", "unknown"],
  ["<rss><description><![CDATA[<!doctype html><html>]]></description>", "text/html", "feed"],
  ["<urlset>", "text/html", "sitemap"],
  ["<sitemapindex>", null, "sitemap"],
  ["https://daily.example/a\nhttps://daily.example/b\n", "text/plain", "sitemap"],
  ['<opml version="2.0">', null, "opml"],
  ["<!doctype html><p>What <rss> is</p>", null, "html"],
  ["<!DOCTYPE html><html><head></head></html>", "application/rss+xml", "html"],
  ["<div>No head at all</div>", null, "html"],
  ["Just words", "text/html; charset=utf-8", "html"],
  ["Just words", "text/plain", "unknown"],
  ["", "text/html", "unknown"],
  ["%PDF-1.7", "application/pdf", "unknown"],
];

test("the content decides, the declared type only when the content does not tell", () => {
  for (const [text, contentType, expected] of CASES) {
    assert.equal(
      identify({ bytes: new Uint8Array(), text, url: "https://daily.example/", contentType }),
      expected,
      text,
    );
  }
});

test("a gzipped sitemap is known by what is in it", () => {
  const input = { text: "\u001f", url: "https://daily.example/s.xml.gz", contentType: "application/x-gzip" };
  assert.equal(identify({ ...input, bytes: gzipSync("<urlset></urlset>") }), "sitemap");
  assert.equal(identify({ ...input, bytes: new Uint8Array([0x1f, 0x8b, 0]) }), "unknown");
});
