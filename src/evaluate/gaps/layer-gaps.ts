import { type Gap, unsupported } from '../../model/gap.ts';
import type { AttachedPolicy } from '../../model/policy.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import type { LayerMatch } from '../layers/layer-match.ts';
import { compilePolicy } from '../statements/compile-policy.ts';
import { statementGaps } from './statement-gaps.ts';

/** Which of a layer's answers are open. */
export interface OpenAnswers {
  readonly allow: boolean;
  readonly deny: boolean;
}

/** What could turn an open answer of a layer: unreadable lists and policies, and whatever leaves its statements open. */
export function layerGaps(match: LayerMatch, open: OpenAnswers, compiled: CompiledRequest): readonly Gap[] {
  if (!open.allow && !open.deny) return [];
  const { fact } = match;
  if (fact.status === 'unreadable') return [isOfPolicies(fact.gap) ? { ...fact.gap, hides: 'layer' } : fact.gap];
  if (fact.status === 'absent') return [];
  const gaps: Gap[] = [];
  // Findings stand in the order of levels, policies and statements.
  const findings = match.statements.values();
  for (const [index, level] of fact.value.entries()) {
    // A level of SCPs that has its Allow, or certainly lacks it, cannot turn the answer.
    const allow = open.allow && (match.layer !== 'scp' || match.levels[index]?.allow === 'unknown');
    const wanted = allow || open.deny;
    if (wanted) gaps.push(...level.gaps);
    for (const policy of level.policies) {
      if (wanted) gaps.push(...documentGaps(policy));
      if (policy.document.status !== 'known') continue;
      for (const statement of compilePolicy(policy.document.value).statements) {
        const finding = findings.next().value;
        const matters = finding?.effect === 'Deny' ? open.deny : allow;
        if (finding?.match === 'unknown' && matters) gaps.push(...statementGaps(statement, finding, compiled));
      }
    }
  }
  return gaps.map((gap) => (gap.layer === null && gap.kind === 'unsupported' ? { ...gap, layer: match.layer } : gap));
}

/** A read of the policies that failed, or a document to pass; not what else leaves it open which policies there are. */
function isOfPolicies({ kind, toPass }: Gap): boolean {
  return (
    kind === 'refused' || toPass === 'session-policy' || toPass === 'resource-policy' || toPass === 'endpoint-policy'
  );
}

/** What hides statements of a policy. */
function documentGaps({ ref, document }: AttachedPolicy): readonly Gap[] {
  switch (document.status) {
    case 'unreadable':
      return [document.gap];
    case 'absent':
      return [unsupported(`the policy ${ref.name}, which no longer exists`)];
    case 'known':
      return compilePolicy(document.value).unsupportedParts.map(({ what }) => unsupported(`${what} in ${ref.name}`));
  }
}
