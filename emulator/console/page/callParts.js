import { personName } from './surroundings.js';

/** From here on a call, or one request to the database, is marked as slow. Cold starts are meant to show. */
export const slowCallMs = 500;
export const slowDatabaseMs = 50;

const callers = { anonymous: '匿名', custom: '自定义登录', function: '云函数', http: 'HTTP', timer: '定时任务' };

/** `order.getCart`, or the function alone. */
export function nameOfCall({ function: name, operation }) {
  return operation === undefined ? name : `${name}.${operation}`;
}

/** Who called: a person's name, or what kind of caller it was. */
export function callerText({ caller, openId }) {
  return callers[caller] ?? personName(openId ?? caller);
}

/** `orders getDocument`. */
export function databaseCallText({ action, collection }) {
  return `${collection} ${action.replace('database.', '')}`;
}

/** How the database read: `索引 byShop · 查看 12 · 返回 3`; '' when it read nothing or does not say. */
export function planText({ plan }) {
  if (!plan) return '';
  const by = plan.index === null ? '未用索引' : `索引 ${plan.index}`;
  return `${by} · 查看 ${plan.scanned} · 返回 ${plan.returned}`;
}
