import { lookUpAction } from '../../reference/service-facts.ts';
import { matchAt } from '../grammar/search.ts';
import { isSourceCode } from '../grammar/source-code.ts';
import { SPACING } from '../text/dense-text.ts';
import { arnAfter } from './found-values.ts';
import { type Phrase, type PhraseMatch, type PhraseShape, phraseShape } from './phrases.ts';
import { fields } from './shape.ts';

/** `ec2:DescribeInstances`, as it stands in a sentence. */
const ACTION = /^["'`[(]{0,2}([a-z][a-z0-9-]{1,39}:[A-Z][A-Za-z0-9]{2,80})\b/;

/** What has to stand before it: advice and documentation speak of permissions in the same words. */
const FAILED =
  /\b(?:error|\w*exception|failed|failure|fatal|insufficient|denied|unauthori[sz]ed|forbidden|status ?code:? 4\d\d)\b|\w(?:Exception|Error|Fault)\b|arn:[^:\s]*:(?:iam|sts)::[^\s]*$/i;
/** Advice, conditions, changelogs, and tests that expect it. */
const PROSE =
  /\b(?:if|when|unless|whether|in case|make sure|ensure|check|verify|because|since|note|should|must|may|might|could|would|avoid|prevent|handle|example|to not|expect\w*|assert\w*|simulat\w*|where|whenever|without|fix(?:ed|es)|no longer|this (?:release|version))\b|\bPASS\b|[✓✔]/i;
/** What may come after the action in a test that expects it to be denied. */
const EXPECTED = /\bexpected\b|\bby design\b|[✓✔]/i;

/** What a denial is said with: what it requires is then the explanation. */
const SAID = /access ?denied|not authori[sz]ed|forbidden/i;

interface Words {
  readonly begins: string;
  readonly needles: readonly [string, ...string[]];
  /** What may be between these words and the action. */
  readonly rest: RegExp;
}

const NOT_HAVE: Words = {
  begins: 'nothave',
  needles: ['not have'],
  rest: /(?:the)?(?:IAM)?(?:action|access|accessto)?:?/iy,
};

/** Ways to say that an action is not possible, or that it takes a permission. */
const WORDS: readonly Words[] = [
  {
    begins: 'requires',
    needles: ['requires the ', 'requires permission', 'requires additional'],
    rest: /(?:(?:the|additional|an?|IAM|following){0,3}(?:permissions?|privileges?)(?:to|for|on)?:?|the(?=["'`]?[a-z][a-z0-9-]{1,39}:\w{3,80}["'`]?(?:permission|privilege)))/iy,
  },
  { begins: 'cannotperform', needles: ['cannot perform'], rest: /(?:the)?(?:action|operation)?:?/iy },
  { begins: "can'tperform", needles: ["can't perform"], rest: /(?:the)?(?:action|operation)?:?/iy },
  { begins: 'unabletoperform', needles: ['nable to perform'], rest: /(?:the)?(?:action|operation)?:?/iy },
  { begins: 'notallowedtoperform', needles: ['not allowed to perform'], rest: /(?:the)?(?:action|operation)?:?/iy },
  NOT_HAVE,
];

/**
 * Sentences of services and tools that name an action of AWS as not possible or as needed: "cannot perform ecs:TagResource", "requires permission to
 * kms:CreateGrant". The action has to be one that AWS documents, and the text has to say that something failed, or name who or what it is about.
 */
export const neededPermission: PhraseShape = phraseShape(
  'needed-permission',
  WORDS.map(
    ({ begins, needles, rest }): Phrase => ({
      begins,
      needles,
      rest,
      when: (found) =>
        actionIn(found) !== undefined && isFailure(found) && !(begins === 'requires' && SAID.test(before(found))),
      claim: 'denied',
      says: (_, found) => fields({ action: actionIn(found), caller: callerIn(found), resource: resourceIn(found) }),
    }),
  ),
);

/** True if `neededPermission` reads the denial that begins with `not have` at `from`. */
export function isNeededPermission({ dense, from }: PhraseMatch): boolean {
  const match = matchAt(NOT_HAVE.rest, dense.text, from + NOT_HAVE.begins.length);
  if (match === null) return false;
  const found = { dense, from, to: from + NOT_HAVE.begins.length + match[0].length };
  return actionIn(found) !== undefined && isFailure(found);
}

/** The action right after the words; a line may end in it. */
function actionIn({ dense, to }: PhraseMatch): string | undefined {
  const end = dense.nextSpacing(to + 1);
  const wrapped = dense.spacingBefore(end) === SPACING.break ? dense.text.slice(to, dense.nextSpacing(end + 1)) : '';
  const actions = [dense.written(to, to + 130, ' '), wrapped].map((text) => ACTION.exec(text)?.[1]);
  return actions.find((action) => action !== undefined && /^(?:known|no-data)$/.test(lookUpAction(action).status));
}

/** The words before it; they may be wrapped. */
function before({ dense, from }: PhraseMatch): string {
  return dense.written(Math.max(0, from - 200), from, ' ');
}

function isFailure(found: PhraseMatch): boolean {
  const line = before(found);
  const sentence = line.split(/[.;!?](?=\s)/).at(-1) ?? '';
  return (
    !PROSE.test(sentence) &&
    !isSourceCode(line) &&
    !EXPECTED.test(found.dense.written(found.to, found.to + 250, ' ')) &&
    (resourceIn(found) !== undefined || FAILED.test(line.replace(/\s(?:does|do|can|is|are)\s*$/, '')))
  );
}

/** The user or role that the sentence is about. */
function callerIn(found: PhraseMatch): string | undefined {
  return /(arn:[^:\s]*:(?:iam|sts)::[^\s"'`]+)["'`]? (?:does|do|is|was)?\s*$/.exec(before(found))?.[1];
}

/** `on resource: arn:…`, `on arn:…` behind the action. A line may end in the ARN. */
function resourceIn(found: PhraseMatch): string | undefined {
  const { dense, to } = found;
  const action = actionIn(found);
  if (action === undefined) return undefined;
  const behind = dense.text.indexOf(action, to) + action.length;
  const words = matchAt(
    /["'`\])]{0,2}(?:permissions?|privileges?)?(?:on|to|for)(?:the)?(?:resource:?)?(?=["'`(]?arn:)/y,
    dense.text,
    behind,
  );
  return words === null ? undefined : arnAfter({ dense, from: to, to: behind + words[0].length });
}
