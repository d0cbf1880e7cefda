import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { WorkEvent } from "#engine/engine";
import type { Meter } from "#engine/meter";
import type { Clock } from "#lib/clock";
import { isOpening } from "#model/capture";
import { LABELLER } from "#model/change";
import type { PushOutcome } from "#publish/websub/callbacks";
import type { Reader } from "#store/reader";
import { VERSION } from "./version.ts";

/** What is measured of a running process, as Prometheus reads it. */
export interface Metrics {
  readonly meter: Meter;
  /** A hub sent something. */
  pushed(outcome: PushOutcome): void;
  /** The text exposition format; asks the store how long the queue is. */
  text(): Promise<string>;
}

const SECONDS_LATE = [1, 5, 15, 60, 300, 900, 3600, 21_600, 86_400];
const SECONDS_READING = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** One registry per call, so that two sets of services in one process do not share figures. */
export function createMetrics(reader: Reader, clock: Clock): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: "variorum_info",
    help: "Always 1; the label is the version.",
    labelNames: ["version"],
    registers,
  })
    .labels(VERSION)
    .set(1);
  const looks = new Counter({
    name: "variorum_looks_total",
    help: "Looks at articles, by what was seen and what was decided.",
    labelNames: ["outcome", "decision"],
    registers,
  });
  const polls = new Counter({
    name: "variorum_polls_total",
    help: "Polls of feeds, sitemaps and pages that list articles.",
    labelNames: ["result"],
    registers,
  });
  const asked = new Counter({
    name: "variorum_hub_requests_total",
    help: "Requests to hubs to start or stop pushing, by result.",
    labelNames: ["result"],
    registers,
  });
  const pushes = new Counter({
    name: "variorum_pushes_total",
    help: "Pushes from hubs, by outcome.",
    labelNames: ["outcome"],
    registers,
  });
  const found = new Counter({ name: "variorum_articles_found_total", help: "Articles found by polls.", registers });
  const versions = new Counter({ name: "variorum_versions_total", help: "Versions opened.", registers });
  const lag = new Histogram({
    name: "variorum_lag_seconds",
    help: "How late looks and polls began.",
    labelNames: ["kind"],
    buckets: SECONDS_LATE,
    registers,
  });
  const reading = new Histogram({
    name: "variorum_extraction_seconds",
    help: "Time to read the text out of a page.",
    buckets: SECONDS_READING,
    registers,
  });
  storeGauges(registers, reader, clock);
  const turn = (event: WorkEvent, lagMs: number): void => {
    lag.labels(event.kind).observe(Math.max(0, lagMs) / 1000);
    if (event.kind === "hub") {
      asked.labels(event.report.isTaken ? "taken" : "failed").inc();
      return;
    }
    if (event.kind === "poll") {
      polls.labels(event.report.ok ? "ok" : "failed").inc();
      found.inc(event.report.found);
      return;
    }
    looks.labels(event.report.outcome, event.report.decision).inc();
    if (isOpening(event.report.decision)) versions.inc();
  };
  return {
    meter: { turn, read: (tookMs) => reading.observe(tookMs / 1000) },
    pushed: (outcome) => pushes.labels(outcome).inc(),
    text: () => registry.metrics(),
  };
}

/** The store is asked only when the metrics are read. */
function storeGauges(registers: Registry[], reader: Reader, clock: Clock): void {
  new Gauge({
    name: "variorum_queue_due",
    help: "Looks and polls that are due, of all workers.",
    registers,
    async collect() {
      this.set(await reader.dueCount(clock.now()));
    },
  });
  new Gauge({
    name: "variorum_changes_labelled_earlier",
    help: "Changes whose labels are an earlier release's, and will be made again.",
    registers,
    async collect() {
      this.set((await reader.labelling(LABELLER)).left);
    },
  });
  const ages = { name: "variorum_chore_age_seconds", help: "Time since a chore was last done.", labelNames: ["chore"] };
  new Gauge({
    ...ages,
    registers,
    async collect() {
      this.reset();
      // Of the keys of a chore the one that has waited longest: a label for each would have no limit.
      for (const { name, doneAt } of (await reader.jobs()).toSorted((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)))
        if (doneAt !== null) this.labels(name).set((clock.now() - doneAt) / 1000);
    },
  });
}
