import type { Requirement } from '../../model/requirement.ts';
import { serviceRules } from './service-rules.ts';

const shows = ({ show }: Requirement, ...words: readonly string[]) =>
  show.some(({ argv }) => words.every((word) => argv.includes(word)));

/** The rules of a service that its own pages have, and that no statement says. Empty where none concerns the requirement. */
export function serviceNotes(one: Requirement): readonly string[] {
  return [
    ...(shows(one, 'organizations', 'describe-organization')
      ? [
          `AWS takes ${one.request.action} only from the management account of the organization, or from a delegated administrator. If the account of the call (aws sts get-caller-identity) is neither, no policy of the caller helps: make the call with a role in the management account.`,
        ]
      : []),
    ...(shows(one, 'sqs', 'KmsMasterKeyId')
      ? [
          keyNote(
            'queue',
            'sqs',
            'A caller that sends needs kms:GenerateDataKey and kms:Decrypt, one that receives kms:Decrypt.',
          ),
        ]
      : []),
    ...(shows(one, 'sns', 'Attributes.KmsMasterKeyId')
      ? [keyNote('topic', 'sns', 'A caller that publishes needs kms:GenerateDataKey and kms:Decrypt.')]
      : []),
    ...(shows(one, 's3control', 'get-access-point-policy')
      ? [
          'S3 asks the policy of the bucket behind the access point as well (the bucket: aws s3control get-access-point): it must allow the same, or leave it to its access points with the condition key s3:DataAccessPointAccount.',
        ]
      : []),
    ...serviceRules(one),
    ...(one.need === 'allow' && namesProfile(one)
      ? [
          'Bedrock checks a call through an inference profile on the profile and on the foundation model in each region of the profile (models in: aws bedrock get-inference-profile --inference-profile-identifier PROFILE).',
        ]
      : []),
  ];
}

/** The page of each: .../SQSDeveloperGuide/sqs-key-management.html and https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
function keyNote(what: string, service: string, needs: string): string {
  return `The key is the one of the ${what} (KmsMasterKeyId). ${needs} The policy of the AWS managed key alias/aws/${service} cannot be changed, so callers of another account cannot use it.`;
}

function namesProfile({ request, ways }: Extract<Requirement, { need: 'allow' }>): boolean {
  return (
    /^bedrock:InvokeModel/i.test(request.action) &&
    /:(?:application-)?inference-profile\//.test(JSON.stringify(ways.map(({ statements }) => statements)))
  );
}
