/** The command `npm run serve`, and the static server that other commands and tests use. */

import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { formatNotice, type Notice } from '#domain/notice';
import { offeredTypes } from '#site/media-types';
import { isMain, readArguments, say, sound, type Command } from './cli.ts';
import { isAllowedHost, isOpen, readAddress, readBase, type Address } from './lib/address.ts';
import { headersForAll } from './lib/host-headers.ts';
import { putBack } from './lib/restore-folder.ts';
import { packedFile } from './gzip-files.ts';

export interface ServeOptions {
  folder: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Names that it answers to besides localhost and IP addresses; none by default. */
  allowed?: readonly string[];
  base: string;
  /** Whether to compress texts for clients that accept it, as most hosts do; true by default. */
  pack?: boolean;
}

export interface Served {
  /** With the base path and a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** Media types by the ending of the file name, as registered with IANA; the longest ending counts. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  ...offeredTypes,
};

export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ends = Object.keys(mediaTypes).filter((end) => name.endsWith(end));
  const longest = ends.sort((a, b) => b.length - a.length)[0];
  return (longest && mediaTypes[longest]) ?? 'application/octet-stream';
}

/** Serves a built site like a static host: for a folder its index.html, for a missing page `404.html`. */
export async function serveFolder(options: ServeOptions): Promise<Served> {
  const { folder, port, host, allowed = [], base, pack = true } = options;
  const root = await realpath(resolve(folder));
  const always = headersForAll(await readFile(join(root, '_headers'), 'utf8').catch(() => ''));
  const server = createServer((request, response) => {
    if (!isAllowedHost(request.headers.host, { host, allowed })) {
      refuse(response, request.headers.host ?? '');
      return;
    }
    answer(request, response, { root, base, pack, always }).catch(() => {
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

/** Answers a request for a foreign name, and says how to allow that name. */
function refuse(response: ServerResponse, name: string): void {
  const shown = name.slice(0, 200);
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
  response.end(
    `This server does not answer to the name ${shown}. To allow names, start it with ALLOWED_HOSTS=name,other.name\n` +
      `本服务器不响应名称 ${shown}。运行者可用 ALLOWED_HOSTS=名称,另一名称 允许访问。\n`,
  );
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { root, base, pack, always }: { root: string; base: string; pack: boolean; always: Record<string, string> },
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
    ...always,
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

/** The file that a path means inside `root`; `folder` where the slash after a folder is missing; or nothing. */
async function findFile(root: string, path: string): Promise<string | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(decoded) || decoded.split('/').includes('..')) return undefined;
  const wanted = decoded === '' || decoded.endsWith('/') ? `${decoded}index.html` : decoded;
  // A link may lead out of the folder, so the real path counts.
  const real = await realpath(join(root, wanted)).catch(() => undefined);
  if (!real || (real !== root && !real.startsWith(root + sep))) return undefined;
  const kind = await stat(real);
  if (kind.isFile()) return real;
  return kind.isDirectory() && extname(wanted) === '' ? 'folder' : undefined;
}

/** Serves until the process is ended, and prints the address. What prevents serving is reported with a remedy. */
export async function serveForever(folder: string, base: string, address: Address): Promise<void> {
  for (const notice of await putBack(folder)) process.stderr.write(`${formatNotice(notice)}\n`);
  const problem = (await whyNoSite(folder)) ?? (await beginServing(folder, base, address));
  if (!problem) return;
  process.stderr.write(`${formatNotice(problem)}\n`);
  process.exitCode = 1;
}

async function beginServing(folder: string, base: string, address: Address): Promise<Notice | undefined> {
  try {
    const served = await serveFolder({ folder, base, ...address });
    say(`The review is at ${served.url.replace('127.0.0.1', 'localhost')}  (Ctrl+C ends it)`);
    if (isOpen(address))
      say(`Everyone who reaches ${address.host} can read it: HOST=127.0.0.1 keeps it on this machine.`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void served.close().then(() => process.exit(0)));
    return undefined;
  } catch (problem) {
    return notServed(problem, address);
  }
}

/** Why a folder is not a site that can be served. */
async function whyNoSite(folder: string): Promise<Notice | undefined> {
  const found = await stat(folder).catch(() => undefined);
  const home = await stat(join(folder, 'index.html')).catch(() => undefined);
  if (found?.isDirectory() && home?.isFile()) return undefined;
  return {
    severity: 'error',
    rule: 'no-site',
    place: { file: folder },
    seen: !found ? 'nothing there' : found.isDirectory() ? 'a folder without index.html' : 'a file',
    expected: 'the folder of a built site',
    remedy: 'build it first: npm run build; or name its folder: npm run serve -- --out DIR',
  };
}

/** Why the system did not let the server listen. */
function notServed(problem: unknown, { host, port }: Address): Notice {
  const { code = '', message } = problem as NodeJS.ErrnoException;
  const reasons: Record<string, Pick<Notice, 'seen' | 'remedy'>> = {
    EADDRINUSE: { seen: `port ${port} is in use`, remedy: `choose another: PORT=${port === 4322 ? 4323 : 4322}` },
    EACCES: { seen: `port ${port} is not free to use here`, remedy: 'choose one above 1024: PORT=4322' },
    EADDRNOTAVAIL: {
      seen: `${host} is not an address of this machine`,
      remedy: 'leave out HOST, or give an address of this machine',
    },
    ENOTFOUND: {
      seen: `no machine has the name ${host}`,
      remedy: 'leave out HOST, or give an address of this machine',
    },
  };
  return {
    severity: 'error',
    rule: 'not-served',
    place: { file: `${host}:${port}` },
    expected: 'an address to serve the site at',
    ...(reasons[code] ?? { seen: message, remedy: 'choose another address with HOST and PORT' }),
  };
}

const command: Command<'out' | 'base'> = {
  run: 'npm run serve',
  does: 'Serves a built site on http://localhost:4321. PORT and HOST choose another address; ALLOWED_HOSTS=a.example,.b.example makes it answer to these names too.',
  options: {
    out: { value: 'DIR', does: 'the built site (dist)' },
    base: { value: 'PATH', does: 'the path that it was built for (/)' },
  },
};

if (isMain(import.meta)) {
  const { text } = readArguments(command);
  await serveForever(text('out') ?? 'dist', sound(readBase(text('base') ?? '/')), sound(readAddress()));
}
