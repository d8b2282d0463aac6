import { gather } from '../../../src/gather/gather.ts';
import { loadService } from '../../../src/gather/live/clients/load-service.ts';
import { liveReader } from '../../../src/gather/live/live-reader.ts';
import type { Facts } from '../../../src/model/facts.ts';
import { parsePrincipal } from '../../../src/model/principal.ts';
import type { Read } from '../../../src/model/read.ts';
import { OWNER, ROLE, USER } from './world.ts';

/** Gathers once, in a process of its own: `client [sequential]`; prints how long it took, and what it came to know. */
const principal = parsePrincipal(USER) ?? null;
// What the reader would load when it first needs it: starting up has a budget of its own.
await Promise.all([
  import('../../../src/gather/live/read-aws.ts'),
  ...(['sts', 'iam', 'organizations'] as const).map(loadService),
]);
const started = performance.now();
const live = await liveReader({
  profile: 'caller',
  accountProfiles: { [OWNER]: 'owner' },
  organizationProfile: 'management',
});
const read = process.argv.includes('sequential') ? oneByOne(live) : live;
const nothing = { denial: null, service: null, encodedMessage: null, authorizationId: null, region: null };
const question = { ...nothing, principal, principalFrom: 'text', action: 'sts:AssumeRole', resource: ROLE } as const;
const facts = await gather(question, read, { context: {}, missing: [], assume: {} });
const milliseconds = performance.now() - started;
process.stdout.write(JSON.stringify({ milliseconds, unread: unread(facts) }));
process.exit();

function oneByOne(all: Read): Read {
  let last: Promise<unknown> = Promise.resolve();
  return (call) => {
    const answer = last.then(() => all(call));
    last = answer;
    return answer;
  };
}

/** Layers that were not read to the end. The session and the endpoint nobody can read. */
function unread({ policies, role }: Facts): readonly string[] {
  const { session: _session, endpoint: _endpoint, ...layers } = policies;
  const gaps = Object.entries({ ...layers, role: role?.trustPolicy })
    .filter(([, fact]) => JSON.stringify(fact).includes('"unreadable"'))
    .map(([name]) => name);
  return gaps;
}
