import { ASPECTS } from '../../model/aspect.ts';
import type { Certainty } from '../../model/certainty.ts';
import type { Gap, Who } from '../../model/gap.ts';
import { LAYERS } from '../../model/layer.ts';
import type { PolicyKind } from '../../model/policy.ts';
import type { PrincipalType } from '../../model/principal.ts';
import { STEP_IDS } from '../../model/step-id.ts';
import { SCHEMA_NAME } from '../schema-name.ts';
import { DENIAL } from './denial.ts';
import { count, listOf, object, oneOf, orNull, ref, type Schema, someOf, text, texts, wordsOf } from './parts.ts';
import { REQUIREMENT } from './requirement.ts';

const layer = oneOf(...LAYERS, null);
const rung = wordsOf<Certainty>({ aws: true, evaluated: true, likely: true, unknown: true });
const verdict = oneOf('denied', 'allowed', 'undetermined');
const check = oneOf('allowed', 'open', 'still-blocked', null);
const who = wordsOf<Who>({
  you: true,
  'account-admin': true,
  'role-owner': true,
  'resource-owner': true,
  'organization-admin': true,
  'identity-center-admin': true,
  aws: true,
});
const lines: Schema = { type: 'array', prefixItems: [count, count], minItems: 2, maxItems: 2 };
const nullable = orNull(text);

/** What the output is made of. */
export const DEFINITIONS: Readonly<Record<string, Schema>> = {
  denial: DENIAL,
  request: object(
    {
      principal: orNull(
        object({
          arn: nullable,
          type: wordsOf<PrincipalType>({
            user: true,
            role: true,
            session: true,
            'federated-user': true,
            root: true,
            service: true,
            federated: true,
            anonymous: true,
          }),
          account: nullable,
          name: text,
        }),
      ),
      action: nullable,
      resource: nullable,
      resourceAccount: nullable,
      'accounts?': {
        type: 'object',
        description: 'The names of the accounts of caller and resource, by their ids.',
        additionalProperties: object({ name: text, from: oneOf('organization', 'profile') }),
      },
      context: {
        type: 'object',
        additionalProperties: {
          anyOf: [
            object({ values: texts }),
            object({ missing: { const: true } }),
            object({ unknown: { const: true } }),
          ],
        },
      },
    },
    'The request that was evaluated, as far as it is known.',
  ),
  policy: object({
    name: text,
    arn: nullable,
    kind: wordsOf<PolicyKind>({
      managed: true,
      inline: true,
      trust: true,
      boundary: true,
      scp: true,
      rcp: true,
      session: true,
      resource: true,
      endpoint: true,
    }),
    attachedTo: nullable,
  }),
  statement: object(
    {
      kind: { const: 'statement' },
      policy: ref('policy'),
      statement: object({ index: orNull(count), sid: nullable }),
      pointer: { type: 'string', description: 'RFC 6901, into the document of the policy' },
      line: count,
      excerpt: text,
      'within?': listOf(object({ line: count, text }, 'The first line of what the excerpt stands in')),
      nearMiss: orNull(
        object({
          element: oneOf('action', 'resource', 'principal', 'condition'),
          policySays: text,
          requestHas: text,
          difference: text,
          'mark?': text,
        }),
      ),
    },
    'A place in a policy. Lines are those of the document as denytrace prints it.',
  ),
  evidence: {
    anyOf: [
      ref('statement'),
      object({
        kind: { const: 'searched' },
        where: text,
        statements: count,
        nearest: orNull(ref('statement')),
      }),
      object({ kind: { const: 'quote' }, text, lines }),
      object({ kind: { const: 'answer' }, call: text, text }),
      object({ kind: { const: 'absent' }, call: text, on: text }),
    ],
  },
  gap: object(
    {
      kind: wordsOf<Gap['kind']>({ refused: true, 'not-given': true, unsupported: true }),
      what: text,
      layer,
      account: nullable,
      permission: nullable,
      toPass: { anyOf: [nullable, object({ key: text })] },
      option: nullable,
      who,
      code: nullable,
      'detail?': text,
      'note?': text,
      'hides?': oneOf('layer', 'key'),
      'shownBy?': text,
    },
    'Why something is not known, hence how to come to know it.',
  ),
  step: {
    ...object({
      id: oneOf(...STEP_IDS),
      title: text,
      status: oneOf('pass', 'fail', 'unknown', 'skipped'),
      rung,
      summary: text,
      evidence: listOf(ref('evidence')),
      gaps: listOf(ref('gap')),
    }),
    allOf: [
      {
        if: { properties: { status: { const: 'fail' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { evidence: { minItems: 1 } } },
      },
      {
        if: { properties: { status: { const: 'unknown' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { gaps: { minItems: 1 } } },
      },
    ],
  },
  change: object(
    { policy: ref('policy'), pointer: text, before: {}, after: {} },
    'Replaces the value at the pointer; null removes it; a pointer that ends in /- appends.',
  ),
  fix: object({
    who,
    summary: text,
    account: nullable,
    changes: listOf(ref('change')),
    'effect?': listOf(ref('change')),
    'request?': object({
      context: { type: 'object', additionalProperties: texts },
      'principal?': text,
      'resource?': text,
    }),
    commands: listOf(texts),
    documents: listOf(object({ file: text, document: {} })),
    check,
    stillBlocking: texts,
    openAfter: listOf(ref('gap')),
  }),
  cause: object({
    key: text,
    id: { type: 'string', pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$' },
    layer,
    rung,
    'blocker?': oneOf('explicit-deny', 'missing-allow', 'named-by-aws', null),
    'aspect?': oneOf(...ASPECTS, null),
    summary: text,
    evidence: someOf(ref('evidence')),
    fix: orNull(ref('fix')),
    'links?': {
      ...listOf({ type: 'string', pattern: '^https://' }),
      description: 'AWS’s page about the cause; the page of the console that shows the policy',
    },
  }),
  diagnosis: object({
    'file?': text,
    'answer?': orNull(object({ what: text, who: text })),
    'likely?': orNull(object({ layer, why: text })),
    denial: orNull(ref('denial')),
    count,
    request: ref('request'),
    verdict,
    conclusion: oneOf('explained', 'inconclusive', 'contradicted'),
    assumptions: listOf(object({ what: text, why: text, 'step?': text })),
    steps: listOf(ref('step')),
    causes: listOf(ref('cause')),
    fixesTogether: orNull(object({ check, stillBlocking: texts, openAfter: listOf(ref('gap')) })),
    related: listOf(ref('related')),
    requirements: listOf(ref('requirement')),
    open: listOf(ref('gap')),
  }),
  line: {
    description:
      'A line of --format jsonl: a diagnosis. Its count is what was known when it was written; no other line has its key',
    allOf: [object({ schema: { const: SCHEMA_NAME }, key: text }), ref('diagnosis')],
  },
  counts: object(
    { schema: { const: SCHEMA_NAME }, counts: { type: 'object', additionalProperties: count } },
    'The last line of --format jsonl, where counts have grown since their lines were written: the new ones, by key',
  ),
  related: object({
    why: text,
    request: ref('request'),
    verdict,
    causes: listOf(ref('cause')),
    'afterFix?': oneOf('allowed', 'open'),
  }),
  requirement: REQUIREMENT,
};
