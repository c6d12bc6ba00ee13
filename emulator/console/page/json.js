import { make } from './dom.js';
import { momentText } from './format.js';

/** What somebody typed as JSON; nothing is `{}`. Throws in words, naming the field. */
export function parse(what, text) {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${what}不是合法的 JSON：${error.message}`);
  }
}

/** EJSON dates as text of Beijing time; everything else as it is. */
export function simplified(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(simplified);
  if (value.$date?.$numberLong !== undefined) return momentText(Number(value.$date.$numberLong));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, simplified(field)]));
}

/** A value as indented JSON in colours. */
export function jsonView(value) {
  const view = make('pre');
  view.append(...coloured(JSON.stringify(value, null, 2)));
  return view;
}

function coloured(json) {
  const token = /("(?:\\.|[^"\\])*")(\s*:)?|-?\d[\d.eE+-]*|true|false|null/g;
  const parts = [];
  let end = 0;
  for (const match of json.matchAll(token)) {
    const [all, string, colon] = match;
    parts.push(json.slice(end, match.index));
    const kind = colon ? 'key' : string ? 'string' : /\d/.test(all) ? 'number' : 'word';
    parts.push(make('span', { class: kind }, all));
    end = match.index + all.length;
  }
  return [...parts, json.slice(end)];
}
