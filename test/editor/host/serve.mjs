import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const types = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** Serves a folder on this machine; gives its address and how to end it. */
export async function serveFolder(folder) {
  const server = createServer(async ({ url }, response) => {
    const file = path.join(folder, path.normalize(decodeURIComponent(new URL(url, 'http://x').pathname)));
    const body = await readFile(file).catch(() => undefined);
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(body ? 200 : 404, { 'Access-Control-Allow-Origin': '*', 'Content-Type': type });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
