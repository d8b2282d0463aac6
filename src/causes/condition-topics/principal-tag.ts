import { callerWords } from '../../evidence/words.ts';
import { isPermissionSet } from '../../model/aws-names.ts';
import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const principalTag = defineTopic({
  id: 'principal-tag',
  keys: /^aws:principaltag\//,
  by: 'the caller’s tags',
  remedies: (judged) => {
    const { principal } = judged.denialCase.facts;
    const who = isPermissionSet(principal?.arn ?? null) ? 'identity-center-admin' : 'account-admin';
    const tag = (key: string) => key.slice(key.indexOf('/') + 1);
    return sendValue(judged, (value, key) => `tag ${callerWords(principal)} with ${tag(key)}=${value}`, who);
  },
});
