import type { DenialCase } from '../model/denial-case.ts';
import type { DiagnosedRequest, PrintedContextValue } from '../model/diagnosis.ts';
import type { Question } from '../model/question.ts';
import type { ContextValue } from '../model/request.ts';
import { accountNames } from './account-names.ts';

/** The request as the diagnosis prints it: what is known of it, and the condition keys that any statement names. */
export function diagnosedRequest(denialCase: DenialCase, question: Question): DiagnosedRequest {
  const principal = denialCase.facts.principal;
  const accounts = accountNames(denialCase.facts);
  return {
    principal: principal && {
      arn: principal.arn,
      type: principal.type,
      account: principal.account,
      name: principal.name,
    },
    action: question.action,
    resource: denialCase.request?.resource ?? question.resource,
    resourceAccount: denialCase.facts.resourceAccount,
    ...(Object.keys(accounts).length === 0 ? {} : { accounts }),
    context: printedContext(denialCase),
  };
}

function printedContext(denialCase: DenialCase): Readonly<Record<string, PrintedContextValue>> {
  const { request, verdict } = denialCase;
  if (request === null) return {};
  const keys = new Map<string, string>();
  for (const [key] of request.context.entries()) keys.set(key.toLowerCase(), key);
  for (const layer of Object.values(verdict?.layers ?? {})) {
    for (const statement of layer.statements) {
      for (const { key } of statement.conditions) if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
    }
  }
  return Object.fromEntries([...keys.values()].map((key) => [key, printed(request.context.get(key))]));
}

function printed(value: ContextValue): PrintedContextValue {
  switch (value.status) {
    case 'known':
      return { values: value.values };
    case 'missing':
      return { missing: true };
    case 'unknown':
      return { unknown: true };
  }
}
