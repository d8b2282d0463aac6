/** Every command, as one file of the build. */
export { canCommand } from './can.ts';
export { demoCommand } from './demo.ts';
export { diagnoseCommand } from './diagnose.ts';
export { explainCommand } from './explain.ts';
export { permissionsCommand } from './permissions.ts';
export { runCommand } from './run.ts';
