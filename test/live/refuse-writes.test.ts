import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CALLS } from '../../src/gather/calls/table.ts';
import { RequestHandler } from '../../src/gather/live/clients/request-handler.ts';
import { restClient } from '../../src/gather/live/clients/rest-client.ts';
import { loadSdk, sdkClient } from '../../src/gather/live/clients/sdk-client.ts';
import { sharedSettings } from '../../src/gather/live/clients/shared-settings.ts';
import { type FakeAws, startFakeAws } from './fake-aws/fake-aws.ts';
import { environment, writeConfig } from './fake-aws/keys.ts';
import { answer } from './fake-aws/response.ts';

const config = {
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' },
  region: 'us-east-1',
  shared: sharedSettings(),
  requestHandler: new RequestHandler(null),
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

/** A client of the SDK, as far as the test uses it. */
interface Client {
  send(command: unknown): Promise<unknown>;
}

/** Every operation that the SDK has for a service, and the client that could be told to do it. */
async function operations() {
  const sdks = await Promise.all((['sts', 'iam', 'organizations'] as const).map(loadSdk));
  return sdks.flatMap(({ service, exports, readOnlyClient }) => {
    const client = readOnlyClient(config) as unknown as Client; // the SDK's own type is narrower
    const names = Object.keys(exports).filter((name) => name.endsWith('Command') && !name.startsWith('$'));
    return names.map((name) => {
      const Command = exports[name] as new (input: object) => object; // what the SDK exports under such a name
      return { call: `${service}:${name.replace(/Command$/, '')}`, Command, client };
    });
  });
}
const inTable = new Set<string>(Object.keys(CALLS));

test('the clients refuse every operation that is not in the table of calls, and nothing is sent', async () => {
  const writes = (await operations()).filter(({ call }) => !inTable.has(call));
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

const soon = () => AbortSignal.timeout(1_000);

test('no client sends what is not a call of its own service', async () => {
  const iam = sdkClient(await loadSdk('iam'), config);
  const toolbox = restClient('iam-toolbox', config);
  const refused = { name: 'WriteAttempt' };
  await expect(iam.send('iam:DeleteRole', { RoleName: 'x' }, soon())).rejects.toMatchObject(refused);
  await expect(iam.send('sts:GetCallerIdentity', {}, soon())).rejects.toMatchObject(refused);
  await expect(iam.send('iam:GetRequestAuthorizationDetails', {}, soon())).rejects.toMatchObject(refused);
  await expect(toolbox.send('iam:DeleteRole', { authorizationId: 'abc' }, soon())).rejects.toMatchObject(refused);
  await expect(toolbox.send('iam:GetRole', { RoleName: 'x' }, soon())).rejects.toMatchObject(refused);
  expect(asked).toEqual([]);
});
