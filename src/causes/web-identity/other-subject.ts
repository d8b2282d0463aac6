import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const otherSubject = subjectCause({
  id: 'web-identity.subject',
  doc: {
    what: 'The trust policy wants another subject (sub) than the token has.',
    why: 'The subject says for whom the issuer made the token: another job, service account, user or client than the one that is trusted.',
    fix: 'Use the role from where it is trusted, or have the owner of the role add the subject of the token.',
  },
  when: () => true,
  summary: (mismatch) => `${subjectWords(mismatch)}: ${mismatch.difference}`,
});
