import { randomBytes } from "node:crypto";
import { hostname } from "node:os";

/** Names this process in leases: machine, process id, and a random part because ids are used again. */
export const workerName = (): string => `${hostname()}:${process.pid}:${randomBytes(4).toString("hex")}`;

/** True only when the worker certainly ended: it ran on this machine and its process is gone, or is us under a new name. */
export function isDeadWorker(owner: string, self: string): boolean {
  const [host, pid] = owner.split(":");
  if (owner === self || host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
