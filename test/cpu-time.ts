/**
 * Processor milliseconds of this process for some work, which do not pass while other programs have the processor: for a limit that
 * catches what takes minutes, on any machine.
 */
export function cpuMsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
