import type { AskedStep, CredentialError, DenialKind, DenialOrigin } from '../../model/denial.ts';
import { LAYERS } from '../../model/layer.ts';
import { count, listOf, object, oneOf, orNull, type Schema, text, texts, wordsOf } from './parts.ts';

const layer = oneOf(...LAYERS, null);
const lines: Schema = { type: 'array', prefixItems: [count, count], minItems: 2, maxItems: 2 };
const nullable = orNull(text);

/** What a text says of a denial. */
export const DENIAL: Schema = object(
  {
    code: nullable,
    operation: nullable,
    caller: nullable,
    callerName: nullable,
    action: nullable,
    resource: nullable,
    reason: orNull(object({ layer, effect: oneOf('implicit', 'explicit', null), policyArn: nullable })),
    encodedMessage: nullable,
    authorizationId: nullable,
    requestId: nullable,
    passedToService: nullable,
    region: nullable,
    kind: wordsOf<DenialKind>({
      'iam-denial': true,
      'service-cannot-assume': true,
      credentials: true,
      'other-aws-auth': true,
    }),
    credentialError: orNull(
      wordsOf<CredentialError>({
        expired: true,
        'invalid-token': true,
        signature: true,
        'clock-skew': true,
        'region-disabled': true,
        'none-found': true,
        'sso-expired': true,
        'sso-no-access': true,
        'mfa-required': true,
        'web-identity': true,
      }),
    ),
    shape: text,
    lines,
    truncated: { type: 'boolean' },
    origin: orNull(
      object(
        {
          kind: wordsOf<DenialOrigin['kind']>({
            terraform: true,
            cloudformation: true,
            kubernetes: true,
            workflow: true,
            source: true,
          }),
          name: nullable,
          file: nullable,
          line: orNull(count),
        },
        'What asked for it, as the text around the denial says.',
      ),
    ),
    'asked?': object(
      {
        type: text,
        step: wordsOf<AskedStep['step']>({ read: true, create: true, update: true, delete: true }),
      },
      'Where the text names no call: what Terraform or CloudFormation was doing to which kind of resource.',
    ),
    'service?': text,
    'credentialsFrom?': text,
    'calledFrom?': object(
      { address: text, vpcEndpoint: nullable },
      'Where the call came from, as a CloudTrail record says it.',
    ),
    'sent?': {
      type: 'object',
      additionalProperties: texts,
      description: 'Condition keys of the request whose values the record of the call states.',
    },
    'calls?': {
      ...count,
      description: 'How many calls the text says that it is about: a row in the result of a query. Left out: one.',
    },
    'nearby?': listOf(
      object(
        { value: text, label: text, line: orNull(count) },
        'A resource that the text names elsewhere than in the sentence of the denial.',
      ),
    ),
  },
  'What the error text says, and nothing else. Values are as in the text; null was not stated.',
);
