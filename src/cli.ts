/** The program: `start` runs it in this process, `main` with whatever process it is given. */
export { main } from './cli/main.ts';
export { start } from './cli/start.ts';
