/** One cloud function: which contract domain it serves, its limits, and what else calls it. */
export interface Deployment {
  /** Seconds; CloudBase's default of 3 is too short for a cold start that pays. At most 60. */
  timeout: number;
  /** MB */
  memorySize: number;
  /** 7-field cron in UTC+8: second minute hour day month weekday year. */
  cron?: string;
  /** Path of CloudBase's HTTP access. */
  httpPath?: string;
}

/** The deploy map. Regrouping is an edit here, not a move of files. */
export const deployments: Record<string, Deployment> = {
  shop: { timeout: 10, memorySize: 256 },
  order: { timeout: 15, memorySize: 256 },
  coupon: { timeout: 10, memorySize: 256 },
  traffic: { timeout: 10, memorySize: 256 },
  content: { timeout: 15, memorySize: 256 },
  fan: { timeout: 15, memorySize: 256 },
  crm: { timeout: 15, memorySize: 256 },
  payNotify: { timeout: 5, memorySize: 256, httpPath: '/wechat/payNotify' },
  wechatPush: { timeout: 5, memorySize: 256, httpPath: '/wechat/push' },
  health: { timeout: 5, memorySize: 256, httpPath: '/health' },
  timers: { timeout: 60, memorySize: 256, cron: '0 * * * * * *' },
  people: { timeout: 60, memorySize: 256, cron: '30 * * * * * *' },
  upkeep: { timeout: 60, memorySize: 256, cron: '0 17 * * * * *' },
};
