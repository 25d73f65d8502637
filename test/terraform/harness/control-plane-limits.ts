/** The limits of API Gateway's control plane; one that is left out is off. */
export interface ControlPlaneLimits {
  /** All requests together. */
  readonly totalPerSecond?: number;
  /** How many requests may come at once. @default totalPerSecond */
  readonly totalBurst?: number;
  /** CreateResource and DeleteResource, each on its own. */
  readonly resourceChangesPerSecond?: number;
  /** CreateDeployment. */
  readonly deploymentsPerSecond?: number;
  /** PutRestApi. */
  readonly definitionImportsPerSecond?: number;
  /** DeleteRestApi. */
  readonly apiDeletionsPerSecond?: number;
  /** CreateDomainName, UpdateDomainName and DeleteDomainName, each on its own. */
  readonly domainChangesPerSecond?: number;
  /** How long an UpdateStage takes; another one of the same API within that time is a conflict. */
  readonly stageUpdateMilliseconds?: number;
}

/** The quotas of AWS, none of which can be increased, and the observed time of a stage update. */
export const AWS_LIMITS: ControlPlaneLimits = {
  totalPerSecond: 10,
  totalBurst: 40,
  resourceChangesPerSecond: 5,
  deploymentsPerSecond: 1 / 5,
  definitionImportsPerSecond: 1,
  apiDeletionsPerSecond: 1 / 30,
  domainChangesPerSecond: 1 / 30,
  stageUpdateMilliseconds: 80,
};
