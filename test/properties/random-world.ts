import { absentByRule } from '../../src/gather/ask/by-rule.ts';
import type { Denial } from '../../src/model/denial.ts';
import { absent, type Fact, known, unreadable } from '../../src/model/fact.ts';
import type { Entity, Facts, OrganizationPlace } from '../../src/model/facts.ts';
import { notGiven } from '../../src/model/gap.ts';
import type { Question, UserOptions } from '../../src/model/question.ts';
import { describeRequest } from '../../src/request/describe-request.ts';
import { denialOf } from '../parts/denial-of.ts';
import { questionOf } from '../parts/question-of.ts';
import { CALLERS, type RandomCaller } from './random-callers.ts';
import { KEYS, randomKey } from './random-conditions.ts';
import { boundaryOf, identityOf, levelsOf, resourcePolicy, single } from './random-layers.ts';
import { REQUESTS } from './random-requests.ts';
import { type About, randomPolicy } from './random-statements.ts';
import type { Tape } from './tape.ts';

/** Everything that a diagnosis is made of, short of reading it from somewhere. */
export interface RandomWorld {
  readonly question: Question;
  readonly facts: Facts;
  readonly given: UserOptions;
}

const CALLER_ACCOUNT = '111122223333';
/** The clock of a diagnosis of a random world. */
export const NOW = new Date('2026-11-24T12:00:00Z');
const ORGANIZATION = 'o-exampleorg1';

/** A world in which everything was read that can be read. */
export function randomWorld(tape: Tape): RandomWorld {
  const caller = tape.pick(CALLERS);
  const asked = tape.pick(REQUESTS);
  const owner = tape.pick([CALLER_ACCOUNT, '444455556666']);
  const action = asked.actionOf?.(caller.principal) ?? asked.action;
  const resource = asked.resource.replace('<owner>', owner);
  const about: About = { action, resource, callers: caller.names };
  const isTrust = action.toLowerCase().startsWith('sts:');
  const entity = entityOf(caller, tape);
  const role = isTrust || action === 'iam:PassRole' ? roleEntity(resource, about, tape) : null;
  const place = organizationOf(CALLER_ACCOUNT, tape);
  const ownerPlace = owner === CALLER_ACCOUNT ? place : organizationOf(owner, tape);
  const denial = randomDenial(caller, action, resource, isTrust, tape);
  const world: Omit<RandomWorld, 'given'> = {
    question: questionOf({
      denial,
      principal: caller.principal,
      principalFrom: 'text',
      action,
      resource,
      service: action === 'iam:PassRole' && tape.chance(60) ? 'lambda.amazonaws.com' : null,
    }),
    facts: {
      principal: caller.principal,
      principalFrom: tape.pick(['text', 'text', 'option', 'current-identity']),
      currentIdentity: unreadable(notGiven({ what: 'the identity of the current credentials', toPass: null })),
      callerEntity: entity,
      callerGroups: known([]),
      callerKeys: known([]),
      callerOrganization: caller.principal.account === null ? absentByRule('no account') : place,
      resourceAccount: owner,
      resourceOrganization: ownerPlace,
      role,
      providers: null,
      instanceProfile: null,
      uniqueIds: {},
      record: absent('iam-toolbox:GetAuthorization', 'none'),
      policies: {
        identity: caller.hasPolicies ? identityOf(about, tape) : absentByRule('the caller has no policies'),
        boundary: caller.hasPolicies ? boundaryOf(about, tape) : absentByRule('the caller has no boundary'),
        session: caller.hasSession ? single('session', 'identity', about, tape, 35) : absentByRule('no session'),
        scp: caller.principal.account === null ? absentByRule('no account') : levelsOf('scp', place, about, tape),
        rcp: levelsOf('rcp', ownerPlace, about, tape),
        resource: resourcePolicy(about, isTrust, role, tape),
        endpoint: single('endpoint', 'resource', about, tape, 20),
      },
    },
  };
  return { ...world, given: givenOf(world, tape) };
}

