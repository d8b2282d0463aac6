import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html */
export const partial = saidCheck({
  id: 'credentials.partial',
  doc: {
    what: 'Only a part of the credentials is there: a key id without its secret, or the other way round.',
    why: 'One variable is not exported or is spelt otherwise, or a profile holds one of the two lines only.',
    fix: 'Set both in the same place, or remove both so that the next source of credentials is used.',
  },
  phrases: ['Partial credentials found in', 'EnvAccessKeyNotFound', 'EnvSecretNotFound'],
  summary: 'Only a part of the credentials is set: key id and secret belong together in one place',
  remedies: [advise('set the missing one, or unset both', 'you', ['aws', 'configure', 'list'])],
});
