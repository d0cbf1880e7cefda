import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeNamespace, type Namespace } from "./namespaces.ts";
import type { Message, Order } from "./order.ts";
import { type Line, openLine } from "./proxy.ts";

const WORKER = resolve(import.meta.dirname, "worker.ts");

export interface FleetOptions {
  readonly size: number;
  readonly socketFile: string;
  readonly pressPort: number;
  readonly bucketPort: number;
  readonly archiveFolder: (number: number) => string;
  readonly order: Pick<Order, "gapMs" | "startAt" | "beganAt" | "speed">;
}

/** A worker with the lines that lead from it, each of which can be cut. */
export interface Member {
  readonly number: number;
  readonly namespace: Namespace | null;
  readonly database: Line;
  readonly press: Line;
  tell(message: Message): void;
  /** SIGKILL; another one begins after `afterMs`. */
  kill(afterMs: number): Promise<void>;
  /** SIGTERM, and waits for its end. */
  end(): Promise<number | null>;
  close(): Promise<void>;
}

export const openFleet = (options: FleetOptions): Promise<readonly Member[]> =>
  Promise.all(Array.from({ length: options.size }, (_, number) => openMember(number, options)));

async function openMember(number: number, options: FleetOptions): Promise<Member> {
  const namespace = makeNamespace(number);
  const host = namespace?.hostAddress ?? "127.0.0.1";
  const database = await openLine({ path: options.socketFile }, host);
  // The same port everywhere: the press tells by it who it is.
  const press = namespace
    ? await openLine({ host: "127.0.0.1", port: options.pressPort }, host, options.pressPort)
    : await openLine({ host: "127.0.0.1", port: options.pressPort }, `127.0.1.${number + 1}`, options.pressPort);
  const bucket = await openLine({ host: "127.0.0.1", port: options.bucketPort }, host);
  const order: Order = {
    ...options.order,
    databaseUrl: `postgres://variorum@${host}:${database.port}/faults`,
    pressHost: namespace ? host : `127.0.1.${number + 1}`,
    pressPort: options.pressPort,
    archiveFolder: options.archiveFolder(number),
    bucketEndpoint: `http://${host}:${bucket.port}`,
  };
  let child = start(order, namespace);
  return {
    number,
    namespace,
    database,
    press,
    tell: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    kill: async (afterMs) => {
      await endOf(child, "SIGKILL");
      await sleep(afterMs);
      child = start(order, namespace);
    },
    end: () => endOf(child, "SIGTERM"),
    close: async () => {
      await Promise.all([database.close(), press.close(), bucket.close()]);
      namespace?.remove();
    },
  };
}

function start(order: Order, namespace: Namespace | null): ChildProcess {
  const run = [process.execPath, "--disable-warning=ExperimentalWarning", WORKER, JSON.stringify(order)];
  const [command, ...args] = namespace ? ["ip", "netns", "exec", namespace.name, ...run] : run;
  return spawn(command!, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}
