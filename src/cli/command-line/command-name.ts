/** What a command line may ask for. */
export type CommandName =
  | 'diagnose'
  | 'run'
  | 'can'
  | 'demo'
  | 'explain'
  | 'permissions'
  | 'query'
  | 'completion'
  | 'mcp';
