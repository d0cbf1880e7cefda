import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

/**
 * The peer: plain node:http in one process, which answers every request with one page that was packed once. No program on Node answers
 * faster, so that the distance to it is what reading from the database and making the page costs.
 */
const packed = gzipSync(readFileSync(process.argv[2]!));
const head = {
  "content-type": "text/html; charset=utf-8",
  "content-encoding": "gzip",
  "content-length": packed.length,
};
const server = createServer((_, response) => {
  response.writeHead(200, head);
  response.end(packed);
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  console.log(`http://127.0.0.1:${port} `);
});
process.on("SIGTERM", () => process.exit(0));
