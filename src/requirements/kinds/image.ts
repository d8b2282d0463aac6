import { permissionStatement } from '../../grants/grant-statement.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { PolicyStatement, Requirement, Way } from '../../model/requirement.ts';
import type { Asked } from '../asked.ts';

/**
 * What a pull and a push need on the repository.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-pull.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'ecr:batchgetimage': ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  'ecr:initiatelayerupload': [
    'ecr:BatchCheckLayerAvailability',
    'ecr:InitiateLayerUpload',
    'ecr:UploadLayerPart',
    'ecr:CompleteLayerUpload',
    'ecr:PutImage',
  ],
};

/**
 * A registry that refuses a pull or a push names no action: then the statements have all that it needs, and the token for the registry, which no repository policy
 * gives. The same requirements where the text names the call.
 */
export function withImageActions({ action, question }: Asked, found: readonly Requirement[]): readonly Requirement[] {
  const needed = question.action === null ? NEEDED[action.toLowerCase()] : undefined;
  if (needed === undefined) return found;
  return found.map((one) => {
    if (one.need !== 'allow' || one.request.action !== action) return one;
    const forToken = one.step === 'identity' ? [login()] : [];
    const [first, ...more] = one.ways.map(
      (each): Way => ({
        ...each,
        statements: [...each.statements.map((statement) => ({ ...statement, Action: needed })), ...forToken],
      }),
    );
    const ways: NonEmpty<Way> | undefined = first === undefined ? undefined : [first, ...more];
    return ways === undefined ? one : { ...one, ways };
  });
}

/** The token for the registry. */
function login(): PolicyStatement {
  return permissionStatement({ action: 'ecr:GetAuthorizationToken', resource: '*' });
}
