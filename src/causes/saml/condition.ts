import { conditionCause, listed, sent } from '../trust/condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml */
export const condition = conditionCause({
  id: 'saml.condition',
  doc: {
    what: 'The trust policy wants another value of the SAML response (SAML:aud, SAML:sub, SAML:iss …) than it has.',
    why: 'SAML:aud is the sign-in page that the response was sent to: https://signin.aws.amazon.com/saml, or that of a region (https://REGION.signin.aws.amazon.com/saml), which has to be listed too.',
    fix: 'Have the owner of the role add the value of the response, or send the response to the page that is trusted.',
  },
  keys: /^saml:/,
  summary({ condition: miss, place, wanted }) {
    const own = sent(miss);
    const { key } = miss.condition;
    return own === undefined
      ? `${place} wants ${key} ${listed(wanted)}; that of the SAML response does not show (--context ${key}=…)`
      : `${place} wants ${key} ${listed(wanted)}, and the SAML response has ${own}`;
  },
});
