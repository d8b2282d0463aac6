import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html */
export const secretSuffix = defineMiss({
  id: 'secret-suffix',
  kind: 'secret-suffix',
  doc: {
    what: 'names a secret without the six characters that Secrets Manager puts at the end of its ARN, or with those of an earlier secret.',
    why: 'The ARN ends in -AbCdEf, and a secret that is deleted and made again under the same name gets other ones.',
    fix: 'Name the secret with -?????? at its end, or by its whole ARN.',
  },
});
