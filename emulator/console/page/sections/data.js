import { drawer, labelled, make } from '../dom.js';
import { ask } from '../door.js';
import { chosenWithin, rememberWithin } from '../sectionAddress.js';
import { showDocuments } from './data/showDocuments.js';
import { showIndexes } from './data/showIndexes.js';
import { showSlowQueries } from './data/showSlowQueries.js';
import { tabs } from './data/tabs.js';

const note = '与云函数读到的相同；日期写作 {"$date": "2026-01-01T00:00:00Z"}。Ctrl + Enter 查询。';

/** The collections: a query box, documents, indexes, slow queries. `#data?<collection>` opens one. */
export const data = { title: '数据', note, open };

function open(body) {
  const collections = make('div', { class: 'card collections', role: 'group', 'aria-label': '集合' });
  const form = queryForm();
  const views = tabs({
    documents: ['文档', (panel) => showDocuments(panel, { collection: chosen, ...form.read() })],
    indexes: ['索引', (panel) => showIndexes(panel, chosen)],
    slow: ['慢查询', (panel) => showSlowQueries(panel)],
  });
  const right = make('div');
  right.append(form.element, views.element);
  const columns = make('div', { class: 'data' });
  columns.append(collections, right);
  body.append(columns);

  let chosen = chosenWithin();
  form.element.addEventListener('submit', (event) => {
    event.preventDefault();
    views.open('documents');
  });
  const choose = (name) => {
    chosen = name;
    rememberWithin(name);
    form.clear();
    for (const each of collections.children) each.setAttribute('aria-current', String(each.dataset.name === name));
    views.openAgain();
  };
  const draw = drawer(collections, (answer) => answer.collections.map((one) => collectionView(one, chosen, choose)));
  return async () => {
    const answer = await ask('collections');
    chosen ||= answer.collections[0]?.name ?? '';
    draw(answer, chosen);
    if (chosen && views.isNew()) views.openAgain();
  };
}

function collectionView({ name, count }, chosen, choose) {
  const current = String(name === chosen);
  const view = make('button', { type: 'button', id: `collection-${name}`, 'data-name': name, 'aria-current': current });
  view.append(make('span', { class: 'mono' }, name), make('span', { class: 'soft mono' }, String(count)));
  view.addEventListener('click', () => choose(name));
  return view;
}

function queryForm() {
  const query = make('textarea', {
    id: 'query',
    rows: '2',
    spellcheck: 'false',
    placeholder: '{ "price": { "$gte": 1000 } }',
  });
  const order = make('input', { id: 'order', spellcheck: 'false', placeholder: '{ "_id": -1 }' });
  const limit = make('input', { id: 'limit', type: 'number', min: '1', max: '1000', value: '20' });
  const element = make('form', { class: 'card query' });
  element.append(
    labelled('条件（JSON）', query, 'wide'),
    labelled('排序（JSON）', order),
    labelled('最多', limit),
    make('button', { class: 'primary', id: 'run-query', type: 'submit' }, '查询'),
  );
  query.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) element.requestSubmit();
  });
  return {
    element,
    read: () => ({ queryText: query.value, orderText: order.value, limit: Number(limit.value) }),
    clear: () => {
      query.value = '';
      order.value = '';
    },
  };
}
