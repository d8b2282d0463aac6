import { setTimeout as wait } from 'node:timers/promises';
import { startFakeAws } from '../../live/fake-aws/fake-aws.ts';
import { depthOf, type Seen } from './depth.ts';
import { respond } from './world.ts';

/** A process of its own, so that its work is not counted: `server <milliseconds> <paths>`; asked over IPC what it has seen. */
const [, , milliseconds = '60', paths] = process.argv;
let seen: Seen[] = [];
const aws = await startFakeAws(async (request) => {
  const from = performance.now();
  const response = respond(request, paths === 'paths');
  await wait(Number(milliseconds));
  if (response.status !== 200) process.stderr.write(`${response.body}\n`);
  seen.push({ call: request.call, input: request.input, from, to: performance.now(), response: response.body });
  return response;
});
process.on('message', (question: string) => {
  const atOnce = Object.fromEntries(aws.mostAtOnce);
  process.send?.({ calls: seen.length, depth: depthOf(seen, question), atOnce });
  seen = [];
});
process.send?.(aws.url);
