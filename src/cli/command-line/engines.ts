/** The engines that `denytrace query` writes a query for. */
export const ENGINES = ['athena', 'cloudwatch-insights'] as const;
