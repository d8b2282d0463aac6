import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/render.ts';
import { diagnoseIn, HOME, QUEUE, USER, world } from './world.ts';

const EMPTY = { denytrace: 'snapshot/1', scope: 'request' };
const said = (clause: string) =>
  `User: ${USER} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE} ${clause}`;

async function reportOn(text: string): Promise<string> {
  return render([await diagnoseIn(EMPTY, text)], 'text').replace(/\s+/g, ' ');
}

describe('what AWS’s words alone ask for', () => {
  it('is both readings of an explicit deny by service control policies', async () => {
    const report = await reportOn(said('with an explicit deny in a service control policy'));
    expect(report).toContain(
      'if there is none, find the level (root, OU, account) that does not allow it, and allow it there',
    );
    expect(report).not.toContain('an Allow elsewhere does not help');
  });

  it('is the deny where AWS names the policy', async () => {
    const arn = 'arn:aws:organizations::999900001111:policy/o-exampleorg1/service_control_policy/p-1a2b3c4d';
    const report = await reportOn(said(`with an explicit deny in a service control policy: ${arn}`));
    expect(report).toContain(`find the statement in ${arn} that denies sqs:SendMessage`);
  });

  it('is for the owner of the VPC endpoint, not of the resource', async () => {
    const report = await reportOn(said('because no VPC endpoint policy allows the sqs:SendMessage action'));
    expect(report).toContain('The owner of the VPC endpoint: allow sqs:SendMessage in the VPC endpoint policy');
  });
});

it('sends whoever wants an organization’s policies to its administrator, not to the owner of the resource', async () => {
  const { accounts, ...rest } = world();
  const { organizationId: _, ...home } = accounts[HOME];
  const alone = { ...rest, organizations: {}, accounts: { ...accounts, [HOME]: home } };
  const { open } = await diagnoseIn(alone, { principal: USER, action: 'sqs:SendMessage', resource: QUEUE });
  const ofOrganization = open.filter(({ layer }) => layer === 'scp' || layer === 'rcp');
  expect(ofOrganization.map(({ who }) => who)).toEqual(['organization-admin', 'organization-admin']);
});

it('says why it does not matter that nobody could see whether a role that is passed exists', async () => {
  const { accounts, ...rest } = world();
  const alone = { ...rest, scope: 'request', accounts: { [HOME]: accounts[HOME] } };
  const role = `arn:aws:iam::${HOME}:role/unseen`;
  const { steps } = await diagnoseIn(alone, { principal: USER, action: 'iam:PassRole', resource: role });
  expect(steps.find(({ id }) => id === 'role')).toMatchObject({
    status: 'skipped',
    summary: `unseen in ${HOME}; iam:PassRole does not depend on that`,
  });
});
