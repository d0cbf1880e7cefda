import { once } from "node:events";
import { createServer, connect as open, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Where connections go on: a port of loopback or a socket file. */
type Target = { readonly port: number; readonly host: string } | { readonly path: string };

/** A line that can be cut, or made slow. */
export interface Line {
  readonly port: number;
  /** Drops what is under way and refuses what comes, until `repair`. */
  cut(): void;
  repair(): void;
  /** Answers on new connections wait so long. */
  slow(ms: number): void;
  close(): Promise<void>;
}

export async function openLine(target: Target, host = "127.0.0.1", port = 0): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let delayMs = 0;
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    const beyond = open(target as { port: number });
    for (const [one, other] of [
      [socket, beyond],
      [beyond, socket],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    // What is asked goes through at once, so that the press counts it when it was sent.
    socket.pipe(beyond);
    void sleep(delayMs).then(() => beyond.pipe(socket));
  });
  server.listen(port, host);
  await once(server, "listening");
  return {
    port: (server.address() as { port: number }).port,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    repair: () => {
      isCut = false;
    },
    slow: (ms) => {
      delayMs = ms;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
