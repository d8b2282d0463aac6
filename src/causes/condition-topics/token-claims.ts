import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const tokenClaims = defineTopic({
  id: 'token-claims',
  keys: /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:[a-z_]+$|^saml:[a-z]+$/,
  by: 'the claims of the web identity token',
  doc: {
    what: 'lets in tokens of certain issuers, audiences or subjects only, and the token has other ones.',
    why: 'An organization may limit which repositories or clusters can assume its roles at all: the subject of the token is not among them.',
    fix: 'The owner of the policy adds the subject or audience of the token.',
  },
});
