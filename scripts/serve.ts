import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { isMain, normaliseBase, readArguments, say, type Command } from './cli.ts';
import { packedFile } from './packed.ts';

export interface ServeOptions {
  folder: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
  base: string;
  /** Whether texts are sent packed to those who take them so, as most hosts do; true where nothing is said. */
  pack?: boolean;
}

export interface Served {
  /** With the base path and a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** Media types by the end of the name; the longest end that fits counts. Registered with IANA unless noted. */
const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl; charset=utf-8', // not registered; jsonlines.org's proposal
  '.jsonld': 'application/ld+json',
  '.csl.json': 'application/vnd.citationstyles.csl+json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml',
  '.mods.xml': 'application/mods+xml',
  'feed.xml': 'application/atom+xml',
  'opensearch.xml': 'application/opensearchdescription+xml', // not registered; OpenSearch 1.1 draft 6
  '.bib': 'application/x-bibtex; charset=utf-8', // not registered; what reference managers know
  '.ris': 'application/x-research-info-systems; charset=utf-8', // not registered; what reference managers know
  '.enw': 'application/x-endnote-refer; charset=utf-8', // not registered; what reference managers know
  '.nbib': 'application/nbib; charset=utf-8', // not registered; what PubMed sends
};

export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ends = Object.keys(mediaTypes).filter((end) => name.endsWith(end));
  const longest = ends.sort((a, b) => b.length - a.length)[0];
  return (longest && mediaTypes[longest]) ?? 'application/octet-stream';
}

/** Serves a built site as static hosts do: folders by their index.html, `404.html` for what is not there. */
export async function serveFolder({ folder, port, host, base, pack = true }: ServeOptions): Promise<Served> {
  const root = await realpath(resolve(folder));
  const server = createServer((request, response) => {
    answer(request, response, root, base, pack).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(port, host, ready));
  const address = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${address.port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  base: string,
  pack: boolean,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const found = path.startsWith(base) ? await findFile(root, path.slice(base.length)) : undefined;
  if (found === 'folder') {
    response.writeHead(301, { Location: `${path.replace(/^\/+/, '/')}/${query ? `?${query}` : ''}` }).end();
    return;
  }
  const notFound = found ? undefined : await findFile(root, path.startsWith(`${base}zh/`) ? 'zh/404.html' : '404.html');
  const file = found ?? (notFound === 'folder' ? undefined : notFound) ?? (await findFile(root, '404.html'));
  if (!file || file === 'folder') {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const { size, mtimeNs } = await stat(file, { bigint: true });
  const type = mediaTypeOf(file);
  const state = `${size}-${mtimeNs}`;
  const accepts = pack ? String(request.headers['accept-encoding'] ?? '') : '';
  const packed = await packedFile(file, { type, size: Number(size), state, accepts });
  const tag = `W/"${state}"`;
  const headers = {
    'Content-Type': type,
    'Content-Length': packed?.length ?? Number(size),
    ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    'Cache-Control': file.includes(`${sep}_astro${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  };
  if (found && request.headers['if-none-match'] === tag) {
    response.writeHead(304, { ETag: tag, 'Cache-Control': headers['Cache-Control'], Vary: headers.Vary }).end();
    return;
  }
  response.writeHead(found ? 200 : 404, headers);
  if (request.method === 'HEAD' || packed) response.end(request.method === 'HEAD' ? undefined : packed);
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** The file that a path names inside `root`, `folder` for a folder asked for without its slash, or nothing. */
async function findFile(root: string, path: string): Promise<string | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(decoded) || decoded.split('/').includes('..')) return undefined;
  const wanted = decoded === '' || decoded.endsWith('/') ? `${decoded}index.html` : decoded;
  // A link inside the folder may lead out of it: what counts is where it ends.
  const real = await realpath(join(root, wanted)).catch(() => undefined);
  if (!real || (real !== root && !real.startsWith(root + sep))) return undefined;
  const kind = await stat(real);
  if (kind.isFile()) return real;
  return kind.isDirectory() && extname(wanted) === '' ? 'folder' : undefined;
}

/** `PORT` and `HOST`, else 4321 on this machine alone. */
export const servePort = (): number => Number(process.env['PORT'] ?? 4321);
export const serveHost = (): string => process.env['HOST'] ?? '127.0.0.1';

/** Serves until the process is ended, and says where; a port in use says what to do. */
export async function serveForever(folder: string, base: string): Promise<void> {
  try {
    const served = await serveFolder({ folder, base, port: servePort(), host: serveHost() });
    say(`The review is at ${served.url.replace('127.0.0.1', 'localhost')}  (Ctrl+C ends it)`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void served.close().then(() => process.exit(0)));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    const reason: Record<string, string> = {
      EADDRINUSE: `Port ${servePort()} is in use. Choose another: PORT=4322 npm start`,
      EACCES: `Port ${servePort()} is not free to use here. Choose one above 1024: PORT=4322 npm start`,
      ENOENT: `There is no folder ${folder}. Build the site first: npm run build`,
    };
    process.stderr.write(`${reason[code ?? ''] ?? (problem as Error).message}\n`);
    process.exitCode = 1;
  }
}

const command: Command<'out' | 'base'> = {
  run: 'npm run serve',
  does: 'Serves a built site on http://localhost:4321 (PORT and HOST choose another address).',
  options: {
    out: { value: 'DIR', does: 'the built site (dist)' },
    base: { value: 'PATH', does: 'the path that it was built for (/)' },
  },
};

if (isMain(import.meta)) {
  const { given } = readArguments(command);
  await serveForever(String(given.out ?? 'dist'), normaliseBase(String(given.base ?? '/')));
}
