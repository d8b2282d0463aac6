import { describe, expect, it } from 'vitest';
import { findCauses } from '../../src/causes/find-causes.ts';
import { decide } from '../../src/evaluate/decide.ts';
import { applyChanges } from '../../src/fix/apply-changes.ts';
import { proveFixes } from '../../src/fix/prove-fixes.ts';
import { denied, diagnosisOf, statementsOf } from '../requirements/requirements-of.ts';
import { ACCOUNT, type Given, refOf, subjectOf } from './subject.ts';

const GROUP = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/aws/codebuild/shop`;
const STREAM = `${GROUP}:log-stream:425ff8c6-6da1-4563-b743-60bb1853338e`;
const EARLIER = `${GROUP}:log-stream:425ff8c6-6da1-4563-b743-60bb1853338f`;
const LATER = `${GROUP}:log-stream:0d9a5d3c-8a49-4f5e-9a5f-7a7c1e0a2b4d`;
const OTHER = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/aws/codebuild/other:log-stream:0d9a5d3c-8a49-4f5e-9a5f-7a7c1e0a2b4d`;
const WHY =
  'it covers every log stream of the log group, not only the denied one, because each run writes to a new one';

const given = (kind: Given['policy']['kind'], action: readonly string[], resource: string): Given => ({
  policy: refOf(kind),
  statements: [{ Effect: 'Allow', Action: action, Resource: resource }],
  action: 'logs:PutLogEvents',
  resource: STREAM,
});

/** The first fix, and what the request for another resource or action gets with it. */
function fixOf(subject: Given) {
  const denialCase = subjectOf(subject);
  const [cause] = proveFixes(denialCase, findCauses(denialCase)).causes;
  const changes = cause?.fix?.changes ?? [];
  const answer = (resource: string, action = 'logs:PutLogEvents') => {
    const { request, facts } = subjectOf({ ...subject, resource, action });
    const policies = applyChanges(facts.policies, changes);
    return policies && request ? decide(request, policies).allowed : undefined;
  };
  return { fix: cause?.fix, answer };
}

describe('a fix for a resource of one run', () => {
  it.each([
    ['a boundary without it', given('boundary', ['logs:CreateLogStream'], '*')],
    ['the stream of an earlier run in an inline policy', given('inline', ['logs:PutLogEvents'], EARLIER)],
    ['a service control policy without it', given('scp', ['logs:CreateLogStream'], '*')],
  ])('helps the next run, and says that it is wider: %s', (_, subject) => {
    const { fix, answer } = fixOf(subject);
    expect(fix?.check).toBe('allowed');
    expect(fix?.summary).toContain(WHY);
    expect([STREAM, LATER].map((resource) => answer(resource))).toEqual(['yes', 'yes']);
    expect([answer(OTHER), answer(LATER, 'logs:DeleteLogStream')]).toEqual(['no', 'no']);
  });

  it('opens no other action of the statement that nearly allows it', () => {
    const { fix, answer } = fixOf(given('inline', ['logs:PutLogEvents', 'logs:DeleteLogStream'], EARLIER));
    expect([fix?.check, answer(LATER), answer(LATER, 'logs:DeleteLogStream')]).toEqual(['allowed', 'yes', 'no']);
  });

  it('is listed where nothing can be read, for the request as it was denied', async () => {
    const caller = `arn:aws:sts::${ACCOUNT}:assumed-role/build/AWSCodeBuild-425ff8c6`;
    const { requirements } = await diagnosisOf(denied(caller, 'logs:PutLogEvents', STREAM));
    const identity = requirements.find(({ id }) => id === 'identity');
    expect(identity?.request.resource).toBe(STREAM);
    expect(statementsOf(identity)).toMatchObject([{ Action: 'logs:PutLogEvents', Resource: `${GROUP}:*` }]);
  });
});
