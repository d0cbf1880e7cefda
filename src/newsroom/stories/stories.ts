import type { Copy } from "#newsroom/copies";
import type { Story } from "#newsroom/story";
import { ARABIC } from "./arabic.ts";
import { bank } from "./bank.ts";
import { coalition } from "./coalition.ts";
import { cup } from "./cup.ts";
import { ferry } from "./ferry.ts";
import { floodWall } from "./flood-wall.ts";
import { grain } from "./grain.ts";
import { JAPANESE } from "./japanese.ts";
import { lotsen } from "./lotsen.ts";
import { museum } from "./museum.ts";
import { otter } from "./otter.ts";
import { quarry } from "./quarry.ts";
import { storm } from "./storm.ts";
import { trams } from "./trams.ts";
import { trial } from "./trial.ts";
import { tunnel } from "./tunnel.ts";

/** Everything written by hand. The texts suit a day that begins at six in the morning. */
export const STORIES: readonly Story[] = [
  ferry,
  tunnel,
  bank,
  museum,
  trams,
  storm,
  trial,
  coalition,
  grain,
  lotsen,
  floodWall,
  cup,
  otter,
  quarry,
  ...JAPANESE,
  ...ARABIC,
];

/** The trial is taken before its correction and never again: a copy that keeps the wrong figure. */
export const COPIES: readonly Copy[] = [
  {
    of: "storm-ingrid-nears-west-coast",
    section: "storms-and-floods",
    takenAt: "0:00",
    refreshedAt: ["4:25", "10:40"],
  },
  { of: "tidewater-fever-vaccine-trial", section: "medicine", takenAt: "1:30", refreshedAt: [] },
  { of: "sarova-coalition-talks", section: "governments", takenAt: "-4:00", refreshedAt: ["7:20"] },
  { of: "kestria-lifts-grain-ban", section: "trade", takenAt: "0:40", refreshedAt: ["3:10", "9:20"] },
];
