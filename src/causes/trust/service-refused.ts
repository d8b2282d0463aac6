import { shortName } from '../../model/short-name.ts';
import { resourceLayerIn } from '../../evidence/aws-words/stated-reason.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { commandsToReadLayer } from '../../grants/commands-to-read.ts';
import { callerWords } from '../../evidence/words.ts';

/** Longer texts are cut: what the service says stands at the beginning. */
const LONGEST = 300;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html#troubleshoot_roles_cant-assume-role */
export const serviceRefused = defineCheck({
  on: 'case',
  id: 'trust.service-refused',
  layer: 'trust',
  doc: {
    what: 'A service says that it may not assume the role that it was given, and its trust policy could not be read.',
    why: 'Nearly always the trust policy does not name the service. Else the role is not there, or was made seconds ago.',
    fix: 'Have the owner of the role let its trust policy name the service under Principal.Service.',
  },
  find(subject) {
    const { denial, verdict, facts } = subject;
    if (denial?.kind !== 'service-cannot-assume' || resourceLayerIn(subject) !== 'trust') return undefined;
    if (verdict !== null && verdict.layers.resource.status !== 'unreadable') return undefined;
    const who = facts.principal === null ? 'the service' : callerWords(facts.principal);
    const role = subject.request?.resource ?? denial.resource;
    const name = role === null ? 'the role' : shortName(role);
    const said = subject.text.trim().split(/\s+/).join(' ');
    return {
      summary: `The trust policy of ${name} does not name ${who}, or ${name} is not there yet`,
      evidence: [
        { kind: 'quote', text: said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said, lines: denial.lines },
      ],
      rung: 'likely',
      remedies: [
        advise(
          `let the trust policy of ${name} name ${who} under Principal.Service`,
          'role-owner',
          ...commandsToReadLayer('trust', subject),
        ),
      ],
    };
  },
});
