import { act, confirmed } from '../act.js';
import { button, drawer, filterLine, includes, make, orEmpty, remember } from '../dom.js';
import { ask } from '../door.js';
import { bytesText, momentText } from '../format.js';

const note = '云存储里的文件。点开看图片、复制 fileID 或一小时有效的链接。';
const mostShown = 200;

/** The stored files: a look at pictures, links, deleting. */
export const storage = { title: '存储', note, open };

function open(body) {
  const { filter, line } = filterLine('file-filter', '筛选文件', '筛选：路径、类型');
  const count = make('p', { class: 'soft count', id: 'file-count' });
  line.append(count);
  const list = make('div', { class: 'card rows', id: 'files' });
  body.append(line, list);
  let answer = { files: [] };
  const draw = drawer(list, () => {
    const shown = answer.files.filter((file) => includes(filter.value, file.path, file.contentType));
    count.textContent = countText(shown);
    const views = shown.slice(0, mostShown).map(fileView);
    return orEmpty(views, filter.value ? '没有符合筛选的文件' : '还没有文件', 'uploadFile 存进来的文件在这里');
  });
  filter.addEventListener('input', () => draw(answer, filter.value));
  return async () => {
    answer = await ask('storage');
    draw(answer, filter.value);
  };
}

function countText(files) {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const shown = files.length > mostShown ? `，显示前 ${mostShown} 个` : '';
  return `${files.length} 个文件，共 ${bytesText(size)}${shown}`;
}

function fileView(file) {
  const view = make('details', { class: 'file' });
  const summary = make('summary', { id: `file-${file.path}` });
  summary.append(
    make('span', { class: 'path mono' }, file.path),
    make('span', { class: 'type soft' }, file.contentType.split(';')[0]),
    make('span', { class: 'size mono' }, bytesText(file.size)),
    make('span', { class: 'when mono soft' }, momentText(file.writtenAt).slice(5, 16)),
  );
  view.append(summary);
  remember(view, `file ${file.path} ${file.writtenAt}`, () => inside(file));
  return view;
}

function inside(file) {
  const view = make('div', { class: 'inside' });
  const actions = make('div', { class: 'actions' });
  actions.append(
    button('复制 fileID', () => act(() => copied(file.fileId, 'fileID'))),
    button('复制链接', () => act(async () => copied(await linkTo(file), '链接'))),
    button('删除', () => void remove(file), { class: 'danger' }),
  );
  view.append(make('p', { class: 'mono soft' }, file.fileId), actions);
  if (file.contentType.startsWith('image/')) view.prepend(pictureView(file));
  return view;
}

function pictureView(file) {
  const picture = make('img', { class: 'picture', alt: file.path });
  void linkTo(file).then((link) => {
    // The link may name this machine otherwise than the console's own address does.
    const { pathname, search } = new URL(link);
    picture.src = pathname + search;
  });
  return picture;
}

async function linkTo({ fileId }) {
  const { download_list: links } = await ask('storage/link', { fileId });
  return encodeURI(links[0].tempFileURL);
}

async function copied(text, what) {
  await navigator.clipboard.writeText(text);
  return `${what} 已复制`;
}

async function remove({ fileId, path }) {
  if (!(await confirmed(`删除 ${path}？引用它的记录会找不到它。`, '删除'))) return;
  await act(async () => {
    await ask('storage/delete', { fileId });
    return `${path} 已删除`;
  });
}
