import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
export const requestTag = conditionCause({
  id: 'trust.request-tag',
  doc: {
    what: 'The trust policy wants certain session tags to be passed with the call, and the call passed others or none.',
    why: 'The tool passes no tags, other tags or other values than aws:RequestTag, aws:TagKeys or sts:TransitiveTagKeys want; tags of an earlier session in a chain count too.',
    fix: 'Pass the tags that the trust policy wants, or have the owner of the role add those that are passed.',
  },
  keys: /^(aws:requesttag\/|aws:tagkeys$|sts:transitivetagkeys$)/,
  summary({ condition, place, wanted }) {
    const { key } = condition.condition;
    const own = sent(condition);
    return own === undefined
      ? `${place} wants session tags with ${key} ${listed(wanted)}; which tags the call passed does not show (--context '${key}=…')`
      : `${place} wants session tags with ${key} ${listed(wanted)}, and the call passed ${own}`;
  },
  remedies({ condition, wanted }) {
    const value = wanted.find((each) => !/[*?$]/.test(each));
    const { key } = condition.condition;
    if (value === undefined || condition.operator.negated || !/^aws:requesttag\//i.test(key)) return undefined;
    const tag = key.slice('aws:RequestTag/'.length);
    return [{ kind: 'send', context: { [key]: [value] }, summary: `pass the session tag ${tag}=${value}`, who: 'you' }];
  },
});
