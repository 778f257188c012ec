/** Finds a port for a server of this machine. */

import { createServer } from 'node:net';

/** A port of 127.0.0.1 that no program uses at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
