import type { Difference } from './difference.ts';

/** Two resources of which one is in the other, and the names that AWS makes itself: easily left out of a policy. */
export function compareInsides(service: string, policy: string, asked: string): Difference | undefined {
  switch (service) {
    case 'iam':
    case 'sts':
      return undefined;
    case 'secretsmanager':
      return compareSecrets(policy, asked) ?? compareContained(policy, asked);
    case 'kms':
      return compareKeys(policy, asked);
    default:
      return compareContained(policy, asked);
  }
}

/** A log group and its streams, a table and its indexes, a function and its versions. */
function compareContained(policy: string, asked: string): Difference | undefined {
  if (policy === '' || asked === '') return undefined;
  if (asked.startsWith(policy) && isSeparator(asked.charAt(policy.length)))
    return { kind: 'inside', words: `it ends before ${asked.slice(policy.length)}`, distance: 1 };
  if (policy.startsWith(asked) && isSeparator(policy.charAt(asked.length)))
    return { kind: 'inside', words: `what is in it (${policy.slice(asked.length)}), not it itself`, distance: 1 };
  return undefined;
}

function isSeparator(character: string): boolean {
  return character === '/' || character === ':';
}

/** Six random characters end a secret's ARN: https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html */
const SUFFIX = /-[A-Za-z0-9]{6}$/;

function compareSecrets(policy: string, asked: string): Difference | undefined {
  if (!SUFFIX.test(asked)) return undefined;
  const name = asked.slice(0, -7);
  if (policy === name)
    return {
      kind: 'secret-suffix',
      words: `without the six characters that end a secret’s ARN: ${name}-?????? covers it`,
      distance: 1,
    };
  if (SUFFIX.test(policy) && policy.slice(0, -7) === name)
    return {
      kind: 'secret-suffix',
      words: 'a secret of the same name that was made at another time: its ARN ends otherwise',
      distance: 1,
    };
  return undefined;
}

/** Requests are for keys, never for their aliases: https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html */
function compareKeys(policy: string, asked: string): Difference | undefined {
  if (!policy.startsWith('alias/') || !asked.startsWith('key/')) return undefined;
  return { kind: 'key-alias', words: 'an alias: policies have to name the key itself', distance: 1.5 };
}
