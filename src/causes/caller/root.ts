import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';

/** "Roles may not be assumed by root accounts": https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const root = defineCheck({
  on: 'case',
  id: 'caller.root',
  layer: null,
  doc: {
    what: 'The root user of an account tried to assume a role, which AWS never allows, whatever the policies say.',
    why: 'The access keys that were used are those of the root user, often without anybody knowing it.',
    fix: 'Use an IAM user or a role, and delete the access keys of the root user.',
  },
  find(subject) {
    const quote = said(subject, ['Roles may not be assumed by root accounts']);
    const { facts, request } = subject;
    const isRoot = facts.principal?.type === 'root' && request?.action.toLowerCase() === 'sts:assumerole';
    if (quote === undefined && !isRoot) return undefined;
    const evidence = quote === undefined ? callerEvidence(subject) : ([quote] as const);
    return (
      evidence && {
        summary: 'The caller is the root user of the account, which cannot assume roles',
        evidence,
        rung: quote === undefined ? 'evaluated' : 'aws',
        remedies: [advise('call as an IAM user or a role; and delete the access keys of the root user')],
      }
    );
  },
});
