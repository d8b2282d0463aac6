import { namesAction } from '../evidence/aws-words/names-action.ts';
import type { Denial } from '../model/denial.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Question } from '../model/question.ts';
import { actionOfOperation } from '../parse/operations/operation-actions.ts';
import { meantAction } from '../reference/actions/meant-action.ts';
import { likelyActionOf } from '../reference/actions/resource-calls.ts';
import { actionFacts } from '../reference/service-facts.ts';

/** What a text names as the action that was denied, or the one that the operation needs first. */
export interface CandidateAction {
  readonly action: string;
  /** True where the text, or AWS's record, says that this action was denied; false where only the operation is known. */
  readonly isNamed: boolean;
  /** Why it is this action, where the text names not even the operation. */
  readonly likelyCall?: string;
}

/** A few services write their prefix in capitals: `SNS:Publish`. */
const ACTION = /^[A-Za-z0-9-]{1,64}:[A-Za-z0-9]{1,128}$/;

/** "An additional permission "logs:TagResource" is required" */
const ADDITIONAL =
  /additional permissions?\s+["'“`]?([a-z0-9-]{1,40}:[A-Za-z0-9]{1,80})["'”`]?\s+(?:is|are)\s+required/i;

/** What the text says is needed besides the action that was called. */
export interface AdditionalPermission {
  readonly action: string;
  /** The action that was called, where the text names it: `logs:CreateLogGroup`. */
  readonly beside: string | null;
}

/** The permission that the text says is needed as well; undefined where it says nothing of the kind. */
export function additionalPermission(text: string): AdditionalPermission | undefined {
  if (!text.includes('dditional')) return undefined;
  const line = text.slice(0, 65_536).replace(/\s+/g, ' ');
  const action = ADDITIONAL.exec(line)?.[1];
  if (action === undefined) return undefined;
  const called = /to perform:? ([A-Z][A-Za-z0-9]{2,80})\b/.exec(line)?.[1];
  return { action, beside: called === undefined ? null : `${action.slice(0, action.indexOf(':'))}:${called}` };
}

/** The action of a question; undefined where not even the operation is known. */
export function candidateAction(
  { action, denial }: Pick<Question, 'action' | 'denial'>,
  denialCase: DenialCase,
): CandidateAction | undefined {
  if (action !== null)
    return ACTION.test(action) ? { action: spelled(action), isNamed: namesAction(denialCase) } : undefined;
  const found = denial === null ? undefined : ofOperation(denial);
  return found === undefined ? undefined : { action: found, isNamed: false };
}

/** The action that a step of Terraform or CloudFormation most likely begins with; undefined where the text names the call, or no such step. */
export function likelyCandidate({ action, denial }: Pick<Question, 'action' | 'denial'>): CandidateAction | undefined {
  const { asked, origin = null } = denial ?? {};
  if (action !== null || asked === undefined) return undefined;
  const found = likelyActionOf(asked.type, asked.step);
  if (found === undefined) return undefined;
  const name = origin?.name ?? asked.type;
  const isInWords = asked.type.includes(' ');
  const what = isInWords ? asked.type : name.includes(asked.type) ? name : `${asked.type} ${name}`;
  return { action: found, isNamed: false, likelyCall: `${DOING[asked.step]} ${what} most likely begins with ${found}` };
}

const DOING = { read: 'reading', create: 'creating', update: 'changing', delete: 'deleting' } as const;

/** EC2's code for a denial is its own. */
function ofOperation({ operation, code }: Denial): string | undefined {
  if (operation === null || !/^[A-Z][A-Za-z0-9]{1,100}$/.test(operation)) return undefined;
  const isEc2 = /^(?:Client\.)?UnauthorizedOperation$/.test(code ?? '');
  const action = isEc2 ? `ec2:${operation}` : actionOfOperation(operation, undefined);
  return action !== undefined && actionFacts(action) !== undefined ? spelled(action) : undefined;
}

/** In AWS's spelling, where the action is known; the one that is meant, where the text has a wrong prefix. */
function spelled(action: string): string {
  return actionFacts(action)?.name ?? meantAction(action) ?? action;
}
