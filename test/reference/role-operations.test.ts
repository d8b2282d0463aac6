import { describe, expect, it } from 'vitest';
import { serviceOfCall, serviceOfOperation } from '../../src/parse/operations/operation-services.ts';
import { readFactFile } from '../../src/reference/fact-files.ts';
import { actionFacts, serviceFacts, serviceIndex } from '../../src/reference/service-facts.ts';
import { alwaysPassesRole, rolesPassedBy } from '../../src/reference/services/role-operations.ts';

const facts = readFactFile('role-operations') as Record<string, Record<string, string>>; // written by the build
const table = Object.entries(facts);
const operations = table.flatMap(([prefix, members]) =>
  Object.values(members).flatMap((names) => names.split(' ').map((name) => ({ prefix, name }))),
);

/** The services that have an action of each name. */
const owners = new Map<string, string[]>();
for (const prefix of Object.keys(serviceIndex()?.services ?? {}))
  for (const name of serviceFacts(prefix)?.actionNames ?? []) owners.set(name, [...(owners.get(name) ?? []), prefix]);

describe('the operations that pass a role', () => {
  it('are actions of their services', () => {
    expect(operations.length).toBeGreaterThan(700);
    expect(operations.filter(({ prefix, name }) => actionFacts(`${prefix}:${name}`) === undefined)).toEqual([]);
  });

  it('name their service by the operation alone, where no other service has an action of that name', () => {
    const named = operations.filter(({ name }) => serviceOfOperation(name) !== undefined);
    expect(named.length).toBeGreaterThan(500);
    const wrong = named.filter(
      ({ prefix, name }) => serviceOfOperation(name) !== prefix && owners.get(name)?.length === 1,
    );
    expect(wrong).toEqual([]);
  });

  it('always pass one where the input requires it, and only those are said to', () => {
    expect(alwaysPassesRole('ec2:AssociateIamInstanceProfile')).toBe(true);
    expect(alwaysPassesRole('LAMBDA:createfunction')).toBe(true);
    expect(alwaysPassesRole('ec2:RunInstances')).toBe(false);
    expect(alwaysPassesRole('cloudformation:CreateStack')).toBe(false);
    const always = operations.filter(({ prefix, name }) => alwaysPassesRole(`${prefix}:${name}`));
    expect(always.length).toBeGreaterThan(250);
    expect(alwaysPassesRole('s3:GetObject')).toBe(false);
    expect(alwaysPassesRole('lambda:')).toBe(false);
    for (const { prefix, name } of always) expect(rolesPassedBy(`${prefix}:${name}`)).toBeDefined();
  });
});

describe('the service that a denied call was made to', () => {
  it.each([
    ['UnauthorizedOperation', 'AttachVerifiedAccessTrustProvider', 'ec2'],
    ['Client.UnauthorizedOperation', 'CreateFlowLogs', 'ec2'],
    ['AccessDenied', 'CreateStateMachine', 'states'],
    ['AccessDenied', 'CreateJob', undefined],
    [null, 'CreateFlowLogs', 'ec2'],
  ])('code %s, operation %s: %s', (code, operation, service) => {
    expect(serviceOfCall({ code, operation })).toBe(service);
  });

  it('is the one that the text names, where several have such an operation', () => {
    expect(serviceOfCall({ code: 'AccessDenied', operation: 'CreateService', service: 'ecs' })).toBe('ecs');
  });
});
