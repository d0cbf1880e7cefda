import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { GapCause } from "#model/manners";
import type { HostTurn } from "#store/writer";
import { texts } from "./dom.ts";
import { NOW } from "./seed.ts";
import { openSite, type TestSite } from "./site.ts";

const CALM: HostTurn = { day: Math.floor(NOW / DAY_MS), requests: 1, refusals: 0, slowLevel: 0, slowUntil: 0 };

const ledgerHost = async ({ store, sources }: TestSite) => (await store.reader.hostsOfSource(sources.ledger))[0]!;

const section = (page: string) => page.split('aria-labelledby="watching"')[1]!.split("</section>")[0]!;

suite("the log of a source", () => {
  test("counts its looks by the day, and those that met no page", async (t) => {
    const site = await openSite(t);
    const tally = await site.store.reader.tally(site.sources.ledger, NOW - 14 * DAY_MS, NOW + HOUR_MS);
    const looks = tally.reduce((sum, hour) => sum + hour.looks, 0);
    const failed = tally.reduce((sum, hour) => sum + hour.failed, 0);
    assert.ok(looks > 0 && failed > 0);
    const log = section(await site.text(`/sources/${site.sources.ledger}`));
    assert.match(log, new RegExp(`${looks} looks at its articles in the last 10 days, ${failed} of which got no page`));
    assert.equal(texts(log, "abbr").length, 10, "as many days as it was watched");
    assert.deepEqual(
      [...log.matchAll(/<td class="n">(\d+)<\/td><td/g)].reduce((sum, [, n]) => sum + Number(n), 0),
      looks,
    );
    assert.match(log, /<title>\d\d:00: \d+ looks?, 1 failed<\/title>/);
    assert.doesNotMatch(log, /gaps?\.|put to the test|refused/);
  });

  test("tells every gap with its reason, of this host and of all", async (t) => {
    const site = await openSite(t);
    const { id } = await ledgerHost(site);
    const gaps: readonly (readonly [GapCause, number, RegExp])[] = [
      ["refused", 2, /Rarely looked at from [^:]*14:30.*: its server had refused requests \(status 403 or 429\)/s],
      ["asked", 20, /: its server had asked for a pause/],
      ["day-cap", 40, /: the daily request limit for this site had been reached/],
      ["stopped", 60, /: Variorum was not running/],
    ];
    for (const [cause, hoursAgo] of gaps) {
      const fromAt = NOW - hoursAgo * HOUR_MS;
      await site.store.writer.saveGap({
        hostId: cause === "stopped" ? null : id,
        cause,
        fromAt,
        untilAt: fromAt + HOUR_MS,
      });
    }
    const log = section(await site.text(`/sources/${site.sources.ledger}`));
    assert.match(log, /; 4 gaps\./);
    for (const [, , words] of gaps) assert.match(log, words);
    const other = section(await site.text(`/sources/${site.sources.sahifa}`));
    assert.match(other, /; 1 gap\..*Variorum was not running/s);
  });

  test("tells how a host is treated and what its validators proved", async (t) => {
    const site = await openSite(t);
    const { id } = await ledgerHost(site);
    const release = (turn: Partial<HostTurn>, freeAt = NOW) =>
      site.store.writer.releaseHost(id, "one", freeAt, { ...CALM, ...turn });
    await release({ requests: 311 });
    await release({ validators: { lied: false, at: NOW - DAY_MS } });
    const log = async () => section(await site.text(`/sources/${site.sources.ledger}`));
    assert.match(await log(), /<bdi>ledger\.example<\/bdi>.*312 requests so far today\./s);
    assert.match(await log(), /“Not modified” was put to the test once and would have been the truth each time\./);
    await release(
      { slowLevel: 1, slowUntil: NOW + HOUR_MS, validators: { lied: true, at: NOW - DAY_MS } },
      NOW + HOUR_MS,
    );
    assert.match(await log(), /It has refused: until .*17:30 UTC.* the wait between requests is doubled\./);
    assert.match(await log(), /Left alone until .*17:30 UTC/);
    assert.match(
      await log(),
      /put to the test twice and would have been a lie once, last .*about a day ago.*always fetched whole/s,
    );
    assert.doesNotMatch(await log(), /through a browser/);
    await site.store.writer.setRender(site.sources.ledger, "browser");
    assert.match(await log(), /Its pages are read through a browser/);
  });
});

suite("a change whose bounds span a gap", () => {
  const open = async (t: Parameters<typeof openSite>[0]) => {
    const site = await openSite(t);
    const version = (await site.store.reader.versions(site.ids.ferry)).find(
      ({ previousSeenAt, firstSeenAt }) => previousSeenAt !== null && firstSeenAt - previousSeenAt > HOUR_MS,
    )!;
    const path = `/articles/${site.ids.ferry}/changes/${version.number - 1}..${version.number}`;
    const { hostId } = (await site.store.reader.article(site.ids.ferry))!;
    return { site, path, hostId, fromAt: version.previousSeenAt!, untilAt: version.firstSeenAt };
  };

  test("says so, and why, and how many looks met no text", async (t) => {
    const { site, path, fromAt, untilAt } = await open(t);
    assert.match(await site.text(path), /One look in between met no text: <bdi>The server answered 503/);
    const gap = {
      hostId: null,
      cause: "stopped",
      fromAt: fromAt - HOUR_MS,
      untilAt: untilAt - 10 * MINUTE_MS,
    } as const;
    await site.store.writer.saveGap(gap);
    const page = await site.text(path);
    assert.match(
      page,
      /Not looked at from <time[^>]*>12:08<\/time> to <time[^>]*>13:22<\/time> \(about an hour\): Variorum was not running/,
    );
    const json = JSON.parse(await site.text(`${path}.json`)) as { gaps: object[]; failedLooks: object[] };
    assert.deepEqual(json.gaps, [
      { cause: "stopped", from: new Date(fromAt).toISOString(), until: new Date(gap.untilAt).toISOString() },
    ]);
    assert.equal(json.failedLooks.length, 1);
  });

  test("says nothing of gaps that lie beside it, are short, or are another host's", async (t) => {
    const { site, path, hostId, fromAt, untilAt } = await open(t);
    const other = (await site.store.reader.article(site.ids.japanese))!.hostId;
    assert.notEqual(other, hostId);
    const refused = { hostId, cause: "refused" } as const;
    await site.store.writer.saveGap({ ...refused, fromAt: fromAt - DAY_MS, untilAt: fromAt });
    await site.store.writer.saveGap({ ...refused, fromAt: untilAt, untilAt: untilAt + DAY_MS });
    await site.store.writer.saveGap({
      ...refused,
      cause: "asked",
      fromAt: fromAt + 1,
      untilAt: fromAt + 5 * MINUTE_MS,
    });
    await site.store.writer.saveGap({ ...refused, hostId: other, fromAt, untilAt });
    const page = await site.text(path);
    assert.doesNotMatch(page, /ooked at from/);
  });
});
