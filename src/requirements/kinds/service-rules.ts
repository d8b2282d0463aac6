import { encryptedQueueOf } from '../../evidence/encrypted-queue.ts';
import { parseArn } from '../../model/arn.ts';
import type { PolicyStatement, Requirement, Way } from '../../model/requirement.ts';
import { isLimitedToOrganizationAccounts } from '../../reference/actions/organization-calls.ts';
import type { Asked } from '../asked.ts';
import { awsCommand, type Shown } from '../make.ts';
import { known, placeholdersOf, token } from '../named.ts';

/** The same list with what a service asks for besides what IAM asks of every request. */
export function withServiceRules(asked: Asked, found: readonly Requirement[]): readonly Requirement[] {
  return found.map((one) => withQueueKey(asked, withAccountOfCall(asked, withFoundationModels(one))));
}

/** AWS's page on the rule: see `isLimitedToOrganizationAccounts`. The command answers in every account of an organization. */
function withAccountOfCall({ action, denialCase }: Asked, one: Requirement): Requirement {
  if (one.id !== 'identity' || denialCase.denial?.reason != null || !isLimitedToOrganizationAccounts(action))
    return one;
  return withCommands(one, [
    awsCommand(null, 'organizations describe-organization --query Organization.MasterAccountId --output text'),
  ]);
}

/** The queue or topic names the key that KMS does not. */
function withQueueKey({ action, denialCase }: Asked, one: Requirement): Requirement {
  if (one.id !== 'resource') return one;
  switch (encryptedQueueOf(action, denialCase)) {
    case 'sqs':
      return withCommands(one, [
        awsCommand(
          null,
          'sqs get-queue-attributes --queue-url',
          token('QUEUE_URL'),
          '--attribute-names',
          'KmsMasterKeyId',
        ),
      ]);
    case 'sns':
      return withCommands(one, [
        awsCommand(
          null,
          'sns get-topic-attributes --topic-arn',
          token('TOPIC_ARN'),
          '--query',
          'Attributes.KmsMasterKeyId',
        ),
      ]);
    case undefined:
      return one;
  }
}

/** The commands come first: what they show decides whether the rest matters, or is needed for it. */
function withCommands(one: Requirement, commands: readonly Shown[]): Requirement {
  return {
    ...one,
    show: [...commands.map(({ command }) => command), ...one.show],
    placeholders: placeholdersOf([
      { ...known(''), placeholders: one.placeholders },
      ...commands.flatMap(({ names }) => names),
    ]),
  };
}

/**
 * An inference profile of AWS is named after its model, behind the area that it is for. A call through it is checked on the profile and on the model in
 * each region of the profile; the condition keeps the model from being called in another way.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
function withFoundationModels(one: Requirement): Requirement {
  if (one.need !== 'allow' || !/^bedrock:InvokeModel/i.test(one.request.action)) return one;
  const withModel = (way: Way): Way => ({ ...way, statements: way.statements.flatMap(andItsModel) });
  const [first, ...more] = one.ways;
  return { ...one, ways: [withModel(first), ...more.map(withModel)] };
}

function andItsModel(statement: PolicyStatement): readonly PolicyStatement[] {
  const profile = statement['Resource'];
  const arn = typeof profile === 'string' ? parseArn(profile) : undefined;
  const model = /^inference-profile\/[a-z]+(?:-[a-z]+)*\.([a-z0-9-]+\..+)$/.exec(arn?.resource ?? '')?.[1];
  if (arn === undefined || model === undefined) return [statement];
  const condition = statement['Condition'];
  return [
    statement,
    {
      ...statement,
      Resource: `arn:${arn.partition}:bedrock:*::foundation-model/${model}`,
      Condition: {
        ...(typeof condition === 'object' ? condition : {}),
        StringEquals: { 'bedrock:InferenceProfileArn': profile },
      },
    },
  ];
}
