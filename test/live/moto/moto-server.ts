import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** True where moto_server can be run; else the tests that need it are skipped, and say so. */
export function hasMoto(): boolean {
  const isThere = spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status === 0;
  if (!isThere)
    process.stdout.write(
      'moto_server is not installed (pip install "moto[server]"): the end-to-end tests of the live reader are skipped\n',
    );
  return isThere;
}

export interface Moto {
  readonly url: string;
  stop(): void;
}

/** Starts moto on a free port, and waits until it answers. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const gone = once(server, 'exit');
  while (!(await answers(url))) {
    const ended = await Promise.race([gone, wait(50)]);
    if (ended !== undefined) throw new Error(`moto_server ended: ${ended}`);
  }
  return { url, stop: () => server.kill('SIGKILL') };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/moto-api/`)).status < 500;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // it listens on a port
  probe.close();
  await once(probe, 'close');
  return port;
}
