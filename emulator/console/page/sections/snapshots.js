import { act, confirmed } from '../act.js';
import { button, make } from '../dom.js';
import { bytesText } from '../format.js';

const note = '把数据、文件、时钟、支付一起存成一个文件，以后恢复到这一刻。';
const warning = '现在的数据、文件、时钟和支付都会被它替换，不能撤销。';

/** Saves everything the emulator keeps as one file, and brings such a file back. */
export const snapshots = { title: '快照', note, open };

function open(body) {
  const save = make('div', { class: 'card snapshot' });
  const name = `emulator-${new Date().toISOString().slice(0, 10)}.snapshot`;
  const link = { class: 'button', id: 'save-snapshot', href: '/_emulator/snapshot', download: name };
  save.append(
    make('h3', {}, '下载'),
    make('p', { class: 'soft' }, '下载期间可以照常使用。'),
    make('a', link, '下载快照'),
  );
  const load = make('div', { class: 'card snapshot' });
  const file = make('input', { type: 'file', id: 'snapshot-file', 'aria-label': '快照文件', hidden: '' });
  file.addEventListener('change', () => void restore(file));
  load.append(
    make('h3', {}, '恢复'),
    make('p', { class: 'soft' }, warning),
    button('选择快照文件…', () => file.click(), { id: 'load-snapshot' }),
    file,
  );
  const both = make('div', { class: 'snapshots' });
  both.append(save, load);
  body.append(both);
  return async () => {};
}

async function restore(input) {
  const [file] = input.files;
  // The same file may be chosen again.
  const clear = () => {
    input.value = '';
  };
  if (!(await confirmed(`用 ${file.name}（${bytesText(file.size)}）恢复？${warning}`, '恢复'))) return clear();
  await act(async () => {
    const response = await fetch('/_emulator/snapshot', { method: 'PUT', body: file });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${answer.code}：${answer.message}`);
    return `已恢复 ${answer.files} 个文件`;
  });
  clear();
}
