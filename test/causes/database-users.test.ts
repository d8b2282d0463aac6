import { expect, it } from 'vitest';
import { assume, service } from '../cases/tables/assuming.ts';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { HOME, TARGET } from '../cases/tables/world.ts';

const USERS = `arn:aws:redshift:us-east-1:${HOME}:dbuser:dwh/`;

/** Redshift assumes the role, with the ARN of the database user as the external id: nobody can send another one. */
it('a database user that the trust policy does not name is added to it', async () => {
  const trust = service('redshift.amazonaws.com', {
    Condition: { StringEquals: { 'sts:ExternalId': `${USERS}reporting` } },
  });
  const text = `ERROR: User ${USERS}loader is not authorized to assume IAM Role ${TARGET}`;
  const { causes } = await diagnoseSituation(assume(trust, { text }));
  expect(causes.map(({ id, fix }) => [id, fix])).toMatchObject([
    [
      'trust.external-id',
      {
        who: 'role-owner',
        check: 'allowed',
        summary: 'add dbuser:dwh/loader to the values of sts:ExternalId in the trust policy of prod-deploy',
      },
    ],
  ]);
});
