import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/** The program of a Chromium that is installed; undefined for none. */
export const CHROMIUM = NAMES.find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0);

type Json = Readonly<Record<string, unknown>>;

/** What the browser says of itself: an event, with its parameters. */
interface Event {
  readonly method: string;
  readonly params: Json;
}

/** A page of a browser without a window, driven by the protocol of its developer tools. https://chromedevtools.github.io/devtools-protocol/ */
export interface Page {
  /** Sends a command; rejects with what the browser says where it refuses. */
  readonly send: (method: string, params?: Json) => Promise<Json>;
  /** Every event so far. */
  readonly events: readonly Event[];
  /** Resolves with the next event of a name. */
  readonly next: (method: string) => Promise<Event>;
  /** The value of an expression in the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Starts a browser with an empty page. It talks over pipes, so no port is open. */
export async function openPage(program: string): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), 'denytrace-chromium-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe'];
  const child = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, which ends as a whole: its helpers write into the profile, too
  });
  const talk = talkTo(child);
  const { targetId } = await talk.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await talk.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params: Json = {}) => talk.send(method, params, sessionId);
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`);
  return {
    send,
    events: talk.events,
    next: talk.next,
    evaluate: async (expression) => {
      const answer = await send('Runtime.evaluate', { expression, returnByValue: true });
      return objectOf(answer['result'])['value'];
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Commands and their answers, each of them JSON with a zero byte at its end. */
function talkTo(child: ChildProcess) {
  const [, , , output, input] = child.stdio as unknown as [unknown, unknown, unknown, Writable, Readable]; // as spawned
  const events: Event[] = [];
  const waiting = new Map<number, { resolve: (value: Json) => void; reject: (reason: Error) => void }>();
  const expected: { readonly method: string; readonly resolve: (event: Event) => void }[] = [];
  let rest = '';
  let last = 0;
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = `${rest}${chunk}`.split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) take(JSON.parse(part));
  });
  function take(message: Json): void {
    const { id, method, params, result, error } = message;
    if (typeof id === 'number') {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) asked?.resolve(objectOf(result));
      else asked?.reject(new Error(JSON.stringify(error)));
      return;
    }
    const event = { method: String(method), params: objectOf(params) };
    events.push(event);
    const index = expected.findIndex((one) => one.method === event.method);
    if (index >= 0) expected.splice(index, 1)[0]?.resolve(event);
  }
  return {
    events,
    next: (method: string) => new Promise<Event>((resolve) => void expected.push({ method, resolve })),
    send: (method: string, params: Json, sessionId?: unknown) =>
      new Promise<Json>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        output.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
  };
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
