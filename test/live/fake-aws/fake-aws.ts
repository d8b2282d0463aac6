import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type FakeRequest, parseRequest } from './request.ts';
import type { FakeResponse } from './response.ts';

/** What happens instead of an answer: the connection is closed, nothing ever comes, or only the beginning of something. */
export type Silence = 'reset' | 'hang' | 'hang-in-body';

export type Respond = (request: FakeRequest) => FakeResponse | Silence | Promise<FakeResponse | Silence>;

/** A server that speaks as STS, IAM, Organizations and IAM Toolbox do. What it answers, `respond` says. */
export interface FakeAws {
  readonly url: string;
  /** Most requests that were in work at once, by service. */
  readonly mostAtOnce: ReadonlyMap<string, number>;
  /** Connections that are open. */
  readonly connections: ReadonlySet<Socket>;
  close(): Promise<void>;
}

export async function startFakeAws(respond: Respond): Promise<FakeAws> {
  const atOnce = new Map<string, number>();
  const mostAtOnce = new Map<string, number>();
  const connections = new Set<Socket>();
  const count = (service: string, step: number) => {
    const now = (atOnce.get(service) ?? 0) + step;
    atOnce.set(service, now);
    mostAtOnce.set(service, Math.max(now, mostAtOnce.get(service) ?? 0));
  };
  const server = createServer((message, response) => {
    void parseRequest(message).then(async (request) => {
      const [service = ''] = request.call.split(':');
      count(service, 1);
      response.once('close', () => count(service, -1));
      send(await respond(request), response);
    });
  });
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    mostAtOnce,
    connections,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function send(answer: FakeResponse | Silence, response: ServerResponse): void {
  if (answer === 'reset') response.socket?.resetAndDestroy();
  else if (answer === 'hang-in-body') response.writeHead(200, { 'content-length': '1000' }).write('<Get');
  else if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end(answer.body);
}
