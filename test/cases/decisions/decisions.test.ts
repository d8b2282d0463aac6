import { describe, expect, it } from 'vitest';
import { CREDENTIALS } from './credentials.ts';
import { judge } from './decision.ts';
import { ELEMENTS } from './elements.ts';
import { FURTHER } from './further.ts';
import { GUARDRAILS } from './guardrails.ts';
import { IAM_NAMES } from './iam-names.ts';
import { ORGANIZATIONS } from './organizations.ts';
import { REQUESTS } from './requests.ts';
import { ROLES } from './roles.ts';
import { S3 } from './s3.ts';
import { SESSIONS } from './sessions.ts';
import { SIDES } from './sides.ts';

const KINDS = {
  'names that IAM prints': IAM_NAMES,
  'what credentials can do': CREDENTIALS,
  S3,
  'who gets a role': ROLES,
  'elements of policies': ELEMENTS,
  'which side allows': [...SIDES, ...ORGANIZATIONS],
  'sessions, tokens and partitions': [...SESSIONS, ...REQUESTS],
  'further kinds': [...GUARDRAILS, ...FURTHER],
};

describe.each(Object.entries(KINDS))('%s', (_, decisions) => {
  it.each(decisions.map((decision) => [decision.name, decision] as const))('%s', async (_name, decision) => {
    expect(decision.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    await judge(decision);
  });
});
