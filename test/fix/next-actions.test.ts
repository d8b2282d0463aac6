import { expect, it } from 'vitest';
import { actionFacts } from '../../src/reference/service-facts.ts';
import { WORKFLOWS } from '../../src/reference/workflows.ts';
import { denial, diagnoseIn, HOME, SESSION, worldWith } from '../diagnose/world.ts';

const REPOSITORY = `arn:aws:ecr:eu-west-1:${HOME}:repository/team/app`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:orders`;
const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** The summary of the fix in a world in which the caller's role may do this. */
async function summaryOf(text: string, ...statements: readonly object[]): Promise<string> {
  const details = `accounts/${HOME}/authorizationDetails/RoleDetailList/0`;
  const other = { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' };
  const { causes } = await diagnoseIn(
    worldWith({
      [`${details}/RolePolicyList`]: [
        { PolicyName: 'Inline', PolicyDocument: { Version: '2012-10-17', Statement: [other, ...statements] } },
      ],
      [`${details}/AttachedManagedPolicies`]: [],
      [`${details}/PermissionsBoundary`]: undefined,
    }),
    text,
  );
  const [summary = ''] = causes.flatMap(({ layer, fix }) =>
    layer === 'identity' && fix !== null ? [fix.summary] : [],
  );
  return summary;
}

const PUSH = [
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
];
const allow = (action: string | readonly string[], resource: string) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

it('a fix for a push names the other actions that pushing needs, and grants none of them', async () => {
  const summary = await summaryOf(denial(SESSION, 'ecr:PutImage', REPOSITORY));
  expect(summary).toMatch(
    /; pushing an image also needs ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:BatchCheckLayerAvailability, ecr:BatchGetImage on it, and ecr:GetAuthorizationToken on \*$/,
  );
});

it('but not those that are allowed already', async () => {
  const text = denial(SESSION, 'ecr:PutImage', REPOSITORY);
  expect(await summaryOf(text, allow(PUSH, REPOSITORY))).toMatch(/ also needs ecr:GetAuthorizationToken on \*$/);
  expect(await summaryOf(text, allow(PUSH, REPOSITORY), allow('ecr:GetAuthorizationToken', '*'))).not.toMatch(
    /also needs/,
  );
});

it.each([
  ['a login alone may be for a push or a pull', denial(SESSION, 'ecr:GetAuthorizationToken', '*')],
  ['a message is read by others than functions, too', denial(SESSION, 'sqs:ReceiveMessage', QUEUE)],
  ['an object may be uploaded in one piece', denial(SESSION, 'kms:GenerateDataKey', KEY)],
])('nothing is named where the task is not known: %s', async (_, text) => {
  expect(await summaryOf(text)).not.toMatch(/also needs/);
});

it('an upload in parts needs its key for both, as the operation in the text tells', async () => {
  const text = denial(SESSION, 'kms:GenerateDataKey', KEY).replace(
    'the Some operation',
    'the CreateMultipartUpload operation',
  );
  expect(await summaryOf(text)).toMatch(/; an upload in parts to a bucket with this key also needs kms:Decrypt on it$/);
});

it('the table names actions that exist', () => {
  const named = WORKFLOWS.flatMap(({ actions, beside = [], onAll }) => [...actions, ...beside, ...onAll]);
  expect(named.filter((action) => actionFacts(action)?.name !== action)).toEqual([]);
});
