import { make, orEmpty, tag } from '../../dom.js';
import { ask } from '../../door.js';

const directions = { 1: '升序', '-1': '降序', '2dsphere': '地理' };

/** Shows the declared indexes of a collection. */
export async function showIndexes(panel, collection) {
  const { indexes } = await ask('indexes');
  const list = make('div', { class: 'card rows', id: 'indexes' });
  const views = indexes.filter((index) => index.collection === collection).map(indexView);
  list.append(...orEmpty(views, `${collection} 只有主键 _id`, '索引在启动时的 collections 文件里声明'));
  panel.replaceChildren(list);
}

function indexView({ name, fields, unique }) {
  const view = make('div', { class: 'row index' });
  const parts = Object.entries(fields).map(([path, direction]) => `${path} ${directions[direction] ?? direction}`);
  view.append(make('b', { class: 'mono' }, name), make('span', { class: 'soft' }, parts.join(' · ')));
  if (unique) view.append(tag('唯一', 'good'));
  return view;
}
