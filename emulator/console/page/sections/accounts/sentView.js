import { make } from '../../dom.js';
import { momentText } from '../../format.js';

/** A message that an account sent to a follower: a text, or the card of a mini program page. */
export function messageView({ openId, body, sentAt }) {
  const { text, miniprogrampage: card } = body;
  const view = make('div', { class: 'row sent' });
  view.append(
    make('span', { class: 'mono' }, openId),
    make('span', { class: 'what' }, card ? `${card.title} → ${card.pagepath}` : (text?.content ?? '')),
    make('span', { class: 'mono soft' }, momentText(sentAt).slice(5)),
  );
  return view;
}
