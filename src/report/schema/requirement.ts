import type { Who } from '../../model/gap.ts';
import type { Requirement } from '../../model/requirement.ts';
import { STEP_IDS } from '../../model/step-id.ts';
import { GUARD_IDS } from '../../model/usual-guard.ts';
import { listOf, object, oneOf, orNull, type Schema, someOf, text, texts, wordsOf } from './parts.ts';

const nullable = orNull(text);

const base = {
  id: text,
  step: oneOf(...STEP_IDS),
  request: object({ action: text, resource: nullable }),
  status: wordsOf<Requirement['status']>({ open: true, met: true, unmet: true }),
  target: object({
    kind: wordsOf<Requirement['target']['kind']>({
      identity: true,
      trust: true,
      resource: true,
      boundary: true,
      session: true,
      scp: true,
      rcp: true,
      endpoint: true,
      entity: true,
      request: true,
      token: true,
    }),
    name: nullable,
    arn: nullable,
    account: nullable,
    attachedTo: nullable,
  }),
  likely: nullable,
  'likelyCall?': {
    type: 'string',
    description: 'Where the text names no call: why the list is about this action, which is only likely.',
  },
  who: wordsOf<Who>({
    you: true,
    'account-admin': true,
    'role-owner': true,
    'resource-owner': true,
    'organization-admin': true,
    'identity-center-admin': true,
    aws: true,
  }),
  usual: texts,
  show: listOf(object({ argv: texts, account: nullable })),
  placeholders: listOf(
    object({
      token: { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' },
      what: text,
      fills: oneOf('caller', 'action', 'resource', 'service', 'context', null),
    }),
  ),
};

/** The schema of a requirement. */
export const REQUIREMENT: Schema = {
  description:
    'What must be true for the request to be allowed. Statements hold tokens only where `placeholders` lists them.',
  anyOf: [
    object({
      ...base,
      need: { const: 'allow' },
      ways: someOf(
        object({ statements: listOf({ type: 'object' }), alsoNeeds: texts }, 'Enough alone where alsoNeeds is empty'),
      ),
    }),
    object({
      ...base,
      need: { const: 'no-deny' },
      guards: listOf(object({ id: oneOf(...GUARD_IDS), keys: texts })),
      exemption: orNull({ type: 'object' }),
    }),
    object({ ...base, need: { const: 'exists' } }),
    object({
      ...base,
      need: { const: 'value' },
      key: text,
      owner: oneOf('call', 'caller', 'way', 'resource', 'service'),
      expected: orNull(texts),
    }),
  ],
};
