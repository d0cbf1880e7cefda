import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chanceAfter,
  isWorthALook,
  learn,
  precisionOf,
  recallAt,
  UNANNOUNCED,
  UNTRIED,
} from "#version/schedule/signals";

test("a signal is believed one time in five until it has shown better or worse", () => {
  assert.equal(precisionOf(UNTRIED), 0.2);
  let [good, bad] = [UNTRIED, UNTRIED];
  for (let i = 0; i < 40; i++) [good, bad] = [learn(good, true), learn(bad, false)];
  assert.ok(precisionOf(good) > 0.9);
  assert.ok(precisionOf(bad) < 0.03);
});

test("a site that changes its habits is believed again", () => {
  let trust = UNTRIED;
  for (let i = 0; i < 10_000; i++) trust = learn(trust, true);
  for (let i = 0; i < 1000; i++) trust = learn(trust, false);
  assert.ok(precisionOf(trust) < 0.3, `${precisionOf(trust)}`);
});

test("a signal says little of an article of which nothing is expected, and hardly more than usual of any other", () => {
  assert.ok(Math.abs(chanceAfter(0.2, 0.05) - 0.2) < 1e-12);
  assert.ok(chanceAfter(0.2, 0.0001) < 0.01);
  assert.ok(chanceAfter(0.9, 0) > 0.08, "one that is mostly right is followed all the same");
  assert.ok(chanceAfter(0.2, 1e9) < 0.5);
});

test("a signal is worth a look when it saves more than the look costs", () => {
  assert.ok(isWorthALook(0.2, 2, 0.03));
  assert.ok(!isWorthALook(0.2, 0.1, 0.03));
  assert.ok(!isWorthALook(0.01, 2, 0.03));
});

test("what feeds tell of is learned for young and old articles apart, and never taken for everything", () => {
  let announced = UNANNOUNCED;
  assert.equal(recallAt(announced, 3), 0, "nothing is hoped for");
  for (let i = 0; i < 100; i++) announced = { ...announced, young: learn(announced.young, true) };
  for (let i = 0; i < 100; i++) announced = { ...announced, old: learn(announced.old, false) };
  assert.equal(recallAt(announced, 3), 0.8);
  assert.ok(recallAt(announced, 100) < 0.02);
});
