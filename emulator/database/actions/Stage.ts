/** One aggregation stage: its operator, such as `$match`, and its decoded operand. */
export interface Stage {
  name: string;
  value: unknown;
}
