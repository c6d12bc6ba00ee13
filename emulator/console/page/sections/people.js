import { act } from '../act.js';
import { button, drawer, make, orEmpty } from '../dom.js';
import { ask } from '../door.js';

/** Whom the preview of this browser acts as. */
export const people = { title: '扮演', note: '预览以谁的身份打开；此浏览器里的预览随之改变。', open };

function open(body) {
  const list = make('div');
  const hint = '启动模拟器的程序用 people 给出人物';
  body.append(make('a', { class: 'button', href: '/', target: '_blank' }, '打开预览'), list);
  const draw = drawer(list, ({ people, actingAs }) => {
    const roles = [...new Set(people.map(({ role }) => role))];
    return orEmpty(
      roles.map((role) => groupView(role, people, actingAs)),
      '这里没有人物',
      hint,
    );
  });
  return async () => draw(await ask('people'));
}

function groupView(role, people, actingAs) {
  const group = make('section');
  const grid = make('div', { class: 'people' });
  grid.append(...people.filter((one) => one.role === role).map((one) => personView(one, actingAs)));
  group.append(make('h3', {}, role), grid);
  return group;
}

function personView({ openId, name }, actingAs) {
  const actAs = async () => {
    await ask('actAs', { openId });
    return `正在扮演 ${name}`;
  };
  const attributes = { id: `person-${openId}`, title: openId, 'aria-pressed': String(openId === actingAs) };
  return button(name, () => act(actAs), attributes);
}