/** AWS's text, which names a layer now and then. */
function randomDenial(
  { principal }: RandomCaller,
  action: string,
  resource: string,
  isTrust: boolean,
  tape: Tape,
): Denial | null {
  if (tape.chance(30)) return null;
  const layers = ['identity', 'boundary', 'session', 'scp', 'rcp', isTrust ? 'trust' : 'resource', 'endpoint'] as const;
  const layer = tape.pick(layers);
  const effect = tape.pick(['implicit', 'explicit'] as const);
  return denialOf({
    caller: principal.arn,
    callerName: principal.arn === null ? principal.name : null,
    action,
    resource,
    reason: tape.chance(25) ? { layer, effect, policyArn: null } : null,
  });
}

/** Keys that only the person who made the request knows: told, told to be missing, or not told at all. */
function givenOf(world: Omit<RandomWorld, 'given'>, tape: Tape): UserOptions {
  const request = describeRequest({ ...world, given: NOTHING, token: null, clock: { time: NOW, from: 'now' } });
  const context: Record<string, string | string[]> = {};
  const missing: string[] = [];
  for (let count = tape.upTo(8); count > 0; count -= 1) {
    const key = randomKey(tape);
    const [right, wrong] = KEYS[key];
    const value = tape.pick([right, right, wrong, [right, wrong], [], 'missing']);
    // The clock is assumed, and what is known without being told, AWS or the text says: to say otherwise is no learning.
    if (ASSUMED.test(key) || request?.context.get(key).status !== 'unknown') continue;
    // Each is told once: the command line refuses a key that has a value and none.
    if (Object.hasOwn(context, key) || missing.includes(key)) continue;
    if (value === 'missing') missing.push(key);
    else context[key] = value;
  }
  return { context, missing, assume: {} };
}

const NOTHING: UserOptions = { context: {}, missing: [], assume: {} };
const ASSUMED = /^aws:(Current|Epoch)Time$/;

function entityOf({ principal, kind, arn, uniqueId }: RandomCaller, tape: Tape): Fact<Entity> {
  if (kind === null || arn === null) return absentByRule('only users and roles are entities');
  return known({
    kind,
    arn,
    name: principal.name,
    path: principal.path ?? '/ci/',
    uniqueId,
    created: null,
    tags: tape.pick<Entity['tags']>([{}, { team: 'red' }, { team: 'blue', Other: 'x' }]),
    maxSessionDuration: kind === 'role' ? 3600 : null,
    ...(kind === 'role'
      ? { trustPolicy: tape.pick<unknown>([TAGLESS, { Version: '2012-10-17', Statement: [] }, TAGGING]) }
      : {}),
  });
}

const TAGLESS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'codebuild.amazonaws.com' } }],
};
const TAGGING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Principal: { AWS: '111122223333' } }],
};

function roleEntity(arn: string, about: About, tape: Tape): NonNullable<Facts['role']> {
  const missing = absent('iam:GetRole', arn);
  if (tape.chance(5)) return { arn, entity: missing, trustPolicy: missing, similar: known([]) };
  const trust = randomPolicy(about, 'trust', tape);
  return {
    arn,
    entity: known({
      kind: 'role',
      arn,
      name: 'target',
      path: '/',
      uniqueId: 'AROATARGETTARGET1',
      created: null,
      tags: tape.pick<Entity['tags']>([{}, { env: 'prod' }, { env: 'dev' }]),
      maxSessionDuration: 3600,
      trustPolicy: trust,
    }),
    trustPolicy: known(trust),
    similar: absentByRule('the role exists'),
  };
}

function organizationOf(account: string, tape: Tape): Fact<OrganizationPlace> {
  if (tape.chance(10)) return absent('organizations:DescribeOrganization', account);
  const units = tape.several(2, (index) => ({ id: `ou-root-${'ab'[index]}0000000`, name: `Unit ${index}` }));
  return known({
    organizationId: tape.pick([ORGANIZATION, 'o-otherorg99']),
    managementAccountId: tape.chance(8) ? account : '999988887777',
    path: known([{ id: 'r-root', name: 'Root' }, ...units, { id: account, name: null }]),
  });
}
