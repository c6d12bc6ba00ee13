import { act } from '../act.js';
import { button, make } from '../dom.js';
import { ask } from '../door.js';
import { durationText } from '../format.js';
import { showTime } from '../surroundings.js';

const note = '云函数、数据库和微信支付都看这只钟（北京时间）。只能向前拨；到点的定时任务随即补跑一次。';
const steps = [
  ['+1 分钟', 60_000],
  ['+15 分钟', 15 * 60_000],
  ['+1 小时', 3600_000],
  ['+1 天', 24 * 3600_000],
  ['+7 天', 7 * 24 * 3600_000],
];

/** The emulator's time, and buttons that move it forward. */
export const clock = { title: '时钟', note, open };

function open(body) {
  const face = make('div', { class: 'card clock' });
  const ahead = make('p', { class: 'soft', id: 'clock-ahead' });
  const actions = make('div', { class: 'actions' });
  actions.append(...steps.map(([words, advanceMs]) => stepButton(words, advanceMs)));
  face.append(make('time', { id: 'large-clock' }), ahead, actions);
  body.append(face);
  return async () => {
    const { offsetMs } = await ask('clock');
    ahead.textContent = offsetMs > 0 ? `比本机快 ${durationText(offsetMs)}` : '与本机一致';
    showTime();
  };
}

function stepButton(words, advanceMs) {
  const move = async () => {
    await ask('clock', { advanceMs });
    return `已拨快 ${durationText(advanceMs)}`;
  };
  return button(words, () => act(move), { id: `advance-${advanceMs}` });
}
