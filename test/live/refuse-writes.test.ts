import * as iam from '@aws-sdk/client-iam';
import * as organizations from '@aws-sdk/client-organizations';
import * as sts from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CALLS } from '../../src/gather/ask/calls.ts';
import { iamClient } from '../../src/gather/live/clients/iam.ts';
import { openService as openToolbox } from '../../src/gather/live/clients/iam-toolbox.ts';
import { organizationsClient } from '../../src/gather/live/clients/organizations.ts';
import { sharedSettings } from '../../src/gather/live/clients/shared-settings.ts';
import { stsClient } from '../../src/gather/live/clients/sts.ts';
import { type FakeAws, startFakeAws } from './fake-aws/fake-aws.ts';
import { environment, writeConfig } from './fake-aws/keys.ts';
import { answer } from './fake-aws/response.ts';

const config = {
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' },
  region: 'us-east-1',
  shared: sharedSettings(),
};
const asked: string[] = [];
let aws: FakeAws;
beforeAll(async () => {
  aws = await startFakeAws((request) => {
    asked.push(request.call);
    return answer(request, { Any: 'thing' });
  });
  for (const [name, value] of Object.entries(environment(aws.url, writeConfig({})))) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** The clients as the reader makes them, as far as the test uses them. */
interface Client {
  send(command: unknown): Promise<unknown>;
}
const sdks = (): readonly { readonly service: string; readonly sdk: object; readonly client: Client }[] => [
  { service: 'sts', sdk: sts, client: stsClient(config) as unknown as Client }, // the SDK's overloads say the same
  { service: 'iam', sdk: iam, client: iamClient(config) as unknown as Client }, // likewise
  { service: 'organizations', sdk: organizations, client: organizationsClient(config) as unknown as Client }, // likewise
];

/** Every operation that the SDK has for a service. */
const operations = () =>
  sdks().flatMap(({ service, sdk, client }) =>
    Object.entries(sdk)
      .filter(([name]) => name.endsWith('Command') && !name.startsWith('$'))
      .map(([name, Command]) => ({ call: `${service}:${name.replace(/Command$/, '')}`, Command, client })),
  );
const inTable = new Set<string>(Object.keys(CALLS));

test('the clients refuse every operation that is not in the table of calls, and nothing is sent', async () => {
  const writes = operations().filter(({ call }) => !inTable.has(call));
  expect(writes.length).toBeGreaterThan(200);
  const sent: string[] = [];
  for (const { call, Command, client } of writes) {
    try {
      await client.send(new Command({}));
      sent.push(call);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'WriteAttempt') sent.push(`${call}: ${error}`);
    }
  }
  expect(sent).toEqual([]);
  expect(asked).toEqual([]);
});

test('the table holds no operation that the SDK says changes something', () => {
  const verbs = new Set([...inTable].map((call) => /:([A-Z][a-z]+)/.exec(call)?.[1]));
  expect([...verbs].toSorted()).toEqual(['Decode', 'Describe', 'Get', 'List']);
});

test('the client of AWS’s records knows no other operation', async () => {
  const { send } = openToolbox(config);
  await expect(send('DeleteRole', { authorizationId: 'abc' }, AbortSignal.timeout(1_000))).rejects.toMatchObject({
    name: 'WriteAttempt',
  });
  expect(asked).toEqual([]);
});
