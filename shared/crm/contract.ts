import type { Contract } from '../kernel/operation';
import { customerOperations } from './operations/customers';
import { segmentOperations } from './operations/segments';

/** The people of a shop, and what it writes to them. */
export const crmContract = {
  ...customerOperations,
  ...segmentOperations,
} satisfies Contract;
export type CrmContract = typeof crmContract;
