import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { KEYS } from './endpoints.ts';

/** An endpoint that accepts connections, and never answers. */
export interface SilentAws {
  /** The variables with which everything is asked there. */
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  /** Resolves with the first connection. */
  readonly asked: Promise<unknown>;
}

/** Opens the endpoint for one test. */
export async function silentAws(): Promise<SilentAws> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  const asked = once(server, 'connection');
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  return { url, asked, env: { AWS_ENDPOINT_URL: url, ...KEYS } };
}
