import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { documentFault, documentKindOf } from '../../src/grants/grant-statement.ts';
import type { Requirement } from '../../src/model/requirement.ts';
import { TOKEN_NAMES } from '../../src/requirements/named.ts';
import { runs } from '../effort.ts';
import { denied, refused, statementsOf } from './requirements-of.ts';

const CALLERS = [
  'arn:aws:iam::111122223333:user/teams/ana',
  'arn:aws:sts::111122223333:assumed-role/ci/build-7',
  'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana',
  'arn:aws-cn:iam::111122223333:role/app',
  'arn:aws:iam::***:user/ana',
  'arn:aws:iam::111122223333:root',
  'arn:aws:sts::111122223333:federated-user/bob',
  'anonymous',
  'ana',
] as const;

const ACTIONS = [
  'sts:AssumeRole',
  'sts:TagSession',
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
  'iam:PassRole',
  'ec2:RunInstances',
  'ec2:DescribeInstances',
  'ec2:AssociateIamInstanceProfile',
  'lambda:CreateFunction',
  's3:GetObject',
  's3:ListBucket',
  'kms:Decrypt',
  'ecr:BatchGetImage',
  'sqs:SendMessage',
  'secretsmanager:GetSecretValue',
  'codecommit:GetBranch',
  'nothing:OfTheKind',
] as const;

const RESOURCES = [
  null,
  '*',
  'my-example-resource',
  'arn:aws:iam::111122223333:role/x',
  'arn:aws:iam::444455556666:role/teams/x',
  'arn:aws:iam:::role/x',
  'arn:aws:iam::***:role/x',
  'arn:aws:s3:::reports/2026/a.csv',
  'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'arn:aws:kms:eu-west-1:111122223333:alias/app',
  'arn:aws:ecr:eu-west-1:444455556666:repository/team/app',
  'arn:aws:sqs:eu-west-1:111122223333:orders',
  `arn:aws:ec2:eu-west-1:111122223333:subnet/${'$'}{SubnetId}`,
  `arn:aws:s3:::reports/${'$'}{aws:username}/<x>`,
] as const;

const REASONS = [
  '',
  ' because no identity-based policy allows it',
  ' because no identity-based policy allows the action',
  ' with an explicit deny in a service control policy',
  ' with an explicit deny in a resource-based policy',
  ' with an explicit deny',
] as const;

const message = fc
  .tuple(
    fc.constantFrom(...CALLERS),
    fc.constantFrom(...ACTIONS),
    fc.constantFrom(...RESOURCES),
    fc.constantFrom(...REASONS),
  )
  .filter(([, action, resource]) => fits(action, resource))
  .map(([caller, action, resource, reason]) => denied(caller, action, resource, reason));

/** AWS asks for no action of one service on a resource of another. */
function fits(action: string, resource: string | null): boolean {
  const service = /^arn:aws:(ecr|kms):/.exec(resource ?? '')?.[1];
  return service === undefined || action.startsWith(`${service}:`);
}

const hostile = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...ACTIONS),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  .map(([caller, action, resource]) =>
    denied(`arn:aws:iam::111122223333:user/${caller}`, action, `arn:aws:iam::111122223333:role/${resource}`),
  );

const operation = fc
  .constantFrom('CreateFlowLogs', 'RunInstances', 'CreateFunction', 'HeadObject', 'GetSecretValue', 'constructor', 'X')
  .map((name) => refused(name, 'UnauthorizedOperation'));

const text = fc.oneof(
  { weight: 4, arbitrary: message },
  { weight: 2, arbitrary: hostile },
  { weight: 1, arbitrary: operation },
);

/** Everything in it that is printed. */
function printed({ show, ...rest }: Requirement): string {
  const ways = rest.need === 'allow' ? rest.ways : [];
  const expected = rest.need === 'value' ? rest.expected : [];
  return JSON.stringify([ways, expected, show]);
}

async function everyRequirement(check: (one: Requirement, all: readonly Requirement[]) => void): Promise<void> {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      for (const { requirements } of await diagnose({ text: words }, { source: 'none' }))
        for (const one of requirements) {
          check(one, requirements);
          judged += 1;
        }
    }),
    { numRuns: runs(150, 3000) },
  );
  // Most of these texts have several.
  expect(judged).toBeGreaterThan(150);
}

describe('whatever a text says, of every requirement', () => {
  it('each statement is one that its document takes', () =>
    everyRequirement((one) => {
      for (const statement of statementsOf(one)) {
        const kind = documentKindOf(layerOf(one), resourceOf(one, statement['Resource']));
        expect(documentFault(kind, statement), JSON.stringify(statement)).toBe(undefined);
      }
    }));

  it('no token is left out of the list, and none is listed that is not there', () =>
    everyRequirement((one) => {
      const words = new Set(printed(one).match(/[A-Z][A-Z0-9_]+/g));
      const listed = one.placeholders.map(({ token }) => token);
      for (const token of TOKEN_NAMES) if (words.has(token)) expect(listed, printed(one)).toContain(token);
      expect(new Set(listed).size).toBe(listed.length);
    }));

  it('nothing in it is a redirection, a policy variable or a mask', () =>
    everyRequirement((one) => {
      expect(printed(one)).not.toMatch(/<|\$\{|\*\*/);
    }));

  it('its id is unique, and what a way also needs is there', () =>
    everyRequirement((one, all) => {
      expect(all.filter(({ id }) => id === one.id)).toHaveLength(1);
      for (const id of one.need === 'allow' ? one.ways.flatMap(({ alsoNeeds }) => alsoNeeds) : [])
        expect(all.map((other) => other.id)).toContain(id);
    }));

  it('nothing is unmet where nothing was read, but what the text itself shows', () =>
    everyRequirement(({ id, status }) => {
      if (!/^(request\.role-arn|pass-role\.account)$/.test(id)) expect(status, id).not.toBe('unmet');
    }));

  it('no policy that would have to be read is met where nothing was read', () =>
    everyRequirement(({ step, status }) => {
      if (/^(identity|trust|resource|scp)$/.test(step)) expect(status, step).toBe('open');
    }));
});

function layerOf({ target }: Requirement) {
  switch (target.kind) {
    case 'entity':
    case 'request':
    case 'token':
      return 'identity';
    default:
      return target.kind;
  }
}

/** The resource that a statement names; else one of the service that is asked, whose statements name none. */
function resourceOf({ request }: Requirement, resource: unknown): string {
  if (typeof resource === 'string' && resource !== '*') return resource;
  return `arn:aws:${request.action.split(':')[0]}:eu-west-1:111122223333:x/y`;
}

it('the same text gives the same requirements', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const [first, second] = await Promise.all([0, 1].map(() => diagnose({ text: words }, { source: 'none' })));
      expect(first?.map(({ requirements }) => requirements)).toEqual(second?.map(({ requirements }) => requirements));
    }),
    { numRuns: runs(30, 300) },
  );
});
