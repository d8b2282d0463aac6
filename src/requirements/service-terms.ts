import { actingTerms } from '../reference/services/acting-services.ts';
import { join, known, type Named } from './named.ts';

/** What the statement that names a service has besides the service. */
export interface ServiceTerms {
  readonly action: string | readonly string[];
  /** Undefined where AWS's pages ask for no condition. */
  readonly condition?: unknown;
  /** The values of the condition, for the list of tokens. */
  readonly names: readonly Named[];
}

/**
 * The actions of the service's call, and the conditions that let it act for one account only, as AWS's page for the service has them.
 * @param account the account on whose behalf the service acts: that of the role, which has to be the same
 */
export function serviceTerms(host: string, action: string, account: Named, partition: string): ServiceTerms {
  const terms = actingTerms(host, action);
  if (terms === undefined) return { action, names: [] };
  const [only = action, ...others] = terms.actions;
  const conditions = {
    ...(terms.sourceAccount ? { StringEquals: { 'aws:SourceAccount': account.text } } : {}),
    ...(terms.sourceArn === null
      ? {}
      : { ArnLike: { 'aws:SourceArn': arnOf(terms.sourceArn, account, partition).text } }),
  };
  const isBare = Object.keys(conditions).length === 0;
  return {
    action: others.length === 0 ? only : terms.actions,
    ...(isBare ? {} : { condition: conditions }),
    names: isBare ? [] : [account],
  };
}

function arnOf(pattern: string, account: Named, partition: string): Named {
  const [before = '', after = ''] = pattern.replace(/^arn:aws:/, `arn:${partition}:`).split('ACCOUNT');
  return join`${known(before)}${account}${after}`;
}
