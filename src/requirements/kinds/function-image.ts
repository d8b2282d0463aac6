import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { grantStatement } from '../../grants/grant-statement.ts';
import type { PolicyStatement, Requirement, Way } from '../../model/requirement.ts';
import type { Asked } from '../asked.ts';
import { join, known, placeholdersOf, token } from '../named.ts';
import { access } from './access.ts';

const ACTIONS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** True where Lambda says that it cannot read the image of a function. */
export function isFunctionImage({ denialCase }: Asked): boolean {
  return findQuote(denialCase, ['Lambda does not have permission to access the ECR image']) !== undefined;
}

/**
 * Lambda reads the image itself, so the policy of the repository must let the service in; and, for a function of another account, that account as well.
 * In one account Lambda adds its statement where the caller may change the policy.
 * https://docs.aws.amazon.com/lambda/latest/dg/images-create.html
 */
export function functionImage(asked: Asked): readonly Requirement[] {
  const { caller, place, accounts } = asked;
  const account = caller.account === null ? token('CALLER_ACCOUNT') : known(caller.account);
  const region = place.region === null ? token('REGION') : known(place.region);
  const functions = join`arn:${place.partition}:lambda:${region}:${account}:function:*`;
  const service = grantStatement('repository', {
    principal: { Service: 'lambda.amazonaws.com' },
    action: ACTIONS,
    condition: { ArnLike: { 'aws:SourceArn': functions.text } },
  });
  const root = join`arn:${place.partition}:iam::${account}:root`;
  const theirs = grantStatement('repository', { principal: { AWS: root.text }, action: ACTIONS });
  return access(asked).flatMap((one): readonly Requirement[] => {
    if (one.need !== 'allow') return [one];
    if (one.step === 'identity') return accounts === 'same' ? [] : [{ ...one, ways: [withActions(one.ways[0])] }];
    if (one.step !== 'resource') return [one];
    const statements: readonly PolicyStatement[] = accounts === 'same' ? [service] : [service, theirs];
    return [
      {
        ...one,
        ways: [{ statements, alsoNeeds: [] }],
        likely: 'Lambda pulls the image as lambda.amazonaws.com, not as the user or role that creates the function',
        placeholders: placeholdersOf([{ ...known(''), placeholders: one.placeholders }, functions, root]),
      },
    ];
  });
}

/** Beside the policy of the repository, not in its place. */
function withActions({ statements }: Way): Way {
  return { statements: statements.map((statement) => ({ ...statement, Action: ACTIONS })), alsoNeeds: [] };
}
