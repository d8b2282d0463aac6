import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { onTestFinished } from 'vitest';

/** The example key of AWS's documentation. */
export const KEYS = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' };

/** Lets a server listen for one test; its port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port; // it listens on a port
}

/** An endpoint that answers every request in the same way. */
export async function answering(answer: RequestListener) {
  const port = await listen(createServer(answer));
  return { ...KEYS, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
}
