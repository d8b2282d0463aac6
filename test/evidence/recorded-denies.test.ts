import { describe, expect, it } from 'vitest';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { HOME, type Json, USER, world } from '../cases/tables/world.ts';

const QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:orders`;
const items = (...values: readonly string[]) => ({ items: values.map((value) => ({ value })) });

interface Recorded {
  readonly sid?: string;
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly explicit?: boolean;
  readonly effect?: string;
}

/** The decoded message of a denied sqs:SendMessage, with the statement that AWS says denied it. */
function message({ sid = 'No', actions = ['sqs:*'], resources = ['*'], explicit = true, effect = 'DENY' }: Recorded) {
  const statement = {
    statementId: sid,
    effect,
    actions: items(...actions),
    resources: items(...resources),
    conditions: { items: [{ key: 'aws:SourceVpc', values: items('vpc-1') }] },
  };
  return JSON.stringify({
    allowed: false,
    explicitDeny: explicit,
    matchedStatements: { items: [statement] },
    context: { principal: { arn: USER }, action: 'sqs:SendMessage', resource: QUEUE, conditions: { items: [] } },
  });
}

const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };
const VPC = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };

function deny(sid: string | undefined, more: Json = {}): Json {
  return { ...(sid === undefined ? {} : { Sid: sid }), Effect: 'Deny', Action: 'sqs:*', Resource: '*', ...more };
}

async function causesOf(recorded: Recorded, ...denies: readonly Json[]) {
  const situation = { text: message(recorded), world: world({ allow: [EVERYTHING, ...denies] }) };
  const { causes, conclusion } = await diagnoseSituation(situation);
  const found = causes.map(({ id, rung, evidence: [first] }) => {
    const index = first.kind === 'statement' ? first.statement.index : null;
    return `${id} ${rung}${index === null ? '' : ` ${index}`}`;
  });
  return { found, conclusion, causes };
}

describe('the statement by which AWS’s record says that a request was denied', () => {
  it.each<[string, Recorded, readonly Json[], string]>([
    [
      'has the Sid, the actions and the resources of one that was read',
      {},
      [deny('No')],
      'identity.explicit-deny aws 1',
    ],
    ['has none of them but the Sid', { actions: [], resources: [] }, [deny('No')], 'identity.explicit-deny aws 1'],
    ['has no Sid', { sid: '' }, [deny(undefined)], 'identity.explicit-deny aws 1'],
    ['is spelt in different letter case', { actions: ['SQS:*'] }, [deny('No')], 'identity.explicit-deny aws 1'],
    [
      'is the one of two that denies for certain',
      {},
      [deny('No', { Condition: VPC }), deny('No')],
      'identity.explicit-deny aws 2',
    ],
  ])('is found: it %s', async (_, recorded, denies, cause) => {
    const { found, conclusion } = await causesOf(recorded, ...denies);
    expect([found[0], conclusion]).toEqual([cause, 'explained']);
  });

  it('denies though a condition of it is not known', async () => {
    const { found, conclusion, causes } = await causesOf({}, deny('No', { Condition: VPC }));
    expect([found.length, conclusion]).toEqual([1, 'explained']);
    expect(causes[0]).toMatchObject({ layer: 'identity', rung: 'aws' });
    expect(causes[0]?.summary).toContain('must be what denies');
  });

  it.each<[string, Recorded, readonly Json[]]>([
    ['no statement denies', {}, []],
    ['another Sid denies under conditions that are not known', {}, [deny('Other', { Condition: VPC })]],
    ['it has other actions', { actions: ['sqs:SendMessage'] }, [deny('No', { Condition: VPC })]],
    ['it has other resources', { resources: [QUEUE] }, [deny('No', { Condition: VPC })]],
    ['two are alike', {}, [deny('No', { Condition: VPC }), deny('No', { Condition: VPC })]],
  ])('is quoted where it is not found: %s', async (_, recorded, denies) => {
    const { found, conclusion, causes } = await causesOf(recorded, ...denies);
    expect([found[0], conclusion]).toEqual(['caller.recorded-deny aws', 'explained']);
    expect(causes[0]?.evidence[0]).toMatchObject({ kind: 'answer', call: 'sts:DecodeAuthorizationMessage' });
    expect(causes[0]?.summary).toContain('"No"');
    expect(causes[0]?.summary).toContain('aws:SourceVpc is vpc-1');
    expect(causes[0]?.fix?.changes).toEqual([]);
  });

  it.each<[string, Recorded]>([
    ['AWS says that nothing denies', { explicit: false }],
    ['the statement allows', { effect: 'ALLOW' }],
    ['the record shows nothing of it', { sid: '', actions: [] }],
  ])('is none where %s', async (_, recorded) => {
    const { found } = await causesOf(recorded);
    expect(found.filter((one) => one.startsWith('caller.recorded-deny'))).toEqual([]);
  });
});
