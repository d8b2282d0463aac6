import type { AnyCause } from '../cause.ts';
import { githubCauses } from './github-causes.ts';
import { gitlabSubject } from './gitlab-subject.ts';
import { otherSubject } from './other-subject.ts';
import { patternUnderEquals } from './pattern-under-equals.ts';
import { serviceAccount } from './service-account.ts';
import { subjectCase } from './subject-case.ts';
import { terraformSubject } from './terraform-subject.ts';

/** The subject of the token is not the one that is trusted. */
export const subjectCauses = [
  patternUnderEquals,
  subjectCase,
  ...githubCauses,
  gitlabSubject,
  terraformSubject,
  serviceAccount,
  otherSubject,
] as const satisfies readonly AnyCause[];
