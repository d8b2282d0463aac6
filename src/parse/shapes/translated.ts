import { actionAt } from '../grammar/action.ts';
import { named } from '../grammar/principal.ts';
import { resourceAt } from '../grammar/resource.ts';
import { matchAt, positionsOf } from '../grammar/search.ts';
import { type DenseText, SPACING } from '../text/dense-text.ts';
import { fields, type Part, type Shape } from './shape.ts';

/** How the sentence says "is not authorized to perform", "on resource" and "explicit deny" in one language; without white space. */
interface Language {
  readonly needles: readonly string[];
  /** Where "is not authorized" begins, in lower case. */
  readonly begins: string;
  /** What is between that and the action. */
  readonly rest: RegExp;
  readonly on: RegExp;
  readonly deny: RegExp;
}

/** "on resource:" stays English in many translations. */
const LANGUAGES: readonly Language[] = [
  {
    needles: ['não está autoriz'],
    begins: 'nãoestáautoriz',
    rest: /ad[oa](?:\([ao]\))?(?:a|para)(?:executar|realizar)(?:aação|aoperação)?:?/iy,
    on: /(?:onresource|(?:no|em|neste|sobreo)recurso):?/iy,
    deny: /nega(?:ção|r)explícita/i,
  },
  {
    needles: ['no está autoriz'],
    begins: 'noestáautoriz',
    rest: /ad[oa](?:\([ao]\))?(?:a|para)(?:realizar|ejecutar)(?:laacción|laoperación|losiguiente)?:?/iy,
    on: /(?:onresource|(?:en|sobre)(?:el|este)?recurso):?/iy,
    deny: /denegaciónexplícita/i,
  },
  {
    needles: ['pas autoris'],
    begins: 'pasautoris',
    rest: /[ée]e?(?:\(e\))?à(?:effectuer|exécuter|réaliser)(?:l['’](?:action|opération))?:?/iy,
    on: /(?:onresource|sur(?:la|cette)?ressource):?/iy,
    deny: /refusexplicite/i,
  },
  {
    needles: ['nicht autorisiert', 'nicht berechtigt'],
    begins: 'istnicht',
    rest: /(?:autorisiert|berechtigt),?(?:folgendes|diefolgendeaktion|dieaktion)?(?:auszuführen|durchzuführen|zurausführung(?:von)?):?/iy,
    on: /(?:onresource|(?:auf|für)(?:der|die)?ressource):?/iy,
    deny: /explizite[nrs]?(?:ablehnung|verweigerung)/i,
  },
  {
    needles: ['non è autorizzat'],
    begins: 'nonèautorizzat',
    rest: /[oa](?:ad?)(?:eseguire|effettuare)(?:l['’](?:azione|operazione))?:?/iy,
    on: /(?:onresource|sull[ao]?(?:['’])?risorsa):?/iy,
    deny: /rifiutoesplicito/i,
  },
  {
    needles: ['无权执行', '未获授权执行', '未被授权执行', '没有权限执行'],
    begins: '执行',
    rest: /(?:以下操作|操作)?[:：]?/y,
    on: /(?:onresource|(?:对|于)?资源)[:：]?/iy,
    deny: /显式拒绝|明确拒绝/,
  },
];

/** Words before 执行 that make it a refusal. */
const CHINESE_REFUSAL = /(?:无权|未获授权|未被授权|没有权限)$/;
const LONGEST_CALLER = 420;
const LONGEST_CLAUSE = 300;

/**
 * IAM's sentence in other languages, as consoles, documentation and people translate it: the caller's ARN, "is not authorized to perform", the
 * action, the resource.
 */
export const translated: Shape = {
  name: 'translated-sentence',
  needles: LANGUAGES.flatMap(({ needles }) => needles),
  *find(dense) {
    for (const language of LANGUAGES)
      for (const at of positionsOf(dense.lower, language.begins)) yield* sentenceAt(dense, at, language);
  },
};

function* sentenceAt(dense: DenseText, begins: number, language: Language): Generator<Part> {
  const before = dense.text.slice(Math.max(0, begins - LONGEST_CALLER), begins);
  if (language.begins === '执行' && !CHINESE_REFUSAL.test(before)) return;
  const rest = matchAt(language.rest, dense.text, begins + language.begins.length);
  const stated = rest === null ? undefined : actionAt(dense, begins + language.begins.length + rest[0].length);
  if (stated === undefined) return;
  const on = matchAt(language.on, dense.text, stated.to);
  const resource = on === null ? undefined : resourceAt(dense, stated.to + on[0].length, undefined);
  const to = resource?.to ?? stated.to;
  const arn = before.lastIndexOf('arn:');
  const from = arn < 0 ? begins : begins - before.length + arn;
  const isNear = dense.nextSpacing(from + 1, SPACING.paragraph, begins) === begins;
  const caller =
    arn < 0 || !isNear ? '' : (/^arn:[^,;()\u3000-\u9fff]{5,300}/.exec(dense.written(from, begins))?.[0] ?? '');
  const clause = dense.text.slice(to, dense.nextSpacing(to + 1, SPACING.paragraph, to + LONGEST_CLAUSE));
  const isExplicit = language.deny.test(clause);
  yield {
    shape: 'translated-sentence',
    place: 'message',
    from,
    to,
    fields: fields({
      ...named(caller.replace(/(?:n['’]est|n['’]a|은|는)$/, '')),
      action: stated.action,
      resource: resource?.resource,
      reason: isExplicit ? { layer: null, effect: 'explicit', policyArn: null } : null,
    }),
    claim: 'denied',
  };
}
