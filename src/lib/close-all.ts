/**
 * Closes one thing after the other. If one cannot be closed, the others are closed all the same; then the first error is thrown.
 */
export async function closeAll(closings: readonly (() => Promise<void> | undefined)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const close of closings) {
    try {
      await close();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
