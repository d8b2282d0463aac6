import type { Case } from '../../src/model/case.ts';
import type { Denial } from '../../src/model/denial.ts';
import { unreadable } from '../../src/model/fact.ts';
import type { Facts } from '../../src/model/facts.ts';
import { refused } from '../../src/model/gap.ts';
import type { Question } from '../../src/model/question.ts';

/** A denial that states nothing but what is given. */
export function denialOf(parts: Partial<Denial>): Denial {
  return {
    code: 'AccessDenied',
    operation: null,
    caller: null,
    callerName: null,
    action: null,
    resource: null,
    reason: null,
    encodedMessage: null,
    authorizationId: null,
    requestId: null,
    passedToService: null,
    region: null,
    kind: 'iam-denial',
    credentialError: null,
    shape: 'sentence',
    lines: [1, 1],
    truncated: false,
    ...parts,
  };
}

/** A question that asks nothing but what is given. */
export function questionOf(parts: Partial<Question>): Question {
  return {
    denial: null,
    principal: null,
    principalFrom: null,
    action: null,
    resource: null,
    service: null,
    encodedMessage: null,
    authorizationId: null,
    region: null,
    ...parts,
  };
}

/** What could not be read. */
export const unreadableGap = refused({
  what: 'the role',
  account: '111122223333',
  permission: 'iam:GetRole',
  code: 'AccessDenied',
  who: 'account-admin',
});

/** Facts of which nothing could be read but what is given. */
export function factsOf(parts: Partial<Facts>): Facts {
  const nothing = unreadable(unreadableGap);
  return {
    principal: null,
    principalFrom: null,
    currentIdentity: nothing,
    callerEntity: nothing,
    callerGroups: nothing,
    callerOrganization: nothing,
    resourceAccount: null,
    resourceOrganization: nothing,
    role: null,
    providers: null,
    instanceProfile: null,
    uniqueIds: {},
    record: nothing,
    policies: {
      identity: nothing,
      boundary: nothing,
      session: nothing,
      scp: nothing,
      rcp: nothing,
      resource: nothing,
      endpoint: nothing,
    },
    ...parts,
  };
}

/** A case of which nothing is known but what is given. */
export function caseOf(parts: Partial<Case>): Case {
  return {
    denial: null,
    text: '',
    facts: factsOf({}),
    request: null,
    verdict: null,
    assumptions: [],
    token: null,
    environment: { variables: {} },
    now: new Date('2026-11-24T12:00:00Z'),
    relatedTo: null,
    ...parts,
  };
}
