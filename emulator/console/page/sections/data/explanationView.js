import { make, tag } from '../../dom.js';

/** One line on how a query was answered: by which index, how much was looked at; below it the warning, if any. */
export function explanationView({ index, bounds = [], scanned, returned, sortedByIndex, warning }) {
  const view = make('div', { class: 'explanation', id: 'explanation' });
  const line = make('p', {});
  line.append(
    index === null ? tag('未用索引', scanned > 0 ? 'slow' : '') : tag(`索引 ${index}`, 'good'),
    make('span', { class: 'soft' }, `查看 ${scanned} 份，返回 ${returned} 份`),
  );
  if (sortedByIndex) line.append(make('span', { class: 'soft' }, '顺序来自索引'));
  if (bounds.length > 0) line.append(make('span', { class: 'soft mono' }, bounds.join(' · ')));
  view.append(line);
  if (warning) view.append(make('p', { class: 'advice slow' }, warning));
  return view;
}
