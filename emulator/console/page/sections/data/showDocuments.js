import { make, orEmpty } from '../../dom.js';
import { ask } from '../../door.js';
import { jsonView, parse, simplified } from '../../json.js';
import { explanationView } from './explanationView.js';

/** Shows the documents that a query finds, or what is wrong with it. */
export async function showDocuments(panel, { collection, queryText, orderText, limit }) {
  try {
    const asked = { collection, query: parse('条件', queryText), order: parse('排序', orderText), limit };
    const [{ documents, total }, explanation] = await Promise.all([ask('query', asked), ask('explain', asked)]);
    const views = documents.map((document) => documentView(document, documents.length === 1));
    const list = make('div', { class: 'card documents', id: 'documents' });
    list.append(...orEmpty(views, '没有符合条件的文档', total === 0 && queryText ? '改一改条件再查' : ''));
    panel.replaceChildren(
      make('p', { class: 'count soft', id: 'found-count' }, countText(collection, total, views)),
      explanationView(explanation),
      list,
    );
  } catch (error) {
    panel.replaceChildren(make('p', { class: 'problem', role: 'alert', id: 'query-problem' }, error.message));
  }
}

function countText(collection, total, { length }) {
  return `${collection}：共 ${total} 份${total > length ? `，显示前 ${length} 份` : ''}`;
}

function documentView(document, isOpen) {
  const { _id, ...others } = document;
  const view = make('details', { open: isOpen ? '' : undefined });
  const summary = make('summary');
  summary.append(
    make('span', { class: 'mono' }, String(_id)),
    make('span', { class: 'preview' }, previewOf(simplified(others))),
  );
  view.append(summary, jsonView(simplified(document)));
  return view;
}

function previewOf(document) {
  const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.entries(document)
    .map(([key, value]) => `${key}: ${text(value)}`)
    .join(' · ');
}
