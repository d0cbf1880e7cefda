/** A reporter of tests that says nothing and ends the process at the first failure: the rest would not change the answer. */
// A reporter is the default export of its file.
// biome-ignore lint/style/noDefaultExport: see above
export default async function* firstFailure(events) {
  for await (const { type, data } of events) if (type === "test:fail" && !data.todo) process.exit(1);
  yield "";
}
