import { resourceLayerIn } from '../../evidence/aws-words/stated-reason.ts';
import { callerWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { commandsToReadLayer } from '../../grants/commands-to-read.ts';
import { shortName } from '../../model/short-name.ts';
import { caseCause } from '../cause.ts';

/** Longer texts are cut: what the service says stands at the beginning. */
const LONGEST = 300;

export const serviceRefused = caseCause({
  id: 'trust.service-refused',
  layer: 'trust',
  find(denialCase) {
    const { denial, verdict, facts } = denialCase;
    if (denial?.kind !== 'service-cannot-assume' || resourceLayerIn(denialCase) !== 'trust') return undefined;
    if (verdict !== null && verdict.layers.resource.status !== 'unreadable') return undefined;
    const who = facts.principal === null ? 'the service' : callerWords(facts.principal);
    const role = denialCase.request?.resource ?? denial.resource;
    const name = role === null ? 'the role' : shortName(role);
    const said = denialCase.text.trim().split(/\s+/).join(' ');
    return {
      summary: `The trust policy of ${name} does not name ${who}, or ${name} is not there yet`,
      evidence: [
        { kind: 'quote', text: said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said, lines: denial.lines },
      ],
      certainty: 'likely',
      remedies: [
        advise(
          `let the trust policy of ${name} name ${who} under Principal.Service`,
          'role-owner',
          ...commandsToReadLayer('trust', denialCase),
        ),
      ],
    };
  },
});
